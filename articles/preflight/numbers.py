"""Numbers in English text, in figures and in words: £4.7m, 41p, forty-three, 15 per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
TEENS = "sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
VALUES = {word: number for number, word in enumerate(f"{ONES} {TEENS}".split(), start=1)}
VALUES |= {word: number * 10 for number, word in enumerate(TENS.split(), start=2)}
POWERS = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "dozen": 12.0,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
PENNY = 0.01
COARSEST = 1 / 20
YEARS = range(1000, 2101)
_TEN = "|".join(TENS.split())
_ONE = "|".join(sorted(VALUES.keys() - set(TENS.split()), key=len, reverse=True))
_SMALL = rf"(?:(?:{_TEN})(?:-(?:{_ONE}))?|{_ONE})"
_POWER = r"thousand|million|billion|trillion"
NUMBER = re.compile(
    # What is no quantity: clock times, scores, decades, and numbers that are part of a name.
    r"(?P<other>\b\d{1,2}[:.]\d\d ?[ap]\.?m\b|\b\d{1,2}:\d\d(?:[:.]\d+)*\b|\b\d+[–-]\d+\b"
    r"|\b\d{4}s\b|\b\d+/\d+\b|\b(?=\w*[A-Za-z])(?=\w*\d)[A-Za-z]\w*|\b[A-Za-z]+-\d+\b)"
    rf"|(?P<money>[£€$])?(?<![\w.,])(?P<figures>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?: ?(?P<power>{_POWER}|bn|mn|m|k)\b)?(?P<ordinal>st|nd|rd|th)?"
    r"(?P<percent> ?%| per ?cent\b)?(?P<pence>p\b)?"
    rf"|\b(?P<words>(?:(?:{_SMALL}|a|the) hundred(?: and {_SMALL})?|{_SMALL})(?: (?:{_POWER}))?"
    rf"|an? (?:thousand|million|billion|dozen))\b(?P<percent_too> per ?cent\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Number:
    """A quantity and where it stands. `unit` is the worth of its last digit: 100 of 7,400."""

    value: float
    unit: float
    start: int
    end: int
    is_money: bool = False
    is_percent: bool = False
    is_ordinal: bool = False

    @property
    def is_year(self) -> bool:
        in_figures = self.end - self.start == len("1999")
        return in_figures and not (self.is_money or self.is_percent) and self.value in YEARS


def numbers(text: str) -> Iterator[Number]:
    for found in NUMBER.finditer(text):
        if found["other"]:
            continue
        if found["words"]:
            value = _in_words(found["words"].lower())
            unit = _last_digit(value)
        else:
            digits = found["figures"].replace(",", "")
            power = POWERS[found["power"].lower()] if found["power"] else 1.0
            power = PENNY if found["pence"] else power
            value = round(float(digits) * power, 6)
            decimals = len(digits.partition(".")[2])
            unit = power / 10**decimals if decimals or power != 1 else _last_digit(value)
        yield Number(
            value=value,
            unit=unit,
            start=found.start(),
            end=found.end(),
            is_money=bool(found["money"] or found["pence"]),
            is_percent=bool(found["percent"] or found["percent_too"]),
            is_ordinal=bool(found["ordinal"]),
        )


def _in_words(words: str) -> float:
    """“three hundred and eighty-six thousand” -> 386000."""
    whole = part = 0.0
    for word in re.split(r"[ -]", words):
        if word in VALUES:
            part += VALUES[word]
        elif word in {"hundred", "dozen"}:
            part = (part or 1) * POWERS[word]
        elif word in POWERS:
            whole, part = whole + (part or 1) * POWERS[word], 0.0
    return whole + part


def _last_digit(value: float) -> float:
    """7400 -> 100, 386 and 60 -> 1: how exactly a whole number seems to be meant."""
    unit = 1.0
    while value % (unit * 10) == 0 and unit * 10 <= value * COARSEST:
        unit *= 10
    return unit
