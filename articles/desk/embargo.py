"""The embargo in words: in our zone, in UTC, and in the zone in which it was given."""

from __future__ import annotations

import zoneinfo
from datetime import UTC

from articles.desk.story import Story
from articles.masthead.readings import in_full


def zone_named(name: str) -> zoneinfo.ZoneInfo | None:
    """The zone of that IANA name; None where there is none."""
    try:
        return zoneinfo.ZoneInfo(name) if name else None
    except (ValueError, zoneinfo.ZoneInfoNotFoundError, OSError):
        return None


def embargo_in_words(story: Story, *, ours: zoneinfo.ZoneInfo) -> str:
    """“3 December 2026, 05:01 GMT (05:01 UTC), given as 00:01 EST (America/New_York)”."""
    if story.embargo is None:
        return ""
    words = f"{in_full(story.embargo, ours)} ({story.embargo.astimezone(UTC):%H:%M} UTC)"
    given = zone_named(story.embargo_zone)
    if given is None or given.key == ours.key:
        return words
    theirs = story.embargo.astimezone(given)
    same_day = theirs.date() == story.embargo.astimezone(ours).date()
    told = f"{theirs:%H:%M %Z}" if same_day else in_full(story.embargo, given)
    return f"{words}, given as {told} ({given.key})"
