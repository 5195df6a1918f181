"""First mentions: a person has the full name before the surname stands alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from articles.preflight.finding import Case, Fault, rule
from articles.preflight.lines import Line
from articles.preflight.named_people import AHEAD, BACK, Person, named_people
from articles.preflight.names import CAPITAL, OF_A_PERSON, SPEAKS_BEFORE
from articles.preflight.place import Fix
from articles.preflight.someone import NOT_A_NAME
from articles.preflight.who_says import SAYING
from articles.vocabulary import Severity

TITLE = r"(?:Mr|Mrs|Ms|Mx|Miss|Dr)\.?"
WORD = re.compile(rf"(?<![\w’'-]){CAPITAL}")
ACTS = re.compile(
    rf"(?:, who\b|(?:,[^,.;]{{1,60}},)? (?:also |has |had |later |then |never |now )?(?:{SAYING}"
    r"|agree[sd]?|refuse[sd]?|resigned|pleaded|apologised|promised|retired|wants|wanted|hopes|hoped"
    r"|thinks|thought|asked|wept|laughed|lives|grew up)\b)"
)
TITLED = re.compile(rf"\b{TITLE} \Z")
PAIRED = re.compile(rf"\b(?:and|&) {TITLE} \Z")
# To “Mrs Holt’s boat” no introduction can be added.
LONGER = re.compile(r"[’']s\b| (?:[A-ZÀ-Þ]|and\b|&)|-\w")
NAME_BEFORE = re.compile(rf"({CAPITAL})\.? (?:(?:{OF_A_PERSON}) )?\Z")
ARTICLE = re.compile(r"\b(?:the|an?) \Z", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A surname in the body: with a first name or a title before it, or alone."""

    line: Line
    start: int
    end: int
    is_full: bool

    @property
    def words(self) -> str:
        return self.line.text[self.start : self.end]


@rule("names.first_mention", Severity.INFO)
def first_mention(case: Case) -> Iterator[Fault]:
    """Once for each person (T6). Who is named in headline or caption alone is not yet introduced;
    what is quoted is left alone, and so is a name that a family, a place or a firm shares."""
    if not case.is_english:
        return
    places = _places([line for line in case.body if line.tag == "p"])
    for person in named_people(case):
        mentions = list(_mentions(person, places))
        first = next(iter(mentions), None)
        if first is None or first.is_full:
            continue
        later = any(mention.is_full for mention in mentions)
        where = "stands before the full name" if later else "has no full name in the story"
        doctor = "Dr " if first.words.startswith("Dr") else ""
        full = f"{doctor}{person.full}"
        role = f", {person.role}" if person.role else ""
        yield Fault(
            f"“{first.words}” {where}. Write “{full}{role}” here.",
            first.line.place(first.start, first.end),
            Fix(f"Write “{full}”", full),
        )


def _places(paragraphs: list[Line]) -> dict[str, list[tuple[Line, int]]]:
    """Where each capitalised word stands in the body."""
    found: dict[str, list[tuple[Line, int]]] = defaultdict(list)
    for line in paragraphs:
        for word in WORD.finditer(line.text):
            found[word[0]].append((line, word.start()))
    return found


def _mentions(person: Person, places: dict[str, list[tuple[Line, int]]]) -> Iterator[Mention]:
    """Where the surname is surely that person’s, up to the first full name."""
    called = next(iter(places.get(person.first_name, ())), None)
    for line, start in places.get(person.surname, ()):
        end = start + len(person.surname)
        before, after = line.text[max(0, start - BACK) : start], line.text[end : end + AHEAD]
        title = TITLED.search(before)
        if called and _order(called) < _order((line, start)):
            yield Mention(line=line, start=start, end=end, is_full=True)
            return
        if not title and _is_a_longer_name(before):
            yield Mention(line=line, start=start, end=end, is_full=True)
            return
        if _is_alone(before, after) and not line.is_quoted(start):
            first = start - len(title[0] if title else "")
            yield Mention(line=line, start=first, end=end, is_full=False)


def _order(place: tuple[Line, int]) -> tuple[int, int]:
    return place[0].paragraph or 0, place[1]


def _is_a_longer_name(before: str) -> bool:
    """A first name, a rank or another name stands before it, and no word that begins a sentence."""
    name = NAME_BEFORE.search(before)
    return name is not None and name[1].lower() not in NOT_A_NAME


def _is_alone(before: str, after: str) -> bool:
    """With a title, or speaking, and no part of a firm’s, a couple’s or a street’s name."""
    if PAIRED.search(before) or LONGER.match(after):
        return False
    if TITLED.search(before):
        return True
    speaks = ACTS.match(after) or SPEAKS_BEFORE.search(before)
    return bool(speaks) and not ARTICLE.search(before)
