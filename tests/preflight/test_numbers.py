"""Numbers are read in figures and in words; times, scores and names are none."""

from __future__ import annotations

import time

import pytest

from articles.preflight.numbers import numbers


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("£4.7m", 4_700_000, 100_000),
        ("£18.6 million", 18_600_000, 100_000),
        ("$3bn", 3e9, 1e9),
        ("41p", 0.41, 0.01),
        ("£12.99", 12.99, 0.01),
        ("11,400", 11_400, 100),
        ("2,000", 2000, 100),
        ("60", 60, 1),
        ("386", 386, 1),
        ("1.4", 1.4, 0.1),
        ("71mph", 71, 1),
        ("five", 5, 1),
        ("forty-three", 43, 1),
        ("Twenty-four", 24, 1),
        ("three hundred and eighty-six", 386, 1),
        ("a hundred", 100, 1),
        ("two thousand", 2000, 100),
        ("six million", 6_000_000, 100_000),
        ("a dozen", 12, 1),
        ("15 per cent", 15, 1),
        ("0", 0, 1),
    ],
)
def test_a_number_is_read(text, value, unit):
    (number,) = numbers(f"so {text} it is")

    assert number.value == pytest.approx(value)
    assert number.unit == pytest.approx(unit)


@pytest.mark.parametrize(
    "text",
    [
        "06:50",
        "12:41.9",
        "5.30pm",
        "2–1",
        "0-0",
        "1970s",
        "9/11",
        "A303",
        "G7",
        "Covid-19",
        "often",
    ],
)
def test_what_is_no_quantity_is_not_read(text):
    assert list(numbers(f"so {text} it is")) == []


def test_kinds_are_told_apart():
    money, pence, share, words, place, year = numbers("£5m 41p 7% ten per cent 14th 1999")

    assert money.is_money
    assert pence.is_money
    assert share.is_percent
    assert words.is_percent
    assert place.is_ordinal
    assert year.is_year
    assert not any(one.is_year for one in (money, pence, share, words, place))
    assert [one.is_year for one in numbers("£1999 and 1,999 and 999")] == [False, False, False]


@pytest.mark.parametrize("piece", ["1", "1,", "1,000", "a hundred ", "twenty-", "£", "A1", "1:1"])
def test_hostile_text_takes_no_longer_than_other_text(piece):
    begun = time.process_time()

    list(numbers(piece * (20_000 // len(piece))))

    assert time.process_time() - begun < 1
