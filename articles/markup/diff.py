"""What changed between two texts: words within paragraphs, paragraphs, moved ones. Pure.

The one way of comparing words: the desk's revisions, what readers have with what they would get,
and two editions on the site.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from articles.markup.alignment import MOST, Pair, align, share
from articles.markup.blocks import Block, blocks, line_blocks, page_blocks
from articles.markup.text import WORD

TOKEN = re.compile(rf"{WORD.pattern}|\s+|.", re.DOTALL)
LONGEST = 1_000_000
"""So many pairs of words are compared; what is longer is shown old and new."""
SAME_PARAGRAPH = 0.5
"""From this share on, two paragraphs are one that was changed, in its place or moved. Below, one
went and another came."""

Step = tuple[str, int, int, int, int]


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
    """One paragraph or picture, and what became of it.

    `photo` is the picture as its body names it: by its id on the desk, by its key in an edition.
    """

    kind: Kind
    pieces: tuple[Piece, ...]
    tag: str = "p"
    photo: str = ""

    @property
    def before(self) -> str:
        return "".join(one.text for one in self.pieces if one.kind != Kind.ADDED)

    @property
    def after(self) -> str:
        return "".join(one.text for one in self.pieces if one.kind != Kind.REMOVED)


def tokens(text: str) -> list[str]:
    """Words, stretches of white space and single marks; together they are the text."""
    return TOKEN.findall(text)


def steps(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """How the one row becomes the other, as `difflib` tells it: what they begin and end with
    alike, and of the rest what is equal, unless it is too long to be compared."""
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    end, other_end = len(old) - last, len(new) - last
    middle, other = old[first:end], new[first:other_end]
    if len(middle) * len(other) > LONGEST:
        between: list[Step] = [("replace", 0, len(middle), 0, len(other))]
    else:
        between = list(SequenceMatcher(str.isspace, middle, other, autojunk=False).get_opcodes())
    found = [
        ("equal", 0, first, 0, first),
        *((kind, first + i, first + j, first + k, first + m) for kind, i, j, k, m in between),
        ("equal", end, len(old), other_end, len(new)),
    ]
    return [step for step in found if step[1] < step[2] or step[3] < step[4]]


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many both begin with."""
    both = zip(old, new, strict=False)
    differ = (place for place, (one, other) in enumerate(both) if one != other)
    return next(differ, min(len(old), len(new)))


def words(before: str, after: str) -> list[Piece]:
    """Both texts as one row of pieces: without the removed it is the second, without the added
    the first."""
    first, second = tokens(before), tokens(after)
    pieces: list[Piece] = []
    for kind, i, j, low, high in steps(first, second):
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
    """Two bodies of stories as one row of paragraphs and pictures, in the order of the second."""
    return _changes(blocks(before), blocks(after))


def pages(before: str, after: str) -> list[Change]:
    """The same of the finished bodies of two editions; a picture's words are caption and credit."""
    return _changes(page_blocks(before), page_blocks(after))


def lines(before: list[str], after: list[str]) -> list[Change]:
    """The same of plain lines."""
    return _changes(line_blocks(before), line_blocks(after))


def _changes(first: Sequence[Block], second: Sequence[Block]) -> list[Change]:
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


def _parted(
    pairs: Sequence[Pair], first: Sequence[Block], second: Sequence[Block]
) -> Iterator[Pair]:
    """A paragraph that was written anew from the first word to the last is two."""
    for old, new in pairs:
        if old is None or new is None or share(first[old], second[new]) >= SAME_PARAGRAPH:
            yield old, new
        else:
            yield from ((old, None), (None, new))


def _moved(
    pairs: Sequence[Pair], first: Sequence[Block], second: Sequence[Block]
) -> dict[int, int]:
    """Of paragraphs that seem new: where they stood before. Of very many only unchanged ones."""
    gone = [old for old, new in pairs if new is None and old is not None]
    came = [new for old, new in pairs if old is None and new is not None]
    are_few = len(gone) * len(came) <= MOST
    found: dict[int, int] = {}
    for new in came:
        alike = [
            (share(first[one], second[new]) if are_few else float(first[one] == second[new]), -one)
            for one in gone
        ]
        most, place = max(alike, default=(0.0, 0))
        if most >= SAME_PARAGRAPH:
            found[new] = -place
            gone.remove(-place)
    return found


def _whole(kind: Kind, block: Block) -> Change:
    return Change(kind, _all(kind, block.text), block.tag, block.photo)


def _all(kind: Kind, text: str) -> tuple[Piece, ...]:
    return (Piece(kind, text),) if text else ()


def _change(old: Block, new: Block, kind: Kind) -> Change:
    pieces = tuple(words(old.text, new.text))
    if kind == Kind.CHANGED and all(piece.kind == Kind.SAME for piece in pieces):
        kind = Kind.SAME if old == new else Kind.MARKED
    return Change(kind, pieces, new.tag, new.photo)


def tally(before: str, after: str) -> tuple[int, int]:
    """How many words of plain text came and how many went, wherever they stand."""
    first, second = (Counter(WORD.findall(text)) for text in (before, after))
    return (second - first).total(), (first - second).total()
