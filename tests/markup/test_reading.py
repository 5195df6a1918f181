"""What is read out of a body: its text, its references, and readers' HTML."""

from __future__ import annotations

import pytest
from django.utils.safestring import SafeString

from articles.markup.embed import provider
from articles.markup.references import References, references
from articles.markup.render import render
from articles.markup.text import plain_text, word_count
from tests.markup.hostile import HOSTILE


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><h2>Two</h2><ul><li>Three</li></ul>", "One\n\nTwo\n\nThree"),
        ("<p>One<br>two</p>", "One\ntwo"),
        ("<p>10&nbsp;knots &amp; more</p>", "10 knots & more"),
        ('<figure data-photo="1"></figure><p>One</p>', "One"),
        ('<figure data-embed="https://youtu.be/x"></figure>', ""),
        ("", ""),
    ],
)
def test_text_is_the_words_without_markup(html, expected):
    assert plain_text(html) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The night ferry", 3),
        ("It’s O'Brien’s half-past-nine ferry", 4),
        ("1,200 crowns at 10:30 – or 9.5 each …", 7),
        ("Ночной паром ушёл", 3),
        ("— “ ” …", 0),
    ],
)
def test_words_are_counted_as_people_count_them(text, count):
    assert word_count(f"<p>{text}</p>") == count


def test_references_are_the_ids_in_order_each_once():
    html = (
        '<figure data-photo="3"></figure><figure data-photo="2"></figure>'
        '<figure data-photo="3"></figure><p><span data-source="9">a</span> '
        '<a data-story="5"><span data-source="8">b</span></a></p>'
    )

    assert references(html) == References(photos=(3, 2), sources=(9, 8), stories=(5,))


@pytest.mark.parametrize("bad", ["0", "-1", "01", "1e3", "x", "", "9" * 19, "１"])
def test_an_id_that_no_row_can_have_is_no_reference(bad):
    html = f'<figure data-photo="{bad}"></figure><p><span data-source="{bad}">a</span></p>'

    assert references(html) == References()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<figure data-photo="1"></figure>', "<figure>ferry</figure>"),
        ('<figure data-photo="2"></figure>', ""),
        ('<p><a data-story="1">here</a></p>', '<p><a href="/2026/ferry/">here</a></p>'),
        ('<p><a data-story="2">here</a></p>', "<p>here</p>"),
        ('<p><span data-source="1">a <b>b</b></span></p>', "<p>a <strong>b</strong></p>"),
        ('<p><a href="/x">a</a></p>', '<p><a href="/x">a</a></p>'),
        (
            '<p><a href="https://a.example/?b=1&amp;c">a</a></p>',
            '<p><a href="https://a.example/?b=1&amp;c" rel="noopener nofollow">a</a></p>',
        ),
        (
            '<figure data-embed="https://www.youtube.com/watch?v=1"></figure>',
            '<figure class="embed"><a href="https://www.youtube.com/watch?v=1" '
            'rel="noopener nofollow">YouTube: youtube.com/watch?v=1</a></figure>',
        ),
        ("<ul><li>a</li><li>b<p>c</p></li></ul>", "<ul><li>a</li><li><p>b</p><p>c</p></li></ul>"),
        (
            '<aside class="pullquote">a</aside>',
            '<aside class="pullquote"><p>a</p></aside>',
        ),
        ("<p>&lt;script&gt; &amp; 1&nbsp;&gt; 0</p>", "<p>&lt;script&gt; &amp; 1&nbsp;&gt; 0</p>"),
    ],
)
def test_readers_get_figures_links_and_cards_and_no_trace_of_the_desk(html, expected):
    figures, stories = {1: "<figure>ferry</figure>"}, {1: "/2026/ferry/"}

    assert render(html, figures=figures, stories=stories) == expected


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE)
def test_readers_html_of_a_hostile_body_has_no_script_and_no_desk_mark(html):
    rendered = render(html, figures={}, stories={})

    assert isinstance(rendered, SafeString)
    for trace in ("<script", "<img", "<svg", "<style", " onerror", "data-", 'href="javascript'):
        assert trace not in rendered


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.youtube.com/watch?v=1", "YouTube"),
        ("https://m.youtube.com/watch?v=1", "YouTube"),
        ("https://X.com/ferry/status/1", "X"),
        ("http://youtu.be/1", None),
        ("https://youtu.be:8443/1", None),
        ("https://youtu.be@evil.example/1", None),
        ("https://evil.example/youtu.be", None),
        ("https://youtu.be.evil.example/1", None),
        ("https://youtu.be\\@evil.example/1", None),
        ("https://youtu.be/\x01", None),
        ("https://youtu.be/ 1", None),
        ("https://уoutu.be/1", None),
        ("https://[youtu.be/1", None),
        ("https://youtu.be/" + "1" * 500, None),
    ],
)
def test_only_listed_providers_may_stand_on_a_card(address, name):
    assert provider(address) == name
