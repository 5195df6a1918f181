"""Addresses of our own in finished HTML become whole; all else stays as it is."""

from __future__ import annotations

import pytest

from articles.markup.addresses import absolute

ORIGIN = "https://paper.example"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/2026/">x</a>', '<a href="https://paper.example/2026/">x</a>'),
        ('<img alt="a" src="/m/a.jpg">', '<img alt="a" src="https://paper.example/m/a.jpg">'),
        (
            '<source srcset="/m/a.jpg 1w, /m/b.jpg 2w">',
            '<source srcset="https://paper.example/m/a.jpg 1w, https://paper.example/m/b.jpg 2w">',
        ),
        ('<a href="https://else.example/">x</a>', '<a href="https://else.example/">x</a>'),
        ('<a href="mailto:a@b.example">x</a>', '<a href="mailto:a@b.example">x</a>'),
        ('<p>He wrote href="/x" src="/y"</p>', '<p>He wrote href="/x" src="/y"</p>'),
        ('<img alt="&quot; src=&quot;/x">', '<img alt="&quot; src=&quot;/x">'),
        ("<p>1 &lt; 2</p>", "<p>1 &lt; 2</p>"),
        ("", ""),
    ],
)
def test_only_our_own_addresses_are_made_whole(html, expected):
    assert absolute(html, ORIGIN) == expected
