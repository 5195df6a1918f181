"""The law: where the story accuses somebody by name, a lawyer reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from articles.preflight.accused import Charge
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.lines import Line
from articles.preflight.names import Named, names_in, surnames
from articles.preflight.someone import PEOPLE
from articles.preflight.who_says import court_found
from articles.vocabulary import Severity, StoryKind

NO_ROLE = (
    r"by|in|at|on|after|before|came|with|for|from|during|last|when|while|under|to|as|that|is|was|are"
    r"|were|and|but|or|over|of|since|near|outside|inside|have|has|had|because|if|than|who|which|made"
)
ACCUSES_BY_NAME = re.compile(
    r"\b(?P<word>accus(?:ed|es|ing)|arrest(?:ed|s|ing)|detain(?:ed|s|ing)|jailed"
    r"|prosecut(?:ed|es|ing)|indict(?:ed|s)|charg(?:ed|es|ing)"
    r"|(?:allegations?|accusations?|charges?)(?: of [^,.;]{1,40}?)?"
    rf" against) (?:(?!(?:{NO_ROLE})\b)[a-z][\w-]* ){{0,3}}(?=[A-ZÀ-Þ])"
)
ASIDES = re.compile(r"\A(?:, [^,]{1,100}(?=,)){1,3}, ?")
SOMEBODY_ELSE = re.compile(rf"\b(?:{PEOPLE})\b", re.IGNORECASE)
WITH = re.compile(r"[^.;,]{0,60}? with\b")
FAR = 100
MOST = 20  # in one sentence


@rule("legal.accused", Severity.WARN)
def accused(case: Case) -> Iterator[Fault]:
    """Once for each person or body, where it is first accused. What a court has found is left
    alone, and so is criticism of novels and plays."""
    if not case.is_english or case.dossier.story.kind == StoryKind.REVIEW:
        return
    known = surnames(line.text for line in case.lines)
    judged = [line.text for line in case.lines if court_found(line.text)]
    seen: set[str] = set()
    for line in case.lines:
        for name, word, start, end in _in_line(line, known):
            if name.key not in seen and not any(name.key in text for text in judged):
                seen.add(name.key)
                yield Fault(
                    f"“{word}” accuses {name.words}. Legal should read this.",
                    line.place(start, end),
                )


def _in_line(line: Line, known: frozenset[str]) -> Iterator[tuple[Named, str, int, int]]:
    """Who is accused, by which word, and where that word stands."""
    for span, found in zip(line.sentences, line.charges, strict=True):
        for charge in found:
            if name := _accused_by(charge, line.text[slice(*span)], span[0], known):
                yield name, charge.word, charge.start, charge.end
        yield from _by_name(line.text[slice(*span)], span[0], known)


def _by_name(
    sentence: str, first: int, known: frozenset[str]
) -> Iterator[tuple[Named, str, int, int]]:
    """“The union accused Bo Quay”, “allegations against Bo Quay”."""
    for found in islice(ACCUSES_BY_NAME.finditer(sentence), MOST):
        names = names_in(sentence, known, start=found.end(), end=found.end() + FAR)
        name = next(iter(names), None)
        if name is None or name.start != found.end():
            continue
        in_law = not found["word"].startswith("charg") or "against" in found["word"]
        if in_law or WITH.match(sentence, name.end):
            yield name, found["word"], first + found.start("word"), first + found.end("word")


def _accused_by(charge: Charge, sentence: str, first: int, known: frozenset[str]) -> Named | None:
    """The name in front of the accusing word with nobody between; behind “by” or “killer” else."""
    at, behind = charge.start - first, charge.end - first
    if charge.way in {"by", "labelled"}:
        one = next(iter(names_in(sentence, known, start=behind, end=behind + FAR)), None)
        return one if one and one.start - behind <= len(" by the former ") else None
    names = names_in(sentence, known, start=max(0, at - 2 * FAR), end=at)
    before = [one for one in names if not one.is_in_passing(sentence)]
    if not before or not before[-1].may_be_accused(sentence):
        return None
    between = ASIDES.sub(" ", sentence[before[-1].end : at])
    alone = len(between) <= FAR and not SOMEBODY_ELSE.search(between)
    return before[-1] if alone else None
