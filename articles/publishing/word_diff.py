"""Word by word, what two lines have in common and where they differ. Pure.

The one place that compares words for the door: another way of comparing is put in here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

TOKEN = re.compile(r"[^\W_]+(?:[’'\-.,:/][^\W_]+)*|\s+|[^\w\s]|_")
"""A word (as `markup.text` has it), a stretch of white space, or one mark."""
LETTERS = re.compile(r"[^\W_]+")
ALIKE = 0.5
LONGEST = 1_000_000
"""So many pairs of words are compared in one line."""
ENOUGH = 300
"""So many words tell whether two lines are alike."""
MOST = 40
"""So many changed paragraphs are paired with each other; more were written anew."""


@dataclass(frozen=True)
class Piece:
    """Words that both have (`same`), that only the first has (`gone`), or the second (`new`)."""

    mark: str
    words: str


def tokens(words: str) -> list[str]:
    return TOKEN.findall(words)


def pieces(before: str, after: str) -> list[Piece]:
    """The line as it was and as it is, woven into one.

    A blank between two changed words belongs to the change: it is read as one.
    """
    old, new = tokens(before), tokens(after)
    found: list[Piece] = []
    gone, added = "", ""
    found_steps = steps(old, new)
    for number, (tag, i, j, k, m) in enumerate(found_steps):
        was, now = "".join(old[i:j]), "".join(new[k:m])
        if tag == "equal" and (
            was.strip() or not (gone or added) or number == len(found_steps) - 1
        ):
            found += [*_changed(gone, added), Piece("same", was)]
            gone, added = "", ""
        else:
            gone, added = gone + was, added + now
    return [*found, *_changed(gone, added)]


def steps(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """How the one becomes the other, as `difflib` tells it; what is too long, in one step."""
    if len(old) * len(new) > LONGEST:
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _changed(gone: str, added: str) -> list[Piece]:
    pieces = (Piece("gone", gone), Piece("new", added))
    return [piece for piece in pieces if piece.words]


def pairs(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str]]:
    """The lines that differ, each beside what became of it; empty where it has no partner.

    A line that only stands elsewhere now is no difference.
    """
    gone, new = _less(before, after), _less(after, before)
    found = []
    for line in gone[:MOST]:
        partner = max(new[:MOST], key=lambda one: likeness(line, one), default="")
        if partner and likeness(line, partner) >= ALIKE:
            new.remove(partner)
            found.append((line, partner))
        else:
            found.append((line, ""))
    found += [(line, "") for line in gone[MOST:]]
    return [*found, *(("", line) for line in new)]


def likeness(one: str, other: str) -> float:
    """From 0 to 1, by words."""
    first, second = _solid(one)[:ENOUGH], _solid(other)[:ENOUGH]
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _solid(words: str) -> list[str]:
    return LETTERS.findall(words.casefold())


def _less(lines: Sequence[str], others: Sequence[str]) -> list[str]:
    """Those of the lines that the others do not have, each as often as it is over."""
    left = Counter(others)
    found = []
    for line in lines:
        if left[line]:
            left[line] -= 1
        else:
            found.append(line)
    return found
