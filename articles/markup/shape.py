"""Gives a tree the body's shape: blocks side by side, words only inside blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile, groupby

from articles.markup.characters import plain_characters
from articles.markup.tree import Element

Node = Element | str
Mark = tuple[str, dict[str, str]]

RENAMED = {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}
"""What word processors send -> what the body has."""

LOOSE_BLOCKS = frozenset(
    [
        "address",
        "article",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "footer",
        "form",
        "header",
        "main",
        "nav",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
    ]
)
"""Containers that mean nothing to us, but whose edges part words into paragraphs."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol"})
CONTAINERS = frozenset({"blockquote", "aside"})
BLOCKS = frozenset({"p", "li", "figure"}) | HEADINGS | LISTS | CONTAINERS | LOOSE_BLOCKS
SOURCE_SPACE = re.compile(r"[\n\t]")
REFERENCES = {"span": ("data-source",), "a": ("href", "data-story")}


def shape(root: Element) -> Element:
    """A new tree of the body's shape, with the same words."""
    return Element("", {}, list(_blocks(root.children, top=True)))


def _blocks(children: list[Node], *, top: bool) -> Iterator[Node]:
    """Blocks only: loose words become paragraphs, meaningless containers dissolve."""
    run: list[Node] = []
    for child in _flattened(children):
        if isinstance(child, str) or child.tag not in BLOCKS:
            run.append(child)
        else:
            yield from _paragraphs(run)
            run = []
            yield from _block(child, top=top)
    yield from _paragraphs(run)


def _block(element: Element, *, top: bool) -> Iterator[Node]:
    if element.tag == "p":
        yield from _paragraphs(element.children)
    elif element.tag in HEADINGS:
        if top:
            yield from _trimmed(RENAMED.get(element.tag, element.tag), _inline(element.children))
        else:
            yield from _paragraphs(element.children)
    elif element.tag in LISTS:
        yield from _list(element)
    elif element.tag == "figure":
        yield from _figure(element, top=top)
    elif element.tag in CONTAINERS and _may_contain(element, top=top):
        inner = list(_blocks(element.children, top=False))
        if inner:
            yield Element(element.tag, element.attributes, inner)
    else:
        yield from _blocks(element.children, top=top)


def _may_contain(element: Element, *, top: bool) -> bool:
    """A pull quote stands at the top and has its class; quotes do not stand inside one another."""
    return top and (element.tag == "blockquote" or element.attributes.get("class") == "pullquote")


def _list(element: Element) -> Iterator[Node]:
    items: list[Node] = []
    for child in element.children:
        inside = child.children if isinstance(child, Element) and child.tag == "li" else [child]
        inner = list(_blocks(inside, top=False))
        if inner:
            items.append(Element("li", {}, inner))
    if items:
        yield Element(element.tag, {}, items)


def _figure(element: Element, *, top: bool) -> Iterator[Node]:
    """A figure stands at the top and refers to a photo or an embed; else its words stay alone."""
    photo, embed = element.attributes.get("data-photo"), element.attributes.get("data-embed")
    if photo and top:
        yield Element("figure", {"data-photo": photo})
        yield from _blocks(element.children, top=top)
    elif embed and top:
        link = Element("a", {"href": embed}, [embed])
        yield Element("figure", {"data-embed": embed}, [link])
    else:
        yield from _blocks(element.children, top=top)


def _flattened(children: list[Node]) -> Iterator[Node]:
    """The children, with inline elements that hold blocks taken away round those blocks."""
    for child in children:
        if (
            isinstance(child, Element)
            and child.tag not in BLOCKS
            and any(below.tag in BLOCKS for below in child.walk())
        ):
            yield from _flattened(child.children)
        else:
            yield child


def _paragraphs(run: list[Node]) -> Iterator[Element]:
    """The run of words as paragraphs, parted at two line breaks in a row."""
    paragraph: list[Node] = []
    breaks = 0
    for node in _inline(list(_flattened(run))):
        if isinstance(node, Element) and node.tag == "br":
            breaks += 1
            continue
        if isinstance(node, str) and not node.strip() and breaks:
            continue
        if breaks > 1:
            yield from _trimmed("p", paragraph)
            paragraph = []
        elif breaks:
            paragraph.append(Element("br"))
        breaks = 0
        paragraph.append(node)
    yield from _trimmed("p", paragraph)


def _trimmed(tag: str, words: list[Node]) -> Iterator[Element]:
    """The words as one block, without line breaks and spaces at its ends; none without words."""
    words = list(dropwhile(_is_space, words))
    while words and _is_space(words[-1]):
        words.pop()
    if _has_words(words):
        if isinstance(words[0], str):
            words[0] = words[0].lstrip(" ")
        if isinstance(words[-1], str):
            words[-1] = words[-1].rstrip(" ")
        yield Element(tag, {}, words)


def _is_space(node: Node) -> bool:
    return not node.strip(" ") if isinstance(node, str) else node.tag == "br"


def _inline(children: list[Node], inside: tuple[Mark, ...] = ()) -> list[Node]:
    """The words with their marks: renamed where needed, and gone where they refer to nothing or
    stand inside the same mark."""
    words: list[Node] = []
    for child in children:
        if isinstance(child, str):
            words.append(child)
            continue
        mark = _mark(child)
        inner = _inline(child.children, (*inside, mark))
        tag, kept = mark
        if tag == "br":
            words.append(child)
        elif tag in BLOCKS or not inner or mark in inside or (tag in REFERENCES and not kept):
            words.extend(inner)
        else:
            words.append(Element(tag, kept, inner))
    return _joined(words)


def _mark(element: Element) -> Mark:
    """The body's tag for the element, and those of its attributes that refer to something."""
    wanted = REFERENCES.get(element.tag, ())
    kept = {name: value for name, value in element.attributes.items() if name in wanted}
    if "data-story" in kept:
        kept.pop("href", None)
    return RENAMED.get(element.tag, element.tag), kept


def _joined(words: list[Node]) -> list[Node]:
    """Strings side by side as one, since a mark may belong to the letter before a tag that is gone.

    A line end or a tab in the source of HTML is a space.
    """
    joined: list[Node] = []
    for is_text, group in groupby(words, key=lambda node: isinstance(node, str)):
        if not is_text:
            joined.extend(group)
        elif text := SOURCE_SPACE.sub(" ", plain_characters("".join(map(str, group)))):
            joined.append(text)
    return joined


def _has_words(words: list[Node]) -> bool:
    return bool(Element("", {}, words).words().strip())
