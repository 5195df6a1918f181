"""What two snapshots of a story have otherwise, from the headline to the last caption."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from articles.desk.legible import Legible, Names, Row, legible
from articles.markup.diff import Change, Kind, Piece, bodies, words


@dataclass(frozen=True)
class Paragraph:
    """A paragraph or picture of the body; a picture's name, where it is one."""

    change: Change
    picture: str = ""


@dataclass(frozen=True)
class RowChange:
    kind: Kind
    title: str
    words: list[tuple[str, list[Piece]]]


@dataclass
class Comparison:
    """Only what differs of fields and rows; of the body, all of it."""

    fields: list[tuple[str, list[Piece]]] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    rows: dict[str, list[RowChange]] = field(default_factory=dict)

    @property
    def body_changes(self) -> bool:
        return any(one.change.kind != Kind.SAME for one in self.body)

    @property
    def is_same(self) -> bool:
        return not (self.fields or self.rows or self.body_changes)


def compare(before: dict[str, Any], after: dict[str, Any]) -> Comparison:
    """From the first to the second. What only one of them keeps is left out."""
    names = Names.of([before, after])
    old, new = legible(before, names), legible(after, names)
    rows = {
        kind: changes
        for kind in old.rows
        if kind in new.rows and (changes := list(_rows(old.rows[kind], new.rows[kind])))
    }
    return Comparison(_fields(old, new), list(_body(old, new, names)), rows)


def _fields(old: Legible, new: Legible) -> list[tuple[str, list[Piece]]]:
    return [
        (label, words(old.fields[label], new.fields[label]))
        for label in new.fields
        if label in old.fields and old.fields[label] != new.fields[label]
    ]


def _body(old: Legible, new: Legible, names: Names) -> Iterator[Paragraph]:
    for change in bodies(old.body, new.body):
        photo = change.photo
        name = str(names.photos.get(int(photo), f"Photo {photo}")) if photo else ""
        yield Paragraph(change, name)


def _rows(old: list[Row], new: list[Row]) -> Iterator[RowChange]:
    was, now = ({row.key: row for row in rows} for rows in (old, new))
    for key, row in now.items():
        if key not in was:
            yield RowChange(Kind.ADDED, row.title, _words({}, row.words))
        elif changed := _words(was[key].words, row.words):
            yield RowChange(Kind.CHANGED, row.title, changed)
    for key, row in was.items():
        if key not in now:
            yield RowChange(Kind.REMOVED, row.title, _words(row.words, {}))


def _words(old: dict[str, str], new: dict[str, str]) -> list[tuple[str, list[Piece]]]:
    labels = list(dict.fromkeys([*new, *old]))
    return [
        (label, words(old.get(label, ""), new.get(label, "")))
        for label in labels
        if old.get(label, "") != new.get(label, "")
    ]
