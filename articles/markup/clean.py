"""The sanitiser: whatever HTML is sent, what comes out is a body of the one definition.

Three steps. nh3 (ammonia) parses the HTML as a browser would and drops what is not allowed. The
tree then gets the body's shape: paragraphs, lists, quotes and figures side by side. nh3 once more
goes over the result, so that nothing of our own step is trusted.
"""

from __future__ import annotations

from functools import lru_cache

import nh3

from articles.markup.characters import without_controls
from articles.markup.definition import ATTRIBUTES, CLASSES, TAGS, allowed_value
from articles.markup.shape import LOOSE_BLOCKS, RENAMED, shape
from articles.markup.tree import Element, parse, serialise

LONGEST = 2_000_000
"""Characters of HTML that are looked at; a very long story has a twentieth of that."""

_LOOSE = nh3.Cleaner(
    tags=set(TAGS | LOOSE_BLOCKS | set(RENAMED)),
    attributes={**ATTRIBUTES},
    allowed_classes={**CLASSES},
    attribute_filter=allowed_value,
    url_schemes={"http", "https", "mailto"},
    clean_content_tags={"script", "style", "template", "noscript", "title", "textarea", "select"},
    link_rel=None,
)
_STRICT = nh3.Cleaner(
    tags=set(TAGS),
    attributes={**ATTRIBUTES},
    allowed_classes={**CLASSES},
    attribute_filter=allowed_value,
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)


def clean(html: str) -> str:
    """A clean body; `clean(clean(x)) == clean(x)`. Words are kept, except those of scripts."""
    rough = _LOOSE.clean(without_controls(html[:LONGEST]))
    return _STRICT.clean(serialise(shape(parse(rough))))


@lru_cache(maxsize=16)
def clean_tree(html: str) -> Element:
    """The clean body as a tree, for reading only: whoever asks again gets the same tree."""
    return parse(clean(html))
