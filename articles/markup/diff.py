"""What changed between two texts: words within paragraphs, paragraphs, moved ones. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from articles.markup.alignment import (
    FIGURE,
    Pair,
    align,
    block_text,
    blocks,
    figure_photo,
    likeness,
)
from articles.markup.text import WORD

TOKEN = re.compile(rf"{WORD.pattern}|\s+|.", re.DOTALL)
LONGEST = 4_000_000
"""So many pairs of words of one paragraph are compared; a longer one is shown old and new."""
SAME_PARAGRAPH = 0.25
"""Below this likeness two paragraphs are one that went and one that came."""
MOVED = 0.75


class Kind(StrEnum):
    """Of a stretch of words, or of a paragraph."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    MARKED = "marked"  # the same words, but other bold, links or source marks


@dataclass(frozen=True)
class Piece:
    """A stretch of words that stayed, came or went."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Change:
    """One paragraph or picture, and what became of it. `photo` is the picture's id."""

    kind: Kind
    pieces: tuple[Piece, ...]
    tag: str = "p"
    photo: int | None = None


def words(before: str, after: str) -> list[Piece]:
    """Both texts as one row of pieces: without the removed it is the second, without the added
    the first."""
    first, second = TOKEN.findall(before), TOKEN.findall(after)
    if len(first) * len(second) > LONGEST:
        return _replaced(before, after)
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    for kind, i, j, low, high in matcher.get_opcodes():
        old, new = "".join(first[i:j]), "".join(second[low:high])
        pieces += [Piece(Kind.SAME, old)] if kind == "equal" else _replaced(old, new)
    return _in_whole_stretches(pieces)


def _replaced(old: str, new: str) -> list[Piece]:
    found = [Piece(Kind.REMOVED, old), Piece(Kind.ADDED, new)]
    return [piece for piece in found if piece.text]


def _in_whole_stretches(pieces: Sequence[Piece]) -> list[Piece]:
    """A space alone between two changes belongs to them: phrases are read, not single words."""
    found: list[Piece] = []
    old = new = ""
    for place, piece in enumerate(pieces):
        joins = piece.text.isspace() and (old or new) and place + 1 < len(pieces)
        if piece.kind == Kind.SAME and not joins:
            found += [*_replaced(old, new), piece]
            old = new = ""
            continue
        old += piece.text if piece.kind != Kind.ADDED else ""
        new += piece.text if piece.kind != Kind.REMOVED else ""
    return [*found, *_replaced(old, new)]


def bodies(before: str, after: str) -> list[Change]:
    """The two bodies as one row of paragraphs, in the order of the second."""
    first, second = blocks(before), blocks(after)
    pairs = list(_parted(align(first, second), first, second))
    moved = _moved(pairs, first, second)
    gone = set(moved.values())
    changes = []
    for old, new in pairs:
        if new is None and old is not None and old not in gone:
            changes.append(_whole(Kind.REMOVED, first[old]))
        elif new is not None and old is not None:
            changes.append(_change(first[old], second[new], Kind.CHANGED))
        elif new in moved:
            changes.append(_change(first[moved[new]], second[new], Kind.MOVED))
        elif new is not None:
            changes.append(_whole(Kind.ADDED, second[new]))
    return changes


def _parted(pairs: Sequence[Pair], first: Sequence[str], second: Sequence[str]) -> Iterator[Pair]:
    """A paragraph that was written anew from the first word to the last is two."""
    for old, new in pairs:
        if old is None or new is None or likeness(first[old], second[new]) >= SAME_PARAGRAPH:
            yield old, new
        else:
            yield from ((old, None), (None, new))


def _moved(pairs: Sequence[Pair], first: Sequence[str], second: Sequence[str]) -> dict[int, int]:
    """Of paragraphs that seem new: where they stood before."""
    gone = [old for old, new in pairs if new is None and old is not None]
    found: dict[int, int] = {}
    for old, new in pairs:
        if old is not None or new is None:
            continue
        alike = [(likeness(first[one], second[new]), one) for one in gone]
        close = [(share, -one) for share, one in alike if share >= MOVED]
        if close:
            found[new] = -max(close)[1]
            gone.remove(found[new])
    return found


def _tag(block: str) -> str:
    return re.split(r"[\s>]", block[1:], maxsplit=1)[0]


def _whole(kind: Kind, block: str) -> Change:
    return Change(kind, _all(kind, block_text(block)), _tag(block), figure_photo(block))


def _all(kind: Kind, text: str) -> tuple[Piece, ...]:
    return (Piece(kind, text),) if text else ()


def _change(old: str, new: str, kind: Kind) -> Change:
    if old == new:
        text = "" if new.startswith(FIGURE) else block_text(new)
        same = Kind.SAME if kind == Kind.CHANGED else kind
        return Change(same, _all(Kind.SAME, text), _tag(new), figure_photo(new))
    pieces = tuple(words(block_text(old), block_text(new)))
    if kind == Kind.CHANGED and all(piece.kind == Kind.SAME for piece in pieces):
        kind = Kind.MARKED
    return Change(kind, pieces, _tag(new), figure_photo(new))


def tally(before: str, after: str) -> tuple[int, int]:
    """How many words of plain text came and how many went, wherever they stand."""
    first, second = (Counter(WORD.findall(text)) for text in (before, after))
    return (second - first).total(), (first - second).total()
