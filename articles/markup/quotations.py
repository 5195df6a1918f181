"""Quotations: what stands in quotation marks, whole utterances, several paragraphs included.

English “…” and "…", single ‘…’, French «…», German „…“ and »…«. An apostrophe is not a mark.
A quotation that runs over several paragraphs opens each of them and closes only in the last (AP,
Chicago): it is one. Two parts in one paragraph with words of attribution between them are one
utterance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.markup.passages import marked_text, paragraphs
from articles.markup.text import WORD

OPENING_MARKS = ("“", "„", "«", "»", '"', "‘", "‚", "‹", "›")
PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"'}
PAIRS |= {"‘": "’", "‚": "‘’", "‹": "›", "›": "‹"}
"""Opening mark -> the marks that close it."""

SINGLE = frozenset("‘‚‹›")
POINTING_IN = frozenset("»›")
"""Marks that open in German and close in French: they open only right before a word."""

LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, kw_only=True)
class Quotation:
    """One utterance. `parts` are its stretches with their marks; `paragraph` is the first one's
    number, from 0; `source` the source that marks any of it, or None; `closed` whether the last
    part has a closing mark of the kind that opened it."""

    parts: tuple[str, ...]
    paragraph: int
    source: int | None
    closed: bool

    @property
    def text(self) -> str:
        return " … ".join(self.parts)

    @property
    def words(self) -> int:
        return sum(len(WORD.findall(part)) for part in self.parts)


@dataclass(frozen=True, kw_only=True)
class Span:
    """A stretch between marks in one paragraph's text; `end` is behind the closing mark.

    `slip` says that it is not closed, but ends at a mark of another kind: “…’.
    """

    start: int
    end: int
    opening: str
    closed: bool
    slip: bool = False


def quotations(html: str) -> list[Quotation]:
    """Every utterance of the body, in order."""
    found: list[Quotation] = []
    running = False  # the last paragraph's quotation is still open
    for number, paragraph in enumerate(paragraphs(html)):
        pieces = list(marked_text(paragraph))
        text = "".join(words for words, _ in pieces)
        spans = quoted_spans(text)
        if not spans:
            running = False
            continue
        parts = tuple(text[span.start : span.end].strip() for span in spans)
        utterance = Quotation(
            parts=parts,
            paragraph=number,
            source=_source(pieces, spans),
            closed=spans[-1].closed,
        )
        if running and text[: spans[0].start].strip() == "":
            utterance = _joined(found.pop(), utterance)
        found.append(utterance)
        running = not spans[-1].closed and spans[-1].end == len(text.rstrip())
    return found


def _joined(first: Quotation, second: Quotation) -> Quotation:
    return Quotation(
        parts=first.parts + second.parts,
        paragraph=first.paragraph,
        source=first.source if first.source is not None else second.source,
        closed=second.closed,
    )


def _source(pieces: list[tuple[str, int | None]], spans: list[Span]) -> int | None:
    """The first source that marks a word inside one of the spans."""
    position = 0
    for words, source in pieces:
        end = position + len(words)
        if source is not None and any(s.start < end and position < s.end for s in spans):
            return source
        position = end
    return None


def quoted_spans(text: str) -> list[Span]:
    """The stretches in quotation marks, outermost ones only, in one pass over the text."""
    spans: list[Span] = []
    start, opening = -1, ""
    inside: list[str] = []  # marks that opened within it: ‘…’ and, in that, “…” again
    last_single = text.rfind("’")
    for index, mark in enumerate(text):
        if start < 0:
            if mark in PAIRS and _opens(text, index):
                start, opening, inside = index, mark, []
        elif inside == ["‘", "“"] and mark == "”":
            inside.pop()
        elif mark in PAIRS[opening] and _closes(text, index, opening, last_single):
            spans.append(Span(start=start, end=index + 1, opening=opening, closed=True))
            start = -1
        elif opening == "“":
            _nest(inside, text, index, last_single)
    if start >= 0:
        spans.append(_unclosed(text, start, opening))
    return [span for span in spans if span.closed or span.opening not in SINGLE]


def _nest(inside: list[str], text: str, index: int, last_single: int) -> None:
    """Follows the marks within “…”: single ones, and double ones within those."""
    mark = text[index]
    if mark == "‘" and not inside and _opens(text, index):
        inside.append(mark)
    elif mark == "’" and inside == ["‘"] and _closes(text, index, "‘", last_single):
        inside.pop()
    elif mark == "“" and inside == ["‘"] and _opens(text, index):
        inside.append(mark)


def _unclosed(text: str, start: int, opening: str) -> Span:
    """A quotation without its closing mark ends at a mark of another kind that looks like one
    (a slip: “…’), else with the paragraph. Within it ‘…’ may open and close."""
    inside: list[str] = []
    last_single = text.rfind("’")
    for index in range(start + 1, len(text)):
        if opening != "‘":
            was_inside = bool(inside)
            _nest(inside, text, index, last_single)
            if was_inside:
                continue
        before, after = text[index - 1], text[index + 1 : index + 2]
        slip = text[index] in "’'" and not LETTER.match(after or " ") and before in ".,!?]…"
        if slip or (text[index] in "”»" and before in ".,!?]…"):
            return Span(start=start, end=index + 1, opening=opening, closed=False, slip=True)
        if text[index] in "’'" and before == "]":
            return Span(start=start, end=index + 1, opening=opening, closed=False, slip=True)
    return Span(start=start, end=len(text), opening=opening, closed=False)


def _opens(text: str, index: int) -> bool:
    """Whether the mark opens: a word begins behind it and none ends right before it."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    if text[index] == '"' and before.isdigit():
        return False  # inches
    if text[index] in POINTING_IN and not LETTER.match(after):
        return False
    return not (before and LETTER.match(before)) and bool(after.strip() or text[index] == "«")


def _closes(text: str, index: int, opening: str, last_single: int) -> bool:
    """Whether the mark closes. An apostrophe does not: one inside a word, or behind an s when
    another mark that could close is still to come."""
    if opening not in SINGLE or text[index] != "’":
        return True
    before, after = text[index - 1], text[index + 1 : index + 2]
    if after and LETTER.match(after):
        return False
    return not (before in "sS" and index < last_single)
