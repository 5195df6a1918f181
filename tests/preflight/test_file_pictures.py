"""An old picture is marked as one; whoever may override says why."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from articles.preflight.finding import RULES
from tests.builders import MONDAY_NOON
from tests.preflight.cases import a_case, said

RULE = "file_pictures.marked"
MAY = date(2022, 5, 18)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"taken_on": MAY}, "was taken on 18 May 2022, more than 30 days before the story."),
        ({"taken_on": MAY, "taken_on_precision": "month"}, "was taken in May 2022,"),
        ({"taken_on": MAY, "taken_on_precision": "year"}, "was taken in 2022,"),
        ({"taken_on": date(2026, 10, 23)}, "was taken on 23 October 2026,"),
        ({"taken_on": MAY, "caption": "Soldiers file past at Marrick"}, "Tick “file picture”"),
        ({"taken_on": MAY, "caption": "A clerk of the archive at Marrick"}, "18 May 2022"),
        ({"taken_on": MAY, "caption": "A file of papers, May 18, 2022."}, "18 May 2022"),
    ],
)
def test_an_old_picture_that_is_not_marked_blocks(values, words):
    (finding,) = RULES[RULE].findings(a_case(**values))

    assert words in finding.message
    assert (finding.severity, finding.override) == ("block", "override_rights")


@pytest.mark.parametrize(
    "values",
    [
        {"taken_on": MAY, "placement": {"is_file_picture": True}},
        {"taken_on": MAY, "caption": "FILE - The ferry at Marrick, May 18, 2022."},
        {"taken_on": MAY, "caption": "FILE PHOTO: The ferry at Marrick, May 18, 2022."},
        {"taken_on": MAY, "caption": "File: the ferry at Marrick."},
        {"taken_on": MAY, "caption": "The ferry at Marrick. (DHA via AP, File)"},
        {"taken_on": MAY, "caption": "The ferry at Marrick. File picture"},
        {"taken_on": MAY, "caption": "An archive photo of the ferry at Marrick"},
        {"taken_on": MAY, "caption": "The ferry at Marrick, from our archive"},
        {"taken_on": MAY, "digital_source_type": "digitalCreation"},
        {"taken_on": None},
        {"taken_on": date(2026, 10, 24)},
        {"taken_on": date(2026, 10, 1), "taken_on_precision": "month"},
        {"taken_on": date(2026, 1, 1), "taken_on_precision": "year"},
    ],
)
def test_a_new_a_marked_and_an_undated_picture_pass(values):
    assert said(RULE, **values) == []


def test_a_story_that_readers_have_does_not_age_its_pictures():
    then = MONDAY_NOON - timedelta(days=90)

    assert said(RULE, taken_on=then.date(), first_published_at=then) == []
    assert len(said(RULE, taken_on=then.date() - timedelta(days=31), first_published_at=then)) == 1
    assert len(said(RULE, taken_on=then.date())) == 1


def test_the_day_is_that_of_the_moment_s_own_zone():
    case = a_case(
        taken_on=date(2026, 10, 24), first_published_at=datetime(2026, 11, 24, tzinfo=UTC)
    )

    assert len(list(RULES[RULE].check(case))) == 1
