"""Standfirsts: they add something to the headline, and leave the first paragraph alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.preflight.finding import Case, Fault, rule
from articles.preflight.lines import Line
from articles.vocabulary import Severity

WORD = re.compile(r"\w+(?:[’'.,]\w+)*")
SAME_WORDS = 0.8
FEWEST_WORDS = 4


@rule("copy.standfirst_repeats", Severity.WARN)
def standfirst_repeats(case: Case) -> Iterator[Fault]:
    line = _first(case, "standfirst")
    words = _words(line)
    if line is None or len(words) < FEWEST_WORDS:
        return
    headline = set(_words(_first(case, "headline")))
    repeated = sum(word in headline for word in words) / len(words)
    if repeated >= SAME_WORDS:
        yield Fault(
            "The standfirst repeats the headline. Say in it what the headline cannot.", line.place()
        )
    elif _words(next(iter(case.body), None))[: len(words)] == words:
        yield Fault(
            "The standfirst is the beginning of the story word for word. Write another.",
            line.place(),
        )


def _first(case: Case, field: str) -> Line | None:
    return next((line for line in case.lines if line.field == field), None)


def _words(line: Line | None) -> list[str]:
    return WORD.findall(line.text.casefold()) if line else []
