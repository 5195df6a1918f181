"""What happens once happens in one place: two of them are a contradiction to be cleared up."""

from __future__ import annotations

import pytest

from articles.preflight.finding import RULES
from articles.vocabulary import Severity
from tests.preflight.words import a_told, found_in, seconds, the_seed

RULE = "places.contradict"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Soldiers were arrested in Marrick.\n\nThe soldiers were arrested in Harnsea.",
            "were arrested in Harnsea",
        ),
        (
            "Two men were arrested in Marrick.\n\nThe group took a bus to Harnsea and were "
            "arrested on arrival.",
            "were arrested on arrival",
        ),
        (
            "Two men were arrested in Marrick.\n\nThe men went home. They were arrested by "
            "local police in Harnsea.",
            "were arrested by local police in Harnsea",
        ),
        (
            "Mira Holt was born in Marrick.\n\nHolt was born in Harnsea, her brother said.",
            "was born in Harnsea",
        ),
        (
            "Mira Holt died in Marrick in May.\n\nMs Holt was late. She died in Harnsea.",
            "died in Harnsea",
        ),
        (
            "A plane crashed in Marrick on Monday.\n\nThe plane crashed in Harnsea.",
            "crashed in Harnsea",
        ),
        (
            "A body was found dead in Marrick.\n\nThe body was found on Monday in Harnsea.",
            "was found on Monday in Harnsea",
        ),
        (
            "The treaty was signed in Marrick.\n\nThe treaty was signed in the port of Harnsea.",
            "was signed in the port of Harnsea",
        ),
        (
            "Bo Quay was killed in Marrick.\n\nIt is late.\n\nMr Quay was killed in Harnsea.",
            "was killed in Harnsea",
        ),
        (
            "Bo Quay was buried in Marrick.\n\nIt was wet, and Bo Quay was buried in Harnsea.",
            "was buried in Harnsea",
        ),
    ],
)
def test_one_event_in_two_places_is_found(text, words):
    assert found_in(RULE, text=text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        # The same place, or one that lies in the other.
        "Soldiers were arrested in Marrick.\n\nThe soldiers were arrested in Marrick on Monday.",
        "Soldiers were arrested in Marrick.\n\nThe soldiers were arrested in New Marrick.",
        "Bo Quay was killed in Marrick in Harnland.\n\nMr Quay was killed in Harnland.",
        "Bo Quay was born in Marrick.\n\nQuay was born in England. Quay was born in Holmshire.",
        "Mira Holt died in Marrick.\n\nMira Holt died in Tollgate Hospital.",
        "Mira Holt died in Marrick.\n\nMira Holt died in May. Holt died in World War Two.",
        "Mira Holt was born in Marrick.\n\nHolt was born in North Carolina, in Harn Forest.",
        "Bo Quay was arrested in Brixton.\n\nQuay was arrested in London on Monday.",
        "Soldiers were arrested in Marrick.\n\nThe soldiers were arrested in the Harn region.",
        # Other people.
        "A man was arrested in Marrick.\n\nA man was arrested in Harnsea.",
        "A man was arrested in Marrick.\n\nAnother man was arrested in Harnsea.",
        "Two men were arrested in Marrick.\n\nThe other men were arrested in Harnsea.",
        "Two men were arrested in Marrick.\n\nThe women were arrested in Harnsea.",
        "Two men were arrested in Marrick.\n\nOne of the men was arrested in Harnsea.",
        "Mira Holt was born in Marrick.\n\nBo Quay was born in Harnsea.",
        "Mira Holt was born in Marrick.\n\nHer mother was born in Harnsea.",
        "Mira Holt was born in Marrick.\n\nBo Quay, 41, is late. He was born in Harnsea.",
        # A family of one surname, groups of other numbers.
        "Mira Holt was born in Marrick.\n\nBo Holt was born in Harnsea.",
        "Three men were arrested in Marrick.\n\nThe five men were arrested in Harnsea.",
        "People were killed in Marrick.\n\nThe soldiers were killed in Harnsea.",
        "People were killed in Marrick.\n\nThe people were killed in Harnsea.",
        "People died in Marrick and dozens were killed in Harnsea.",
        "Soldiers were killed in Marrick.\n\nSoldiers were killed in Harnsea.",
        # Another event, another time.
        "Mira Holt was born in Marrick.\n\nHolt died in Harnsea.",
        "Bo Quay was arrested in Marrick in 2014.\n\nQuay was arrested in Harnsea in 2019.",
        "Bo Quay was arrested in Marrick.\n\nQuay was arrested again in Harnsea.",
        "Bo Quay was arrested in Marrick.\n\nQuay was not arrested in Harnsea.",
        "Bo Quay was arrested in Marrick.\n\n“Quay was arrested in Harnsea,” he said.",
        "Bo Quay was found guilty in Marrick.\n\nQuay was found guilty in Harnsea.",
        "Bo Quay lives in Marrick.\n\nQuay worked in Harnsea and was arrested for theft.",
        "",
    ],
)
def test_what_may_both_be_so_is_left(text):
    assert found_in(RULE, text=text) == []


def test_it_says_where_else_it_was_told():
    text = "Soldiers were arrested in Marrick.\n\nThe soldiers were arrested in Harnsea."

    (finding,) = RULES[RULE].findings(a_told(text=text))

    assert finding.severity == Severity.INFO
    assert finding.message == (
        "“arrested” is told of Harnsea here, and of Marrick in paragraph 1. "
        "Find out which is right."
    )
    assert (finding.place.paragraph, finding.place.start) == (1, 13)


def test_the_seed_s_soldiers_were_arrested_in_luhansk_or_in_moscow():
    (finding,) = RULES[RULE].findings(a_told(**the_seed()))

    assert finding.place.words == "were arrested by military police upon arrival"
    assert "told of Moscow here, and of Ukraine’s eastern Luhansk region" in finding.message


def test_it_reads_english_only():
    text = "Soldiers were arrested in Marrick.\n\nThe soldiers were arrested in Harnsea."

    assert found_in(RULE, text=text, language="fr") == []


@pytest.mark.parametrize(
    "piece",
    [
        *("The men were arrested in Marrick. ", "was arrested by a b c d ", "A b C d ", "A-", "A"),
        *("were killed in the ", "he died in Ab. ", "men and ", "to Ab and died on arrival. "),
        "Bo Quay was arrested in Ab. ",
    ],
)
def test_no_text_keeps_it_busy(piece):
    assert seconds(RULE, a_told(text=piece * (20_000 // len(piece)))) < 5


def test_a_thousand_paragraphs_take_no_longer():
    text = "\n\n".join(f"They were arrested in Ab{n}x. The men died in Cd{n}y." for n in range(900))

    assert seconds(RULE, a_told(text=text)) < 5
