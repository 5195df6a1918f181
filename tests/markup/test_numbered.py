"""Paragraphs of a kept body have numbers by which readers can name them."""

from __future__ import annotations

from articles.markup.render import finished, numbered

BODY = (
    "<p>One &amp; <em>only</em>.</p><h2>Head</h2>"
    "<ul><li>Two</li><li><p>Three</p><p>Four</p></li></ul>"
    '<figure class="picture" data-photo="x"><figcaption>No.</figcaption></figure>'
    "<blockquote><p>Five</p></blockquote>"
)


def test_each_has_its_number_as_id():
    html = finished(BODY)

    assert '<p id="p1">One &amp; <em>only</em>.</p><h2>Head</h2>' in html
    assert '<li id="p2">Two</li><li><p id="p3">Three</p><p id="p4">Four</p></li>' in html
    assert html.endswith('<blockquote><p id="p5">Five</p></blockquote>')


def test_the_words_have_the_same_numbers():
    assert numbered(BODY) == [
        (1, "One & only."),
        (2, "Two"),
        (3, "Three"),
        (4, "Four"),
        (5, "Five"),
    ]


def test_a_body_without_paragraphs_has_none():
    assert numbered("") == []
    assert finished("<h2>Only a head</h2>") == "<h2>Only a head</h2>"
