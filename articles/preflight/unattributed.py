"""Accusations: a sentence that accuses somebody says whose word that is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.preflight.accused import Charge
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.lines import Line
from articles.preflight.vague import VAGUE
from articles.preflight.who_says import authority_says, court_found, says_who
from articles.vocabulary import Severity, StoryKind

SUMMARIES = frozenset({"headline", "standfirst"})
ROOT_LENGTH = 5  # “arrested” in the headline and “arrest” in the body are one thing


@rule("attribution.accusation", Severity.WARN)
def accusation(case: Case) -> Iterator[Fault]:
    """Criticism of a novel is left alone: its killers are nobody."""
    if not case.is_english or case.dossier.story.kind == StoryKind.REVIEW:
        return
    is_court_report = any(court_found(line.text) for line in case.body)
    if is_court_report:
        return
    for line in case.lines:
        if line.field in SUMMARIES or line.tag == "p":
            yield from _in_line(case, line)


def _in_line(case: Case, line: Line) -> Iterator[Fault]:
    for number, (span, found) in enumerate(zip(line.sentences, line.charges, strict=True)):
        for charge in found:
            if line.is_quoted(charge.start) or line.source_at(charge.start) is not None:
                continue
            sentence = line.text[span[0] : span[1]]
            told = says_who(sentence) or VAGUE.search(sentence)
            if told or _is_known(case, line, charge, number):
                break
            yield Fault(_sentence(charge, line), line.place(charge.start, charge.end))
            return  # one paragraph, one finding


def _is_known(case: Case, line: Line, charge: Charge, number: int) -> bool:
    """Whether an authority is cited for it: next to the sentence, or in the body for a headline."""
    if line.field not in SUMMARIES:
        beside = line.sentences[max(0, number - 1) : number + 2]
        return any(authority_says(line.text[start:end]) for start, end in beside)
    root = re.compile(rf"\b{re.escape(charge.word[:ROOT_LENGTH])}", re.IGNORECASE)
    return any(root.search(other.text) and authority_says(other.text) for other in case.body)


def _sentence(charge: Charge, line: Line) -> str:
    if line.field == "body":
        return f"“{charge.word}” accuses somebody as a fact. Say in the sentence who says so."
    return (
        f"{line.name} says “{charge.word}” as a fact. Say whose word it is, "
        "or put it in quotation marks."
    )
