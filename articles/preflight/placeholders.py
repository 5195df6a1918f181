"""Placeholders: what was left to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.preflight.finding import Case, Fault, rule
from articles.vocabulary import Severity

PLACEHOLDER = re.compile(
    r"\b(?P<tk>TK(?:TK)*|tktk)\b"
    r"|(?P<x>(?-i:\b(?:X{2,}|x{3,})\b)(?! (?:century|Olympi|Games)))"
    r"|(?P<lorem>\blorem ipsum\b)"
    r"|(?P<bracket>[\[(<](?:name|names|age|date|time|place|town|title|number|figure|tk|tktk|todo"
    r"|check|quote|link|insert[^\])>]{0,60}"
    r"|(?:to check|check with|check that|query)\b[^\])>]{0,300}|add [^\])>]{1,60}|to come|tbc|tbd"
    r"|xx+)[\])>])"
    r"|(?P<insert>\binsert [\w’' -]{1,40} here\b)"
    r"|(?P<marks>\?{3,})|(?P<todo>\b(?:TODO|FIXME|TBC|TBD)\b)",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"[A-ZÀ-Þ][\w’'-]* \Z")
"""Behind a name XX and XXX are numbers: “Pope Pius XX”, “Super Bowl XXX”."""
IN_CAPITALS = ("tk", "todo")
"""Only in capitals are these placeholders, “tktk” apart."""


@rule("placeholders.left", Severity.BLOCK)
def left(case: Case) -> Iterator[Fault]:
    """TK, XXX, [name], “insert … here” (T7); “[to Marrick]” and “[sic]” are our insertions."""
    for line in case.lines:
        for found in PLACEHOLDER.finditer(line.text):
            words = found[0]
            if any(found[name] for name in IN_CAPITALS) and not (
                words.isupper() or words == "tktk"
            ):
                continue
            if found["x"] and NUMBERED.search(
                line.text[max(0, found.start() - 40) : found.start()]
            ):
                continue
            yield Fault(
                f"“{words}” still stands for something. Put it in, or take it out.",
                line.place(found.start(), found.end()),
            )
