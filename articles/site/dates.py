"""Dates in addresses: four digits for a year, two for month and day, as in /2026/11/03/."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import Http404
from django.urls import register_converter


class Year:
    regex = "[12][0-9]{3}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04d}"


class TwoDigits:
    regex = "[0-9]{2}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:02d}"


def day_of(year: int, month: int, day: int) -> date:
    """Raises Http404 for a day that no calendar has, such as 30 February."""
    try:
        return date(year, month, day)
    except ValueError as error:
        message = "No such day."
        raise Http404(message) from error


def last_of_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


register_converter(Year, "yyyy")
register_converter(TwoDigits, "dd")
