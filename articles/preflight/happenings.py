"""Happenings: what happens to somebody once, and where: an arrest, a birth, a crash, a treaty."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from articles.preflight.lines import Line
from articles.preflight.names import BODY_WORDS, LAW_WORDS, PLACE_WORDS, names_in
from articles.preflight.someone import NOT_A_NAME, PEOPLE

MOST = 60
"""So many are compared; no story that is one tells of more."""

FAR, NEAR = 200, 60  # characters in front of the verb, and of a noun, that are looked at

PART = r"[A-ZÀ-Þ][\w’'-]{1,25}"
KIND = r"(?: (?:region|province|district|county|oblast|area|department|state|prefecture))?"
PLACE = rf"{PART}(?:(?: [a-z]{{3,10}})? {PART}){{0,2}}{KIND}"
HAPPENS = re.compile(
    r"\b(?:(?P<active>died|crashed)|(?:was|were|had been|has been|have been) (?:\w{1,15}ly )?"
    r"(?P<passive>arrested|born|killed|found|buried|signed)(?: dead| alive)?)"
    r"(?: by(?: [a-z’-]{1,20}){1,4}| on [A-Z][a-z]{5,8}| early| late| last week| yesterday)?"
    r" (?:in (?:the |a |its )?(?:[a-z]{4,10} ){0,2}(?:(?:town|city|village|port) of )?"
    rf"(?P<place>{PLACE})|(?:up)?on (?:their |his |her )?arrival\b)"
)
GOES_TO = re.compile(rf"\b(?:to|for|into|reached) (?:the )?(?P<place>{PLACE})")

VEHICLES = r"planes?|aircraft|jets?|helicopters?|cars?|vans?|bus|lorry|trains?|boats?"
BODIES = r"body|bodies|hostages?|prisoners?|victims?|suspects?|detainees?"
DEEDS = r"treaty|agreement|deal|contract|accord|pact|charter"
OF_PEOPLE = re.compile(rf"\b(?:{PEOPLE}|{BODIES})\b", re.IGNORECASE)
NOUNS = {
    "crashed": re.compile(rf"\b(?:{VEHICLES})\b"),
    "found": re.compile(rf"\b(?:{PEOPLE}|{BODIES}|{VEHICLES})\b", re.IGNORECASE),
    "signed": re.compile(rf"\b(?:{DEEDS})\b"),
}
"""To whom or what it happens; all else that happens, happens to people."""

PRONOUN = re.compile(r"\b(?:he|she|they|it)\b", re.IGNORECASE)
KNOWN = re.compile(
    r"\b(?:the|these|those|both|his|her|their|its)(?: (?!of\b)[\w’-]{1,20}){0,2} \Z", re.IGNORECASE
)
OTHERS = re.compile(
    r"\b(?:other|another|more|first|last|second|third|fourth|one of|two of|some of|most of|each"
    r"|every|no|any|former)(?: [\w’-]{1,20}){0,2} \Z",
    re.IGNORECASE,
)
COUNT = re.compile(
    r"\b(?P<count>\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds)"
    r"(?: [\w’-]{1,20}){0,2} \Z",
    re.IGNORECASE,
)
NOT_ONCE = re.compile(
    r"\b(?:again|previously|earlier|another|also|before|separately|not|never|if|would|could"
    r"|(?-i:may)|might|who|whose|which|where|instead|elsewhere|thought to|said to have)\b|n[’']t\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
GROUPS = frozenset({"group", "gang"})
PLURALS = frozenset({"people", "men", "women", "children", "policemen", "gunmen", "troops"})

HOLD_TOWNS = """
    Africa America Asia Australia Austria Belarus Belgium Britain Canada China Denmark Egypt England
    Europe Finland France Gaza Germany Greece Hungary India Iraq Ireland Israel Italy Kenya Korea
    Lebanon Mexico Netherlands Nigeria Norway Poland Portugal Romania Russia Scotland Serbia Spain
    Sudan Sweden Switzerland Syria Turkey UK US USA Ukraine Wales Yemen
    Alabama Alaska Arizona California Carolina Colorado Florida Georgia Illinois Indiana Iowa Kansas
    Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana
    Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin
    Bavaria Crimea Donbas Ontario Quebec Siberia Ulster Cornwall Cumbria Devon Dorset Essex Kent
    Norfolk Somerset Suffolk Surrey Sussex London Paris Berlin York Angeles
    North South East West Northern Southern Eastern Western Central
