"""The guard against silent edits: what asks, and what does not."""

from __future__ import annotations

import pytest

from articles.publishing.read_lines import Line
from articles.publishing.silent import facts_changed

STORY = {
    "headline": ["Night ferry to sail an hour earlier"],
    "standfirst": ["The change follows new soundings at the harbour mouth."],
    "byline": ["By Ada Lumen"],
    "body": [
        "The night ferry will sail at 9 p.m. from Monday, the harbour trust said. It carries 1,200 "
        "people a week to Marrick.",
        "“We follow the tide, not the clock,” Mira Holt said. Crews were told in three letters.",
        "The old timetable was drawn up when the channel was deeper.",
    ],
    "caption": ["The night ferry leaves the quay at Marrick on Sunday."],
    "credit": ["Ines Okafor/Northmark Pictures"],
    "picture": ["photo-1"],
}
FIRST, SECOND, THIRD = STORY["body"]


def lines(story):
    return [Line(place, words) for place, all_ in story.items() for words in all_]


def sorts(after):
    return {fact.sort for fact in facts_changed(lines(STORY), lines({**STORY, **after}))}


def body(old, new):
    """The story with these words exchanged in its body."""
    assert any(old in words for words in STORY["body"])
    return {"body": [words.replace(old, new) for words in STORY["body"]]}


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ({}, set()),
        # Spelling, punctuation and wording are nobody's business.
        (body("timetable", "time-table"), set()),
        (body("deeper", "deper"), set()),
        (body("channel was deeper", "channel was deeper still"), set()),
        (body("drawn up", "made"), set()),
        (body("trust said.", "trust said;"), set()),
        (body("clock,” Mira", "clock”, Mira"), set()),
        (body("“We follow", '"We follow'), set()),
        (body("1,200", "1200"), set()),
        (body("The old timetable", "the old timetable"), set()),
        ({"headline": ["Night ferry to sail an hour earlier."]}, set()),
        ({"headline": ["Night Ferry to sail an hour earlier"]}, set()),
        ({"headline": ["Nigth ferry to sail an hour earlier"]}, set()),
        ({"body": [FIRST, THIRD, SECOND]}, set()),
        ({"body": [*STORY["body"], "Nothing else changes for passengers."]}, {"negation"}),
        ({"body": [*STORY["body"], "The quay stays open all night."]}, set()),
        ({"body": [FIRST, SECOND]}, set()),
        ({"caption": ["On Sunday the night ferry leaves the quay at Marrick."]}, {"name"}),
        ({"caption": ["The night ferry departs from the quay at Marrick on Sunday."]}, set()),
        ({"credit": ["Ines Okafor / Northmark Pictures"]}, set()),
        # One figure.
        (body("9 p.m.", "10 p.m."), {"figure"}),
        (body("1,200", "1,300"), {"figure"}),
        (body("three letters", "four letters"), {"figure"}),
        (body("1,200 people", "people"), {"figure"}),
        ({"body": [*STORY["body"], "It cost £40,000."]}, {"figure"}),
        ({"standfirst": ["The change follows two soundings at the harbour mouth."]}, {"figure"}),
        # A name.
        (body("Mira Holt", "Mira Hoult"), {"name"}),
        (body("to Marrick", "to Saltby"), {"name"}),
        (body("Mira Holt said", "the harbour master said"), {"name"}),
        ({"body": [*STORY["body"], "The bill was paid by Tidewater."]}, {"name"}),
        ({"byline": ["By Ben Ash"]}, {"byline"}),
        ({"credit": ["Ben Ash/Northmark Pictures"]}, {"credit"}),
        ({"caption": ["The night ferry leaves the quay at Saltby on Sunday."]}, {"name"}),
        # A quote.
        (body("follow the tide", "obey the tide"), {"quote"}),
        (body(", not the clock,”", ",”"), {"quote"}),
        ({"body": [*STORY["body"], "“It is late,” she said."]}, {"quote"}),
        ({"body": [FIRST, THIRD]}, {"quote", "figure", "name"}),
        # A “not”.
        (body("will sail", "will not sail"), {"negation"}),
        (body("was deeper", "wasn’t deeper"), {"negation"}),
        # The headline.
        ({"headline": ["Night ferry to sail two hours earlier"]}, {"headline"}),
        ({"headline": ["Night ferry cut"]}, {"headline"}),
        # Pictures.
        ({"picture": ["photo-2"]}, {"picture"}),
        ({"picture": ["photo-1", "photo-2"]}, {"picture"}),
        ({"picture": [], "caption": [], "credit": []}, {"picture", "name", "credit"}),
        # Two at once.
        (
            body("Mira Holt said. Crews were told in three", "Ada Holt said. Crews had four"),
            {"name", "figure"},
        ),
    ],
)
def test_it_asks_for_facts_and_for_nothing_else(after, expected):
    assert sorts(after) == expected


def test_two_names_that_change_places_are_a_change():
    before = [Line("body", "In court, Holt accused Marsh of lying.")]
    after = [Line("body", "In court, Marsh accused Holt of lying.")]

    assert {fact.sort for fact in facts_changed(before, after)} == {"name"}


def test_it_says_what_became_of_what():
    (fact,) = facts_changed(lines(STORY), lines({**STORY, **body("9 p.m.", "10 p.m.")}))

    assert str(fact) == "figure in the body: “9” became “10”"


def test_a_long_story_written_anew_is_compared_in_good_time():
    before = [
        Line("body", f"Paragraph {n} tells of the harbour and its boats.") for n in range(300)
    ]
    after = [Line("body", f"In part {n} the town is told of.") for n in range(300)]

    assert facts_changed(before, after)
