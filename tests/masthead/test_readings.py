"""What a time on the wall can mean, over the changes of the clocks."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from articles.masthead.readings import exists, readings


def utc(hour, minute=0, day=28, month=3):
    return datetime(2027, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "wall", "instants", "is_there"),
    [
        ("Europe/London", "2027-03-28T00:59", [utc(0, 59)], True),
        ("Europe/London", "2027-03-28T01:30", [utc(0, 30), utc(1, 30)], False),
        ("Europe/London", "2027-03-28T02:00", [utc(1)], True),
        (
            "Europe/London",
            "2027-10-31T01:30",
            [utc(0, 30, 31, 10), utc(1, 30, 31, 10)],
            True,
        ),
        ("Europe/London", "2027-10-31T02:00", [utc(2, 0, 31, 10)], True),
        ("America/New_York", "2027-03-14T02:30", [utc(6, 30, 14), utc(7, 30, 14)], False),
        (
            "Australia/Lord_Howe",  # half an hour only
            "2027-04-04T01:45",
            [utc(14, 45, 3, 4), utc(15, 15, 3, 4)],
            True,
        ),
        ("Asia/Kolkata", "2027-03-28T01:30", [utc(20, 0, 27)], True),
        ("UTC", "2027-03-28T01:30", [utc(1, 30)], True),
    ],
)
def test_a_time_means_one_instant_or_two(zone, wall, instants, is_there):
    moment = datetime.fromisoformat(wall)

    assert readings(moment, ZoneInfo(zone)) == instants
    assert exists(moment, ZoneInfo(zone)) is is_there
