"""Composing: a dossier becomes an edition, with every word copied in. Pure: no query, no clock."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from articles.desk.asked import public_sentence
from articles.desk.dossier import Dossier
from articles.desk.photos.darkroom import credit_of
from articles.desk.photos.label import label_of
from articles.desk.photos.lease import rights_of
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.photos.rights import may_go_out_for_good
from articles.desk.source import Source
from articles.desk.story import Story
from articles.markup.render import render
from articles.markup.text import plain_text, word_count
from articles.masthead.section import Section
from articles.publishing.pictures import NO_COPIES, Copies, public_copies
from articles.site.edition import Edition
from articles.site.figure import render_figure
from articles.vocabulary import Channel, EditionKind, NotePlace, ReplyState, SourceTerms

UNANSWERED = frozenset(
    [ReplyState.OPEN, ReplyState.DECLINED, ReplyState.NO_ANSWER, ReplyState.NOT_POSSIBLE]
)


@dataclass(frozen=True, kw_only=True)
class Imprint:
    """What the dossier does not know of an edition: its number, kind, times and address."""

    number: int
    kind: EditionKind
    goes_live_at: datetime
    first_published_at: datetime
    date: date
    slug: str
    told_at: datetime  # in the publication's zone: until then, as we know, nobody had answered
    note: str = ""
    note_place: NotePlace = NotePlace.END
    corrections: tuple[dict[str, Any], ...] = ()  # those of earlier editions


def compose(
    dossier: Dossier,
    section: Section,
    imprint: Imprint,
    *,
    links: Mapping[str, str],
    copies: Copies = public_copies,
) -> Edition:
    """The edition, not yet saved. `links` has the public address of each live story by its key.

    `copies` says where those of a photo are found: readers' own, or the desk's for a preview.
    Shapes of the edition's values: tags `slug name`; bylines `name slug role role_label role_text`
    and, where there is one, `portrait` with its copies as `url width height format`;
    figures as `figure_values`; sources as `source_values`; asked `party state sentence`;
    corrections `number kind kind_label text at place` (ISO 8601; `end` or `top`, which older
    editions do not say).
    """
    story = dossier.story
    figures = {
        pk: figure_values(dossier.placements[pk], copies)
        for pk in dossier.references.photos
        if pk in dossier.placements
    }
    edition = Edition(
        **_place(story.key, imprint),
        **_words(story),
        section_slug=section.slug,
        section_name=section.name,
        body_html=_body(dossier, figures, links),
        tags=[{"slug": slug, "name": name} for slug, name in dossier.tags],
        bylines=_bylines(dossier),
        figures=list(figures.values()),
        sources=_sources(dossier),
        asked=_asked(dossier, imprint.told_at),
        corrections=[*imprint.corrections, *_told_by(imprint)],
    )
    edition.digest = digest(edition)
    return edition


def _told_by(imprint: Imprint) -> list[dict[str, Any]]:
    return correction_values(
        imprint.number,
        imprint.kind,
        note=imprint.note,
        at=imprint.goes_live_at,
        place=imprint.note_place,
    )


def _sources(dossier: Dossier) -> list[dict[str, Any]]:
    known = (dossier.sources.get(pk) for pk in dossier.references.sources)
    return [source_values(source) for source in known if source is not None]


def _asked(dossier: Dossier, at: datetime) -> list[dict[str, str]]:
    """The parties that were asked and have not answered; none behind whom a source is protected."""
    told = []
    for request in dossier.replies:
        is_protected = request.source is not None and request.source.is_protected
        if request.is_proposal or is_protected or request.state not in UNANSWERED:
            continue
        sentence = public_sentence(request, request.tries, at=at)
        if sentence:
            told.append({"party": request.party, "state": request.state, "sentence": sentence})
    return told


def tombstone(edition: Edition, imprint: Imprint) -> Edition:
    """The withdrawal that follows an edition: address and headline stay, all else is gone."""
    withdrawn = Edition(
        **{**_place(edition.story_key, imprint), "kind": EditionKind.WITHDRAWAL},
        language=edition.language,
        story_kind=edition.story_kind,
        urgency=edition.urgency,
        section_slug=edition.section_slug,
        section_name=edition.section_name,
        headline=edition.headline,
        body_html="",
        text="",
        word_count=0,
        corrections=list(imprint.corrections),
    )
    withdrawn.digest = digest(withdrawn)
    return withdrawn


def figure_values(placement: Placement, copies: Copies = public_copies) -> dict[str, Any]:
    """What a page prints of a placed photo, and its copies as `pictures.public_copies` says."""
    photo: Photo = placement.photo
    found, rights = copies(photo) if photo.has_file else NO_COPIES, rights_of(photo)
    return {
        "photo": str(photo.key),
        "caption": placement.printed_caption,
        "credit_line": photo.credit_line.strip(),
        "alt_text": placement.printed_alt_text,
        "creator": photo.creator.strip(),
        "is_file_picture": placement.is_file_picture,
        "label": label_of(placement),
        "width": photo.width,
        "height": photo.height,
        **found,
        "social": found["social"] if may_go_out_for_good(rights, Channel.SOCIAL) else None,
        **_licence_values(photo),
        **({} if may_go_out_for_good(rights, Channel.FEED) else {"is_for_site_alone": True}),
    }


def _licence_values(photo: Photo) -> dict[str, str]:
    """What machines are told of the picture's rights. Only what there is: the digest of an edition
    from before these values stays the same."""
    credit = credit_of(photo)
    values = {
        "copyright_notice": credit.copyright_notice.strip(),
        "licence_url": credit.web_statement,
        "licensor_url": credit.licensor_url,
    }
    return {name: value for name, value in values.items() if value}


def source_values(source: Source) -> dict[str, Any]:
    """What readers are told of a source. Whoever is not on the record is described, not named."""
    on_record = source.terms == SourceTerms.ON_RECORD
    return {
        "label": source.public_label,
        "description": source.public_description if on_record else "",
        "kind": source.kind,
        "kind_label": source.get_kind_display(),
        "terms": source.terms,
        "terms_label": source.get_terms_display(),
        "first_hand": source.first_hand,
        "via": source.via.public_label if source.via else "",
        "url": source.url if on_record else "",
    }


def digest(edition: Edition) -> str:
    """SHA-256 over all that readers see of an edition, its number and times left out."""
    names = [
        "slug",
        "language",
        "story_kind",
        "urgency",
        "section_slug",
        "section_name",
        "kicker",
        "headline",
        "standfirst",
        "dateline",
        "body_html",
        "tags",
        "bylines",
        "figures",
        "sources",
        "corrections",
    ]
    withdrawn = edition.kind == EditionKind.WITHDRAWAL
    seen = {"withdrawn": withdrawn} | {name: getattr(edition, name) for name in names}
    # Left out where there is nothing, so that editions older than these keep their digest; and
    # without the sentences, which name the hour of composing.
    seen |= {"unknowns": edition.unknowns} if edition.unknowns else {}
    asked = [[one["party"], one["state"]] for one in edition.asked]
    seen |= {"asked": asked} if asked else {}
    return hashlib.sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()


def _place(story_key: UUID, imprint: Imprint) -> dict[str, Any]:
    return {
        "story_key": story_key,
        "number": imprint.number,
        "kind": imprint.kind,
        "goes_live_at": imprint.goes_live_at,
        "first_published_at": imprint.first_published_at,
        "date": imprint.date,
        "slug": imprint.slug,
        "note": imprint.note,
    }


def _words(story: Story) -> dict[str, Any]:
    return {
        "language": story.language,
        "story_kind": story.kind,
        "urgency": story.urgency,
        "kicker": story.kicker.strip(),
        "headline": story.headline.strip(),
        "standfirst": story.standfirst.strip(),
        "dateline": story.dateline.strip(),
        "unknowns": story.unknowns.strip(),
        "text": plain_text(story.body),
        "word_count": word_count(story.body),
    }


def _body(dossier: Dossier, figures: dict[int, dict[str, Any]], links: Mapping[str, str]) -> str:
    return render(
        dossier.story.body,
        figures={
            pk: render_figure(figure, is_lead=position == 0)
            for position, (pk, figure) in enumerate(figures.items())
        },
        stories={pk: links[key] for pk, key in dossier.linked_stories.items() if key in links},
    )


def _bylines(dossier: Dossier) -> list[dict[str, Any]]:
    return [
        {
            "name": byline.contributor.name,
            "slug": byline.contributor.slug,
            "role": byline.role,
            "role_label": byline.get_role_display(),
            "role_text": byline.contributor.role_text,
            **({"portrait": portrait} if (portrait := byline.contributor.portrait) else {}),
        }
        for byline in dossier.bylines
    ]


def correction_values(
    number: int,
    kind: EditionKind,
    *,
    note: str,
    at: datetime,
    place: NotePlace = NotePlace.END,
) -> list[dict[str, Any]]:
    """What an edition that corrects or clarifies adds to the story's corrections; else nothing."""
    if kind not in {EditionKind.CORRECTION, EditionKind.CLARIFICATION}:
        return []
    return [
        {
            "number": number,
            "kind": str(kind),
            "kind_label": str(kind.label),
            "text": note,
            "at": at.isoformat(),
            "place": str(place),
        }
    ]
