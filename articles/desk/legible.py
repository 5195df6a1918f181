"""A snapshot as people read it: labels and words instead of columns and ids, ready to compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.desk.attribution import Attribution
from articles.desk.byline import Byline
from articles.desk.photos.photo import Photo
from articles.desk.reply import Reply
from articles.desk.source import Source
from articles.desk.story import Story
from articles.masthead.contributor import Contributor
from articles.masthead.section import Section

Values = dict[str, Any]
NOT_SHOWN = frozenset(
    ["id", "order", "position", "original_metadata", "photo_id", "is_proposal", "passage", "party"]
)
YES = {True: "yes", False: "no"}


@dataclass(frozen=True)
class Row:
    """Something of a story that two snapshots may both have: `key` tells which."""

    key: str
    title: str
    words: dict[str, str]


@dataclass
class Legible:
    """The story's own words by their labels, its body, and its rows by what they are."""

    fields: dict[str, str]
    body: str
    rows: dict[str, list[Row]] = field(default_factory=dict)


@dataclass
class Names:
    """What the ids of some snapshots stand for, looked up at once."""

    sections: dict[int, Section]
    contributors: dict[int, Contributor]
    photos: dict[int, Photo]
    sources: dict[int, Source]
    users: dict[int, User]

    @classmethod
    def of(cls, snapshots: Iterable[Values]) -> Names:
        found: dict[str, set[int]] = {}
        for name, pk in (pair for values in snapshots for pair in _ids(values)):
            found.setdefault(name, set()).add(pk)
        photos = found.get("photo_id", set()) | found.get("fallback_id", set())
        return cls(
            sections=Section.objects.in_bulk(found.get("section_id", set())),
            contributors=Contributor.objects.in_bulk(found.get("contributor_id", set())),
            photos=Photo.objects.defer("original_metadata").in_bulk(photos),
            sources=Source.objects.in_bulk(found.get("source_id", set())),
            users=User.objects.in_bulk(found.get("assigned_to_id", set())),
        )

    def of_column(self, name: str, pk: Any) -> str:
        kinds: dict[str, dict[int, Any]] = {
            "section_id": self.sections,
            "contributor_id": self.contributors,
            "photo_id": self.photos,
            "fallback_id": self.photos,
            "source_id": self.sources,
            "assigned_to_id": self.users,
        }
        return str(kinds[name].get(pk, f"no. {pk}, which is gone"))


def _ids(values: Values) -> Iterator[tuple[str, int]]:
    """Every id of another row in a snapshot, with its column."""
    rows = [values["story"], values.get("desk", {})]
    for kind in ("bylines", "placements", "attributions", "replies"):
        rows += values.get(kind, [])
    for row in rows:
        for name, value in row.items():
            if name.endswith("_id") and value is not None:
                yield name, value
        for pk in row.get("confirmed_by", ()):
            yield "source_id", pk


def legible(values: Values, names: Names) -> Legible:
    own = {**values["story"], **values.get("desk", {})}
    fields = {label: words for label, words in _labelled(Story, own, names) if label != "Body"}
    fields["Tags"] = ", ".join(sorted(name for _, name in values["tags"]))
    rows = {
        "Bylines": list(_bylines(values, names)),
        "Pictures": list(_pictures(values, names)),
        "Passages with a source": list(_passages(values, names)),
    }
    if "replies" in values:
        rows["Requests for comment"] = list(_replies(values, names))
    return Legible(fields, own["body"], rows)


def _labelled(model: Any, row: Values, names: Names) -> Iterator[tuple[str, str]]:
    columns = {one.attname: one for one in model._meta.concrete_fields}
    for name, value in row.items():
        column = columns.get(name)
        if column is None or name in NOT_SHOWN:
            continue
        label = str(column.verbose_name)
        yield label[:1].upper() + label[1:], _in_words(column, value, names)


def _in_words(column: Any, value: Any, names: Names) -> str:
    if value in (None, ""):
        return ""
    if column.is_relation:
        return names.of_column(column.attname, value)
    if isinstance(value, bool):
        return YES[value]
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    moment = parse_datetime(value) if column.get_internal_type() == "DateTimeField" else None
    return f"{timezone.localtime(moment):%d %B %Y, %H:%M %Z}" if moment else str(value)


def _bylines(values: Values, names: Names) -> Iterator[Row]:
    for row in values["bylines"]:
        name = names.of_column("contributor_id", row["contributor_id"])
        words = dict(_labelled(Byline, {"role": row["role"]}, names))
        yield Row(f"{row['contributor_id']}-{row['role']}", name, words)


def _pictures(values: Values, names: Names) -> Iterator[Row]:
    """The words under each picture as a page prints them: those of the use, or the photo's own."""
    for row in values["placements"]:
        photo = names.photos.get(row["photo_id"])
        caption, alt_text = row["caption"].strip(), row["alt_text"].strip()
        words = {
            "Caption": caption or (photo.caption.strip() if photo else ""),
            "Alt text": alt_text or (photo.alt_text.strip() if photo else ""),
            "File picture": YES[row["is_file_picture"]],
            "Takes its place": names.of_column("fallback_id", row["fallback_id"])
            if row["fallback_id"]
            else "",
        }
        yield Row(str(row["photo_id"]), names.of_column("photo_id", row["photo_id"]), words)


def _passages(values: Values, names: Names) -> Iterator[Row]:
    for row in values["attributions"]:
        source = names.of_column("source_id", row["source_id"])
        words = {"Passage": row["passage"], **dict(_labelled(Attribution, row, names))}
        confirmed = [names.of_column("source_id", pk) for pk in row["confirmed_by"]]
        words["Confirmed by"] = ", ".join(confirmed)
        yield Row(
            str(row["id"] or f"new-{row['position']}"), f"{source}: {row['passage'][:60]}", words
        )


def _replies(values: Values, names: Names) -> Iterator[Row]:
    for row in values["replies"]:
        words = {"Party": row["party"], **dict(_labelled(Reply, row, names))}
        words["Times asked"] = str(len(row["attempts"]))
        yield Row(str(row["id"]), row["party"], words)
