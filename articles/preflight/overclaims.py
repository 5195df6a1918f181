"""Headlines, standfirsts and captions claim no more than the body tells: the numbers agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, groupby, islice, pairwise

from articles.preflight.finding import Case, Fault, rule
from articles.preflight.lines import Line
from articles.preflight.numbers import Number, numbers
from articles.vocabulary import Severity

SURE = 11
"""A smaller number may be told in the body without it: three names, “both”, “twice”."""

NEAR = 0.15
ABOUT = re.compile(
    r"\b(?:about|almost|nearly|around|some|over|more than|up to|under|less than|fewer than|at least"
    r"|close to|roughly|approximately|as many as|just|well)(?: \w+)? [£€$]?\Z",
    re.IGNORECASE,
)
COMPARES = re.compile(
    r"\b(?:more|less|fewer|extra|another|combined|total|altogether|together|between them|gap"
    r"|difference|ahead|behind|left|up|down|rises?|rose|falls?|fell|gains?|loses?|lost|cuts?|drops?"
    r"|dearer|cheaper|wider|longer|faster|by)\b|%|\bper cent\b",
    re.IGNORECASE,
)
"""Words by which a headline tells what came of two numbers."""

AMOUNTS = {
    "a couple of": (2, 2),
    "a few": (3, 9),
    "several": (3, 9),
    "a handful of": (3, 9),
    "a dozen": (10, 14),
    "dozens of": (24, 99),
    "scores of": (40, 200),
    "hundreds of": (200, 999),
    "thousands of": (2000, 999_999),
}
AMOUNT = re.compile(rf"\b(?:{'|'.join(AMOUNTS)})(?= )", re.IGNORECASE)
NOUN = re.compile(
    r"\A[ -](?:[^\W\d_][\w’'-]* ){0,2}?(?P<noun>people|men|women|children|police|staff|crew"
    r"|[^\W\d_]{3,}(?<!s)s)(?![\w’'-])"
)
"""The plural that is counted, at most two words behind its number."""

NO_NOUN = re.compile(
    r"\b(?:of|in|for|after|to|at|on|and|or|from|by|with|over|who|that|which|per|has|was|is|this|its"
    r"|his|as|ours|yours|times|plus|versus|years)\b"
)
WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 5
COMMON = 2
"""So many words besides the noun tell that two sentences are about one thing."""

TOGETHER = 2
"""Numbers so many sentences apart may be added, or taken from each other, in a headline."""

MANY = 12
"""So many numbers of one sentence are tried; a table of results adds up to anything."""

FRACTIONS = {
    "half": 50,
    "halved": 50,
    "third": 33.3,
    "two thirds": 66.7,
    "two-thirds": 66.7,
    "quarter": 25,
    "three quarters": 75,
    "three-quarters": 75,
    "fifth": 20,
    "tenth": 10,
}
FRACTION = re.compile(rf"\b(?:{'|'.join(sorted(FRACTIONS, key=len, reverse=True))})\b")


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A number, the noun that it counts, and the stems of the sentence’s other words."""

    number: Number
    noun: str
    sentence: int
    stems: frozenset[str]


@dataclass(frozen=True)
class Told:
    """What the body tells in numbers."""

    lines: list[Line]

    @cached_property
    def counted(self) -> list[Counted]:
        found, sentence = [], 0
        for line in self.lines:
            for start, end in line.sentences:
                sentence += 1
                text = line.text[start:end]
                stems = _stems(text)
                found += [
                    Counted(number=n, noun=_noun(text[n.end :]), sentence=sentence, stems=stems)
                    for n in numbers(text)
                ]
        return found

    @cached_property
    def values(self) -> set[float]:
        words = " ".join(line.text for line in self.lines)
        parts = {FRACTIONS[found[0]] for found in FRACTION.finditer(words)}
        return parts | {one.number.value for one in self.counted}

    def of(self, noun: str) -> list[Counted]:
        return [one for one in self.counted if noun and one.noun == noun]

    def has(self, number: Number, *, about: bool) -> bool:
        return any(_agree(number, value, about=about) for value in self.values)

    def gives(self, number: Number, *, beside: list[float], compares: bool) -> bool:
        """Whether it can be worked out: from numbers told together, or what is left of another."""
        if any(_agree(number, total) for total in self._totals):
            return True
        if any(_agree(number, other - value) for other in beside for value in self.values):
            return True
        pairs = (
            (one.number, other.number)
            for at, one in enumerate(self.counted)
            for other in self.counted[at + 1 : at + 1 + MANY]
            if other.sentence - one.sentence <= TOGETHER
            and one.number.is_money == other.number.is_money
            and (number.is_percent or number.is_money == one.number.is_money)
        )
        runs = (one + other for one, other in pairwise(self._sums))
        return compares and (
            any(_works_out(number, one.value, other.value) for one, other in pairs)
            or any(_agree(number, total) for total in runs)
        )

    @cached_property
    def _sums(self) -> list[float]:
        """What the numbers of each sentence come to that has any."""
        groups = groupby(self.counted, key=lambda one: one.sentence)
        return [sum(one.number.value for one in group) for _, group in groups]

    @cached_property
    def _totals(self) -> list[float]:
        """What the numbers of a sentence, or any two of them, come to."""
        totals = []
        for _, group in groupby(self.counted, key=lambda one: one.sentence):
            values = [one.number.value for one in islice(group, MANY)]
            totals += [sum(values), *(one + other for one, other in combinations(values, 2))]
        return totals


