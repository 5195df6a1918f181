"""Alignment: which paragraph of one text is which of another, whatever was changed in it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from articles.markup.blocks import Block
from articles.markup.wording import likeness

Pair = tuple[int | None, int | None]
"""A place in the first text and one in the second; None where the paragraph is in one alone."""

ALIKE = 0.4
"""From this share of common words on, a changed paragraph is the same paragraph."""
MOST = 900
"""So many pairs of changed paragraphs are compared; beyond, they are taken in their order."""


def share(before: Block, after: Block) -> float:
    """How much of two blocks is the same, from 0 to 1. Figures show the same picture or not."""
    if before == after:
        return 1.0
    if before.is_figure or after.is_figure:
        return float(before.photo == after.photo != "")
    return likeness(before.text, after.text, at_least=ALIKE)


def align(before: Sequence[Block], after: Sequence[Block]) -> list[Pair]:
    """Every place of both texts once, in their order: equal, changed, only before or only after."""
    pairs: list[Pair] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, low, high in matcher.get_opcodes():
        if kind == "equal":
            pairs += zip(range(first, last), range(low, high), strict=True)
        else:
            pairs += _changed(before, after, range(first, last), range(low, high))
    return pairs


def _changed(
    before: Sequence[Block], after: Sequence[Block], here: range, there: range
) -> Iterator[Pair]:
    """Pairs those that are alike; as many of both between two pairs were rewritten."""
    if len(here) * len(there) > MOST:
        found = [(here[n], there[n]) for n in range(min(len(here), len(there)))]
    else:
        found = _alike(before, after, here, there)
    first, low = here.start, there.start
    for place, other in [*found, (here.stop, there.stop)]:
        yield from _left_over(range(first, place), range(low, other), before, after)
        if place < here.stop and other < there.stop:
            yield place, other
        first, low = place + 1, other + 1


def _left_over(
    here: range, there: range, before: Sequence[Block], after: Sequence[Block]
) -> Iterator[Pair]:
    same_number = len(here) == len(there)
    left = [*(before[n] for n in here), *(after[n] for n in there)]
    if same_number and not any(one.is_figure for one in left):
        yield from zip(here, there, strict=True)
        return
    yield from ((place, None) for place in here)
    yield from ((None, place) for place in there)


def _alike(
    before: Sequence[Block], after: Sequence[Block], here: range, there: range
) -> list[tuple[int, int]]:
    """The pairs, in order, that together are the most alike."""
    best = [[0.0] * (len(there) + 1) for _ in range(len(here) + 1)]
    alike = [[share(before[i], after[j]) for j in there] for i in here]
    for i in range(len(here) - 1, -1, -1):
        for j in range(len(there) - 1, -1, -1):
            together = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    found, i, j = [], 0, 0
    while i < len(here) and j < len(there):
        if alike[i][j] >= ALIKE and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            found.append((here[i], there[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found
