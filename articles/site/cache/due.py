"""What stands now, and until when by the clock: one query, after each notice and once a second.

Pages change by themselves: an edition or a front goes live, urgent news leaves the top of the
front, a story leaves the news sitemap or a feed, an anniversary makes a story a year older at
midnight.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from articles.site.feeds.feed import RECENT
from articles.site.front import URGENT_FOR
from articles.site.sitemaps.views import NEWS_FOR

# Each look walks one step of an index: min() of an indexed column is a plain index scan. The
# windows include their last instant, so the page without the story begins a moment after it.
STANDING = """
SELECT version.number, version.taken_back, extract(epoch FROM coalesce(least(
    (SELECT min(goes_live_at) FROM articles_edition WHERE goes_live_at > %(now)s),
    (SELECT min(goes_live_at) FROM articles_frontedition WHERE goes_live_at > %(now)s),
    (SELECT min(goes_live_at) FROM articles_edition WHERE goes_live_at > %(now)s - %(feed)s)
        + %(feed)s,
    (SELECT min(first_published_at) FROM articles_edition
        WHERE first_published_at > %(now)s - %(urgent)s) + %(urgent)s,
    (SELECT min(first_published_at) FROM articles_edition
        WHERE first_published_at > %(now)s - %(news)s) + %(news)s,
    (SELECT (date_trunc('day', %(now)s AT TIME ZONE time_zone) + interval '1 day')
        AT TIME ZONE time_zone FROM articles_publication)
), 'infinity'))::float
FROM articles_public_version AS version
"""
A_MOMENT = timedelta(milliseconds=1)


class Standing(NamedTuple):
    """`number` and `taken_back` count changes (see migration 0047); `due` is in Unix time."""

    number: int
    taken_back: int
    due: float


def standing(connection: Any, now: datetime) -> Standing:
    """Asked on psycopg's own connection. Raises `psycopg.Error` where there is no answer."""
    windows = {"feed": RECENT, "urgent": URGENT_FOR, "news": NEWS_FOR}
    values = {name: window + A_MOMENT for name, window in windows.items()}
    return Standing(*connection.execute(STANDING, {**values, "now": now}).fetchone())
