"""Wording: what was changed in a quote, told word by word."""

from __future__ import annotations

import pytest

from articles.markup.wording import difference

RECORD = "Well, nobody waits on the quay at night, I can tell you."


@pytest.mark.parametrize(
    ("passage", "words", "record"),
    [
        ("“nobody sits on the quay at night”", "sits", "waits"),
        ("“Nobody waits on the pier,”", "pier", "quay"),
        ("“Nobody waits on a pier,”", "a pier", "the quay"),
        ("“Somebody waits on the quay,”", "Somebody", "nobody"),
        ("“Nobody ever waits on the quay,”", "ever", ""),
        ("“Nobody waits on quay,”", "", "the"),
    ],
)
def test_what_is_changed_is_told_and_not_what_the_record_has_more(passage, words, record):
    found = difference(passage, RECORD)

    assert (found.words, found.record) == (words, record)


@pytest.mark.parametrize(
    "passage",
    ["“Nobody waits on the quay,”", "“Nobody waits … at night”", "“nobody waits [there] at night”"],
)
def test_a_quote_may_be_shorter_than_what_was_said(passage):
    found = difference(passage, RECORD)

    assert found is None
