"""Merging what two people made of one text, by paragraph and by field. Pure.

What only one of them changed is taken over. What both changed differently is a clash, which keeps
both; nobody's words are dropped without having been looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from articles.markup.alignment import align
from articles.markup.blocks import Block, blocks

Value = TypeVar("Value")


class Choice(StrEnum):
    """What becomes of a clash."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    OWN = "own"  # another text, written of the two


@dataclass(frozen=True)
class Clash(Generic[Value]):
    """One thing that both changed: as it was, and as each would have it. Gone is empty."""

    base: Value
    mine: Value
    theirs: Value


@dataclass(frozen=True)
class Merged:
    """A body in pieces: HTML where all agree, clashes where they do not."""

    pieces: tuple[str | Clash[str], ...]

    @property
    def clashes(self) -> tuple[Clash[str], ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Clash))

    def resolved(self, texts: Sequence[str]) -> str:
        """The body, with a text for each clash in their order."""
        left = iter(texts)
        return "".join(next(left) if isinstance(piece, Clash) else piece for piece in self.pieces)


def chosen(clash: Clash[str], choice: Choice, *, between: str = "", own: str = "") -> str:
    """The text that the choice makes of both; `own` is what was written of them."""
    if choice == Choice.OWN:
        return own
    if choice == Choice.BOTH:
        return between.join(one for one in (clash.mine, clash.theirs) if one)
    return clash.mine if choice == Choice.MINE else clash.theirs


def merge_values(base: Value, mine: Value, theirs: Value) -> Value | Clash[Value]:
    if mine in (base, theirs):
        return theirs
    return mine if theirs == base else Clash(base, mine, theirs)


@dataclass
class _Side:
    """What one person made of each block, and what they put in before each, and at the end."""

    kept: list[str | None]
    added: dict[int, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, base: Sequence[Block], after: Sequence[Block]) -> _Side:
        side, place = cls([None] * len(base)), 0
        for old, new in align(base, after):
            if old is not None:
                side.kept[old] = after[new].html if new is not None else None
                place = old + 1
            elif new is not None:
                side.added.setdefault(place, []).append(after[new].html)
        return side

    def follow(self, base: Sequence[str], other: _Side) -> None:
        """Where they moved a paragraph that the other one changed: the changed one is moved."""
        for place, was in enumerate(base):
            changed = other.kept[place]
            if self.kept[place] is not None or changed in (None, was) or changed is None:
                continue
            for added in self.added.values():
                if was in added:
                    added[added.index(was)] = changed
                    other.kept[place] = was
                    break


def merge_bodies(base: str, mine: str, theirs: str) -> Merged:
    """What two people made of one body. New paragraphs at one place stand one after the other."""
    first = blocks(base)
    me, they = _Side.of(first, blocks(mine)), _Side.of(first, blocks(theirs))
    was = [block.html for block in first]
    me.follow(was, they)
    they.follow(was, me)
    return Merged(tuple(_pieces(was, me, they)))


def _pieces(was: Sequence[str], me: _Side, they: _Side) -> Iterator[str | Clash[str]]:
    for place in range(len(was) + 1):
        theirs = they.added.get(place, [])
        yield from theirs
        yield from _not_yet(me.added.get(place, []), theirs)
        if place < len(was):
            mine, other = me.kept[place] or "", they.kept[place] or ""
            yield merge_values(was[place], mine, other)


def _not_yet(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[str]:
    """Those of mine that they did not put in as well, each as often as it is there once more."""
    there = list(theirs)
    for one in mine:
        if one in there:
            there.remove(one)
        else:
            yield one
