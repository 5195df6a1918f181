"""Dates that a later reader cannot work out: “about three weeks ago”, another week’s “Sunday”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from articles.imaging.credit import MONTHS
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.lines import Line
from articles.vocabulary import Severity, StoryKind

STALE = timedelta(days=6)
"""After so many days “on Sunday” means another Sunday, and “yesterday” another day."""

FAR = timedelta(days=183)
NEAR = 400  # characters
TWO_PARAGRAPHS = 2

_DAY = r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_FULL = "January February March April May June July August September October November December"
_MONTH = "|".join(_FULL.split())
_NUMBER = (
    r"\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|couple of"
)
RELATIVE = re.compile(
    r"(?P<vague>\b(?:about|some|around|roughly|approximately|nearly|almost|more than|over|less than"
    rf"|at least|up to) (?:{_NUMBER}) (?:days?|weeks?|months?|fortnight) ago\b"
    r"|\b(?:(?:a few|several|a couple of|some|many) )?(?:days|weeks|months) ago\b)"
    r"|(?P<later>\b(?:an?|one|two|three|four|several|a few|some) (?:days?|weeks?|months?) later\b"
    r"|\bthe (?:following|next) (?:day|week|month)\b|\bthe (?:week|month|day) after\b)"
    rf"|(?P<ago>\b(?:{_NUMBER}) (?:days?|weeks?|months?|fortnight) ago\b)"
    rf"|(?P<weekday>\b(?:on|last|next|this|since|until|by) (?-i:{_DAY})\b(?!,? (?:\d|{_MONTH})))"
    r"|(?P<day>\b(?:yesterday|today|tonight|tomorrow|last night"
    r"|(?:this|last|next) (?:morning|afternoon|evening|week|weekend))\b)"
    r"|(?P<month>\b(?:this|last|next) month\b)|(?P<year>\b(?:this|last|next) year\b)"
    rf"|(?P<named>\b(?:in|since|until|by) (?P<name>(?-i:{_MONTH}))\b"
    r"(?!,? (?:\d|this|last|next|of)))",
    re.IGNORECASE,
)
ABSOLUTE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})\b|\b(?:{_MONTH}) \d|\b(?:19|20)\d\d\b"
)
AGES = {"ago", "weekday", "day", "month", "year", "named"}


class Why(Enum):
    VAGUE = "vague"
    LATER = "later"
    AGED = "aged"


@dataclass(frozen=True, kw_only=True)
class Relative:
    """Words that place something in time by the time of their writing, and what is wrong."""

    start: int
    end: int
    why: Why


def relative_dates(
    line: Line, *, written_on: date | None, goes_live_on: date
) -> Iterator[Relative]:
    """“About three weeks ago” without a date near it, “a week later”; and, where the words were
    written days before they go live, all that meant another day then. Not what is quoted."""
    for found in RELATIVE.finditer(line.text):
        if line.is_quoted(found.start()):
            continue
        kind = str(found.lastgroup)
        if kind in {"vague", "later"} and not _has_a_date_near(line, found.start()):
            why = Why.VAGUE if kind == "vague" else Why.LATER
            yield Relative(start=found.start(), end=found.end(), why=why)
        elif written_on and kind in AGES and _has_aged(kind, found, written_on, goes_live_on):
            yield Relative(start=found.start(), end=found.end(), why=Why.AGED)


def _has_a_date_near(line: Line, position: int) -> bool:
    """In its sentence or the one before."""
    start, end = line.sentence_at(position)
    number = line.sentences.index((start, end))
    first = max(line.sentences[max(0, number - 1)][0], position - NEAR)
    return ABSOLUTE.search(line.text, first, min(end, position + NEAR)) is not None


def _has_aged(kind: str, found: re.Match[str], written: date, live: date) -> bool:
    if live - written <= STALE:
        return False
    if kind == "ago" and "month" in found[0]:
        return False
    if kind == "month":
        return (written.year, written.month) != (live.year, live.month)
    if kind == "year":
        return written.year != live.year
    if kind == "named":
        meant = _nearest(MONTHS[found["name"].lower()], written)
        return meant.year != live.year or abs(live - meant) > FAR
    return True


def _nearest(month: int, day: date) -> date:
    """The middle of that month, in the year in which it is nearest to the day."""
    middles = [date(day.year + years, month, 15) for years in (-1, 0, 1)]
    return min(middles, key=lambda middle: abs(middle - day))


@rule("dates.relative", Severity.WARN)
def relative(case: Case) -> Iterator[Fault]:
    """A columnist’s “a few weeks ago” is left alone. A story that readers have already is read as
    of its first day."""
    if not case.is_english:
        return
    zone = case.goes_live_at.tzinfo
    live = (case.first_published_at or case.goes_live_at).astimezone(zone).date()
    story = case.dossier.story
    begun = story.created_at.astimezone(zone).date() if story.created_at else None
    written = story.written_on or begun
    aged: list[tuple[Line, Relative]] = []
    vague_in = -TWO_PARAGRAPHS
    for number, line in enumerate(line for line in case.lines if line.field != "kicker"):
        for one in relative_dates(line, written_on=written, goes_live_on=live):
            if one.why == Why.AGED:
                aged.append((line, one))
            elif story.kind == StoryKind.REPORTAGE and (
                one.why == Why.VAGUE or number - vague_in < TWO_PARAGRAPHS
            ):
                vague_in = number if one.why == Why.VAGUE else vague_in
                yield _vague(line, one)
    if aged and written:
        yield _aged(aged, written, live)


def _vague(line: Line, one: Relative) -> Fault:
    return Fault(
        f"When “{line.text[one.start : one.end]}” was, a later reader cannot tell. "
        "Give the date, as nearly as it is known.",
        line.place(one.start, one.end),
    )


def _aged(aged: list[tuple[Line, Relative]], written: date, live: date) -> Fault:
    """One fault for all of them: whoever looks at one looks at the others."""
    line, one = aged[0]
    more = f", like {len(aged) - 1} more of its kind," if len(aged) > 1 else ""
    return Fault(
        f"“{line.text[one.start : one.end]}”{more} may be of {written.day} {written:%B}, when the "
        f"story was begun; it goes live on {live.day} {live:%B}. Give the date.",
        line.place(one.start, one.end),
    )
