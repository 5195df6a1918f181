"""Harper, a grammar checker for English: asked where its package is installed, never needed.

What it says stays a hint. What is quoted is somebody’s own (T4).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec
from threading import Lock
from typing import Any, TypeVar

from articles.preflight.finding import Case, Fault, rule
from articles.preflight.harper_lints import ASKED, is_believed
from articles.preflight.lines import Line
from articles.preflight.place import Fix
from articles.vocabulary import Severity

logger = logging.getLogger(__name__)

LONGEST = 2_000
"""Characters of a line. Of odd signs, twice as many take Harper four times as long."""
MOST = 10
PLAIN = str.maketrans({"’": "'", "\u00a0": " "})
"""It knows “it’s” by a straight mark only. Each sign stays one character, so places stay right."""
NAMED = re.compile(r"(?<!\w)([`'\"])(.+?)\1(?!\w)")
"""A word that a remark names, in whichever marks."""
REMOVE, INSERT_BEHIND = 1, 2  # kinds of suggestion; the third replaces

Made = TypeVar("Made")


@dataclass(frozen=True)
class Checker:
    """Harper for one dialect. Two threads must not ask it at once."""

    linter: Any
    lock: Lock = field(default_factory=Lock)

    def lints(self, text: str) -> list[tuple[str, Any]]:
        """What it finds fault with, each with the kind of lint, in the order of the words."""
        with self.lock:
            found = self.linter.organized_lints(text.translate(PLAIN), language="plaintext")
        lints = [(kind, lint) for kind, of_kind in found.items() for lint in of_kind]
        return sorted(lints, key=lambda one: int(one[1].span.start))


@rule("harper.grammar", Severity.INFO)
def grammar(case: Case) -> Iterator[Fault]:
    """Nothing where Harper is not installed, nor for a line at which it breaks."""
    if not case.is_english:
        return
    is_american = case.dossier.story.language.lower().startswith("en-us")
    checker = _checker("AMERICAN" if is_american else "BRITISH")
    if checker is None:
        return
    for line in case.lines:
        if line.field != "kicker" and len(line.text) <= LONGEST:
            yield from _unharmed(partial(_faults, line, checker)) or ()


def _faults(line: Line, checker: Checker) -> list[Fault]:
    faults = []
    for kind, lint in checker.lints(line.text):
        start, end = lint.span.start, lint.span.end
        is_quoted = line.is_quoted(start) or line.is_quoted(end - 1)
        if not is_quoted and is_believed(kind, line.text, start, end):
            words = line.text[start:end]
            message = f"“{words.strip()}” may be a slip. {_remark(lint)}"
            faults.append(Fault(message, line.place(start, end), _fix(words, lint)))
    return faults[:MOST]


def _remark(lint: Any) -> str:
    """Harper’s own sentence, with our marks."""
    said = NAMED.sub(r"“\2”", lint.message).replace("'", "’")
    return said if said.endswith((".", "?", "!")) else f"{said}."


def _fix(words: str, lint: Any) -> Fix | None:
    """Where Harper knows one thing to write, and no second."""
    written = {_written(words, suggestion) for suggestion in lint.suggestions}
    if len(written) != 1:
        return None
    (new,) = written
    return Fix(f"Write “{new.strip()}”" if new.strip() else "Take it out", new)


def _written(words: str, suggestion: Any) -> str:
    new = str(suggestion.replacement_text).replace("'", "’")
    if suggestion.kind == REMOVE:
        return ""
    if suggestion.kind == INSERT_BEHIND:
        return words + new
    return "An" if words == "A" else new  # it takes a lone A for a word in capitals


_LOADING = Lock()


def _checker(dialect: str) -> Checker | None:
    """Loaded when a story first asks for it, once for the process: it takes most of a second."""
    with _LOADING:
        return _loaded(dialect)


@cache
def _loaded(dialect: str) -> Checker | None:
    return _unharmed(partial(_load, dialect)) if find_spec("harper") else None


def _load(dialect: str) -> Checker:
    package = import_module("harper")
    linter = package.Linter(package.Dialect[dialect])
    linter.set_lint_config({kind: kind in ASKED for kind in linter.get_lint_config()})
    return Checker(linter)


def _unharmed(work: Callable[[], Made]) -> Made | None:
    """Whatever breaks in Harper, the desk goes on. A panic of its Rust is no mere Exception."""
    try:
        return work()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        _warn(type(error).__name__)
        return None


@cache
def _warn(failure: str) -> None:
    """Once for each kind of failure. Not what Harper says of it: that may quote the story."""
    logger.warning("Harper failed (%s). The preflight goes on without what it would say.", failure)
