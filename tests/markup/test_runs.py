"""Runs of words that two texts have in common, by themselves and by their prints."""

from __future__ import annotations

import time

import pytest

from articles.markup.runs import longest_run, prints

SHARED = (
    "the harbour trust will close the lower quay from the first week of March so that divers can "
    "mend the piles that the winter storms have loosened along its whole length"
)
LONG = " ".join(f"{SHARED} {number}" for number in range(6))


def test_the_longest_common_stretch_is_found_wherever_it_stands():
    text = f"On Monday we were told that {SHARED}. Nobody objected."
    other = f"A notice: {SHARED}, it says."

    run = longest_run(text, other)

    assert text[run.start : run.end] == SHARED
    assert run.words == len(SHARED.split())


def test_marks_capitals_and_paragraphs_part_no_run():
    first = SHARED.replace("March so", "March\n\nso")
    other = SHARED.upper().replace("QUAY", "QUAY,")

    assert longest_run(first, other).words == len(SHARED.split())


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (f"“{SHARED},” she said.", SHARED),
        (SHARED, f"“{SHARED},” she said."),
        ("Seven words are not enough for one", "Seven words are not enough for one"),
        (SHARED, "Something else altogether was written by somebody else on another day."),
        ("", SHARED),
        (SHARED, ""),
    ],
)
def test_quotations_short_runs_and_other_texts_have_none(text, other):
    assert longest_run(text, other) is None


def test_a_changed_word_parts_a_run():
    run = longest_run(SHARED, SHARED.replace("divers", "workers"))

    assert run.words == len(SHARED.split("divers", maxsplit=1)[0].split())


def test_a_long_shared_run_is_seen_in_the_prints():
    assert set(prints(f"{LONG} and more")) & set(prints(f"Before it: {LONG}"))


def test_prints_are_about_one_for_four_words_and_fit_the_column():
    found = prints(LONG)

    assert 0 < len(found) < len(LONG.split()) / 2
    assert all(-(2**31) <= value < 2**31 for value in found)


@pytest.mark.parametrize("text", ["ab " * 20_000, "x" * 60_000, "“ " * 20_000, LONG * 40])
def test_no_text_keeps_it_busy(text):
    begun = time.process_time()

    prints(text)
    longest_run(text, text)

    assert time.process_time() - begun < 5
