"""Sentences that lack a word or an end; odd but sound ones are left."""

from __future__ import annotations

import pytest

from tests.preflight.words import a_told, found_in, seconds, the_seed

RULE = "sentences.garbled"
LONG = "The boat that the trust had bought in the year before " * 5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They tried to defend their to end contracts.", "their to"),
        ("The crew left its of the harbour.", "its of"),
        ("She saw the of the boat.", "the of"),
        ("It was an and a half.", "an and"),
        ("He bought a the boat.", "a the"),
        ("He took the a boat.", "the a"),
        ("They would went home.", "would went"),
        ("They sailed to a town without it there was clear planning.", "without it there was"),
    ],
)
def test_words_that_do_not_follow_each_other_are_found(text, words):
    assert found_in(RULE, text=text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Without it there was no boat. Without them there were few.",
        "He said that without it there was trouble.",
        "The to-do list, an and-gate and the with-profits bond.",
        "A friend of theirs to the end. The to be announced boat.",
        "“Their to end it,” he stammered.",
        "The A19 road. Vitamin A is good. The Of Monsters record.",
        f"{LONG[:120]}sank; {LONG[:120]}.",
        "They can see the boat, the quay, the lamp, the rope and the old man in the yellow coat, "
        "who had come down from the hill at nine with his dog to look at the water and the boats "
        "that went out in the dark to the far end of the bay that night.",
    ],
)
def test_sound_sentences_are_left(text):
    assert found_in(RULE, text=text) == []


def test_a_sentence_without_end_is_found():
    (found,) = found_in(RULE, text=f"It sank. {LONG}sank. They swam.")

    assert found == f"{LONG}sank."


def test_the_words_of_others_do_not_count():
    assert found_in(RULE, text=f"He said “{LONG}sank” and left.") == []


def test_the_seed_s_two_garbled_paragraphs_are_found():
    found = found_in(RULE, **the_seed())

    assert found[0] == "their to"
    assert found[-1] == "without it there was"
    assert len(found) == 3  # the first of them is too long, too


def test_another_language_is_left():
    assert found_in(RULE, text="Elle a the of.", language="fr") == []


@pytest.mark.parametrize("text", ["the " * 5_000, "a " * 9_000, "without it " * 2_000])
def test_no_text_keeps_it_busy(text):
    assert seconds(RULE, a_told(text=text)) < 5
