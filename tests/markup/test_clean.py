"""The sanitiser: any HTML comes out as a body of the one definition, with its words."""

from __future__ import annotations

import random

import pytest

from articles.markup.clean import LONGEST, clean
from articles.markup.definition import ATTRIBUTES, TAGS
from tests.markup import hostile

TAGS_AND_WORDS = """
<p> </p> <b> </b> <em> </em> <br> <div> </div> <ul> </ul> <ol> <li> </li> <h1> </h1> <h2> </h2>
<span> </span> <table><tr><td> </table> <blockquote> </blockquote> <aside> </aside> </figure> </a>
<pre> <em></em> &nbsp; a e \u0301 \u0338 \u2028 &lt;b&gt;
"""
PIECES = [
    *TAGS_AND_WORDS.split(" "),
    *(html for html in hostile.HOSTILE.values() if len(html) < 200),
    *("<figure data-photo=1>", "<a href=/x>", "<a data-story=3 href=/x>", "<span data-source=2>"),
    *("<aside class=pullquote>", " ", "\n", "\r\n", "\t"),
]
"""What is strung together at random; a lone mark composes with what stands before it."""


@pytest.mark.parametrize("html", hostile.HOSTILE.values(), ids=hostile.HOSTILE)
def test_hostile_html_comes_out_harmless(html):
    wrong, _ = hostile.read(clean(html))

    assert wrong == []


@pytest.mark.parametrize(
    "html", hostile.KEEPING_THE_WORD.values(), ids=hostile.KEEPING_THE_WORD.keys()
)
def test_the_words_round_the_harm_are_kept(html):
    _, words = hostile.read(clean(html))

    assert "Harbour" in words


@pytest.mark.parametrize(
    "html", hostile.LOSING_THE_WORD.values(), ids=hostile.LOSING_THE_WORD.keys()
)
def test_what_was_never_text_does_not_become_text(html):
    assert clean(f"{html}<p>Quay</p>") == "<p>Quay</p>"


def test_the_strict_reader_sees_harm():
    html = '<p onclick="x"><img><a href="javascript:1"></a></p><!-- -->'

    wrong, _ = hostile.read(html)

    assert wrong == ["p onclick", "img", "href javascript:1", "comment  "]


@pytest.mark.parametrize("html", hostile.HOSTILE.values(), ids=hostile.HOSTILE)
def test_a_clean_body_is_cleaned_to_itself(html):
    once = clean(html)

    assert clean(once) == once


@pytest.mark.parametrize("seed", range(8))
def test_any_mixture_is_harmless_and_cleaned_to_itself(seed):
    chance = random.Random(seed)  # noqa: S311 - the same mixtures each time
    for _ in range(250):
        html = "".join(chance.choices(PIECES, k=chance.randint(1, 8)))
        once = clean(html)

        assert clean(once) == once, html
        assert hostile.read(once)[0] == [], html


def test_the_definition_allows_what_the_strict_reader_does():
    assert set(hostile.ATTRIBUTES) == TAGS
    assert {tag: names for tag, names in hostile.ATTRIBUTES.items() if names} == {
        **ATTRIBUTES,
        "aside": {"class"},
    }


KEPT = [
    '<p>The <span data-source="7">“tide”</span> turned.</p>',
    '<p>See <a data-story="4">the first report</a>.</p>',
    '<p><a href="https://marrick.example/a?b=1&amp;c=2">Minutes</a></p>',
    '<p><a href="/harbour/">Harbour</a> <a href="mailto:desk@marrick.example">Write</a></p>',
    '<figure data-photo="12"></figure>',
    '<figure data-embed="https://youtu.be/x"><a href="https://youtu.be/x">https://youtu.be/x</a>'
    "</figure>",
    '<aside class="pullquote"><p>We follow the tide.</p></aside>',
    "<blockquote><p>One.</p><p>Two.</p></blockquote>",
    "<h2>Tides</h2><h3>Low water</h3>",
    "<ul><li><p>Rope</p></li></ul><ol><li><p>Tar</p></li></ol>",
    "<p>One <strong>bold</strong> and <em>slanted</em><br>line</p>",
    "<p>10&nbsp;knots, &lt;b&gt; &amp; so on</p>",
]


@pytest.mark.parametrize("html", KEPT)
def test_what_the_definition_allows_is_kept_as_it_is(html):
    assert clean(html) == html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("Loose words", "<p>Loose words</p>"),
        ("one<br><br>two", "<p>one</p><p>two</p>"),
        ("<div>one</div><div>two</div>", "<p>one</p><p>two</p>"),
        ("<h1>Head</h1><h5>Sub</h5>", "<h2>Head</h2><h3>Sub</h3>"),
        ("<p><b>a</b><i>b</i></p>", "<p><strong>a</strong><em>b</em></p>"),
        ("<p> </p><p>&nbsp;</p><h2></h2><ul></ul>", ""),
        ("<p><br> one <br></p>", "<p>one</p>"),
        ("<p>one<br><em></em><br>two</p>", "<p>one</p><p>two</p>"),
        ("<ul><li>one<li><h2> two</h2></ul>", "<ul><li><p>one</p></li><li><p>two</p></li></ul>"),
        ("<table><tr><td>one</td><td>two</td></tr></table>", "<p>one</p><p>two</p>"),
        ("<p>a<table><tr><td>b</table>", "<p>a</p><p>b</p>"),
        ("<aside>Note</aside>", "<p>Note</p>"),
        ("<p><b>a<i><b>b</b></i></b></p>", "<p><strong>a<em>b</em></strong></p>"),
        (
            '<p>a<figure data-photo="1"></figure>b</p>',
            '<p>a</p><figure data-photo="1"></figure><p>b</p>',
        ),
        (
            '<blockquote><figure data-photo="1"></figure>q</blockquote>',
            "<blockquote><p>q</p></blockquote>",
        ),
        (
            '<figure data-photo="1"><figcaption>Words</figcaption></figure>',
            '<figure data-photo="1"></figure><p>Words</p>',
        ),
        (
            '<a href="/x" data-story="3">x</a>',
            '<p><a data-story="3">x</a></p>',
        ),
    ],
)
def test_blocks_stand_side_by_side_and_words_inside_them(html, expected):
    assert clean(html) == expected


@pytest.mark.parametrize(
    "line_end", ["\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\u2028", "&#11;"]
)
def test_a_line_end_of_any_kind_parts_words(line_end):
    assert clean(f"<p>night{line_end}ferry</p>") == "<p>night ferry</p>"


@pytest.mark.parametrize(
    "control", ["\x00", "\x08", "\x7f", "\ufeff", "\u202e", "&#x202e;", "\ud800"]
)
def test_control_characters_vanish(control):
    assert clean(f"<p>har{control}bour</p>").encode() in (
        b"<p>harbour</p>",
        "<p>har�bour</p>".encode(),
    )


def test_letters_and_their_marks_are_composed_even_where_a_tag_stood_between():
    assert clean("<p>cafe<u></u>\u0301</p>") == "<p>café</p>"


def test_a_mark_at_the_start_of_a_paragraph_does_not_eat_the_tag():
    assert clean("<p>\u0338Quay</p>") == "<p>\u0338Quay</p>"


def test_html_without_end_is_cut_and_still_clean():
    wrong, words = hostile.read(clean("<p>Harbour" + "<b>x" * LONGEST))

    assert (wrong, words[:7]) == ([], "Harbour")
