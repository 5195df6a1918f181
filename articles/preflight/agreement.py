"""Dates and figures that do not agree: a Sunday that was a Monday, 31 June, sums that come out
otherwise. Strict: what may be right is left alone."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from articles.imaging.credit import MONTHS
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.numbers import Number, numbers
from articles.preflight.place import Fix
from articles.vocabulary import Severity

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = rf"(?P<weekday>{'|'.join(DAYS)})"
_MONTH = rf"(?P<month>{'|'.join(sorted((name.title() for name in MONTHS), key=len, reverse=True))})"
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:[.,]? (?P<year>(?:1[89]|20)\d\d)\b)?"
DATES = (
    re.compile(rf"(?:\b{_DAY},? (?:the )?|\b){_NUMBER} (?:of )?{_MONTH}\b{_YEAR}"),
    # “In June 31 people came” is no date.
    re.compile(rf"\b(?:{_DAY},? |[Oo]n ){_MONTH}\.? {_NUMBER}\b(?!,\d|\.\d){_YEAR}"),
    re.compile(rf"\b{_MONTH}\.? {_NUMBER},? (?P<year>(?:1[89]|20)\d\d)\b(?P<weekday>(?!))?"),
)
NAMED_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")

_AGE = r"(?P<age>\d{1,3})"
_BORN = r"(?P<born>(?:19|20)\d\d)\b"
AGES = re.compile(
    rf"\b[A-ZÀ-Þ][\w’'-]+, {_AGE}, (?:who )?(?:was|is) born (?:in|on) [^.;]{{0,40}}?{_BORN}"
    rf"|\b[Bb]orn (?:in|on) (?:[^.;,]{{0,30}}? )?(?P<born_2>(?:19|20)\d\d), (?:he |she )?"
    r"is (?:now )?(?:aged )?(?P<age_2>\d{1,3})\b(?! per| %|%|,\d)"
    r"|\b(?P<age_3>\d{1,3})-year-old [^.;]{0,60}?(?:was|is) born in (?P<born_3>(?:19|20)\d\d)\b"
)
OLDEST = 122

_AMOUNT = r"[£€$]?\d[\d,.]*(?: ?(?:million|billion|thousand|bn|m|k)\b)?(?: ?%| per cent)?"
_UP = r"rise|increase|jump|growth|gain|climb"
_DOWN = r"fall|drop|decrease|decline|cut|reduction|loss|dip"
_ABOUT = r"(?P<about>about|almost|nearly|around|some|more than|over|just|up to|less than)?"
CHANGES = re.compile(
    rf"\bfrom (?P<one>{_AMOUNT})(?: [\w’-]+){{0,3}}? to (?P<other>{_AMOUNT})(?: [\w’-]+){{0,4}},? "
    rf"(?:a|an) (?:{_UP}|{_DOWN}) of (?:{_ABOUT} )?(?P<share>\d+(?:\.\d+)?)"
    r"(?: per cent|%)(?! point)"
)
TOTALS = re.compile(
    r"(?P<parts>[£€$]\d[\d,.]*(?:bn|m|k)?(?:, [£€$]\d[\d,.]*(?:bn|m|k)?){0,8},? and [£€$]\d[\d,.]*"
    r"(?:bn|m|k)?),? (?:a total of|totalling|making a total of|which adds up to|adding up to) "
    r"(?P<total>[£€$]\d[\d,.]*\d(?:bn|m|k)?|[£€$]\d(?:bn|m|k)?)\b"
)
SHARE = re.compile(
    r"(?P<share>\d{1,3}(?:\.\d+)?)(?: per cent|%) (?:(?:were|voted|are|said) )?(?:in favour|for"
    r"|against|opposed|undecided|unsure|yes|no|abstained|don[’']t know|did not know)\b"
)
FIGURE = re.compile(r"\d")
LEAP_YEAR = 2024
FEW_PARTS = 4  # so many rounded sums hardly ever come to one more
NEAR = 0.15
WHOLE = 100
ROUNDING = 1.5


@dataclass(frozen=True, kw_only=True)
class Slip:
    """A sentence on what does not agree, and the stretch of the line where it stands."""

    says: str
    start: int
    end: int
    fix: Fix | None = None


@rule("dates.agree", Severity.WARN)
def agree(case: Case) -> Iterator[Fault]:
    if not case.is_english:
        return
    live = case.goes_live_at.date()
    for line in case.lines:
        if FIGURE.search(line.text):
            for slip in _slips(line.text, live):
                if not line.is_quoted(slip.start):
                    yield Fault(slip.says, line.place(slip.start, slip.end), slip.fix)


def _slips(text: str, live: date) -> Iterator[Slip]:
    yield from _dates(text, live)
    yield from _ages(text, live)
    yield from _changes(text)
    yield from _totals(text)
    yield from _shares(text)


def _dates(text: str, live: date) -> Iterator[Slip]:
    """The first pattern that fits a place is taken: “4 July” of “4 July 2022” is one date."""
    seen: set[int] = set()
    has_other_year = NAMED_YEAR.search(text) is not None
    for pattern in DATES:
        for found in pattern.finditer(text):
            if found.start("month") not in seen:
                seen.add(found.start("month"))
                yield from _date(found, live, has_other_year=has_other_year)


def _date(found: re.Match[str], live: date, *, has_other_year: bool) -> Iterator[Slip]:
    month, day = MONTHS[found["month"].lower()], int(found["day"])
    year = int(found["year"]) if found["year"] else None
    words = found[0].strip().removeprefix("on ").removeprefix("On ")
    if not 1 <= day <= monthrange(year or LEAP_YEAR, month)[1]:
        yield Slip(
            says=f"There is no {words}. Mend the date.", start=found.start(), end=found.end()
        )
        return
    weekday = found["weekday"]
    if not weekday or (year is None and has_other_year):
        return
    years = [year] if year else [live.year - 1, live.year, live.year + 1]
    true = [DAYS[date(one, month, day).weekday()] for one in years if _exists(one, month, day)]
    if true and weekday not in true:
        right = true[0] if year else true[len(true) // 2]
        yield Slip(
            says=f"{words.partition(weekday)[2].strip(', ')} {'was' if year else 'is'} "
            f"a {right}, not a {weekday}. Mend the day or the date.",
            start=found.start("weekday"),
            end=found.end("weekday"),
            fix=Fix(f"Write {right}", right),
        )


def _exists(year: int, month: int, day: int) -> bool:
    return day <= monthrange(year, month)[1]


def _ages(text: str, live: date) -> Iterator[Slip]:
    for found in AGES.finditer(text):
        part = next(name for name in ("", "_2", "_3") if found[f"age{name}"])
        age, born = int(found[f"age{part}"]), int(found[f"born{part}"])
        if age <= OLDEST and live.year - born - age not in {0, 1}:
            yield Slip(
                says=f"Whoever was born in {born} is not {age} in {live.year}. Mend one.",
                start=found.start(f"age{part}"),
                end=found.end(f"age{part}"),
            )


def _changes(text: str) -> Iterator[Slip]:
    for found in CHANGES.finditer(text):
        one, other = (next(numbers(found[name]), None) for name in ("one", "other"))
        if one and other and one.value and one.is_money == other.is_money:
            shares = sorted(_change(a, b) for a in _edges(one) for b in _edges(other))
            share = float(found["share"])
            slack = ROUNDING + (share * NEAR if found["about"] else 0)
            if not shares[0] - slack <= share <= shares[-1] + slack:
                change = _change(one.value, other.value)
                pair = f"From {found['one']} to {found['other'].rstrip(',.')}"
                yield Slip(
                    says=f"{pair} is {change:.3g} per cent, not {found['share']}. Mend one.",
                    start=found.start("share"),
                    end=found.end("share"),
                )


def _edges(number: Number) -> tuple[float, float]:
    return number.value - number.unit / 2, number.value + number.unit / 2


def _change(one: float, other: float) -> float:
    return abs(other - one) / one * WHOLE


def _totals(text: str) -> Iterator[Slip]:
    for found in TOTALS.finditer(text):
        parts = list(numbers(found["parts"]))
        total = next(numbers(found["total"]), None)
        if total and all(part.is_money for part in parts):
            units = [total.unit, *(part.unit for part in parts)]
            rounding = max(*units, sum(units) / FEW_PARTS)
            if abs(sum(part.value for part in parts) - total.value) >= rounding:
                yield Slip(
                    says=f"{found['parts']} do not come to {found['total']}. Mend one.",
                    start=found.start("total"),
                    end=found.end("total"),
                )


def _shares(text: str) -> Iterator[Slip]:
    """The parts of one vote or poll, in one sentence."""
    for sentence in re.finditer(r"[^.!?;]*(?:\.\d[^.!?;]*)*", text):
        found = list(SHARE.finditer(sentence[0]))
        total = sum(float(one["share"]) for one in found)
        if len(found) > 1 and total > WHOLE + ROUNDING:
            start = sentence.start()
            yield Slip(
                says=f"{', '.join(one['share'] for one in found)} per cent come to {total:g}. "
                "Mend one.",
                start=start + found[0].start(),
                end=start + found[-1].end(),
            )
