"""Cursors: a place in a listing, as `?before=` carries it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from articles.site.edition import Edition

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def cursor_after(edition: Edition) -> str:
    """Names the place right after this edition."""
    return f"{(edition.first_published_at - EPOCH) // MICROSECOND:x}-{edition.story_key.hex}"


def read_cursor(text: str) -> tuple[datetime, UUID] | None:
    """The place a cursor names; None for one that is no cursor of ours."""
    moment, _, key = text.partition("-")
    try:
        return EPOCH + int(moment, 16) * MICROSECOND, UUID(hex=key)
    except (ValueError, OverflowError):
        return None
