"""Wording: whether two passages have the same words, whatever the marks and the typesetting.

A published quote may leave words out with “…” and add or replace some in [brackets]; any other
change of a word is a change (AP and New York Times: quotes are never tidied).
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from articles.markup.quotations import quoted_spans

TOKEN = re.compile(r"\[[^\]]{0,200}\]|…|\.\.\.|[^\W_]+(?:['’\-][^\W_]+)*")
OMISSION = frozenset({"…", "..."})
SHINGLE = 4  # words
TELLS = 2_000
"""So many characters of a text tell whether it is like another."""
STRETCH = 8  # words of the record that one bracket may stand for
APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-"})


@dataclass(frozen=True)
class Token:
    """A word, a bracketed insertion, or an omission; `plain` is how it is compared."""

    plain: str
    start: int
    end: int

    @property
    def is_bracket(self) -> bool:
        return self.plain.startswith("[")

    @property
    def is_omission(self) -> bool:
        return self.plain in OMISSION


def tokens(text: str) -> list[Token]:
    found = []
    for match in TOKEN.finditer(text):
        plain = unicodedata.normalize("NFKC", match[0].translate(APOSTROPHES)).casefold()
        found.append(Token(plain if match[0] not in OMISSION else "…", match.start(), match.end()))
    return found


def said(passage: str) -> str:
    """The words inside the passage's quotation marks; parts of one utterance joined by “…”."""
    parts = [
        passage[span.start + 1 : span.end - 1 if span.closed else span.end]
        for span in quoted_spans(passage)
    ]
    return " … ".join(part.strip(" ,.;”’\"'") if len(parts) > 1 else part for part in parts).strip()


@dataclass(frozen=True)
class Difference:
    """Words of a passage, by their place in it, that the record has otherwise."""

    start: int
    end: int
    words: str
    record: str


def difference(passage: str, record: str) -> Difference | None:
    """Where the passage first departs from the words on record; None when it does not."""
    mine, theirs = tokens(passage), tokens(record)
    if not mine or _agree(mine, theirs):
        return None
    plain, recorded = ([token.plain for token in some] for some in (mine, theirs))
    blocks = SequenceMatcher(None, plain, recorded, autojunk=False).get_opcodes()
    changes = [block for block in blocks if _counts(block, mine)]
    if not changes:
        return None
    kind, first, last, low, high = min(changes, key=lambda block: _weight(block, len(mine)))
    if kind == "replace":
        low, high = _as_many(first, last, low, high, len(mine))
    start = mine[first].start if first < len(mine) else mine[-1].end
    end = mine[last - 1].end if last > first else start
    words = record[theirs[low].start : theirs[high - 1].end] if high > low else ""
    return Difference(start, end, passage[start:end], words)


def _counts(block: tuple[str, int, int, int, int], mine: list[Token]) -> bool:
    kind, first, last, _, _ = block
    if kind == "equal":
        return False
    changed = mine[first:last]
    return not changed or not all(token.is_bracket or token.is_omission for token in changed)


def _as_many(first: int, last: int, low: int, high: int, length: int) -> tuple[int, int]:
    """The words of the record that belong to those that were changed.

    A record that goes on where the passage ends is no part of the change: “the pier” for “the
    quay at night, I can tell you” has one word wrong, not six.
    """
    changed = last - first
    if high - low <= changed or (first == 0 and last == length):
        return low, high
    if last == length:
        return low, low + changed
    return (high - changed, high) if first == 0 else (low, high)


def _weight(block: tuple[str, int, int, int, int], length: int) -> tuple[bool, int]:
    """What the record has more at its two ends is no change, as long as there is another."""
    kind, first, _, _, _ = block
    at_an_end = kind == "insert" and first in {0, length}
    return at_an_end, first


def _agree(mine: list[Token], theirs: list[Token]) -> bool:
    """Whether the passage stands in the record, brackets and omissions aside."""
    pattern = "".join(_piece(token) for token in mine)
    record = "".join(f"{token.plain} " for token in theirs if not token.is_omission)
    return re.search(rf"(?:\A|(?<= )){pattern}", record) is not None


def _piece(token: Token) -> str:
    if token.is_omission:
        return r"(?:\S+ )*?"
    if token.is_bracket:
        return rf"(?:\S+ ){{0,{STRETCH}}}?"
    return re.escape(token.plain) + " "


def shingles(text: str) -> list[int]:
    """Each four words in a row, hashed to 32 bits: what two wordings of one quote share."""
    return sorted(set(_shingles(text)))


def _shingles(text: str) -> Iterator[int]:
    words = [token.plain for token in tokens(text) if not (token.is_bracket or token.is_omission)]
    for first in range(len(words) - SHINGLE + 1):
        whole = " ".join(words[first : first + SHINGLE])
        yield zlib.crc32(whole.encode()) - 2**31  # PostgreSQL's integer has a sign


def likeness(first: str, second: str, *, at_least: float = 0.0) -> float:
    """How alike two texts are, from 0 to 1, by their words in order; 0 where it is less than that.

    Quicker with `at_least`. Long texts are judged by how they begin.
    """
    mine, theirs = _plain_words(first[:TELLS]), _plain_words(second[:TELLS])
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    found = matcher.ratio() if matcher.quick_ratio() >= at_least else 0.0
    return found if found >= at_least else 0.0


@lru_cache(maxsize=512)
def _plain_words(text: str) -> tuple[str, ...]:
    """Kept, since each paragraph is compared with many others."""
    return tuple(token.plain for token in tokens(text))
