"""What a reader asks of the search: the words, what it is narrowed to, and the page wanted."""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from articles.site.cursor import Cursor
from articles.site.search.matches import BATCH, EVER, Where
from articles.site.search.question import LONGEST, Question, read

SLUG = re.compile(r"[-a-zA-Z0-9_]{1,100}\Z")
PERIODS = {
    "today": ("Today", 0),
    "week": ("The last 7 days", 7),
    "month": ("The last 31 days", 31),
    "year": ("The last 366 days", 366),
}
"""What each is called, and how many days before today it begins."""
NEWEST = "newest"
FIELDS = ("q", "section", "author", "when", "since", "until", "sort")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The fields of the form as they were sent, as far as they mean something."""

    q: str = ""
    section: str = ""
    author: str = ""
    when: str = ""
    since: str = ""
    until: str = ""
    sort: str = ""
    before: Cursor | None = None
    skip: int = 0
    question: Question = field(default_factory=Question)

    @property
    def is_narrowed(self) -> bool:
        return any((self.section, self.author, self.when, self.since, self.until))

    def where(self, at: datetime, zone: zoneinfo.ZoneInfo) -> Where:
        """The same for the database. Days are the publication's own; both ends are meant."""
        since, until = EVER, None
        if self.when:
            day = at.astimezone(zone).date() - timedelta(days=PERIODS[self.when][1])
            since = datetime.combine(day, time(), tzinfo=zone)
        if self.since:
            since = max(
                since, datetime.combine(date.fromisoformat(self.since), time(), tzinfo=zone)
            )
        if self.until:
            day = date.fromisoformat(self.until) + timedelta(days=1)
            until = datetime.combine(day, time(), tzinfo=zone)
        return Where(
            at=at,
            section=self.section,
            author=self.author,
            since=since,
            until=until,
            before=self.before,
        )

    def address(self, **other: str) -> str:
        """The query of this search, with other values for some fields."""
        values = {name: getattr(self, name) for name in FIELDS} | other
        return "?" + urlencode({name: value for name, value in values.items() if value})


def asked(sent: Mapping[str, str]) -> tuple[Asked, list[str]]:
    """What was asked, and a sentence for each field that was passed over.

    Raises `CursorError` for a page that is none of ours.
    """
    refusals = []
    values = {name: sent.get(name, "").strip() for name in FIELDS}
    for name in ("section", "author"):
        if not SLUG.match(values[name]):
            values[name] = ""
    for name in ("since", "until"):
        if values[name] and not _is_day(values[name]):
            refusals.append(f"“{values[name][:20]}” is not a day. Write it as 2026-11-23.")
            values[name] = ""
    if values["when"] not in PERIODS:
        values["when"] = ""
    values["sort"] = NEWEST if values["sort"] == NEWEST else ""
    values["q"] = " ".join(values["q"].replace("\x00", " ").split())[:LONGEST]
    place, skip = _page(sent.get("before", ""))
    question = read(values["q"])
    return Asked(**values, before=place, skip=skip, question=question), refusals


def _is_day(text: str) -> bool:
    try:
        return date(1900, 1, 1) <= date.fromisoformat(text) <= date(2999, 12, 31)
    except ValueError:
        return False


def _page(text: str) -> tuple[Cursor | None, int]:
    """A batch's place, and how many of it were shown; the two are joined by a point."""
    if not text:
        return None, 0
    place, _, skip = text.partition(".")
    shown = int(skip) if re.fullmatch(r"[0-9]{1,3}", skip) else 0
    return Cursor.read(place), min(shown, BATCH)
