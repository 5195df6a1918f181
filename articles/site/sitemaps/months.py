"""Months: in which of them is there a story, found without reading the archive."""

from __future__ import annotations

from datetime import date, datetime

from django.db import connection

from articles.vocabulary import EditionKind

# One look into the index by address for each month: LATERAL with a limit keeps PostgreSQL from
# joining the months with all editions, and the index's own order from sorting a month's.
WITH_STORIES = """
SELECT month::date
FROM generate_series(
    (SELECT date_trunc('month', min(date)) FROM articles_edition)::timestamp,
    %(now)s::timestamptz AT TIME ZONE 'UTC' + interval '1 day',
    interval '1 month'
) AS month
CROSS JOIN LATERAL (
    SELECT 1
    FROM articles_edition AS edition
    WHERE edition.date >= month::date
        AND edition.date < (month + interval '1 month')::date
        AND edition.goes_live_at <= %(now)s
        AND edition.kind <> %(withdrawal)s
        AND NOT EXISTS (
            SELECT FROM articles_edition AS newer
            WHERE newer.story_key = edition.story_key
                AND newer.number > edition.number
                AND newer.goes_live_at <= %(now)s
        )
    ORDER BY edition.date, edition.slug
    LIMIT 1
) AS found
ORDER BY month DESC
"""


def months_with_stories(now: datetime) -> list[date]:
    """The first day of each month with a live story, the latest first. One query."""
    with connection.cursor() as cursor:
        cursor.execute(WITH_STORIES, {"now": now, "withdrawal": str(EditionKind.WITHDRAWAL)})
        return [month for (month,) in cursor.fetchall()]
