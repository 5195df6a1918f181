"""Echoes: the words of a story's quotes, as other stories of ours have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.desk.attribution import Attribution
from articles.desk.story import Story
from articles.vocabulary import AttributionKind

ENOUGH = 3
"""So many runs of four words in common make two quotes the same one."""

MOST = 50  # rows that are looked at


@dataclass(frozen=True)
class Echo:
    """A quote of this story, by its position, and the words on record of the same one elsewhere."""

    position: int
    verbatim: str
    headline: str


def echoes_of(story: Story, attributions: Iterable[Attribution]) -> Iterator[Echo]:
    """The quotes of released stories that share many words with this one's. One query at most."""
    quotes = [row for row in attributions if row.is_quote and len(row.shingles) >= ENOUGH]
    if not quotes:
        return
    wanted = sorted({shingle for row in quotes for shingle in row.shingles})
    others = (
        Attribution.objects.filter(
            kind=AttributionKind.QUOTE, shingles__overlap=wanted, story__releases__isnull=False
        )
        .exclude(story=story.pk)
        .select_related("story")
        .only("verbatim", "shingles", "story__headline", "story__slugline")
        .distinct()
        .order_by("-pk")[:MOST]
    )
    for other in others:
        for row in quotes:
            if len(set(row.shingles) & set(other.shingles)) >= ENOUGH:
                yield Echo(row.position, other.verbatim, str(other.story))
