"""A picture's age: counted from the last day on which it can have been taken."""

from __future__ import annotations

from datetime import date

import pytest

from articles.desk.photos.age import date_in_words, is_old
from articles.desk.photos.photo import Photo

CASES = [
    ("31 days", date(2026, 10, 23), "day", True),
    ("30 days", date(2026, 10, 24), "day", False),
    ("the day itself", date(2026, 11, 23), "day", False),
    ("taken later, as with a moment in the past", date(2026, 12, 1), "day", False),
    ("a month that ended 23 days ago", date(2026, 10, 1), "month", False),
    ("a month that ended 54 days ago", date(2026, 9, 1), "month", True),
    ("a February of a leap year", date(2024, 2, 1), "month", True),
    ("the year that still runs", date(2026, 1, 1), "year", False),
    ("the year before", date(2025, 6, 1), "year", True),
]


@pytest.mark.parametrize(("taken_on", "precision", "old"), [case[1:] for case in CASES])
def test_it_is_old_after_thirty_days(taken_on, precision, old):
    photo = Photo(taken_on=taken_on, taken_on_precision=precision)

    assert is_old(photo, date(2026, 11, 23)) is old


@pytest.mark.parametrize(
    ("values", "old"),
    [
        ({"taken_on": None}, False),
        ({"digital_source_type": "digitalCapture"}, True),
        ({"digital_source_type": "screenCapture"}, True),
        ({"digital_source_type": "compositeWithTrainedAlgorithmicMedia"}, True),
        ({"digital_source_type": "digitalCreation"}, False),
        ({"digital_source_type": "trainedAlgorithmicMedia"}, False),
        ({"rights_category": "illustration"}, False),
        ({"rights_category": "illustration", "digital_source_type": "digitalCapture"}, True),
    ],
)
def test_only_what_was_taken_on_a_known_day_grows_old(values, old):
    photo = Photo(**{"taken_on": date(2022, 5, 18), **values})

    assert is_old(photo, date(2026, 11, 23)) is old


@pytest.mark.parametrize(
    ("precision", "words"), [("day", "8 May 2022"), ("month", "May 2022"), ("year", "2022")]
)
def test_a_date_says_no_more_than_is_known(precision, words):
    assert date_in_words(date(2022, 5, 8), precision) == words
