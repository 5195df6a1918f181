"""Marks that open close; a quotation over paragraphs, an apostrophe and an inch are no fault."""

from __future__ import annotations

import pytest

from articles.preflight.finding import RULES
from tests.preflight.words import a_told, found_in, seconds, the_seed

BALANCED = "quotation_marks.balanced"
KIND = "quotation_marks.kind"
PUNCTUATION = "quotation_marks.punctuation"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We go [to Marrick]’ said a sailor.", "’"),
        ("“We go.’", "’"),
        ("“We go, said a sailor.", "“We go, said a sailor."),
        ("He said “we go.\n\nShe stayed.", "“we go."),
        ("We go,” said a sailor.", "”"),
        ("He said we go”.", "”"),
        ("“We go,” he said. “We stay.", "“We stay."),
        ('"We go, he said.', '"We go, he said.'),
        ("„Wir gehen, sagte er.", "„Wir gehen, sagte er."),
        ("« Nous partons, dit-il.", "« Nous partons, dit-il."),
        ("“We go.\n\nAnd stay.”", "“We go."),
    ],
)
def test_it_finds_a_mark_without_its_like(text, words):
    assert words in found_in(BALANCED, text=text)


@pytest.mark.parametrize(
    "text",
    [
        "“We go,” he said. “We stay.”",
        "“We go,” he said.",
        "“We go.\n\n“And we stay.”",
        "“We go.\n\n“And we stay.\n\n“To the end,” she said.",
        "“We [the crew] go (at nine),” he said.",
        "He called it “a ‘grand’ day”.",
        "The ‘grand’ day of the ’90s, and the soldiers’ car.",
        "“It’s the sailors’ boat,” he said.",
        "“She used to say, ‘He told me, “Stop talking.” And so I do.’”",
        "“In the ’80s he ended with ‘As we say …’ and sat down.\n\n“None of us knew.”",
        "“He said ‘I rule nothing out,’ and I said, ‘I exclude no one.’\n\n“So it was.”",
        "‘We go,’ said O’Neill, ‘and the crews’ boats stay.’",
        'He is 6\' 2" and the plank is 4" wide.',
        '"We go," he said.',
        "« Nous partons », dit-il.",
        "„Wir gehen“, sagte er. »Wir auch«, sagte sie.",
        "«Partiamo», disse.",
        "",
    ],
)
def test_marks_that_have_their_like_are_left(text):
    assert found_in(BALANCED, text=text) == []


def test_a_wrong_closing_mark_is_mended_with_one_click():
    (finding,) = RULES[BALANCED].findings(a_told(text="“We go [to Marrick]’ said a sailor."))

    assert finding.blocks
    assert (finding.fix.label, finding.fix.words) == ("Write ”", "”")
    assert finding.message == (
        "The quotation “We go [to Marrick]” opens with “ and closes with ’. Close it with ”."
    )


def test_the_headline_is_read_too():
    assert found_in(BALANCED, headline="Trust: “We sail at nine") == ["“We sail at nine"]


def test_the_seed_s_one_wrong_mark_is_found():
    assert found_in(BALANCED, **the_seed()) == ["’"]


@pytest.mark.parametrize(
    ("text", "marks", "right"),
    [
        ('“We go,” he said. "We stay."', ['"', '"'], ["“", "”"]),
        ("“We go,” he said. It's late.", ["'"], ["’"]),
        ("“We go,” he said. The crews' boats.", ["'"], ["’"]),
        ("It’s late, and it's dark.", ["'"], ["’"]),
        ("“We go,” he said. 'Grand' it was.", ["'"], ["‘"]),
    ],
)
def test_a_straight_mark_beside_curly_ones_is_found(text, marks, right):
    findings = RULES[KIND].findings(a_told(text=text, headline="Ferry"))

    assert [one.place.words for one in findings] == marks
    assert [one.fix.words for one in findings] == right


def test_angled_marks_beside_english_ones_are_found():
    assert found_in(KIND, text="“We go,” he said. «We stay,» she said.") == ["«We stay,»"]


@pytest.mark.parametrize(
    "text",
    [
        '"We go," he said. "It\'s late."',
        "“We go,” he said. It’s late.",
        "“We go,” said the 6' 2\" sailor.",
        "“Je dis « oui »,” he said.",
        "“We go,” he said. The French « dépaysement » has no English word.",
        "",
    ],
)
def test_one_kind_of_marks_is_left(text):
    assert found_in(KIND, text=text, headline="Ferry") == []


def test_a_stop_outside_is_told_once_where_others_are_inside():
    text = "“We sail at nine tonight.” “They sail at ten tonight”. “All sail at dawn tomorrow”."

    assert found_in(PUNCTUATION, text=text) == ["”."]


@pytest.mark.parametrize(
    "text",
    [
        "“We sail at nine tonight.” He called it “a movement against the very late boats”.",
        "“We sail at nine tonight”. “They sail at ten tonight”.",
        "“We sail at nine tonight.” It is called “The Tide”.",
        "“We sail at nine tonight,” he said.",
    ],
)
def test_stops_that_agree_and_words_within_our_sentence_are_left(text):
    assert found_in(PUNCTUATION, text=text) == []


@pytest.mark.parametrize("rule", [BALANCED, KIND, PUNCTUATION])
@pytest.mark.parametrize("text", ["“" * 20_000, "'" * 20_000, "a”" * 5_000, "“a” " * 5_000])
def test_no_text_keeps_it_busy(rule, text):
    assert seconds(rule, a_told(text=text)) < 5
