"""When a picture was taken, as people write it: a year, a month or a day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from articles.desk.photos.photo import Photo
from articles.vocabulary import DatePrecision

WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?")
EARLIEST = 1826  # the oldest photograph there is
LATEST = 2200


class NoDate(Exception):
    """The words are no date; the sentence says how to write one."""


def read_taken(words: str) -> tuple[date | None, DatePrecision]:
    """`2026`, `2026-11` or `2026-11-23` as the first day of it and how exactly it is known.

    Nothing is None. Raises `NoDate`.
    """
    words = words.strip()
    if not words:
        return None, DatePrecision.DAY
    match = WRITTEN.fullmatch(words)
    if match is None or not EARLIEST <= int(match[1]) <= LATEST:
        raise NoDate(f"“{words[:30]}” is no date. Write it as 2026-11-23, 2026-11 or 2026.")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or EARLIEST, month or 1, day or 1)
    except ValueError as error:
        raise NoDate(f"There is no day {words}. Write it as 2026-11-23.") from error
    if day:
        return first, DatePrecision.DAY
    return first, DatePrecision.MONTH if month else DatePrecision.YEAR


def write_taken(photo: Photo) -> str:
    """The photo's date as `read_taken` reads it."""
    if photo.taken_on is None:
        return ""
    length = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7}.get(
        DatePrecision(photo.taken_on_precision), 10
    )
    return photo.taken_on.isoformat()[:length]


def days_of(words: str) -> tuple[date, date] | None:
    """The first and the last day that such words mean; None when they are no date."""
    try:
        first, precision = read_taken(words)
    except NoDate:
        return None
    if first is None:
        return None
    if precision == DatePrecision.DAY:
        return first, first
    if precision == DatePrecision.YEAR:
        return first, date(first.year, 12, 31)
    in_next_month = first.replace(day=28) + timedelta(days=4)
    return first, in_next_month - timedelta(days=in_next_month.day)
