"""What a pasted text leaves open and a person can settle with a key: its places, and its dates.

Places are names behind “in”, “near”, “the town of”, or before “region”. Dates are words such as
“on Sunday”, which mean a day only as long as one knows when they were written.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from articles.markup.quotations import quoted_spans

MOST = 12
"""More places than these are of no use as tags."""

NAME = r"[A-ZÀ-Þ][a-zà-ÿ’'\-]+[a-zà-ÿ](?<!’s)"
FIRST = r"(?:(?:New|North|South|East|West|San|Santa|Los|Las|Saint|St|Port|Great|Fort|Mount) )?"
AREA = r"(?:region|province|district|county|island|peninsula|valley)"
PLACE = re.compile(
    rf"\b(?:town|city|village|port|island|suburb|capital) of (?P<of>{NAME}(?: {NAME})?)\b"
    rf"|\b(?P<area>{FIRST}{NAME}) {AREA}\b"
    rf"|\b(?:in|near|to|from|at|outside|across|around|into|towards) (?P<at>{FIRST}{NAME})\b"
    r"(?!’s? |'s | [A-ZÀ-Þ])"
)
WEEKDAYS = tuple(day_name)
MONTHS = tuple(month_name)[1:]
NO_PLACES = frozenset(WEEKDAYS + MONTHS + ("Christmas", "Easter", "Parliament", "Congress"))

NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
UNITS = {"day": 1, "week": 7}
RELATIVE = re.compile(
    rf"\b(?P<on>[Oo]n|[Ll]ast|[Uu]ntil|[Ss]ince|[Bb]y) (?P<weekday>{'|'.join(WEEKDAYS)})\b"
    r"(?!,? \d)"
    r"|\b(?P<day>[Yy]esterday|[Tt]oday|[Tt]omorrow)\b"
    rf"|\b(?P<in>[Ii]n|[Ss]ince) (?P<month>{'|'.join(MONTHS)})\b(?!,? (?:\d|last|this|next))"
    r"|\b(?P<about>[Aa]bout |[Aa]round )?(?P<number>an?|one|two|three|four|five|six|seven|\d{1,2}) "
    r"(?P<unit>day|week)s? ago\b"
)


@dataclass(frozen=True, kw_only=True)
class Point:
    """Something of the text to be settled: a place, to become a tag, or words that mean a date.

    `words` are those of the text; `instead` those proposed for them.
    """

    kind: str  # "place" or "date"
    words: str
    instead: str


def places(paragraphs: Iterable[str], *, names: Iterable[str]) -> list[Point]:
    """The places that the text names, the most frequent first; `names` are known to be none."""
    known = {word for name in names for word in (name, *name.split())}
    found: Counter[str] = Counter()
    for text in paragraphs:
        for match in PLACE.finditer(text):
            name = next(filter(None, match.groups()))
            if name not in NO_PLACES and name not in known:
                found[name] += 1
    return [Point(kind="place", words=name, instead=name) for name, _ in found.most_common(MOST)]


def dates(paragraphs: Iterable[str], *, written_on: date | None) -> list[Point]:
    """Each way in which it says a day by that of its writing; none where that is not known."""
    if written_on is None:
        return []
    found: dict[str, str] = {}
    for text in paragraphs:
        quotes = quoted_spans(text)
        for match in RELATIVE.finditer(text):
            if not any(span.start <= match.start() < span.end for span in quotes):
                found.setdefault(match[0], _absolute(match, written_on))
    return [Point(kind="date", words=words, instead=instead) for words, instead in found.items()]


def _absolute(match: re.Match[str], written_on: date) -> str:
    if name := match["weekday"]:
        days = (written_on.weekday() - WEEKDAYS.index(name)) % 7
        day = written_on - timedelta(days=days)
        on = "on" if match["on"].lower() == "last" else match["on"]
        return f"{on} {name} {_in_words(day)}"
    if name := match["day"]:
        days = {"yesterday": -1, "today": 0, "tomorrow": 1}[name.lower()]
        return _like(name, f"on {_in_words(written_on + timedelta(days=days))}")
    if name := match["month"]:
        year = written_on.year - (MONTHS.index(name) + 1 > written_on.month)
        return f"{match['in']} {name} {year}"
    number = NUMBERS.get(match["number"].lower()) or int(match["number"])
    day = written_on - timedelta(days=number * UNITS[match["unit"]])
    about = match["about"] or match["unit"] == "week"
    return _like(match[0], f"{'about' if about else 'on'} {_in_words(day)}")


def _like(words: str, others: str) -> str:
    """The others with a capital where the words have one."""
    return others[0].upper() + others[1:] if words[0].isupper() else others


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def people_in(words: str) -> Iterator[str]:
    """Who is to be seen, as a caption says it: “Russian soldiers”, “a woman”."""
    for found in PEOPLE.finditer(words):
        yield found[0][0].upper() + found[0][1:]


PEOPLE = re.compile(
    r"\b(?:(?:[Aa]n?|[Tt]wo|[Tt]hree|[A-ZÀ-Þ][a-z]+|young|old|armed|masked) ){0,2}"
    r"(?:soldiers?|troops|police officers?|officers?|m[ae]n|wom[ae]n|child(?:ren)?|boys?|girls?"
    r"|protesters?|demonstrators?|prisoners?|detainees?|fighters?|workers?|fans|passengers?"
    r"|refugees|migrants|students?|pupils?|nurses?|doctors?|fishermen)\b"
)
