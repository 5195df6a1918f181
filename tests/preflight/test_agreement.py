"""Weekdays, dates, ages, shares and sums that cannot be right are found; all else is left alone."""

from __future__ import annotations

import pytest

from articles.preflight.finding import RULES
from tests.preflight.cases import said
from tests.preflight.words import a_told, found_in, seconds, the_seed

RULE = "dates.agree"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It sank on Sunday 4 July 2022.", "Sunday"),
        ("It sank on Sunday, July 4, 2022.", "Sunday"),
        ("It sank on Monday, the 5th of July 2022.", "Monday"),
        ("It sails on Monday 21 November.", "Monday"),
        ("It sailed on Tuesday 22 Nov. 2026.", "Tuesday"),
        ("It closes on 31 June.", "31 June"),
        ("It closed on 29 February 2023.", "29 February 2023"),
        ("It closed on February 30, 2024.", "On February 30, 2024"),
        ("It closes April 31, 2027.", "April 31, 2027"),
        ("Mira Holt, 30, was born in 1980 in Marrick.", "30"),
        ("She was born in Harn in 1980, is now 30 and sails.", "30"),
        ("Born in 1980, she is now 30.", "30"),
        ("She was born in 1980, is 30 and sails.", "30"),
        ("The 30-year-old skipper was born in 1980.", "30"),
        ("Fares went from 40 to 60, a rise of 30 per cent.", "30"),
        ("It fell from £1.2m to £0.9m, a fall of 40%.", "40"),
        ("It rose from 310 passengers to 505 a day, an increase of about 40 per cent.", "40"),
        ("It rose from 4 per cent to 6 per cent, a rise of 2 per cent.", "2"),
        ("They gave £3m, £2m and £1m, a total of £7m.", "£7m"),
        ("They gave £30,000 and £18,000, totalling £49,000.", "£49,000"),
        (
            "Some 60 per cent were for, 45 per cent against.",
            "60 per cent were for, 45 per cent against",
        ),
    ],
)
def test_what_cannot_be_right_is_found(text, words):
    found = found_in(RULE, text=text)

    assert [word.lower() for word in found] == [words.lower()]


@pytest.mark.parametrize(
    "text",
    [
        "It sank on Monday 4 July 2022, on Monday, July 4, 2022, and Tuesday 5 July 2022.",
        "It sails on Monday 23 November, on Tuesday 24 November and on Wednesday 24 November.",
        "In 1961, on Tuesday 4 July, the sea came.",
        "“It was Sunday 4 July 2022, the 31 June,” he said.",
        "It closed on 29 February, on 29 February 2024 and on 31 May.",
        "In June 31 people came. By April 31 had gone.",
        "Mira Holt, 46, was born in 1980. The 45-year-old skipper was born in 1980.",
        "Mira Holt, who was born in 1980 and was 19 when she joined, sails.",
        "He died aged 91; he was born in 1919.",
        "Fares went from 40 to 60, a rise of 50 per cent.",
        "It went from 3 to 4, a rise of a third, and from 3 to 4, a rise of 33 per cent.",
        "It rose from £1.2m to £1.5m, a rise of about 25 per cent.",
        "It rose from 4 per cent to 6 per cent, a rise of 2 percentage points.",
        "It rose from 4% to 6%, a rise of 2% points.",
        "They gave £3m, £2m and £1m, a total of £6m.",
        "They gave £1.26m and £1.26m, totalling £2.5m.",
        "He was to pay costs of £640 and a surcharge of £480, making £2,320 in all.",
        "Some 60 per cent were for. Another 60 per cent voted against in Harn.",
        "It was 60 per cent for, 30 per cent against and 10 per cent undecided.",
        "It was 33.4% for, 33.4% against and 33.4% undecided.",
    ],
)
def test_what_may_be_right_passes(text):
    assert found_in(RULE, text=text) == []


def test_one_click_writes_the_weekday():
    (finding,) = RULES[RULE].findings(a_told(text="It sank on Sunday 4 July 2022."))

    assert finding.message == "4 July 2022 was a Monday, not a Sunday. Mend the day or the date."
    assert finding.fix is not None
    assert (finding.fix.label, finding.fix.words) == ("Write Monday", "Monday")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("It closes on 31 June.", "There is no 31 June. Mend the date."),
        (
            "Fares went from 40 to 60, a rise of 30 per cent.",
            "From 40 to 60 is 50 per cent, not 30. Mend one.",
        ),
        (
            "They gave £3m and £2m, a total of £7m.",
            "£3m and £2m do not come to £7m. Mend one.",
        ),
        (
            "It was 60 per cent for, 45 per cent against.",
            "60, 45 per cent come to 105. Mend one.",
        ),
        (
            "Mira Holt, 30, was born in 1980.",
            "Whoever was born in 1980 is not 30 in 2026. Mend one.",
        ),
    ],
)
def test_it_says_what_does_not_agree(text, says):
    assert said(RULE, story={"body": f"<p>{text}</p>"}) == [says]


def test_headlines_and_captions_are_read_too_in_english():
    assert found_in(RULE, headline="Ferry to sail on 31 June") == ["31 June"]
    assert len(said(RULE, caption="Marrick on Sunday 4 July 2022")) == 1
    assert found_in(RULE, language="de", text="Am 31 June.") == []


def test_the_seed_s_figures_agree():
    assert found_in(RULE, **the_seed()) == []


@pytest.mark.parametrize(
    "piece", ["1", "1 June ", "£1, ", "from 1 to 1 ", "5% for ", "born in ", "A, 1, ", "1.1"]
)
def test_hostile_text_takes_no_longer_than_other_text(piece):
    assert seconds(RULE, a_told(text=piece * (20_000 // len(piece)))) < 1
