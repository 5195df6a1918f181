"""Garbled sentences: words that no sentence puts side by side, and sentences without end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from articles.markup.text import WORD
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.lines import Line
from articles.vocabulary import Severity

LONGEST = 45  # words of ours
MUCH_TOO_LONG = 60
BREATH = re.compile(r"[;:—–]|, (?:and|but|or|while|which|who)\b")
"""Where a long sentence lets the reader breathe."""
LIST = 4  # commas

SIDE_BY_SIDE = re.compile(
    # A noun is missing behind a possessive or an article. “Hers” and “his” stand alone.
    r"\b(?:[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y|[Yy]our) "
    r"(?:to(?! be\b)|of|from|is|was|were|are|with)\b(?!-)"
    r"|\b(?:[Tt]he|[Aa]n) "
    r"(?:to(?! be\b)|of|from|is|was|were|are|with|and|or|but|that|because)\b(?!-)"
    r"|\ba (?:of|is|was|were|are|and|but|the|an)\b(?!-)"
    r"|\b(?:[Tt]he an?|[Aa]n (?:the|a))\b(?!-)"
    r"|\b(?:will|would|could|should|must|cannot) (?:went|came|took|gave|saw|wrote|spoke|became)\b"
    # “Without it there was no hope” is a sentence; “a town without it there was a plan” is none.
    r"|(?<=[a-zà-ÿ] )without (?:it|them|him|this|that) there (?:is|was|are|were)\b"
    r"(?! (?:no|nothing|nobody|none|little|less|few)\b)"
)
INTRODUCES = re.compile(r"\b(?:and|but|that|because|so|or|as|if|said|says) \Z")
MOST = 10


@rule("sentences.garbled", Severity.WARN)
def garbled(case: Case) -> Iterator[Fault]:
    """What is quoted is somebody’s own (T4)."""
    if not case.is_english:
        return
    for line in case.lines:
        if line.field == "kicker":
            continue
        for found in islice(SIDE_BY_SIDE.finditer(line.text), MOST):
            introduced = INTRODUCES.search(line.text[: found.start()][-12:])
            if line.is_quoted(found.start()) or (found[0].startswith("without") and introduced):
                continue
            yield Fault(
                f"“{found[0]}”: a word is missing or too many. Read the sentence again.",
                line.place(found.start(), found.end()),
            )
        if line.field in {"body", "standfirst"} and line.tag in {"", "p"}:
            yield from _too_long(line)


def _too_long(line: Line) -> Iterator[Fault]:
    for start, end in line.sentences:
        text = line.text[start:end]
        words = sum(1 for word in WORD.finditer(text) if not line.is_quoted(start + word.start()))
        breathless = not BREATH.search(text) and text.count(",") < LIST
        if words > MUCH_TOO_LONG or (words > LONGEST and breathless):
            yield Fault(f"This sentence has {words} words. Make two of it.", line.place(start, end))
