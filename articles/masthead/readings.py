"""Readings: which instants a time of day on the wall can mean. Pure.

When the clocks go back an hour is doubled, and when they go forward one is skipped: then there are
two readings, and nobody but the person who wrote the time can tell which one is meant.
"""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo


def readings(wall: datetime, zone: ZoneInfo) -> list[datetime]:
    """One instant, or two, the earlier one first; all of them in UTC, where nothing is doubled."""
    found = {wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return sorted(found)


def exists(wall: datetime, zone: ZoneInfo) -> bool:
    """Whether any clock in the zone ever shows this time."""
    return any(
        instant.astimezone(zone).replace(tzinfo=None, fold=0) == wall.replace(fold=0)
        for instant in readings(wall, zone)
    )


def in_full(moment: datetime, zone: tzinfo) -> str:
    """“26 October 2036, 01:30 BST”. Django's own format leaves the zone out in the doubled hour."""
    local = moment.astimezone(zone)
    return f"{local.day} {local:%B %Y, %H:%M %Z}"
