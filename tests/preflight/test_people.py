"""Nobody who can be recognised stands beside an accusation unless a person has looked."""

from __future__ import annotations

import pytest

from articles.preflight.accusations import accusations
from articles.preflight.finding import RULES
from tests.preflight.cases import a_case, said

RULE = "people.accused"
FIGURE = '<figure data-photo="1"></figure>'


@pytest.mark.parametrize(
    ("story", "word"),
    [
        ({"headline": "Three Arrested after fire"}, "Arrested"),
        ({"standfirst": "A clerk was jailed on Monday."}, "jailed"),
        ({"body": f"<p>He denied fraud.</p>{FIGURE}"}, "fraud"),
        ({"body": f"<p>Held for <strong>mur</strong>der.</p>{FIGURE}"}, "murder"),
    ],
)
def test_it_blocks_beside_an_accusation(story, word):
    (finding,) = RULES[RULE].findings(a_case(story=story, people_shown="Mira Holt\nBo Quay"))

    assert f"shows Mira Holt and Bo Quay, and the story says “{word}”." in finding.message
    assert "tick “people looked at”" in finding.message
    assert (finding.severity, finding.override) == ("block", "override_rights")


@pytest.mark.parametrize(
    "values",
    [
        {"people_shown": "Mira Holt"},
        {"people_shown": "", "story": {"headline": "Three arrested"}},
        {"people_shown": " \n", "story": {"headline": "Three arrested"}},
        {
            "people_shown": "Mira Holt",
            "story": {"headline": "Three arrested"},
            "placement": {"people_checked": True},
        },
    ],
)
def test_nobody_shown_nobody_accused_or_looked_at_passes(values):
    assert said(RULE, **values) == []


def test_of_a_crowd_three_are_named():
    (sentence,) = said(RULE, story={"headline": "Jailed"}, people_shown="Ada\n\nBo\n Cleo \nDan")

    assert "shows Ada, Bo, Cleo and others, and" in sentence


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Man charged after fire", ["charged"]),
        ("She was charged with theft", ["was charged with", "theft"]),
        ("Police charged a man", ["charged"]),
        ("He faces criminal charges", ["faces criminal charges"]),
        ("A war crime", ["war crime"]),
        ("Court-martialled", ["Court-martialled"]),
        ("The suspect’s boat", ["suspect"]),
        ("Readers were charged £4 a ticket", []),
        ("The shop charged a fee", []),
        ("The battery is charged at night, fully charged by six", []),
        ("A charge of tea; the officer in charge", []),
        ("An arresting view; unaccused; guiltless; murder-mystery", ["arresting"]),
        ("The fraudulence of it; thefts", []),
        ("The prisoner's dilemma", []),
    ],
)
def test_accusing_words_are_whole_words(text, found):
    assert accusations(text) == found
