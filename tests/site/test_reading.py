"""The filters of the readers' templates."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from articles.templatetags import reading


def byline(name, role="writer"):
    return {"name": name, "slug": name.lower(), "role": role, "role_label": "", "role_text": ""}


@pytest.mark.parametrize(
    ("bylines", "words"),
    [
        ([], ""),
        ([byline("Ada")], "Ada"),
        ([byline("Ada"), byline("Ben")], "Ada and Ben"),
        ([byline("Ada"), byline("Ben"), byline("Cleo")], "Ada, Ben and Cleo"),
        ([byline("Ada"), byline("Ines", "photographer")], "Ada"),
        ([byline("Ines", "photographer")], ""),
    ],
)
def test_the_writers_are_named_in_order(bylines, words):
    assert reading.writers(bylines) == words


@pytest.mark.parametrize(
    ("language", "way"),
    [("en-GB", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("FA", "rtl"), ("", "ltr")],
)
def test_the_direction_follows_the_language(language, way):
    assert reading.direction(language) == way


def test_a_moment_is_given_with_the_offset_of_its_zone():
    moment = datetime(2026, 7, 1, 12, 5, 7, 999999, tzinfo=UTC).astimezone(
        ZoneInfo("Europe/London")
    )

    assert reading.iso(moment) == "2026-07-01T13:05:07+01:00"


def test_a_value_of_an_edition_becomes_a_moment_again():
    moment = datetime(2026, 11, 23, 9, 10, tzinfo=UTC)

    assert reading.instant(moment.isoformat()) == moment


@pytest.mark.parametrize(
    ("story_kind", "said"),
    [("reportage", ""), ("background", ""), ("opinion", "Opinion"), ("analysis", "Analysis")],
)
def test_readers_are_told_what_is_not_a_report(story_kind, said):
    assert reading.kind_said(story_kind) == said


@pytest.mark.parametrize(
    ("kind", "said"),
    [("update", "Updated"), ("correction", "Corrected"), ("clarification", "Clarified")],
)
def test_the_later_time_says_what_was_done(kind, said):
    assert reading.change_said(kind) == said


def test_a_browser_without_srcset_gets_a_copy_of_middling_size():
    copies = [{"url": str(width), "width": width, "height": 1} for width in (480, 960, 1600)]

    assert reading.plain_copy(copies)["width"] == 960
    assert reading.plain_copy(copies[2:])["width"] == 1600
    assert reading.plain_copy([]) is None
