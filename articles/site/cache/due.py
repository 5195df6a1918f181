"""What stands now, and until when by the clock: one query, after each notice and once a second.

Pages change by themselves: an edition or a front goes live, urgent news leaves the top of the
front, a story leaves the news sitemap or a feed, an anniversary makes a story a year older at
midnight.
"""

from __future__ import annotations

import math
import zoneinfo
from datetime import datetime, time, timedelta
from typing import Any, NamedTuple

import psycopg

from articles.site.feeds.feed import RECENT
from articles.site.front import URGENT_FOR
from articles.site.sitemaps.views import NEWS_FOR
from articles.vocabulary import EditionKind

# Each look walks one step of an index: min() of an indexed column is a plain index scan. The
# windows include their last instant, so the page without the story begins a moment after it.
STANDING = """
SELECT version.number, version.taken_back, extract(epoch FROM least(
    (SELECT min(goes_live_at) FROM articles_edition WHERE goes_live_at > %(now)s),
    (SELECT min(goes_live_at) FROM articles_frontedition WHERE goes_live_at > %(now)s),
    (SELECT min(goes_live_at) FROM articles_edition WHERE goes_live_at > %(now)s - %(feed)s)
        + %(feed)s,
    (SELECT min(first_published_at) FROM articles_edition
        WHERE first_published_at > %(now)s - %(urgent)s) + %(urgent)s,
    (SELECT min(first_published_at) FROM articles_edition
        WHERE first_published_at > %(now)s - %(news)s) + %(news)s
))::float,
extract(epoch FROM (SELECT min(goes_live_at) FROM articles_edition
    WHERE goes_live_at > %(now)s AND kind <> ALL(%(adding)s)))::float,
(SELECT time_zone FROM articles_publication),
pg_is_in_recovery()
FROM articles_public_version AS version
"""
A_MOMENT = timedelta(milliseconds=1)
REPLICAS_FOR = 10
"""Seconds after which pages from a read replica are asked for again. One address may stand for
several, each as far behind as it likes: then a page may come from one that is further behind than
the one that has told us of the change."""
ADDING = [EditionKind.FIRST, EditionKind.UPDATE]
"""The kinds of edition after which an older page is merely older (as migration 0047 counts it)."""


class Standing(NamedTuple):
    """`number` and `taken_back` count changes (see migration 0047). `due` and `takes_back` are in
    Unix time: when pages next change by themselves, and when something is next taken back so."""

    number: int
    taken_back: int
    due: float
    takes_back: float


def standing(connection: Any, now: datetime) -> Standing:
    """Asked on psycopg's own connection. Raises `psycopg.Error` where there is no answer."""
    windows = {"feed": RECENT, "urgent": URGENT_FOR, "news": NEWS_FOR}
    values = {name: window + A_MOMENT for name, window in windows.items()}
    row = connection.execute(STANDING, {**values, "now": now, "adding": ADDING}).fetchone()
    if row is None:
        message = "The table articles_public_version has lost its row."
        raise psycopg.DataError(message)
    number, taken_back, due, takes_back, zone, is_replica = row
    again = (now.timestamp() // REPLICAS_FOR + 1) * REPLICAS_FOR if is_replica else None
    known = [one for one in (due, again, _midnight(zone, now)) if one is not None]
    return Standing(number, taken_back, min(known), math.inf if takes_back is None else takes_back)


def _midnight(zone: str | None, now: datetime) -> float:
    """When the paper's next day begins. Reckoned with the zones that the pages are made with:
    PostgreSQL may not know the same ones, and would then answer nothing at all."""
    there = now.astimezone(zoneinfo.ZoneInfo(zone or "UTC"))
    return datetime.combine(there.date() + timedelta(days=1), time(), there.tzinfo).timestamp()
