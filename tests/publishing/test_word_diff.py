"""Words compared: what is gone, what is new, and what only moved."""

from __future__ import annotations

import pytest

from articles.publishing.word_diff import pairs, pieces


@pytest.mark.parametrize(
    ("before", "after", "woven"),
    [
        ("The ferry sails.", "The ferry sails.", "The ferry sails."),
        (
            "It sails an hour earlier.",
            "It sails two hours earlier.",
            "It sails [an hour|two hours] earlier.",
        ),
        ("It sails.", "It sails now.", "It sails[| now]."),
        ("", "New.", "[|New.]"),
        ("Old.", "", "[Old.|]"),
        ("£1,200 a week", "£1,300 a week", "£[1,200|1,300] a week"),
    ],
)
def test_a_line_is_woven_of_both(before, after, woven):
    told, gone = "", ""
    for piece in [*pieces(before, after), None]:
        if piece is not None and piece.mark == "gone":
            gone = piece.words
        elif piece is not None and piece.mark == "new":
            told, gone = f"{told}[{gone}|{piece.words}]", ""
        else:
            told += (f"[{gone}|]" if gone else "") + (piece.words if piece else "")
            gone = ""

    assert told == woven


def test_what_moved_is_no_difference_and_what_changed_has_its_partner():
    before = ["One is first.", "Two comes after one.", "Three is gone for good."]
    after = ["Two comes after one.", "One is the first.", "Something else altogether."]

    assert pairs(before, after) == [
        ("One is first.", "One is the first."),
        ("Three is gone for good.", ""),
        ("", "Something else altogether."),
    ]


def test_lines_without_end_are_compared_in_good_time():
    before, after = ("harbour and boats " * 20_000, "boats and harbour " * 20_000)

    assert [piece.mark for piece in pieces(before, after)] == ["gone", "new"]
    assert pairs([before], [after]) == [(before, after)]
