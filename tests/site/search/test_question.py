"""Reading a question: a table of what is typed and what is meant."""

from __future__ import annotations

import pytest

from articles.site.search.question import MOST_TERMS, Question, read


@pytest.mark.parametrize(
    ("typed", "groups", "unwanted"),
    [
        ("", (), ()),
        ("ferry", (("ferry",),), ()),
        ("night ferry", (("night",), ("ferry",)), ()),
        ('"night ferry" late', (("night ferry",), ("late",)), ()),
        ("“night ferry”", (("night ferry",),), ()),
        ("ferry or boat", (("ferry", "boat"),), ()),
        ("ferry OR boat OR ship", (("ferry", "boat", "ship"),), ()),
        ("or ferry", (("ferry",),), ()),
        ("ferry or", (("ferry",),), ()),
        ("ferry or -boat", (("ferry",),), ("boat",)),
        ("-ferry", (), ("ferry",)),
        ('ferry -"night boat"', (("ferry",),), ("night boat",)),
        ("--ferry", (), ("ferry",)),
        ("night-ferry", (("night-ferry",),), ()),
        ("- & | !", (), ()),
        ('"', (), ()),
        ("fe\x00rry", (("fe",), ("rry",)), ()),
        ("cafe\u0301", (("caf\u00e9",),), ()),
    ],
)
def test_it_is_read(typed, groups, unwanted):
    assert read(typed) == Question(groups, unwanted)


def test_it_is_cut():
    assert len(read("a b " * 5_000).groups) == MOST_TERMS
    assert len(read("a" * 10_000).groups[0][0]) == 200


def test_words_that_are_spelt_alike_stand_in_for_each_word():
    question = Question((("nihgt ferry",), ("boat", "shpi")), ("late",))

    other = question.with_spellings({"nihgt": ["night"], "shpi": ["ship", "shop"]})

    assert other.groups == (("nihgt", "night"), ("ferry",), ("boat", "shpi", "ship", "shop"))
    assert other.unwanted == ("late",)
