"""Age: old news says so, so that nobody who comes by an old link takes it for today's."""

from __future__ import annotations

import zoneinfo
from datetime import datetime

from articles.site.edition import Edition


def years_old(edition: Edition, *, at: datetime) -> int:
    """Whole years since the day of first publication, in the publication's zone; 0 in the first.

    The edition has its `masthead`. The number changes on the anniversary, at midnight there.
    """
    zone = zoneinfo.ZoneInfo(edition.masthead["time_zone"])
    today, born = at.astimezone(zone).date(), edition.date
    before_the_day = (today.month, today.day) < (born.month, born.day)
    return max(0, today.year - born.year - before_the_day)
