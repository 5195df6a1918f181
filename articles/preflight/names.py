"""Names in English text: of people, of bodies, and of the soldiers and officials of a state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.preflight.someone import NOT_A_NAME
from articles.preflight.who_says import SAYING

CAPITAL = r"[A-ZÀ-Þ](?:[\w-]|[’'](?!s\b))*"
OF_A_PERSON = r"de la|de|la|le|du|di|da|del|van der|van den|van|von|der|den|ter|bin|ibn|al|el"
OF_A_BODY = r"of the|of|and|&|for"
PERSON = re.compile(rf"\b{CAPITAL}(?:\.?(?: (?:{OF_A_PERSON}))? {CAPITAL}){{0,4}}")
RUN = re.compile(rf"\b{CAPITAL}(?:\.?(?: (?:{OF_A_PERSON}|{OF_A_BODY}))? {CAPITAL}){{0,6}}")
ARMED = (
    r"soldiers?|troops|forces|commanders?|army|military|government|authorities|officials?|ministers?"
    r"|intelligence|guards?|officers|militia|regime|security|police"
)
FROM_SOMEWHERE = re.compile(r".*(?:[ei]an|ish|ese|[a-z]an|[a-z]i|ench|utch|eek|raq)\Z")
OF_A_STATE = re.compile(rf"\b[A-ZÀ-Þ][a-zà-ÿ]+ (?:[a-z]+ )?(?:{ARMED})\b")

PLACES = """
    Road Bay Island City County Avenue Square Valley River Harbour Port Airport Station Prison Jail
    Region Province State States Kingdom Sea Strip Coast Mountains Estate Terrace Building
"""
LAW = """
    Court Courts Police Constabulary Magistrates Tribunal Prosecutor Prosecutors Crown Service
    Inquest Act Bill Code Constable Inspector Detective Sergeant Judge Justice Sheriff FBI CIA
"""
BODIES = """
    Council Ministry Trust Board Party Club Foundation Company University School Hospital Ltd plc
    Inc Group Union Association Holdings Limited Bank Committee Church Federation Society Agency
    Authority Department Corporation Partners Homes Ferries Army Government Charity
"""
PLACE_WORDS, LAW_WORDS, BODY_WORDS = (frozenset(words.split()) for words in (PLACES, LAW, BODIES))
TITLES = "Mr Mrs Ms Mx Dr Sir Lord Lady President Minister Mayor Councillor Captain"
FRONT = frozenset(TITLES.split())

WHERE = re.compile(
    r"\b(?:[Ii]n|[Oo]n|[Aa]t|near|from|to|outside|inside|into|across|off|around|of|via|for)"
    r"(?: (?:the|a|an|his|her|their|its|eastern|western|northern|southern|central|nearby))?"
    r"(?: [a-z]+)? \Z"
)
SPEAKS_BEHIND = re.compile(rf"(?:,[^,]{{1,80}},)? (?:also |has |had |later )?(?:{SAYING})\b")
SPEAKS_BEFORE = re.compile(rf"\b(?:{SAYING}|according to)(?: (?:the|a))?(?: [a-z-]+){{0,3}} \Z")


@dataclass(frozen=True, kw_only=True)
class Named:
    """A name and where it stands; `key` is the word by which it is known later: the surname."""

    words: str
    key: str
    start: int
    end: int

    def is_in_passing(self, sentence: str) -> bool:
        """Whether it only says where, of what or for whom: “a clerk of Fish Hill”."""
        return WHERE.search(sentence[max(0, self.start - 40) : self.start]) is not None

    def may_be_accused(self, sentence: str) -> bool:
        """Not a speaker, a listener, a place, a court, nor one who owns what is spoken of."""
        before, after = sentence[: self.start], sentence[self.end :]
        return not (
            LAW_WORDS & set(self.words.split())
            or self.words.split()[-1] in PLACE_WORDS
            or after.startswith(("’s ", "'s ", "’ "))
            or SPEAKS_BEFORE.search(before[-80:])
            or SPEAKS_BEHIND.match(after[:140])
        )


def names_in(
    sentence: str, known: frozenset[str], *, start: int = 0, end: int | None = None
) -> Iterator[Named]:
    """Full names, known surnames, bodies, and soldiers or officials of a named state, in order."""
    stop = len(sentence) if end is None else end
    found = [
        Named(words=one[0], key=one[0], start=one.start(), end=one.end())
        for one in OF_A_STATE.finditer(sentence, start, stop)
        if one[0].split()[0].lower() not in NOT_A_NAME
        # Any word has a capital where a sentence begins: “Seventeen soldiers”.
        and (one.start() > 0 or FROM_SOMEWHERE.match(one[0].split()[0]))
    ]
    taken = {one.start for one in found}
    for one in _runs(sentence, start, stop, known):
        if one.start not in taken:
            found.append(one)
    yield from sorted(found, key=lambda one: one.start)


def _runs(text: str, start: int, stop: int, known: frozenset[str]) -> Iterator[Named]:
    """Bodies by their whole name, “Ministry of Defence”; people up to the next “and”."""
    for run in RUN.finditer(text, start, stop):
        if BODY_WORDS & set(run[0].split()):
            pieces = [run]
        else:
            pieces = list(PERSON.finditer(text, run.start(), run.end()))
        yield from filter(None, (_named(piece, known) for piece in pieces))


def _named(run: re.Match[str], known: frozenset[str]) -> Named | None:
    words, start = run[0], run.start()
    while words and (words.split()[0].lower() in NOT_A_NAME or words.split()[0] in FRONT):
        first, _, words = words.partition(" ")
        start += len(first) + 1
    parts = words.split()
    last = parts[-1] if parts else ""
    is_full = len(parts) > 1 and last.lower() not in NOT_A_NAME
    if is_full or last in known:
        return Named(words=words, key=last, start=start, end=start + len(words))
    return None


def surnames(texts: Iterable[str]) -> frozenset[str]:
    """The last names of the people who are named in full somewhere."""
    found = set()
    for text in texts:
        for run in PERSON.finditer(text):
            name = _named(run, frozenset())
            if name and not {*PLACE_WORDS, *LAW_WORDS, *BODY_WORDS} & set(name.words.split()):
                found.add(name.key)
    return frozenset(found)
