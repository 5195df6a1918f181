"""Changes to a body’s words and source marks that leave the rest of it as it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from articles.markup.clean import clean
from articles.markup.passages import PARAGRAPH_TAGS
from articles.markup.tree import Element, parse, serialise


def with_words(html: str, *, paragraph: int, start: int, end: int, words: str) -> str:
    """The body with those words in place of the characters from `start` to before `end`.

    `paragraph` counts paragraphs and subheadings from 0, `start` and `end` characters of its text,
    a line break being one. The words stand in the mark-up in which the first of them stood.
    """
    root = parse(clean(html))
    element = _paragraphs(root)[paragraph]
    _Replacement(start, end, words).apply(element)
    return clean(serialise(root))


def with_source(html: str, *, passage: int, source: int | None) -> str:
    """The body with its nth passage, from 0, marked with another source; None removes the mark."""
    root = parse(clean(html))
    for span in _marks(root)[passage]:
        if source is None:
            span.tag, span.attributes = "", {}
        else:
            span.attributes["data-source"] = str(source)
    return clean(serialise(root))


def without_figure(html: str, *, photo: int, paragraphs: list[str]) -> str:
    """The body with paragraphs of plain text where the figure of that photo was."""
    root = parse(clean(html))
    put = [Element("p", children=[text]) for text in paragraphs if text.strip()]
    root.children = [
        piece for child in root.children for piece in (put if _shows(child, photo) else [child])
    ]
    return clean(serialise(root))


def _shows(node: Element | str, photo: int) -> bool:
    return isinstance(node, Element) and node.attributes.get("data-photo") == str(photo)


def _paragraphs(root: Element) -> list[Element]:
    return [element for element in root.walk() if element.tag in PARAGRAPH_TAGS]


def _marks(root: Element) -> list[list[Element]]:
    """The marking elements of each passage, as `passages.passages` counts them."""
    found = []
    for paragraph in _paragraphs(root):
        for source, run in groupby(_pieces(paragraph, None), key=_source_of):
            pieces = list(run)
            if source is not None and "".join(words for words, _ in pieces).strip():
                spans = {id(span): span for _, span in pieces if span is not None}
                found.append(list(spans.values()))
    return found


def _pieces(element: Element, span: Element | None) -> Iterator[tuple[str, Element | None]]:
    for child in element.children:
        if isinstance(child, str):
            yield child, span
        elif child.tag == "br":
            yield "\n", span
        else:
            yield from _pieces(child, child if "data-source" in child.attributes else span)


def _source_of(piece: tuple[str, Element | None]) -> str | None:
    return piece[1].attributes["data-source"] if piece[1] is not None else None


class _Replacement:
    """Goes over a paragraph’s pieces of text, counting, and replaces what lies in the stretch."""

    def __init__(self, start: int, end: int, words: str) -> None:
        self.start, self.end, self.words = start, end, words
        self.position = 0

    def apply(self, element: Element) -> None:
        kept: list[Element | str] = []
        for child in element.children:
            if isinstance(child, str):
                kept.append(self._piece(child))
            elif child.tag == "br":
                if not self.start <= self.position < self.end:
                    kept.append(child)
                self.position += 1
            else:
                self.apply(child)
                kept.append(child)
        element.children = kept

    def _piece(self, text: str) -> str:
        first, last = self.position, self.position + len(text)
        self.position = last
        if last < self.start or first > self.end or (last == self.start and self.end > self.start):
            return text
        words, self.words = self.words, ""
        return text[: max(0, self.start - first)] + words + text[max(0, self.end - first) :]
