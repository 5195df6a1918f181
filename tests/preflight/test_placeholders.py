"""What was left to be filled in keeps a story back; brackets of ours do not."""

from __future__ import annotations

import pytest

from articles.preflight.finding import RULES
from tests.preflight.words import a_told, found_in, seconds, the_seed

RULE = "placeholders.left"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The boat has TK berths.", "TK"),
        ("The boat has TKTK berths.", "TKTK"),
        ("The boat has tktk berths.", "tktk"),
        ("It cost £XX in all.", "XX"),
        ("It cost XXX pounds.", "XXX"),
        ("It cost xxxx pounds.", "xxxx"),
        ("Lorem ipsum dolor.", "Lorem ipsum"),
        ("The skipper, [name], said so.", "[name]"),
        ("The skipper (age) said so.", "(age)"),
        ("The boat [insert length] sank.", "[insert length]"),
        ("Insert quote from the skipper here.", "Insert quote from the skipper here"),
        ("It sank on ???.", "???"),
        ("It sank. TODO", "TODO"),
        ("It sank [CHECK].", "[CHECK]"),
        ("It sank on [tbc].", "[tbc]"),
        ("It sank. [TO CHECK: Jo says at nine.]", "[TO CHECK: Jo says at nine.]"),
    ],
)
def test_a_placeholder_is_found(text, words):
    assert found_in(RULE, text=text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "“We decided to go back [to Marrick],” he said.",
        "“They was [sic] late […] and [laughs] cold.”",
        "Pope Pius XX, Super Bowl XXX and the size XXL.",
        "In the XX century, at the XX Olympiad.",
        "Really?? He said: what?!",
        "“We [checked it] twice,” he said, “and [queried the bill].”",
        "She asked to check the name (Ada), the age (40) and the date.",
        "The tk of the old print. His todo list.",
        "Insert a coin. Here it is.",
        "",
    ],
)
def test_what_only_looks_like_one_is_left(text):
    assert found_in(RULE, text=text) == []


def test_it_keeps_the_story_back_wherever_it_stands():
    (finding,) = RULES[RULE].findings(a_told(headline="Night ferry to sail at TK"))

    assert finding.blocks
    assert (finding.place.field, finding.place.words) == ("headline", "TK")


def test_the_seed_has_none():
    assert found_in(RULE, **the_seed()) == []


@pytest.mark.parametrize("text", ["X" * 20_000, "[insert " * 3_000, "insert a " * 2_000])
def test_no_text_keeps_it_busy(text):
    assert seconds(RULE, a_told(text=text)) < 5
