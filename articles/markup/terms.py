"""Terms: words or expressions that are looked for in a text, as whole words, in linear time.

Expressions are RE2's, which takes a time proportional to the text whatever is written: people who
keep the house style write them, and a slow or hostile one must not hang the desk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

import re2

LARGEST = 2000  # instructions of a compiled expression
MEMORY = 1 << 20  # bytes
MOST = 200  # places in one text

QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
MARKS = {"'": "['’‘]", '"': '["“”]', " ": r"[\s\u00a0]+", "-": "[-\u2010\u2011]"}


class BadTerm(ValueError):
    """The term or expression cannot be looked for. The message says why, and what to write."""


class _Matched(Protocol):
    def span(self) -> tuple[int, int]: ...


class _Pattern(Protocol):
    def finditer(self, text: str) -> Iterator[_Matched]: ...


@lru_cache(maxsize=2048)
def finder(words: str, *, is_expression: bool) -> _Pattern:
    """What finds the term, or the RE2 expression; raises `BadTerm` where it is none.

    A term in small letters is found with a capital too, as where a sentence begins; one with a
    capital only so. Typewriter's and printer's marks, and blanks of any width, are one.
    """
    return _expression(words) if is_expression else _term(words)


def _term(words: str) -> _Pattern:
    plain = " ".join(words.translate(QUOTES).split())
    if not any(sign.isalnum() for sign in plain):
        message = f"“{words}” has no letter and no digit. Write the word that is looked for."
        raise BadTerm(message)
    spelt = "".join(MARKS.get(sign, re.escape(sign)) for sign in plain)
    if plain[0].islower():
        spelt = f"[{plain[0]}{re.escape(plain[0].upper()[0])}]{spelt[1:]}"
    return re.compile(spelt)


def _expression(words: str) -> _Pattern:
    options = re2.Options()
    options.max_mem = MEMORY
    options.longest_match = True
    options.log_errors = False
    try:
        pattern = re2.compile(f"(?m){words}", options)
    except re2.error as error:
        message = (
            f"“{words}” is no expression that we can look for: {_said(error)}. "
            "Look-around and back references are not known; brackets must close."
        )
        raise BadTerm(message) from error
    if pattern.programsize > LARGEST:
        message = f"“{words}” is too large an expression. Make two rules of it, or shorten it."
        raise BadTerm(message)
    if pattern.search("") is not None:
        message = f"“{words}” would be found between any two letters. Say at least one letter."
        raise BadTerm(message)
    found: _Pattern = pattern
    return found


def _said(error: Exception) -> str:
    reason = error.args[0] if error.args else ""
    return reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)


def places(words: str, text: str, *, is_expression: bool) -> list[tuple[int, int]]:
    """Where it stands in the text as whole words: pairs of start and end. `^` begins a line."""
    found = []
    for match in finder(words, is_expression=is_expression).finditer(text):
        start, end = match.span()
        if start < end and _is_whole(text, start) and _is_whole(text, end):
            found.append((start, end))
            if len(found) == MOST:
                break
    return found


def _is_whole(text: str, edge: int) -> bool:
    """Whether no word runs across that edge."""
    around = text[max(0, edge - 1) : edge + 1]
    return not (0 < edge < len(text) and around.isalnum())
