"""Data for machines stays data: no value ends its element, and every value comes out again."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from articles.markup.json_ld import json_ld

WORST = ["</script>", "<!--<script>", "]]>", "&amp;", "\u2028\u2029", '"\\', "\u202bשלו", "\x01"]


class Scripts(HTMLParser):
    """What a parser of HTML finds in the page."""

    def __init__(self):
        super().__init__()
        self.tags, self.data = [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.data += data


@pytest.mark.parametrize("word", WORST)
def test_no_value_ends_the_element(word):
    parser = Scripts()

    parser.feed(json_ld({"headline": word, word: [word]}))

    assert parser.tags == [("script", {"type": "application/ld+json"})]
    assert json.loads(parser.data) == {"headline": word, word: [word]}
    assert not {"<", ">", "&"} & set(parser.data)
