"""Settling proposals: each is accepted, as it is or changed, or refused.

Refusing loses no word of the text: a passage keeps its words without a source, a picture goes back
to the words it was read from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from articles.desk.attribution import Attribution
from articles.desk.dismissal import dismiss
from articles.desk.dossier import gather
from articles.desk.paste import Paste
from articles.desk.photos.placement import Placement
from articles.desk.references import settle_references
from articles.desk.reply import Reply
from articles.desk.source import Source
from articles.desk.story import Story
from articles.intake.proposals import Kind
from articles.intake.story import CREDIT_AS_GIVEN
from articles.markup.edit import with_source, with_words, without_figure
from articles.markup.passages import passages
from articles.preflight.finding import Finding
from articles.preflight.lines import lines_of

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class Gone(Exception):
    """The proposal is no longer open: somebody has settled it, or its words have changed."""


@transaction.atomic
def accept_source(source: Source) -> None:
    source.is_proposal = False
    source.save()


@transaction.atomic
def refuse_source(story: Story, source: Source) -> None:
    """Takes the source’s marks off the story; it goes itself where nothing else rests on it."""
    marks = passages(story.body)
    for number in reversed(range(len(marks))):
        if marks[number].source == source.pk:
            story.body = with_source(story.body, passage=number, source=None)
    _keep(story)
    used = Attribution.objects.filter(source=source).exists() or source.confirms.exists()
    if source.is_proposal and not used and not source.replies.exists():
        Source.objects.filter(via=source).update(via=None)
        source.delete()


@transaction.atomic
def accept_passage(story: Story, row: Attribution, source: Source) -> None:
    """Says that the words are this source’s: the one that was proposed, or another."""
    row.source, row.is_proposal = source, False
    row.save()
    number = _number(story, row)
    if passages(story.body)[number].source != source.pk:
        story.body = with_source(story.body, passage=number, source=source.pk)
        _keep(story)


@transaction.atomic
def refuse_passage(story: Story, row: Attribution) -> None:
    story.body = with_source(story.body, passage=_number(story, row), source=None)
    _keep(story)


@transaction.atomic
def accept_picture(placement: Placement, *, with_credit: bool) -> None:
    """The words of this use; the credit too, where whoever accepts may change photos."""
    if with_credit:
        placement.photo.credit_is_proposal = False
        placement.photo.save()
    placement.is_proposal = False
    placement.save()


@transaction.atomic
def refuse_picture(story: Story, placement: Placement) -> None:
    """Puts back the words that were taken for a picture’s; the record goes if it has no file."""
    photo = placement.photo
    credit = photo.instructions.removeprefix(CREDIT_AS_GIVEN)
    words = [photo.alt_text, f"{photo.caption} {credit}".strip()]
    story.body = without_figure(story.body, photo=photo.pk, paragraphs=words)
    _keep(story)
    if not photo.image and not photo.placements.exists():
        photo.delete()


@transaction.atomic
def accept_request(reply: Reply) -> None:
    reply.is_proposal = False
    reply.save()


def refuse_request(reply: Reply) -> None:
    reply.delete()


@transaction.atomic
def accept_place(story: Story, words: str, *, instead: str) -> None:
    """Makes the place a tag of the story."""
    _settle_point(story, Kind.PLACE, words)
    story.tags.add(instead)


@transaction.atomic
def accept_date(story: Story, words: str, *, instead: str) -> None:
    """Writes the day that was meant wherever the text has those words outside quotation marks."""
    _settle_point(story, Kind.DATE, words)
    places = []
    for line in lines_of(gather(story)):
        start = line.text.find(words) if line.field == "body" else -1
        while start >= 0:
            if not line.is_quoted(start):
                places.append((line.paragraph, start))
            start = line.text.find(words, start + 1)
    for paragraph, start in reversed(places):
        _write(story, paragraph=paragraph or 0, start=start, end=start + len(words), words=instead)
    _keep(story)


@transaction.atomic
def refuse_point(story: Story, kind: Kind, words: str) -> None:
    _settle_point(story, kind, words)


@transaction.atomic
def accept_spot(story: Story, finding: Finding, *, instead: str) -> None:
    """Writes these words at the finding’s place."""
    place = finding.place
    if place.start is None or place.end is None:
        raise Gone
    if place.field == "headline":
        story.headline = story.headline[: place.start] + instead + story.headline[place.end :]
    else:
        _write(
            story,
            paragraph=place.paragraph or 0,
            start=place.start,
            end=place.end,
            words=instead,
        )
    _keep(story)


@transaction.atomic
def refuse_spot(story: Story, finding: Finding, *, reason: str, by: User) -> None:
    """Passes the finding by, with a reason. One that blocks is mended, never refused."""
    dismiss(
        story, key=finding.key, rule=finding.rule, message=finding.message, reason=reason, by=by
    )


def _number(story: Story, row: Attribution) -> int:
    """Which passage of the body it is, those of sources that exist no more included."""
    marks = passages(story.body)
    existing = Source.objects.in_bulk({mark.source for mark in marks})
    return [n for n, mark in enumerate(marks) if mark.source in existing][row.position]


def _write(story: Story, *, paragraph: int, start: int, end: int, words: str) -> None:
    story.body = with_words(story.body, paragraph=paragraph, start=start, end=end, words=words)


def _settle_point(story: Story, kind: Kind, words: str) -> None:
    paste = Paste.objects.select_for_update().filter(story=story).first()
    points = paste.points if paste else []
    left = [point for point in points if (point["kind"], point["words"]) != (kind, words)]
    if paste is None or len(left) == len(points):
        raise Gone
    paste.points = left
    paste.save()


def _keep(story: Story) -> None:
    """Stores the story’s words. What is proposed of a passage stays proposed though it changed."""
    proposed = list(story.attributions.filter(is_proposal=True).values_list("pk", flat=True))
    story.save(update_fields=["headline", "body", "updated_at"])
    settle_references(story)
    story.attributions.filter(pk__in=proposed).update(is_proposal=True)
