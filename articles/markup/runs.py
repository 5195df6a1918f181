"""Runs: long stretches of words that two texts have in common, quotations apart.

A text's prints are hashes of each eight words in a row, of which every fourth value is kept
(Manber's sampling): two texts that share a long run share prints, wherever in them it stands.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from articles.markup.quotations import quoted_spans
from articles.markup.wording import Token, tokens

PRINT = 8  # words
KEPT = 4  # one value in so many
NOBODY = Token("", 0, 0)
"""Stands where a quotation was: words of others are the same in every text that quotes them."""


@dataclass(frozen=True)
class Run:
    """So many words in a row that another text has too, where they start and end in this one."""

    words: int
    start: int
    end: int


def prints(text: str) -> list[int]:
    """The text's prints, each a signed number of 32 bits, in order."""
    found = (zlib.crc32(" ".join(words).encode()) for words, _ in _eights(_own_words(text)))
    return sorted({value - 2**31 for value in found if value % KEPT == 0})


def longest_run(text: str, other: str) -> Run | None:
    """The longest stretch of this text that stands in the other one as well, if there is any."""
    mine, theirs = _own_words(text), _own_words(other)
    places = dict(_eights(theirs))
    best, place = None, 0
    while place + PRINT <= len(mine):
        words = tuple(token.plain for token in mine[place : place + PRINT])
        if "" in words or words not in places:
            place += 1
            continue
        length = _common(mine, theirs, place, places[words])
        if best is None or length > best.words:
            best = Run(length, mine[place].start, mine[place + length - 1].end)
        place += length
    return best


def _own_words(text: str) -> list[Token]:
    """The words of the text paragraph by paragraph; a quotation is one word that nothing equals."""
    found: list[Token] = []
    position = 0
    for paragraph in text.split("\n\n"):
        quotes = [span for span in quoted_spans(paragraph) if span.end - span.start > 1]
        for token in tokens(paragraph):
            if any(span.start <= token.start < span.end for span in quotes):
                if found and found[-1] is not NOBODY:
                    found.append(NOBODY)
            else:
                found.append(Token(token.plain, position + token.start, position + token.end))
        position += len(paragraph) + 2
    return found


def _eights(words: list[Token]) -> Iterator[tuple[tuple[str, ...], int]]:
    for place in range(len(words) - PRINT + 1):
        some = tuple(token.plain for token in words[place : place + PRINT])
        if "" not in some:
            yield some, place


def _common(mine: list[Token], theirs: list[Token], first: int, second: int) -> int:
    length = 0
    while (
        first + length < len(mine)
        and second + length < len(theirs)
        and mine[first + length].plain == theirs[second + length].plain != ""
    ):
        length += 1
    return length
