"""Makes a draft of a pasted text: story, photos, sources, attributions, requests for comment."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.text import slugify

from articles.desk.attribution import Attribution
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.references import settle_references
from articles.desk.reply import Reply
from articles.desk.source import Source
from articles.desk.story import Story
from articles.imaging.suppliers import SUPPLIERS
from articles.intake.paste.layout import Figure
from articles.intake.paste.read import PasteRefused
from articles.intake.paste.requests import Request
from articles.intake.paste.understand import Paragraph, PastedStory, understand
from articles.intake.paste.voices import Voice
from articles.markup.clean import LONGEST, clean
from articles.masthead.publication import the_publication
from articles.vocabulary import RightsCategory, SourceTerms

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass(frozen=True)
class Imported:
    """The draft, and one sentence on what was made."""

    story: Story
    summary: str


@transaction.atomic
def import_story(text: str, *, by: User) -> Imported:
    """Stores a pasted text as a draft of this person's. All that was guessed is a proposal.

    Raises `PasteRefused`, and stores nothing, when a body cannot hold it all.
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
        created_by=by,
    )
    settle_references(story)
    Placement.objects.filter(story=story).update(is_proposal=True)
    Attribution.objects.filter(story=story).update(is_proposal=True)
    for request in pasted.requests:
        _reply(story, request)
    return Imported(story, summary(story, pasted))


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
    )


def _photo(figure: Figure) -> Photo:
    """A photo without its file yet; the photo desk adds that."""
    return Photo.objects.create(
        creator=figure.credit.creator[:160],
        supplier=figure.credit.supplier[:120],
        rights_category=_ground(figure.credit.supplier),
        distributor=figure.credit.distributor[:120],
        credit_line=figure.credit.credit_line[:200],
        caption=figure.caption[:2000],
        alt_text=figure.alt_text[:250],
        taken_on=figure.taken_on,
        taken_on_precision=figure.precision,
        instructions=f"Credit as it was given: {figure.credit_as_given}",
    )


def _ground(supplier: str) -> str:
    """Known suppliers are agencies; on what ground we show anything else, a person says."""
    if supplier == "Handout":
        return RightsCategory.HANDOUT
    return RightsCategory.AGENCY if supplier in SUPPLIERS.values() else ""


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
    if block.voice is None:
        return f"<p>{escape(block.text)}</p>"
    pieces, position = [], 0
    for span in block.quotes:
        quote = escape(block.text[span.start : span.end])
        pieces.append(escape(block.text[position : span.start]))
        pieces.append(f'<span data-source="{sources[block.voice].pk}">{quote}</span>')
        position = span.end
    return f"<p>{''.join(pieces)}{escape(block.text[position:])}</p>"
