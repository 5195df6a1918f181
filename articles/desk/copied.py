"""Copied text: long runs of words that a story shares with the archive, or with what came in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.desk.paste import Paste
from articles.desk.story import Story
from articles.markup.runs import Run, longest_run, prints
from articles.markup.text import plain_text
from articles.vocabulary import Provenance

ENOUGH = 40
"""So many words in a row are no accident: sentences that two people write alike are shorter."""

MOST = 20  # texts that are looked at
NOT_OURS = (Provenance.PUBLISHER, Provenance.UNKNOWN)


@dataclass(frozen=True)
class Copied:
    """A run of the story's words, and where else it stands: in a story, or in a pasted text.

    `headline` is a released story's, else empty: what others have in drafts is not told.
    """

    run: Run
    words: str
    headline: str = ""
    is_own_paste: bool = False


def copied_in(story: Story) -> Iterator[Copied]:
    """The longest run with each such text. Two queries at most.

    The body may be one that is being typed: the row's own prints are of the one that is stored.
    """
    text = plain_text(story.body)
    wanted = prints(text)
    if not wanted:
        return
    released = (
        Story.objects.filter(prints__overlap=wanted, releases__isnull=False)
        .exclude(pk=story.pk)
        .distinct()
        .order_by("-pk")[:MOST]
    )
    pasted = (
        Paste.objects.filter(prints__overlap=wanted, provenance__in=NOT_OURS)
        .order_by("-pk")
        .only("text", "story_id")[:MOST]
    )
    for other in released:
        yield from _copied(text, plain_text(other.body), headline=str(other))
    for paste in pasted:
        yield from _copied(text, paste.text, is_own_paste=paste.story_id == story.pk)


def _copied(
    text: str, other: str, *, headline: str = "", is_own_paste: bool = False
) -> Iterator[Copied]:
    run = longest_run(text, other)
    if run is not None and run.words >= ENOUGH:
        words = text[run.start : run.end]
        yield Copied(run, words, headline=headline, is_own_paste=is_own_paste)