@rule("headlines.claims", Severity.WARN)
def claims(case: Case) -> Iterator[Fault]:
    if not case.is_english or not case.body:
        return
    told = Told(case.body)
    for line in case.lines:
        if line.field in {"headline", "standfirst"}:
            yield from _numbers(case, line, told)
        if line.field in {"headline", "standfirst", "placements"}:
            yield from _amounts(line, told)


def _numbers(case: Case, line: Line, told: Told) -> Iterator[Fault]:
    found = list(numbers(line.text))
    compares = COMPARES.search(line.text) is not None
    for number in found:
        if _is_none_of_ours(case, line, number):
            continue
        about = ABOUT.search(line.text[: number.start]) is not None
        beside = [one.value for one in found if one is not number]
        if told.has(number, about=about) or told.gives(number, beside=beside, compares=compares):
            continue
        words = line.text[number.start : number.end]
        noun = _noun(line.text[number.end :])
        others = [one for one in told.of(noun) if _share(one, line, noun, at_least=1)]
        if number.value >= SURE or number.unit < 1 or number.is_money:
            yield Fault(
                f"{line.name} says {words}, which the body does not. Mend it, or tell it there.",
                line.place(number.start, number.end),
            )
        elif others and number.value > COMMON:
            yield Fault(
                f"{line.name} says {words} {noun}, the body {_plain(others[0].number)}. Mend one.",
                line.place(number.start, number.end),
            )


def _is_none_of_ours(case: Case, line: Line, number: Number) -> bool:
    """Quoted, in brackets, a place in a row, this year, or part of a name: “Formula 1”."""
    in_brackets = line.text.rfind("(", 0, number.start) > line.text.rfind(")", 0, number.start)
    if line.is_quoted(number.start) or number.is_ordinal or in_brackets:
        return True
    if number.is_year and abs(number.value - case.goes_live_at.year) <= 1:
        return True
    before = line.text[: number.start].split()
    named = len(before) > 1 and before[-1][0].isupper() and before[-1].isalpha()
    return named and not line.text.istitle() and not number.is_money


def _amounts(line: Line, told: Told) -> Iterator[Fault]:
    for found in AMOUNT.finditer(line.text):
        least, most = AMOUNTS[found[0].lower()]
        noun = _noun(line.text[found.end() :])
        counted = told.of(noun)
        if line.is_quoted(found.start()) or any(least <= n.number.value <= most for n in counted):
            continue
        for one in counted:
            if _share(one, line, noun, at_least=COMMON) and not one.number.is_percent:
                yield Fault(
                    f"{line.name} says “{found[0]}”, the body {_plain(one.number)} {noun}. "
                    "Write the number.",
                    line.place(found.start(), found.end()),
                )
                break


def _plain(number: Number) -> str:
    return f"{number.value:,.10g}"


def _noun(after: str) -> str:
    found = NOUN.match(after[:60])
    return "" if not found or NO_NOUN.search(found[0]) else found["noun"].lower()


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM].lower() for word in WORD.findall(text))


def _share(one: Counted, line: Line, noun: str, *, at_least: int) -> bool:
    return len(one.stems & _stems(line.text) - {noun[:STEM]}) >= at_least


def _agree(number: Number, value: float, *, about: bool = False) -> bool:
    """Whether the number is that value, exactly or rounded to its last digit."""
    if about:
        return abs(number.value - value) <= NEAR * value
    return abs(number.value - value) <= number.unit / 2


def _works_out(number: Number, one: float, other: float) -> bool:
    results = [one + other, abs(one - other)]
    if number.is_percent and one and other:
        results += [abs(one - other) / part * 100 for part in (one, other)]
        results += [one / other * 100, other / one * 100]
    return any(_agree(number, result) for result in results)
