"""Typography: brackets that close, blanks where they belong, no word typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from articles.preflight.finding import Case, Fault, rule
from articles.preflight.lines import Line
from articles.preflight.place import Fix
from articles.vocabulary import Severity

CLOSES = {")": "(", "]": "["}
LIST_MARK = re.compile(r"(?:\A|[\s(])(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\Z")
"""What stands before a bracket that opens nothing: “1)”, “a)”."""
SMILE = re.compile(r"[:;]-?\Z")

SPACES = re.compile(
    r"(?P<twice>(?<=\S)[ \u00a0]{2,}(?=\S))"
    r"|(?P<before>(?<=[\w)\]”’])[ \u00a0]+(?P<mark>[,;:!?]|\.(?!\.))(?=\s|[”’]|\Z))"
    r"|(?P<comma>(?<=[a-zà-ÿ]),(?=[A-Za-zÀ-ÿ]))"
    r"|(?P<stop>(?<=[a-zà-ÿ]{3})\.(?=[A-ZÀ-Þ][a-zà-ÿ]{2}))"
)
ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*")
DOUBLED = re.compile(
    r"\b(?P<word>the|an|a|of|to|and|or|with|from|by|their|this|his|our|my|your|its|for|at|when"
    r"|because|which|than|also|very)[ \u00a0](?P=word)\b(?!['’-])",
    re.IGNORECASE,
)
MOST = 20


@rule("typography.brackets", Severity.WARN)
def brackets(case: Case) -> Iterator[Fault]:
    for line in case.lines:
        open_ones: list[int] = []
        for position, sign in enumerate(line.text):
            if sign in "([":
                open_ones.append(position)
            elif sign in CLOSES:
                if open_ones and line.text[open_ones[-1]] == CLOSES[sign]:
                    open_ones.pop()
                elif not _is_list_mark(line.text[:position]):
                    yield Fault(
                        f"This {sign} closes nothing. Put {CLOSES[sign]} where it begins, or take "
                        "it out.",
                        line.place(position, position + 1),
                    )
        for position in open_ones:
            yield Fault(
                f"This {line.text[position]} never closes. Close it, or take it out.",
                line.place(position, position + 1),
            )


def _is_list_mark(before: str) -> bool:
    return bool(LIST_MARK.search(before[-6:]) or SMILE.search(before[-2:]))


@rule("typography.spaces", Severity.WARN)
def spaces(case: Case) -> Iterator[Fault]:
    """French sets a blank before ; : ! ? and so is let be."""
    for line in case.lines:
        for found in islice(SPACES.finditer(line.text), MOST):
            if (found["before"] and not case.is_english) or _in_address(line.text, found.start()):
                continue
            yield _misplaced(line, found)


def _in_address(text: str, position: int) -> bool:
    start = max(text.rfind(" ", 0, position), text.rfind("\n", 0, position)) + 1
    word = ADDRESS.match(text, start)
    return word is not None and position < word.end()


def _misplaced(line: Line, found: re.Match[str]) -> Fault:
    start, end = found.span()
    if found["twice"]:
        return Fault(
            f"There are {end - start} spaces here. One is enough.",
            line.place(start, end),
            Fix("One space", " "),
        )
    if found["before"]:
        mark = found["mark"]
        return Fault(
            f"There is a space before the “{mark}”. Take it out.",
            line.place(start, end),
            Fix("Take it out", mark),
        )
    return Fault(
        f"There is no space behind the “{found[0]}”. Put one.",
        line.place(start, end),
        Fix("Put a space", f"{found[0]} "),
    )


@rule("typography.doubled", Severity.WARN)
def doubled(case: Case) -> Iterator[Fault]:
    """Only words that never follow themselves; “had had” and “that that” do."""
    if not case.is_english:
        return
    for line in case.lines:
        for found in islice(DOUBLED.finditer(line.text), MOST):
            first, second = re.split(r"[ \u00a0]", found[0])
            names = first[0].isupper() and second[0].isupper()  # a band called The The
            if not names and not line.is_quoted(found.start()):
                yield Fault(
                    f"“{found[0]}” has a word twice. Write it once.",
                    line.place(found.start(), found.end()),
                    Fix(f"Write “{first}”", first),
                )
