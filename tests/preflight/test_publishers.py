"""Another paper’s words about itself keep a story back; naming it as a source does not."""

from __future__ import annotations

import pytest

from articles.preflight.finding import RULES
from tests.preflight.words import a_told, found_in, seconds, the_seed

RULE = "publishers.other"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Newsweek has reached out to the Quay for comment.", None),
        ("The Guardian has contacted the trust for comment.", None),
        ("The Tidewatch Echo has approached the trust for comment.", None),
        ("Reuters asked the trust for comment.", None),
        ("The trust did not respond to CNN’s request for comment.", None),
        ("The trust did not answer a request for comment from the BBC.", None),
        ("This article originally appeared in the Tidewatch Echo.", None),
        ("It sank. Sign up for our weekly newsletter.", "Sign up for our weekly newsletter"),
        ("It sank. Click here to read more.", "Click here to read"),
        ("MARRICK, July 5 (Reuters) - The ferry sank.", "MARRICK, July 5 (Reuters)"),
        ("It sank. (Reporting by Bo Quay; editing by Ada Lumen)", None),
        ("It sank. © 2022 AFP", "© 2022 AFP"),
    ],
)
def test_a_paper_that_speaks_of_itself_is_found(text, words):
    found = found_in(RULE, text=text)

    assert len(found) == 1
    assert words is None or found == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The council has asked the ministry for comment. The council meets on Monday.",
        "Mira Holt has asked the trust for a statement. Ms Holt is the harbour master.",
        "She told the Guardian that it sank.",
        "The Marrick Lantern has asked the trust for comment.",
        "We have asked the trust for comment. It has not replied.",
        "He has asked the trust about it.",
        "The BBC will move to Marrick. It has bought the quay.",
        "“Newsweek has reached out to us for comment,” he said.",
        "The Times reported that it sank. The sun was out.",
        "The trust was asked for comment.",
        "",
    ],
)
def test_other_papers_as_sources_and_others_who_ask_are_left(text):
    assert found_in(RULE, text=text) == []


def test_the_seed_s_last_paragraph_is_found_as_a_whole():
    seed = the_seed()
    (finding,) = RULES[RULE].findings(a_told(**seed))

    assert finding.blocks
    assert finding.place.words == seed["text"].split("\n\n")[-1]


@pytest.mark.parametrize(
    "text", ["The Times " * 2_000, "Newsweek has asked " * 2_000, "Ab " * 9_000, "(c) " * 5_000]
)
def test_no_text_keeps_it_busy(text):
    assert seconds(RULE, a_told(text=text)) < 5
