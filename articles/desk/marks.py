"""Matches the source marks of a body with the rows that are kept of them. Pure.

The body is the truth; a row keeps what people wrote about its passage for as long as the passage
can be told: by its words, by its source with words that are much the same, by its words under
another source, or as the same source's quote in the same place.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from articles.desk.attribution import Attribution
from articles.desk.story import Story
from articles.markup.passages import Passage
from articles.markup.quotations import OPENING_MARKS
from articles.markup.wording import likeness, said, shingles
from articles.vocabulary import AttributionKind

ALIKE = 0.5
"""From this likeness on, a changed passage is the same passage with changed words."""


def attributions_of(
    story: Story, marked: Iterable[Passage], stored: Iterable[Attribution]
) -> list[Attribution]:
    """One row for each mark, in the body's order: a stored one where it matches, else a new one.

    Nothing is saved. A quote that is marked for the first time is its own record.
    """
    marks = list(marked)
    rows = list(stored)
    matched: dict[int, Attribution] = {}
    for is_match in (_same, _alike, _moved, _rewritten):
        _match(marks, rows, matched, is_match)
    return [
        _told(matched.get(position) or Attribution(story=story), mark, position)
        for position, mark in enumerate(marks)
    ]


def _match(
    marks: list[Passage],
    rows: list[Attribution],
    matched: dict[int, Attribution],
    is_match: Callable[[Passage, int, Attribution], bool],
) -> None:
    for position, mark in enumerate(marks):
        if position in matched:
            continue
        row = next((row for row in rows if is_match(mark, position, row)), None)
        if row is not None:
            rows.remove(row)
            matched[position] = row


def _same(mark: Passage, _position: int, row: Attribution) -> bool:
    return (mark.source, mark.text) == (row.source_id, row.passage)


def _alike(mark: Passage, _position: int, row: Attribution) -> bool:
    return mark.source == row.source_id and likeness(mark.text, row.passage) >= ALIKE


def _moved(mark: Passage, _position: int, row: Attribution) -> bool:
    return mark.text == row.passage


def _rewritten(mark: Passage, position: int, row: Attribution) -> bool:
    """Little of it is left, but it is the same person's quote in the same place.

    “No” that became “Yes” keeps its record, so that the change is seen.
    """
    same_place = (mark.source, position) == (row.source_id, row.position)
    return same_place and row.is_quote and is_quote(mark)


def is_quote(mark: Passage) -> bool:
    return mark.in_block_quote or mark.text.startswith(OPENING_MARKS)


def _told(row: Attribution, mark: Passage, position: int) -> Attribution:
    """The row as the mark has it; what a person changed in a proposal, a person has looked at."""
    if row.passage and (row.passage, row.source_id) != (mark.text, mark.source):
        row.is_proposal = False
    quote = is_quote(mark)
    if quote and not row.passage:  # marked for the first time
        row.verbatim = said(mark.text) or mark.text
    row.source_id, row.passage, row.position = mark.source, mark.text, position
    row.kind = AttributionKind.QUOTE if quote else AttributionKind.CLAIM
    row.shingles = shingles(row.verbatim) if quote else []
    return row


def known(marked: Iterable[Passage], sources: Collection[int]) -> list[Passage]:
    """The marks whose source exists."""
    return [mark for mark in marked if mark.source in sources]
