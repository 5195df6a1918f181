"""Brackets, blanks and words typed twice; addresses, figures, French and names are left."""

from __future__ import annotations

import pytest

from articles.preflight.finding import RULES
from tests.preflight.words import a_told, found_in, seconds

BRACKETS, SPACES, DOUBLED = "typography.brackets", "typography.spaces", "typography.doubled"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The boat (built in 1931 sank.", ["("]),
        ("The boat built in 1931) sank.", [")"]),
        ("“We go [to Marrick,” he said.", ["["]),
        ("The boat (built [in 1931) sank.", [")", "(", "["]),
    ],
)
def test_a_bracket_without_its_like_is_found(text, words):
    assert found_in(BRACKETS, text=text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The boat (built in 1931 [or 1932]) sank.",
        "“We go [to Marrick],” he said.",
        "It must 1) float, 2) sail, a) by night or b) by day.",
        "She wrote: “Late again :)”",
        "",
    ],
)
def test_brackets_that_have_their_like_are_left(text):
    assert found_in(BRACKETS, text=text) == []


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("The boat  sank.", "  ", " "),
        ("The boat sank .", " .", "."),
        ("The boat , they say, sank.", " ,", ","),
        ("Did it sink ?", " ?", "?"),
        ("“It sank ,” he said.", " ,", ","),
        ("The boat,which was old, sank.", ",", ", "),
        ("The boat sank.They swam.", ".", ". "),
    ],
)
def test_a_blank_out_of_place_is_found_and_mended(text, words, right):
    (finding,) = RULES[SPACES].findings(a_told(text=text))

    assert (finding.place.words, finding.fix.words) == (words, right)


@pytest.mark.parametrize(
    "text",
    [
        "It cost £1,200.50 at 9.30, or 1,200,000 in all.",
        "Write to ada@quay.example,or see www.quay.example/a,b and https://Quay.Example/x.y.",
        "J.R. Quay of the U.S.A. said so, e.g. in Marrick.",
        "He stopped … and went on. “No …” She said .22 calibre.",
        "The Node.js file story.txt is here.",
        "A line\nand the next.",
        "",
    ],
)
def test_figures_addresses_and_initials_are_left(text):
    assert found_in(SPACES, text=text) == []


def test_french_has_its_blanks():
    text = "« Nous partons », dit-il : pourquoi ? Oh !"

    assert found_in(SPACES, text=text, language="fr") == []
    assert found_in(SPACES, text="Nous  partons.", language="fr") == ["  "]


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("It is in the the harbour.", "the the", "the"),
        ("The the boat sank.", "The the", "The"),
        ("It went to to Marrick.", "to to", "to"),
        ("He and and she.", "and and", "and"),
    ],
)
def test_a_word_typed_twice_is_found_and_mended(text, words, right):
    (finding,) = RULES[DOUBLED].findings(a_told(text=text))

    assert (finding.place.words, finding.fix.words) == (words, right)


@pytest.mark.parametrize(
    "text",
    [
        "She had had enough, and said that that was that.",
        "The The played in Marrick. So did Duran Duran.",
        "“The the boat,” she stammered.",
        "He gave her her coat. What it is is old.",
        "It is so so late, he said. The theatre of offers.",
        "Bit by bit and by and by.",
    ],
)
def test_words_that_may_follow_themselves_are_left(text):
    assert found_in(DOUBLED, text=text) == []


def test_another_language_doubles_as_it_likes():
    assert found_in(DOUBLED, text="Nous nous a a.", language="fr") == []


@pytest.mark.parametrize("rule", [BRACKETS, SPACES, DOUBLED])
@pytest.mark.parametrize("text", ["(" * 9_000, " " * 20_000 + "a", "the " * 5_000, ",a" * 9_000])
def test_no_text_keeps_it_busy(rule, text):
    assert seconds(rule, a_told(text=text)) < 5
