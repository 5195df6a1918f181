"""Makes a draft of a pasted text: story, photos, sources, attributions, requests for comment."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.text import slugify

from articles.desk.echoes import echoes_of
from articles.desk.keep_revision import keep_revision
from articles.desk.paste import Paste
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.references import settle_references
from articles.desk.reply import Reply
from articles.desk.source import Source
from articles.desk.story import Story
from articles.intake.paste.layout import Figure
from articles.intake.paste.points import Point, dates, people_in, places
from articles.intake.paste.read import PasteRefused
from articles.intake.paste.requests import Request
from articles.intake.paste.understand import Paragraph, PastedStory, understand
from articles.intake.paste.voices import Voice
from articles.markup.clean import LONGEST, clean
from articles.markup.runs import prints
from articles.masthead.publication import the_publication
from articles.preflight.accusations import accusations
from articles.vocabulary import Provenance, SourceTerms

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a text comes from: its provenance, from whom, and the day it was written, if known."""

    provenance: str = Provenance.UNKNOWN
    note: str = ""
    written_on: date | None = None


NOT_KNOWN = Origin()
CREDIT_AS_GIVEN = "Credit as it was given: "


@dataclass(frozen=True)
class Imported:
    """The draft, and one sentence on what was made."""

    story: Story
    summary: str


@transaction.atomic
def import_story(text: str, *, by: User, origin: Origin = NOT_KNOWN) -> Imported:
    """Stores a pasted text as a draft of this person's. All that was guessed is a proposal.

    The text itself is kept beside it, letter for letter. Raises `PasteRefused`, and stores
    nothing, when a body cannot hold it all.
    """
    pasted = understand(text)
    sources = {voice: _source(voice, pasted) for voice in pasted.voices}
    photos = {id(figure): _photo(figure) for figure in pasted.figures}
    body = "".join(_block(block, sources, photos) for block in pasted.blocks)
    if len(body) > LONGEST:
        message = "The text is too long for one story. Send one story at a time."
        raise PasteRefused(message)
    story = Story.objects.create(
        slugline=slugify(pasted.headline)[:80] or "pasted-story",
        headline=pasted.headline,
        body=clean(body),
        language=the_publication().language,
        provenance=origin.provenance,
        provenance_note=origin.note,
        written_on=origin.written_on,
        created_by=by,
    )
    settle_references(story)
    # Whether it is a file picture is for a person to say: the text did not.
    Placement.objects.filter(story=story).update(is_proposal=True, is_file_picture=False)
    _settle_passages(story)
    for request in pasted.requests:
        _reply(story, request)
    Paste.objects.create(
        story=story,
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        provenance=origin.provenance,
        prints=prints(text),
        points=[asdict(point) for point in _points(pasted, origin)],
        made_by=by,
    )
    keep_revision(story, by=by, why="Pasted.")
    return Imported(story, summary(story, pasted))


def pasted_before(text: str) -> Paste | None:
    """The last time that the same text came in, if it did."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Paste.objects.filter(digest=digest).select_related("story").order_by("-pk").first()


def _settle_passages(story: Story) -> None:
    """Proposals all; what a quote's words were is told by how we had them before, if we had."""
    rows = list(story.attributions.all())
    echoes = {echo.position: echo.verbatim for echo in echoes_of(story, rows)}
    for row in rows:
        row.is_proposal = True
        row.verbatim = echoes.get(row.position, row.verbatim)
        row.is_serious = not row.is_quote and bool(accusations(row.passage))
        row.save()


def _points(pasted: PastedStory, origin: Origin) -> Iterator[Point]:
    texts = [paragraph.text for paragraph in pasted.paragraphs]
    names = [voice.name for voice in pasted.voices]
    yield from places([*texts, *(figure.caption for figure in pasted.figures)], names=names)
    yield from dates(texts, written_on=origin.written_on)


def summary(story: Story, pasted: PastedStory) -> str:
    counts = [
        (len(pasted.paragraphs), "paragraph", "paragraphs"),
        (len(pasted.figures), "figure", "figures"),
        (pasted.quotation_count, "quotation", "quotations"),
        (len(pasted.voices), "source", "sources"),
        (len(pasted.requests), "request for comment", "requests for comment"),
    ]
    words = ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts)
    return f"Draft {story.pk} made of “{story}”: {words}. Check each proposal."


def _source(voice: Voice, pasted: PastedStory) -> Source:
    """The source; one on the record that we already have by this name and kind is used again."""
    if voice.terms == SourceTerms.ON_RECORD:
        known = Source.objects.filter(
            kind=voice.kind, name=voice.name, terms=voice.terms, via__isnull=voice.via is None
        ).first()
        if known:
            return known
    via = _source(voice.via, pasted) if voice.via else None
    return Source.objects.create(
        kind=voice.kind,
        name=voice.name[:160],
        public_description=voice.description[:200],
        terms=voice.terms,
        first_hand=False,
        via=via,
        note=f"Proposed from “{pasted.headline}”, pasted. How it reached us is to be checked.",
        is_proposal=True,
    )


def _photo(figure: Figure) -> Photo:
    """A photo without its file and its rights yet; the photo desk adds them."""
    people = dict.fromkeys(people_in(f"{figure.alt_text}. {figure.caption}"))
    return Photo.objects.create(
        creator=figure.credit.creator[:160],
        supplier=figure.credit.supplier[:120],
        distributor=figure.credit.distributor[:120],
        credit_line=figure.credit.credit_line[:200],
        caption=figure.caption[:2000],
        alt_text=figure.alt_text[:250],
        taken_on=figure.taken_on,
        taken_on_precision=figure.precision,
        people_shown="\n".join(people),
        credit_is_proposal=True,
        instructions=f"{CREDIT_AS_GIVEN}{figure.credit_as_given}",
    )


def _reply(story: Story, request: Request) -> None:
    asked = f"Asked by {request.asker}, not by us: ask ourselves. " if request.asker else ""
    Reply.objects.create(
        story=story,
        party=request.party[:200],
        state=request.state,
        note=f"{asked}The text says: {request.sentence}",
        is_proposal=True,
    )


def _block(
    block: Paragraph | Figure, sources: dict[Voice, Source], photos: dict[int, Photo]
) -> str:
    if isinstance(block, Figure):
        return f'<figure data-photo="{photos[id(block)].pk}"></figure>'
    pieces, position = [], 0
    for said in block.said:
        words = escape(block.text[said.start : said.end])
        pieces.append(escape(block.text[position : said.start]))
        pieces.append(f'<span data-source="{sources[said.voice].pk}">{words}</span>')
        position = said.end
    return f"<p>{''.join(pieces)}{escape(block.text[position:])}</p>"
