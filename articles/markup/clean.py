"""The sanitiser: whatever HTML is sent, what comes out is a body of the one definition.

Three steps. nh3 (ammonia) parses the HTML as a browser would and drops what is not allowed. The
tree then gets the body's shape: paragraphs, lists, quotes and figures side by side. nh3 once more
goes over the result, so that nothing of our own step is trusted.
"""

from __future__ import annotations

import re
import unicodedata

import nh3

from articles.markup.definition import ATTRIBUTES, CLASSES, TAGS, allowed_value
from articles.markup.shape import LOOSE_BLOCKS, RENAMED, shape
from articles.markup.tree import parse, serialise

LONGEST = 2_000_000
"""Characters of HTML that are looked at; a very long story has a twentieth of that."""

CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]"
)
"""C0 and C1 controls, and the bidirectional overrides that make text read as what it is not."""

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
    rough = _LOOSE.clean(plain_characters(html[:LONGEST]))
    return _STRICT.clean(serialise(shape(parse(rough))))


def plain_characters(text: str) -> str:
    """Text without control characters, lone surrogates or bidirectional overrides, in NFC."""
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    return unicodedata.normalize("NFC", CONTROLS.sub("", whole))
