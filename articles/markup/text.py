"""The words of a body, without markup."""

from __future__ import annotations

import re

from articles.markup.clean import clean_tree
from articles.markup.passages import PARAGRAPH_TAGS

WORD = re.compile(r"[^\W_]+(?:[’'\-.,:/][^\W_]+)*")
"""Letters and digits; an apostrophe, hyphen, point or comma inside does not part a word."""


def plain_text(html: str) -> str:
    """Paragraphs parted by blank lines; a line break inside one is a newline."""
    found = (
        element.words().replace("\xa0", " ").strip()
        for element in clean_tree(html).walk()
        if element.tag in PARAGRAPH_TAGS
    )
    return "\n\n".join(words for words in found if words)


def word_count(html: str) -> int:
    return len(WORD.findall(plain_text(html)))
