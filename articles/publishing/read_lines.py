"""Lines as they are read: the words of an edition, line by line, as readers meet them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from articles.markup.diff import Piece, lines, words
from articles.site.edition import Edition


@dataclass(frozen=True)
class Line:
    """One line: where it stands, and its words. Of a picture, its key instead of words."""

    place: str
    words: str


@dataclass(frozen=True)
class Change:
    """One line as it was and as it is; empty where there was or is none."""

    place: str
    before: str
    after: str

    @property
    def pieces(self) -> list[Piece]:
        return words(self.before, self.after)

    def as_values(self) -> dict[str, str]:
        return {"place": self.place, "before": self.before, "after": self.after}


PLACES = ("headline", "kicker", "standfirst", "dateline", "byline", "body", "caption", "credit")
SINGLE = frozenset({"headline", "kicker", "standfirst", "dateline", "byline"})
PICTURE = "picture"


def read_lines(edition: Edition) -> list[Line]:
    """The lines of an edition, a withdrawn one's too: it has a headline alone."""
    figures: list[dict[str, Any]] = edition.figures
    bylines = [f"{one['role_label']} {one['name']}" for one in edition.bylines]
    found = [
        *(Line(place, getattr(edition, place)) for place in PLACES[:4]),
        Line("byline", ", ".join(bylines)),
        *(Line("body", words) for words in edition.text.split("\n\n")),
        *(Line("caption", one["caption"]) for one in figures),
        *(Line("credit", one["credit_line"]) for one in figures),
        *(Line(PICTURE, one["photo"]) for one in figures),
    ]
    return [line for line in found if line.words.strip()]


def changes(before: Sequence[Line], after: Sequence[Line]) -> list[Change]:
    """The lines whose words differ, in the order of the page, and then the pictures."""
    changed = [
        Change(place, was, now)
        for place in PLACES
        for was, now in _pairs(words_in(before, place), words_in(after, place), place)
    ]
    old, new = set(words_in(before, PICTURE)), set(words_in(after, PICTURE))
    gone = [Change(PICTURE, "A picture that readers have", "") for _ in old - new]
    return [*changed, *gone, *(Change(PICTURE, "", "A picture that is new") for _ in new - old)]


def _pairs(before: list[str], after: list[str], place: str) -> list[tuple[str, str]]:
    if place in SINGLE:
        was, now = "".join(before), "".join(after)
        return [(was, now)] if was != now else []
    found = lines(before, after)
    return [(one.before, one.after) for one in found if one.before != one.after]


def words_in(lines: Sequence[Line], place: str) -> list[str]:
    return [line.words for line in lines if line.place == place]
