"""Named people: whom a story names in full, and by which surname each is known in it alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.preflight.finding import Case
from articles.preflight.lines import Line
from articles.preflight.names import (
    BODY_WORDS,
    CAPITAL,
    FRONT,
    LAW_WORDS,
    PLACE_WORDS,
    SPEAKS_BEFORE,
    SPEAKS_BEHIND,
    names_in,
)
from articles.vocabulary import SourceKind, SourceTerms

TITLES = FRONT | {"Miss", "Prof", "Professor", "Rev", "Judge", "Det", "Insp", "Sgt", "PC"}
ENDINGS = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
BACK, AHEAD = 80, 140  # characters that are looked at round a name

SPEAK_TOO = """
    Town United Rovers Athletic Wanderers Albion Korea York Zealand Africa Lanka Arabia House Street
    Yard News Times Post Mail Guardian Herald Gazette Echo Radio Television Ferries Airlines Airways
    Motors Energy Water Rail Media Solicitors Pictures Games Nations
"""
NO_PERSON = PLACE_WORDS | LAW_WORDS | BODY_WORDS | frozenset(SPEAK_TOO.split())
"""Last words of the names of clubs, countries, papers and firms, who speak like people."""

TITLED_NAME = re.compile(rf"\b(?P<title>Mr|Mrs|Ms|Mx|Miss|Dr)\.? (?P<name>{CAPITAL})")
RELATED = re.compile(
    r"\b(?:wife|husband|partner|widow|widower|sons?|daughters?|brothers?|sisters?|father|mother"
    r"|parents?|uncle|aunt|cousins?|nephew|niece|twins?|grand(?:son|daughter|father|mother)),? \Z"
)
SHARED = re.compile(
    rf"\b(?:in|at|near|outside) (?P<place>{CAPITAL})"
    rf"|(?<![\w’'-])(?P<house>{CAPITAL})(?: (?:family|brothers|sisters|household|twins)\b"
    r"| (?:&|and) (?:Sons?|Daughters?|Brothers|Partners|Co)\b)"
)
IS_A_PERSON = re.compile(r" ?\(\d\d\)|, (?:aged )?\d\d,|,? who\b")


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody the story names in full; `role` is how readers are told who that is."""

    full: str
    surname: str
    role: str = ""

    @property
    def first_name(self) -> str:
        return self.full.split()[0]


def named_people(case: Case) -> list[Person]:
    """One for each surname that is one person’s, as far as the story and its sources tell."""
    titles: dict[str, set[str]] = defaultdict(set)
    shared: set[str] = set()
    for line in case.lines:
        for found in TITLED_NAME.finditer(line.text):
            titles[found["name"]].add(found["title"])
        shared.update(found["place"] or found["house"] for found in SHARED.finditer(line.text))
    everybody: dict[str, list[Person]] = defaultdict(list)
    for person in (*_sources(case), *_named(case.lines, frozenset(titles))):
        everybody[person.surname].append(person)
    return [
        bearers[0]
        for surname, bearers in everybody.items()
        if surname not in shared
        and len({bearer.first_name for bearer in bearers}) == 1
        and not {"Mr", "Mrs"} <= titles.get(surname, set())
    ]


def _sources(case: Case) -> Iterator[Person]:
    """People on the record: of nobody else may the name be told."""
    for source in case.dossier.sources.values():
        on_record = source.kind == SourceKind.PERSON and source.terms == SourceTerms.ON_RECORD
        parts = _untitled(source.name)
        if on_record and not source.is_withdrawn and len(parts) > 1 and parts[-1] not in ENDINGS:
            role = source.public_description.strip().rstrip(".")
            yield Person(full=" ".join(parts), surname=parts[-1], role=role)


def _untitled(name: str) -> list[str]:
    """The parts of a name behind “Dr” or “US President”."""
    parts = name.split()
    titles = [number for number, part in enumerate(parts) if part.rstrip(".") in TITLES]
    return parts[titles[-1] + 1 :] if titles else parts


def _named(lines: Iterable[Line], titled: frozenset[str]) -> Iterator[Person]:
    """Full names of the text that are people’s: with an age, a title elsewhere, or speaking.

    Behind “her son” stands a relative, of whom there may be another of that surname.
    """
    for line in lines:
        for start, end in line.sentences:
            sentence = line.text[start:end]
            for name in names_in(sentence, frozenset()):
                parts = _untitled(name.words)
                if len(parts) <= 1 or NO_PERSON & set(parts):
                    continue
                before = sentence[max(0, name.start - BACK) : name.start]
                after = sentence[name.end : name.end + AHEAD]
                if name.key in titled or _is_a_person(before, after):
                    yield Person(full=" ".join(parts), surname=name.key)
                if RELATED.search(before):
                    yield Person(full=f"Relative {name.key}", surname=name.key)


def _is_a_person(before: str, after: str) -> bool:
    return bool(
        IS_A_PERSON.match(after) or SPEAKS_BEHIND.match(after) or SPEAKS_BEFORE.search(before)
    )
