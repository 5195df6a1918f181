"""What a reader reports: taken in for the desk, as far as the desk can read it all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from articles.desk.reader_report import ReaderReport
from articles.desk.story import Story
from articles.markup.characters import plain_characters
from articles.markup.render import numbered
from articles.site.edition import Edition

WITHIN = timedelta(hours=1)
MOST_OF_A_STORY = 30
MOST = 200
"""So many an hour. More are written by programs, or tell what others have told."""


class TooManyReports(Exception):
    """Nobody could read them all; the message is a sentence to the reader."""


class NoDeskStory(Exception):
    """The desk has no story to this edition any more: a report lies with its story, and who may
    see that may see it. The message is a sentence to the reader."""


@dataclass(frozen=True, kw_only=True)
class Reported:
    """What the reader wrote; `paragraph` is a number that `numbered` gives, or None."""

    wrong: str
    right: str = ""
    email: str = ""
    paragraph: int | None = None


def take_report(edition: Edition, reported: Reported) -> ReaderReport:
    """The report, saved for the desk. Raises `TooManyReports` or `NoDeskStory`."""
    lately = ReaderReport.objects.filter(made_at__gt=timezone.now() - WITHIN)
    story = Story.objects.filter(key=edition.story_key).first()
    if story is None:
        message = (
            "The desk no longer has its own copy of this story, so your report cannot be put "
            "beside it. What you wrote is still here: please write to us instead."
        )
        raise NoDeskStory(message)
    if lately.filter(story=story)[:MOST_OF_A_STORY].count() >= MOST_OF_A_STORY or (
        lately[:MOST].count() >= MOST
    ):
        message = (
            "Very many reports came in within the last hour, so this one was not taken. "
            "What you wrote is still here: try again later, or write to us."
        )
        raise TooManyReports(message)
    passages = dict(numbered(edition.body_html))
    return ReaderReport.objects.create(
        story=story,
        edition_number=edition.number,
        passage=passages.get(reported.paragraph or 0, ""),
        wrong=plain_characters(reported.wrong).strip(),
        right=plain_characters(reported.right).strip(),
        email=reported.email,
    )
