"""What changed between two texts, as the desk's pages tell it."""

from __future__ import annotations

import time

import pytest

from articles.markup.diff import Kind, bodies, lines, pages, tally, words

A = "The harbour trust will move the night ferry to Monday, its board said."
B = "The harbour master did not want to comment on the new soundings."
C = "Tickets that were bought for Sunday stay valid for a week."
FIGURE = '<figure data-photo="{}"></figure>'


def told(pieces):
    """Pieces as one line: [-gone-] and {+come+}."""
    marks = {Kind.SAME: "{}", Kind.ADDED: "{{+{}+}}", Kind.REMOVED: "[-{}-]"}
    return "".join(marks[piece.kind].format(piece.text) for piece in pieces)


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("", "", ""),
        ("The quay.", "The quay.", "The quay."),
        ("", "The quay.", "{+The quay.+}"),
        ("The quay.", "", "[-The quay.-]"),
        ("The quay is shut.", "The pier is shut.", "The [-quay-]{+pier+} is shut."),
        ("Shut at noon.", "Shut at noon today.", "Shut at noon{+ today+}."),
        ("12,000 came.", "12,500 came.", "[-12,000-]{+12,500+} came."),
        ("It was Holt’s.", "It was Holt’s!", "It was Holt’s[-.-]{+!+}"),
        ("one two three", "four five three", "[-one two-]{+four five+} three"),
        ("Львів", "Львова", "[-Львів-]{+Львова+}"),
        (
            "It sails an hour earlier.",
            "It sails two hours earlier.",
            "It sails [-an hour-]{+two hours+} earlier.",
        ),
        ("£1,200 a week", "£1,300 a week", "£[-1,200-]{+1,300+} a week"),
    ],
)
def test_words_that_came_and_went(before, after, line):
    assert told(words(before, after)) == line


@pytest.mark.parametrize(("before", "after"), [(A, B), (B, C), ("a b c", "c b a"), (A, A + B)])
def test_the_pieces_are_both_texts(before, after):
    pieces = words(before, after)

    assert "".join(one.text for one in pieces if one.kind != Kind.ADDED) == before
    assert "".join(one.text for one in pieces if one.kind != Kind.REMOVED) == after


def p(*texts):
    return "".join(text if text.startswith("<") else f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        (p(A, B), p(A, B), ["same", "same"]),
        (p(A, B), p(A, B.replace("not", "never")), ["same", "changed"]),
        (p(A), p(A, C), ["same", "added"]),
        (p(A, C), p(A), ["same", "removed"]),
        (p(A, B, C), p(C, A, B), ["moved", "same", "same"]),
        (p(A, B, C), p(C.replace("week", "day"), A, B), ["moved", "same", "same"]),
        (p(A), p(C), ["removed", "added"]),
        (p(A), p(A.replace("Monday", "<strong>Monday</strong>")), ["marked"]),
        (p(A), f"<h2>{A}</h2>", ["marked"]),
        (p(FIGURE.format(1), A), p(A), ["removed", "same"]),
        (p(FIGURE.format(1), A), p(FIGURE.format(2), A), ["removed", "added", "same"]),
        (p(FIGURE.format(1), A), p(A, FIGURE.format(1)), ["same", "moved"]),
        ("", p(A), ["added"]),
        (p("<ul><li>One boat</li><li>Two</li></ul>"), p("<ul><li>One boat</li></ul>"), ["changed"]),
    ],
)
def test_paragraphs_and_pictures(before, after, kinds):
    assert sorted(change.kind for change in bodies(before, after)) == sorted(kinds)


def test_a_picture_is_named_by_its_photo():
    (change,) = bodies("", FIGURE.format(7))

    assert (change.kind, change.photo) == ("added", "7")


def test_words_within_a_moved_paragraph_are_told():
    changes = bodies(p(A, B, C), p(C.replace("week", "day"), A, B))

    (moved,) = [change for change in changes if change.kind == Kind.MOVED]
    assert (
        told(moved.pieces)
        == "Tickets that were bought for Sunday stay valid for a [-week-]{+day+}."
    )


@pytest.mark.parametrize(
    ("before", "after", "came", "went"),
    [("", "", 0, 0), ("a b", "b a", 0, 0), ("a b", "a b c d", 2, 0), ("a b", "c", 1, 2)],
)
def test_the_tally_counts_words(before, after, came, went):
    assert tally(before, after) == (came, went)


def test_a_very_long_text_is_compared_in_no_time():
    long, other = "one two " * 4000, "two three " * 4000
    started = time.monotonic()

    words(long, other)
    lines([long], [other])
    bodies("".join(p(f"{n} {A}") for n in range(400)), "".join(p(f"{A} {n}") for n in range(400)))

    assert time.monotonic() - started < 20


def test_a_long_text_is_compared_but_for_what_both_begin_and_end_with():
    start, end = "one two " * 2000, " three four" * 2000

    told_words = told(words(f"{start}old{end}", f"{start}new{end}"))

    assert told_words == f"{start}[-old-]{{+new+}}{end}"


def test_lines_that_moved_and_lines_that_changed_have_their_partner():
    before = ["One is first.", "Two comes after one.", "Three is gone for good."]
    after = ["Two comes after one.", "One is the first.", "Something else altogether."]

    assert sorted((one.before, one.after) for one in lines(before, after)) == [
        ("", "Something else altogether."),
        ("One is first.", "One is the first."),
        ("Three is gone for good.", ""),
        ("Two comes after one.", "Two comes after one."),
    ]


PICTURE = (
    '<figure class="picture" data-photo="{}">\n  <picture><source srcset="/{}.avif">'
    '<img src="/{}.jpg" alt="A quay"></picture>\n  <figcaption>\n'
    '    <span class="caption">{}</span>\n    <span class="credit">Ada Lumen</span>\n'
    "  </figcaption>\n</figure>"
)
QUAY = PICTURE.format("b7e1", "a", "a", "The quay on Sunday.")


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        (QUAY + p(A), QUAY + p(A), ["same", "same"]),
        (QUAY + p(A), p(A) + QUAY, ["same", "moved"]),
        (QUAY + p(A), QUAY.replace("/a.", "/b.") + p(A), ["same", "same"]),
        (QUAY + p(A), QUAY.replace("Sunday", "Monday") + p(A), ["changed", "same"]),
        (QUAY + p(A), QUAY.replace("b7e1", "c0d2") + p(A), ["removed", "added", "same"]),
        (
            p(A, C),
            p(A) + f'<p><a href="/2026/">Tickets</a>{C.removeprefix("Tickets")}</p>',
            ["same", "marked"],
        ),
        (
            "<ul><li>One boat</li><li>Two</li></ul>",
            "<ul><li>One boat</li><li>Six</li></ul>",
            ["changed"],
        ),
    ],
)
def test_the_finished_bodies_of_two_editions_are_compared(before, after, kinds):
    assert sorted(change.kind for change in pages(before, after)) == sorted(kinds)


def test_a_changed_caption_of_an_edition_is_told_word_by_word():
    (picture,) = pages(QUAY, QUAY.replace("Sunday", "Monday"))

    assert (picture.tag, picture.photo) == ("figure", "b7e1")
    assert told(picture.pieces) == "The quay on [-Sunday-]{+Monday+}. Ada Lumen"


def test_the_items_of_a_list_stand_line_by_line():
    (items,) = pages("", "<ul><li>One boat</li><li>Two</li></ul>")

    assert items.after == "One boat\nTwo"
