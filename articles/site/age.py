"""Age: old news says so, so that nobody who comes by an old link takes it for today's."""

from __future__ import annotations

import zoneinfo
from datetime import date, datetime

from django.template.loader import render_to_string


def years_since(day: date, at: datetime, zone: str) -> int:
    """Whole years since the day of first publication, in the publication's zone; 0 in the first.

    The number changes on the anniversary, at midnight there.
    """
    today = at.astimezone(zoneinfo.ZoneInfo(zone)).date()
    before_the_day = (today.month, today.day) < (day.month, day.day)
    return max(0, today.year - day.year - before_the_day)


def old_news(years_old: int) -> str:
    """The piece of a story's page that says how old it is; nothing in its first year."""
    if not years_old:
        return ""
    return render_to_string("site/old_news.html", {"years_old": years_old})
