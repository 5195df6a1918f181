"""Blocks: a body's paragraphs, lists, quotes and figures, one after the other. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from articles.markup.clean import clean_tree
from articles.markup.passages import PARAGRAPH_TAGS
from articles.markup.tree import Element, parse, serialise


@dataclass(frozen=True)
class Block:
    """One of them; two are equal when nothing of them differs.

    `text` has its words, the items of a list or the paragraphs of a quote line by line. `photo` is
    the picture that it shows, as the body names it; empty where it shows none.
    """

    html: str
    text: str
    tag: str = "p"
    photo: str = ""

    @property
    def is_figure(self) -> bool:
        return self.tag == "figure"


def blocks(html: str) -> list[Block]:
    """Those of a story's body. A picture is named by its id, and has no words of its own."""
    return [_block(child, serialise(child)) for child in clean_tree(html).children]


def page_blocks(body_html: str) -> list[Block]:
    """Those of a finished body, as `render` made it and an edition keeps it.

    A picture is named by its key; its words are its caption and credit. Of its HTML nothing counts:
    the same picture with the same words is the same, whichever copies of it the page offers.
    """
    return [
        _block(child, "" if isinstance(child, Element) and child.tag == "figure" else html)
        for child in parse(body_html).children
        if (html := serialise(child)).strip()
    ]


def line_blocks(lines: list[str]) -> list[Block]:
    """Plain lines, each as a paragraph."""
    return [Block(line, line) for line in lines]


def _block(node: Element | str, html: str) -> Block:
    if isinstance(node, str):
        return Block(html, node)
    photo = node.attributes.get("data-photo", "")
    text = _caption(node) if photo else "\n".join(_lines(node)) or node.words()
    return Block(html, text, node.tag, photo)


def _lines(block: Element) -> list[str]:
    return [
        element.words()
        for element in block.walk()
        if element.tag in PARAGRAPH_TAGS or (element.tag == "li" and not _holds_paragraphs(element))
    ]


def _holds_paragraphs(element: Element) -> bool:
    return any(inner.tag in PARAGRAPH_TAGS for inner in element.walk())


def _caption(figure: Element) -> str:
    """The words under a picture, without the blanks that set its HTML out."""
    found = [one.words() for one in figure.walk() if one.tag == "figcaption"]
    return " ".join(" ".join(found).split())
