"""Age: how long ago a picture was taken, as exactly as that is known."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from articles.desk.photos.photo import Photo
from articles.vocabulary import DatePrecision, DigitalSourceType, RightsCategory

FRESH = timedelta(days=30)
"""So long after it was taken a picture may pass for one of what the story tells of."""

NEVER_TAKEN = frozenset(
    {
        DigitalSourceType.CREATION,
        DigitalSourceType.DATA_DRIVEN,
        DigitalSourceType.GENERATED,
        DigitalSourceType.ALGORITHMIC,
        DigitalSourceType.VIRTUAL,
    }
)


def was_taken(photo: Photo) -> bool:
    """Whether somebody stood there with a camera: drawings, charts and the like have no such day.

    A picture that nobody said anything about is taken for one that was.
    """
    if photo.digital_source_type:
        return photo.digital_source_type not in NEVER_TAKEN
    return photo.rights_category != RightsCategory.ILLUSTRATION


def is_old(photo: Photo, day: date) -> bool:
    """Whether it was taken so long before that day that readers must be told."""
    if photo.taken_on is None or not was_taken(photo):
        return False
    return day - last_day(photo.taken_on, photo.taken_on_precision) > FRESH


def last_day(taken_on: date, precision: str) -> date:
    """The last day on which it can have been taken: a month or a year counts from its end."""
    if precision == DatePrecision.YEAR:
        return taken_on.replace(month=12, day=31)
    if precision == DatePrecision.MONTH:
        return taken_on.replace(day=monthrange(taken_on.year, taken_on.month)[1])
    return taken_on


def date_in_words(taken_on: date, precision: str) -> str:
    """“18 May 2022”, “May 2022” or “2022”: no more than is known."""
    if precision == DatePrecision.YEAR:
        return f"{taken_on.year}"
    if precision == DatePrecision.MONTH:
        return f"{taken_on:%B} {taken_on.year}"
    return f"{taken_on.day} {taken_on:%B} {taken_on.year}"
