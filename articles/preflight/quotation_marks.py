"""Quotation marks: each that opens closes, with its own kind, and the story keeps to one kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from articles.markup.quotations import OPENING_MARKS, PAIRS, Span
from articles.markup.text import WORD
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.ledger import beginning
from articles.preflight.lines import Line
from articles.preflight.place import Fix
from articles.vocabulary import Severity

CLOSES_ONLY = "”"
"""In English it never opens; in Swedish and Finnish it does."""

CURLY = re.compile("[“”‘’„]")
STRAIGHT = re.compile(
    r"(?<!\d)\"|(?<=[^\W\d_])'(?=[^\W\d_])|(?<=s)'(?= )|(?<![^\s(\[“‘—–])'(?=[^\W_])|(?<=[.,!?])'"
)
"""A straight mark or apostrophe; not the inches and minutes behind a figure."""
ANGLED = re.compile("«(?P<words>[^«»]{0,400})»?")
ENGLISH = re.compile(
    r"\b(?:the|a|an|and|of|to|in|is|was|that|it|for|we|you|he|she|they|not)\b", re.IGNORECASE
)
MOST = 10

STOP_OUTSIDE = re.compile(r"”\.(?!\w)")
STOP_INSIDE = re.compile(r"\.”")
STATEMENT = 5  # words


@rule("quotation_marks.balanced", Severity.BLOCK)
def balanced(case: Case) -> Iterator[Fault]:
    """A quotation over several paragraphs opens each and closes in the last (AP, Chicago; T1)."""
    for number, line in enumerate(case.lines):
        following = case.lines[number + 1 : number + 2]
        for span in line.quotes:
            if not span.closed and not _runs_on(line, span, following):
                yield _unclosed(line, span)
        if case.is_english:
            yield from _unopened(line)


def _runs_on(line: Line, span: Span, following: list[Line]) -> bool:
    """Whether the quotation goes on in the next paragraph, which opens it again."""
    if line.field != "body" or span.end < len(line.text.rstrip()):
        return False
    after = following[0] if following and following[0].field == "body" else None
    return not span.slip and after is not None and after.text.lstrip().startswith(OPENING_MARKS)


def _unclosed(line: Line, span: Span) -> Fault:
    right, last = PAIRS[span.opening][0], line.text[span.end - 1]
    words = beginning(line.text[span.start : span.end])
    if span.slip:
        return Fault(
            f"The quotation “{words}” opens with {span.opening} and closes with {last}. "
            f"Close it with {right}.",
            line.place(span.end - 1, span.end),
            Fix(f"Write {right}", right),
        )
    return Fault(
        f"The quotation “{words}” never closes. Put {right} behind its last word.",
        line.place(span.start, span.end),
    )


def _unopened(line: Line) -> Iterator[Fault]:
    for found in re.finditer(CLOSES_ONLY, line.text):
        inside = any(span.start <= found.start() < span.end for span in line.quotes)
        if not inside:
            yield Fault(
                "This ” closes a quotation that never opened. "
                "Put “ before its first word, or take the mark out.",
                line.place(found.start(), found.end()),
            )


@rule("quotation_marks.kind", Severity.WARN)
def kind(case: Case) -> Iterator[Fault]:
    """One kind of marks throughout: curly ones, where the story has any."""
    if not any(CURLY.search(line.text) for line in case.lines):
        return
    straight = ((line, found) for line in case.lines for found in STRAIGHT.finditer(line.text))
    for line, found in islice(straight, MOST):
        right = _curly(line.text, found.start())
        yield Fault(
            f"This mark is straight; the story’s others are curly. Write {right}.",
            line.place(found.start(), found.end()),
            Fix(f"Write {right}", right),
        )
    if case.is_english:
        for line in case.lines:
            for found in ANGLED.finditer(line.text):
                # French words keep their own marks: « dépaysement ».
                if ENGLISH.search(found["words"]) and not line.is_quoted(found.start() - 1):
                    yield Fault(
                        "« and » stand beside “ and ”. Write “ and ”, as in the rest of the story.",
                        line.place(found.start(), found.end()),
                    )
                    return


def _curly(text: str, position: int) -> str:
    before = text[position - 1 : position]
    opens = not before or before.isspace() or before in "([—–“‘"
    if text[position] == '"':
        return "“" if opens else "”"
    return "‘" if opens and "'" in text[position + 1 :] else "’"


@rule("quotation_marks.punctuation", Severity.INFO)
def punctuation(case: Case) -> Iterator[Fault]:
    """The stop of a quoted sentence stands inside the marks or outside, always alike (T2).

    Quoted words that are part of our own sentence have it outside in British usage: these are no
    quoted sentences.
    """
    if not case.is_english:
        return
    outside: list[Fault] = []
    has_inside = False
    for line in case.body:
        for span in line.quotes:
            words = line.text[span.start + 1 : span.end]
            if len(WORD.findall(words)) < STATEMENT or not words[:1].isupper():
                continue
            has_inside |= bool(STOP_INSIDE.search(words[-2:]))
            if STOP_OUTSIDE.match(line.text, span.end - 1):
                outside.append(
                    Fault(
                        "Here the stop of a quoted sentence stands outside the quotation marks, "
                        "elsewhere in the story inside. Choose one.",
                        line.place(span.end - 1, span.end + 1),
                        Fix("Write .”", ".”"),
                    )
                )
    if has_inside and outside:
        yield outside[0]