"""
LARGE = frozenset(HOLD_TOWNS.split())
"""Countries, counties and cities of many quarters: what happens in one may happen in a town too."""

OTHER_PLACES = """
    War Battle Operation World Forest Wood Woods Park Lake Ocean Gulf Desert Base Camp Stadium House
    Hotel Street Lane Hill Hall
"""
NO_TOWNS = PLACE_WORDS | BODY_WORDS | LAW_WORDS | frozenset(OTHER_PLACES.split())


@dataclass(frozen=True, order=True)
class Who:
    """A noun, name or pronoun in a clause; `is_known` whether that one was spoken of before."""

    at: int
    word: str
    is_known: bool = True
    count: str = ""

    @property
    def is_many(self) -> bool:
        is_noun = self.word.islower() and self.word not in {"bus", "boss"}
        return self.word in GROUPS | PLURALS or (is_noun and self.word.endswith("s"))


@dataclass(frozen=True, kw_only=True)
class Happening:
    """What happened to whom, and where; `towns` are the names in the place, less countries."""

    line: Line
    start: int
    end: int
    kind: str
    who: Who
    place: str
    towns: frozenset[str]
    years: frozenset[str]
    on_arrival: bool = False

    @property
    def is_in_a_region(self) -> bool:
        """“Luhansk region”: many towns may lie in it."""
        return not self.place.split()[-1][0].isupper()


def happenings(lines: list[Line]) -> list[Happening]:
    """All that these paragraphs tell of in words of our own, in order."""
    return list(islice(_all(lines), MOST))


def _all(lines: list[Line]) -> Iterator[Happening]:
    known, before = _known(lines), ""
    for line in lines:
        for start, end in line.sentences:
            if NOT_ONCE.search(line.text, start, end):
                continue
            years = frozenset(YEAR.findall(line.text, start, end))
            for found in HAPPENS.finditer(line.text, start, end):
                clause = line.text[max(start, found.start() - FAR) : found.start()]
                place = found["place"] or _destination(clause)
                told = f"{before}\n{line.text[max(0, found.start() - 2 * FAR) : found.start()]}"
                kind, towns = found["active"] or found["passive"], _towns(place)
                who = _who(clause, told, kind, known) if towns else None
                if who is not None and not line.is_quoted(found.start()):
                    yield Happening(
                        line=line,
                        start=found.start(),
                        end=found.end(),
                        kind=kind,
                        who=who,
                        place=place,
                        towns=towns,
                        years=years,
                        on_arrival=not found["place"],
                    )
        before = line.text[-FAR:]


def _known(lines: list[Line]) -> frozenset[str]:
    """The surnames that one person has, not two."""
    first_names: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        for start, end in line.sentences:
            for name in names_in(line.text[start:end], frozenset()):
                first_names[name.key].add(name.words.split()[0])
    return frozenset(key for key, found in first_names.items() if len(found) == 1)


def _destination(clause: str) -> str:
    """Where those arrived who were arrested on arrival: the last place they went to."""
    places = [found["place"] for found in GOES_TO.finditer(clause)]
    return places[-1] if places else ""


def _towns(place: str) -> frozenset[str]:
    """None where the place is a month, a war, a sea, a street: towns lie in them or beside them."""
    names = {re.sub(r"[’']s\Z", "", word) for word in place.split() if word[:1].isupper()}
    if any(name in NO_TOWNS or name.lower() in NOT_A_NAME for name in names):
        return frozenset()
    return frozenset(name for name in names - LARGE if not name.endswith("shire"))


def _who(clause: str, told: str, kind: str, known: frozenset[str]) -> Who | None:
    """To whom it happens: the last noun, name or pronoun of the kind before the verb.

    “They” are the last people told of, “he” is the last one.
    """
    pronouns = [Who(found.start(), found[0].lower()) for found in PRONOUN.finditer(clause)]
    who = max([*_candidates(clause, kind, known), *pronouns], default=None)
    if who not in pronouns or who is None:
        return who
    meant = [one for one in _candidates(told, kind, known) if one.is_many == (who.word == "they")]
    return Who(who.at, max(meant).word) if meant else None


def _candidates(clause: str, kind: str, known: frozenset[str]) -> Iterator[Who]:
    for found in NOUNS.get(kind, OF_PEOPLE).finditer(clause):
        before = clause[max(0, found.start() - NEAR) : found.start()]
        count = COUNT.search(before)
        if not OTHERS.search(before):
            yield Who(
                found.start(),
                found[0].lower(),
                found[0] != "people" and KNOWN.search(before) is not None,
                count["count"].lower() if count else "",
            )
    if kind not in NOUNS:
        for name in names_in(clause, known):
            if name.key in known and not name.is_in_passing(clause):
                yield Who(name.start, name.key)
