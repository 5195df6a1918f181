"""The passages that are marked with a source, and the paragraphs they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from articles.markup.clean import clean_tree
from articles.markup.tree import Element

PARAGRAPH_TAGS = frozenset({"p", "h2", "h3"})


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Words marked with a source; `paragraph` counts the body's paragraphs from 0.

    In a block quote the words are somebody's own without quotation marks.
    """

    source: int
    text: str
    paragraph: int
    in_block_quote: bool = False


def paragraphs(html: str) -> list[Element]:
    """Every paragraph and subheading of the body, those in lists and quotes included."""
    return [element for element, _ in paragraphs_and_quotes(html)]


def paragraphs_and_quotes(html: str) -> list[tuple[Element, bool]]:
    """Each with whether it stands in a block quote."""
    return list(_below(clean_tree(html), in_block_quote=False))


def _below(element: Element, *, in_block_quote: bool) -> Iterator[tuple[Element, bool]]:
    inside = in_block_quote or element.tag == "blockquote"
    if element.tag in PARAGRAPH_TAGS:
        yield element, inside
    for child in element.children:
        if isinstance(child, Element):
            yield from _below(child, in_block_quote=inside)


def passages(html: str) -> list[Passage]:
    """Each source mark with its words, in document order.

    Marks of one source that touch, as the editor leaves them round bold words, are one passage.
    """
    found = []
    for number, (paragraph, in_block_quote) in enumerate(paragraphs_and_quotes(html)):
        for source, run in groupby(marked_text(paragraph), key=lambda piece: piece[1]):
            text = "".join(words for words, _ in run)
            if source is not None and text.strip():
                found.append(
                    Passage(
                        source=source,
                        text=text.strip(),
                        paragraph=number,
                        in_block_quote=in_block_quote,
                    )
                )
    return found


def marked_text(element: Element, source: int | None = None) -> Iterator[tuple[str, int | None]]:
    """The words below an element in pieces, each with the source it is marked with, or None."""
    for child in element.children:
        if isinstance(child, str):
            yield child, source
        elif child.tag == "br":
            yield "\n", source
        else:
            own = child.attributes.get("data-source")
            yield from marked_text(child, int(own) if own else source)
