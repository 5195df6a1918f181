"""Whether a caption names a place and a date. When in doubt it does: a warning should be right."""

from __future__ import annotations

import re
from datetime import date

from articles.imaging.credit import MONTHS, find_date

DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
MONTH = "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))
CALENDAR = re.compile(rf"(?:{DAYS}|{MONTH})s?\Z", re.IGNORECASE)
DATES = (
    re.compile(rf"\b(?:{DAYS})\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:{MONTH})\b\.? \d|\d(?:st|nd|rd|th)? (?:{MONTH})\b"
        rf"|\b(?:in|last|this|late|early|mid|since|until|of)[ -](?:{MONTH})\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"),
    re.compile(
        r"\b(?:today|yesterday|tonight|(?:this|last) (?:morning|afternoon|evening|night|week"
        r"|weekend|month|year|season|spring|summer|autumn|winter))\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:1[89]|20)\d0s\b"),
)
WORD = re.compile(r"\w[\w’'-]{2,}")
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
WHERE = re.compile(
    r"\b(?:in|at|near|outside|inside|on|off|over|above|across|along|around|beside|between)\s+"
    r"(?!front of)(?:[a-z][\w’'-]*,?\s+){0,5}(?P<name>[A-ZÀ-ÖØ-Þ][\w’'-]*)"
)
AGENCY_HEAD = re.compile(r"(?:FILE\W+)?[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .’'-]{2,}[,:–—-]")
"""“MARRICK, Northmark – …”: how agencies begin a caption."""


def names_a_place(caption: str, *, shown: str) -> bool:
    """Whether a word of the place that the photo shows is there, or a place by another name."""
    names = [word for word in WORD.findall(shown) if word[0].isupper() and word != "The"]
    words = {word.casefold() for word in names or WORD.findall(shown)}
    if words & set(WORD.findall(caption.casefold())):
        return True
    if AGENCY_HEAD.match(caption):
        return True
    return any(not CALENDAR.match(found["name"]) for found in WHERE.finditer(caption))


def names_a_date(caption: str, *, taken_on: date | None) -> bool:
    """A bare year counts if it may be that of the picture, not that of a bridge it shows."""
    if find_date(caption) or any(pattern.search(caption) for pattern in DATES):
        return True
    years = {int(year) for year in YEAR.findall(caption)}
    return taken_on.year in years if taken_on else bool(years)
