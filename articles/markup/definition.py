"""What a body may consist of: the one definition behind the editor and the sanitiser.

Each piece says at once how the editor offers it (an extension of django-prose-editor) and which
tags, attributes and classes it brings. Settings import this module, so it imports no model.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from django.templatetags.static import static
from django.utils.functional import lazy
from django_prose_editor.config import add_allowed_classes, add_tags_and_attributes

from articles.markup.embed import provider

ID = re.compile(r"[1-9][0-9]{0,17}\Z")
"""A row's id: a positive integer that PostgreSQL's bigint can hold."""

HREF = re.compile(r"(https?://[^\s/\\]|mailto:[^\s@]+@[^\s@]|/(?![/\\]))[^\s\\]*\Z", re.IGNORECASE)
"""Absolute addresses, e-mail, and paths of our own site; never `//host` nor `/\\host`."""


@dataclass(frozen=True)
class Piece:
    """One thing a body may hold. `extension` is the editor's name for it, `setup` its options."""

    extension: str
    tags: tuple[str, ...]
    attributes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    classes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    setup: bool | dict[str, Any] = True


STANDARD = (
    Piece("Paragraph", ("p",)),
    Piece("HardBreak", ("br",)),
    Piece("Bold", ("strong",)),
    Piece("Italic", ("em",)),
    Piece("Heading", ("h2", "h3"), setup={"levels": [2, 3]}),
    Piece("BulletList", ("ul",)),
    Piece("OrderedList", ("ol",)),
    Piece("ListItem", ("li",)),
    Piece("Blockquote", ("blockquote",)),
    Piece(
        "Link",
        ("a",),
        {"a": ("href",)},
        setup={"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    ),
)
"""Pieces the editor package brings along."""

OURS = (
    Piece("PullQuote", ("aside", "p"), classes={"aside": ("pullquote",)}),
    Piece("StoryLink", ("a",), {"a": ("data-story",)}),
    Piece("SourceMark", ("span",), {"span": ("data-source",)}),
    Piece("Photo", ("figure",), {"figure": ("data-photo",)}),
    Piece("Embed", ("figure", "a"), {"figure": ("data-embed",), "a": ("href",)}),
    Piece("CleanPaste", ()),
)
"""Pieces of our own: `static/articles/editor/` has the editor's side of each."""

PIECES = STANDARD + OURS

MENU = [
    {"group": "blockType -lists", "type": "dropdown", "minItems": 2},
    {"group": "marks"},
    {"group": "lists"},
    {"group": "link"},
    {"group": "story"},
    {"group": "nodes -blockType -lists -story"},
    {"group": "history"},
]
"""The order of the editor's buttons."""

EXTENSIONS: dict[str, Any] = {
    **{piece.extension: piece.setup for piece in PIECES},
    "Menu": {"groups": MENU},
    "SpecialCharacters": True,
}
"""What the form field hands to the editor."""

PLAIN_EXTENSIONS: dict[str, Any] = {
    **{piece.extension: piece.setup for piece in PIECES if piece not in OURS},
    "Menu": True,
    "SpecialCharacters": True,
}
"""The same for a text that is no story: without pictures, sources and links to stories."""

TAGS = frozenset(tag for piece in PIECES for tag in piece.tags)
ATTRIBUTES: dict[str, set[str]] = {}
CLASSES: dict[str, set[str]] = {}
for _piece in PIECES:
    for _tag, _names in _piece.attributes.items():
        ATTRIBUTES.setdefault(_tag, set()).update(_names)
    for _tag, _names in _piece.classes.items():
        CLASSES.setdefault(_tag, set()).update(_names)


def allowed_value(_tag: str, name: str, value: str) -> str | None:
    """The attribute's value when it makes sense, else None: a well-formed id, address, provider."""
    if name == "class":
        return value
    if name == "href":
        return value if HREF.match(value) and value.isprintable() else None
    if name == "data-embed":
        return value if provider(value) else None
    return value if ID.match(value) else None


def _processor(piece: Piece) -> Any:
    def process(_config: Any, shared: dict[str, Any]) -> None:
        add_tags_and_attributes(shared, piece.tags, piece.attributes)
        add_allowed_classes(shared, piece.classes)

    return process


EDITOR_MODULES = [
    {
        "js": [lazy(static, str)("articles/editor/index.js")],
        "extensions": {piece.extension: _processor(piece) for piece in OURS},
    }
]
"""The setting DJANGO_PROSE_EDITOR_EXTENSIONS: where our pieces' browser side is loaded from."""
