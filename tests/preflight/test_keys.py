"""What was dismissed stays dismissed; what only looks alike is told."""

from __future__ import annotations

import pytest

from articles.preflight.finding import RULES
from tests.preflight.words import a_told

TOLD = "It sails at nine, reportedly."


def keys(text, rule="attribution.vague"):
    return [finding.key for finding in RULES[rule].findings(a_told(text=text))]


@pytest.mark.parametrize(
    "text",
    [
        f"Another paragraph.\n\n{TOLD}",
        f"Another sentence. {TOLD}",
        f"{TOLD} And another one.",
    ],
)
def test_a_finding_is_the_same_wherever_its_sentence_moves(text):
    assert keys(text) == keys(TOLD)


@pytest.mark.parametrize(
    "text", ["The mayor took a bribe, reportedly.", "It sails at ten, reportedly."]
)
def test_the_same_word_in_another_sentence_is_another_finding(text):
    assert keys(text) != keys(TOLD)


def test_two_in_one_story_are_two():
    first, second = keys(f"{TOLD} The mayor reportedly took a bribe.")

    assert first != second
