"""The public sentence on a request for comment says what the record says, and no more."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from articles.desk.asked import public_sentence
from articles.desk.reply import Attempt, Reply

LONDON = ZoneInfo("Europe/London")
WEDNESDAY = datetime(2026, 11, 25, 18, 0, tzinfo=LONDON)


def at(day, hour=10, minute=0, month=11, year=2026):
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


def told(*attempts, state="open", answer="", party="the harbour trust", now=WEDNESDAY):
    request = Reply(party=party, state=state, answer=answer)
    rows = [Attempt(made_at=made_at, contact=contact) for made_at, contact in attempts]
    return public_sentence(request, rows, at=now)


@pytest.mark.parametrize(
    ("attempts", "sentence"),
    [
        ([(at(24), "email")], "by e-mail on Tuesday"),
        (
            [(at(24), "email"), (at(25), "telephone")],
            "by e-mail on Tuesday and by telephone on Wednesday",
        ),
        (
            [(at(23), "email"), (at(24), "email"), (at(25), "telephone")],
            "by e-mail on Monday and Tuesday and by telephone on Wednesday",
        ),
        (
            [(at(23), "email"), (at(24), "letter"), (at(25), "in_person")],
            "by e-mail on Monday, by letter on Tuesday and in person on Wednesday",
        ),
        ([(at(24), "email"), (at(24, 15), "email")], "by e-mail on Tuesday"),
        ([(at(3), "form")], "through a form on the website on 3 November"),
        ([(at(3, year=2025), "message")], "by text message on 3 November 2025"),
    ],
)
def test_each_way_is_told_with_its_days(attempts, sentence):
    assert told(*attempts) == (
        f"The harbour trust was asked for comment {sentence}, "
        "and had not replied by 6 p.m. on Wednesday."
    )


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (at(25, 18), "by 6 p.m. on Wednesday"),
        (at(25, 18, 30), "by 6.30 p.m. on Wednesday"),
        (at(25, 12), "by noon on Wednesday"),
        (at(25, 0), "by midnight on Wednesday"),
        (at(25, 9, 5), "by 9.05 a.m. on Wednesday"),
    ],
)
def test_the_hour_is_told_as_a_paper_writes_it(now, words):
    assert words in told((at(24), "email"), now=now)


def test_days_are_those_of_the_publication_not_of_greenwich():
    auckland = ZoneInfo("Pacific/Auckland")

    sentence = told((at(24, 20), "email"), now=WEDNESDAY.astimezone(auckland))

    assert "by e-mail on Wednesday" in sentence
    assert "by 7 a.m. on Thursday" in sentence


@pytest.mark.parametrize(
    ("state", "answer", "ending"),
    [
        ("declined", "", "on Tuesday, and declined to comment."),
        ("no_answer", "", "and had not replied by 6 p.m. on Wednesday."),
        ("answered", "“We follow the tide.”", "and answered: “We follow the tide.”"),
    ],
)
def test_what_came_back_is_told(state, answer, ending):
    assert told((at(24), "email"), state=state, answer=answer).endswith(ending)


def test_who_could_not_be_reached_is_told_so():
    assert told(state="not_possible") == "The harbour trust could not be reached for comment."


def test_while_nobody_was_asked_there_is_nothing_to_tell():
    assert told(state="to_send") == ""
