"""“About three weeks ago” says nothing later; “on Sunday” written last week is another Sunday."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from articles.preflight.finding import RULES
from articles.preflight.lines import Line
from articles.preflight.relative_dates import relative_dates
from tests.builders import MONDAY_NOON
from tests.preflight.cases import a_case
from tests.preflight.words import a_told, found_in, seconds, the_seed

RULE = "dates.relative"
LIVE = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The men tried about three weeks ago.", ["about three weeks ago"]),
        ("Some 10 days ago the slip was closed.", ["Some 10 days ago"]),
        ("It sank a few weeks ago.", ["a few weeks ago"]),
        ("It sank several months ago, Mira Holt said.", ["several months ago"]),
        ("It sank weeks ago.", ["weeks ago"]),
        (
            "It sank about a month ago. A week later it was raised.",
            ["about a month ago", "A week later"],
        ),
        (
            "It sank a few days ago.\n\nTwo days later it was up.",
            ["a few days ago", "Two days later"],
        ),
        ("“It sank,” he said a few days ago.", ["a few days ago"]),
    ],
)
def test_a_date_that_cannot_be_worked_out_is_found(text, words):
    assert [word.lower() for word in found_in(RULE, text=text)] == [word.lower() for word in words]


@pytest.mark.parametrize(
    "text",
    [
        "The slip was closed three weeks ago. The boat was cut a fortnight ago.",
        "It was sold four months ago, two years ago and about five years ago.",
        "“It sank about three weeks ago,” he said. «Il y a, a few weeks ago».",
        "It sank on 4 July, about three weeks ago.",
        "It sank on July 4. That was some weeks ago.",
        "In 2021 it sank. A few weeks ago it was raised, ten in all.",
        "The grill closed. It opened again five days later, and the next day it was full.",
        "It closed last month, in March, on Sunday, yesterday and last year.",
        "Long ago; ages ago; it was weeks before anybody came.",
    ],
)
def test_a_date_that_is_clear_near_or_quoted_passes(text):
    assert found_in(RULE, text=text) == []


def test_a_column_may_speak_of_a_few_weeks_ago():
    assert found_in(RULE, kind="opinion", text="A few weeks ago I went to sea.") == []
    assert found_in(RULE, language="fr", text="A few weeks ago I went to sea.") == []


@pytest.mark.parametrize(
    ("words", "written", "count"),
    [
        ("on Sunday", date(2026, 11, 16), 1),
        ("on Sunday", date(2026, 11, 17), 0),
        ("yesterday", date(2026, 11, 10), 1),
        ("tonight", date(2026, 11, 23), 0),
        ("this week", date(2026, 11, 10), 1),
        ("two weeks ago", date(2026, 11, 10), 1),
        ("two months ago", date(2026, 11, 10), 0),
        ("last month", date(2026, 11, 2), 0),
        ("last month", date(2026, 10, 30), 1),
        ("next year", date(2026, 1, 2), 0),
        ("next year", date(2025, 12, 31), 1),
        ("in March", date(2026, 4, 2), 1),
        ("in March", date(2025, 12, 2), 1),
        ("in August", date(2026, 9, 2), 0),
        ("in August", date(2025, 9, 2), 1),
        ("in May 2026", date(2026, 1, 2), 0),
        ("on Sunday 4 October", date(2026, 1, 2), 0),
        ("on Sundays", date(2026, 1, 2), 0),
        ("“on Sunday”", date(2026, 1, 2), 0),
    ],
)
def test_words_age_with_the_time_since_they_were_written(words, written, count):
    line = Line(text=f"It sails {words}.", field="body", name="Paragraph 1")

    assert len(list(relative_dates(line, written_on=written, goes_live_on=LIVE))) == count
    assert list(relative_dates(line, written_on=None, goes_live_on=LIVE)) == []


def test_a_story_begun_long_ago_is_asked_once_what_its_days_mean():
    begun = datetime(2026, 11, 10, 9, tzinfo=UTC)
    case = a_told(
        text="It sails today.\n\nIt sailed on Sunday, and tomorrow it rests.", created_at=begun
    )

    (finding,) = RULES[RULE].findings(case)

    assert finding.message == (
        "“today”, like 2 more of its kind, may be of 10 November, when the story was begun; "
        "it goes live on 23 November. Give the date."
    )
    assert finding.place.words == "today"


def test_a_story_that_readers_have_is_read_as_of_its_first_day():
    begun = MONDAY_NOON - timedelta(days=20)
    story = {"body": "<p>It sails today.</p>", "created_at": begun}
    first = begun + timedelta(days=1)

    assert RULES[RULE].findings(a_case(story=story, first_published_at=first)) == []
    assert len(RULES[RULE].findings(a_case(story=story))) == 1


def test_the_seed_s_three_weeks_and_the_week_behind_them_are_found():
    assert found_in(RULE, **the_seed()) == ["about three weeks ago", "a week later"]


@pytest.mark.parametrize(
    "piece", ["about ", "a few days ago ", "a few days ago. A ", "on Sunday ", "a"]
)
def test_hostile_text_takes_no_longer_than_other_text(piece):
    text = piece * (20_000 // len(piece))

    assert seconds(RULE, a_told(text=text, created_at=datetime(2026, 1, 1, tzinfo=UTC))) < 1
