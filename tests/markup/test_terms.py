"""Terms of the house style: found as whole words, and never slowly."""

from __future__ import annotations

import time

import pytest

from articles.markup.terms import BadTerm, places


def found(words, text, *, is_expression=False):
    return [text[slice(*place)] for place in places(words, text, is_expression=is_expression)]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("quay", "The quay, the Quay and the quays.", ["quay", "Quay"]),
        ("Quay", "The quay and the Quay.", ["Quay"]),
        ("café", "Le café et les cafés; café.", ["café", "café"]),
        ("Putin's war", "In Putin’s war, in Putin's war.", ["Putin’s war", "Putin's war"]),
        ("a total of", "A total\u00a0of six.", ["A total\u00a0of"]),
        ("e-mail", "An e-mail, an e\u2011mail, an e-mailer.", ["e-mail", "e\u2011mail"]),
        ("a.m.", "At 6 a.m. he saw Sam.", ["a.m."]),
        ("ßen", "Am ßen und Füßen.", ["ßen"]),
        ("quay", "", []),
    ],
)
def test_a_term_is_found_as_whole_words(words, text, expected):
    assert found(words, text) == expected


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("illegal (im)?migrants?", "illegal migrants", ["illegal migrants"]),
        ("foo|foobar", "a foobar", ["foobar"]),
        ("(?i)regime", "The REGIME", ["REGIME"]),
        ("^Meanwhile", "Meanwhile\nMeanwhile, a Meanwhile", ["Meanwhile", "Meanwhile"]),
        ("caf[ée]s?", "Cafe, café, cafés 😀 café", ["café", "cafés", "café"]),
    ],
)
def test_an_expression_is_found_as_whole_words(words, text, expected):
    assert found(words, text, is_expression=True) == expected


@pytest.mark.parametrize(
    ("words", "is_expression", "sentence"),
    [
        ("!!", False, "has no letter and no digit"),
        ("(quay", True, r"missing \)"),
        ("quay(?=s)", True, "Look-around and back references"),
        (r"(a)\1", True, "Look-around and back references"),
        ("x*", True, "found between any two letters"),
        ("(a{0,40}){0,40}{0,40}", True, "no expression that we can look for"),
        (r"(\pL+ ?){1,30}quay", True, "look for|too large"),
    ],
)
def test_what_cannot_be_looked_for_is_refused_with_a_sentence(words, is_expression, sentence):
    with pytest.raises(BadTerm, match=sentence):
        places(words, "The quay.", is_expression=is_expression)


@pytest.mark.parametrize(
    "words", ["(x+x+)+y", "(.*)(.*)(.*)(.*)(.*)q", "(a|a)*b", "(?:a?){300}a{300}", "(x*)*z"]
)
@pytest.mark.parametrize("text", ["x" * 60_000, "ax é" * 15_000])
def test_no_expression_keeps_the_desk_busy(words, text):
    begun = time.process_time()

    places(words, text, is_expression=True)

    assert time.process_time() - begun < 2
