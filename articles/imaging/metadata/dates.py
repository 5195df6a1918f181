"""Dates as cameras, agencies and archives write them, with how exactly they are known.

The day is the one on the spot: a time zone is not counted in, and no hour is made up.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from articles.imaging.credit import MONTHS, find_date
from articles.vocabulary import DatePrecision

FIRST_PHOTOGRAPH = 1826
LETTERS = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7, DatePrecision.DAY: 10}
"""How much of 2022-05-18 is known."""

YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})"
    r"(?:[:./-](?P<month>\d{1,2})(?:[:./-](?P<day>\d{1,2}))?|(?P<month2>\d\d)(?P<day2>\d\d)?)?"
    r"(?P<rest>\Z|[T\s].*|Z|[+-]\d\d:?\d\d)",
    re.S,
)
DAY_FIRST = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b")
SLASHES = re.compile(r"(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>\d{4})\b")
OF_PROGRAMS = re.compile(  # Wed May 18 10:11:12 CEST 2022
    rf"[a-z]{{3,9}},? (?P<month>{'|'.join(MONTHS)})\.? +(?P<day>\d{{1,2}}) [\d:.]+ .*?"
    r"(?P<year>\d{4})\Z",
    re.I,
)
WITHOUT_SIGNS = re.compile(r"(\d{8})\d{6}\Z")  # 20220518101112
RESET_CLOCK = re.compile(r"(?:1970|1980|2000)\D01\D01[T ]00:00(?::00)?\Z")
"""What a camera writes whose clock nobody has set."""


def read_date(text: str, *, today: date | None = None) -> tuple[date, DatePrecision] | None:
    """The date, or None for what is none: impossible, or before there were photographs.

    With `today`, what lies further ahead than tomorrow is refused too: it can be tomorrow already
    where the picture was taken.
    """
    text = WITHOUT_SIGNS.sub(r"\1", " ".join(text.split()))
    if RESET_CLOCK.match(text):
        return None
    found = _numbers(text)
    when = _date(*found) if found else find_date(text)
    if when is None or when[0].year < FIRST_PHOTOGRAPH:
        return None
    if today and when[0] > today + timedelta(days=1):
        return None
    return when


def as_text(when: tuple[date, DatePrecision]) -> str:
    """2022-05-18, 2022-05 or 2022: no more than is known."""
    return when[0].isoformat()[: LETTERS[when[1]]]


def _numbers(text: str) -> tuple[int, int, int] | None:
    """Year, month and day, 0 for what is not said."""
    if found := YEAR_FIRST.match(text):
        month = found["month"] or found["month2"] or 0
        return int(found["year"]), int(month), int(found["day"] or found["day2"] or 0)
    if found := DAY_FIRST.match(text):
        return int(found["year"]), int(found["month"]), int(found["day"])
    if found := OF_PROGRAMS.match(text):
        return int(found["year"]), MONTHS[found["month"].lower()], int(found["day"])
    if found := SLASHES.match(text):
        return _either_way(int(found["year"]), int(found["one"]), int(found["two"]))
    return None


def _either_way(year: int, one: int, two: int) -> tuple[int, int, int]:
    """18/05/2022 and 05/18/2022 are clear; of 05/06/2022 only the year is."""
    months = range(1, 13)
    if one == two or (one in months) != (two in months):
        return (year, one, two) if one in months else (year, two, one)
    return year, 0, 0


def _date(year: int, month: int, day: int) -> tuple[date, DatePrecision] | None:
    try:
        when = date(year, month or 1, day if month and day else 1)
    except ValueError:
        return None
    if not month:
        return when, DatePrecision.YEAR
    return when, DatePrecision.DAY if day else DatePrecision.MONTH
