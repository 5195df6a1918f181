"""Who is named though the law protects them: children, and victims of sexual offences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from articles.preflight.names import BODY_WORDS, FRONT, LAW_WORDS, PLACE_WORDS
from articles.preflight.someone import NOT_A_NAME, PEOPLE

Span = tuple[int, int]
"""Where in a sentence the name starts and ends."""

MOST = 20  # of one kind in one sentence
OF_AGE = 18

PART = r"[A-ZÀ-Þ](?:[\w-]|[’'](?!s\b)){0,25}"
NAME = rf"(?<![\w-]){PART}(?:\.? {PART}){{0,3}}"
FULL = rf"(?<![\w-]){PART}(?:\.? {PART}){{1,3}}"

IN_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen
"""
NUMBERS = {word: age for age, word in enumerate(IN_WORDS.split(), start=1)}
AGE = rf"(?P<age>\d{{1,2}}|(?i:{'|'.join(NUMBERS)}))"
CHILD = (
    r"(?:boy|girl|son|daughter|schoolboy|schoolgirl|child|pupil|student|teenager|toddler|baby"
    r"|brother|sister|nephew|niece|grandson|granddaughter|youth|victim|defendant)"
)
THEN = r"(?! (?:at the time|when |miles|km|per |days|points|goals|years? ago))"
OLD = re.compile(
    # “A 10-year-old Ford Fiesta” is a car, “his 12-year-old Welsh Terrier” a dog.
    r"(?:\A|(?<![\w’])(?!(?:[Aa]n?|his|her|their|our|my)\b)[\w’]{1,20} |[,“(–—] ?)"
    rf"{AGE}-year-old (?P<name>{FULL})"
)
CHILDREN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{AGE}-year-old (?:[a-z-]{{1,20}} )?{CHILD},? (?:named |called )?(?P<name>{NAME})",
        rf"(?P<name>{NAME}),? aged {AGE}\b{THEN}",
        rf"(?P<name>{FULL})(?:, {AGE}(?=[,.;—–]|\Z)| \((?P<bracketed>\d{{1,2}})\))",
        rf"\b{CHILD},? (?P<name>{NAME}), {AGE}(?=[,.;—–]|\Z)",
        rf"(?P<name>{NAME}),? an? (?:[a-z-]{{1,20}} )?{CHILD} (?:of|aged) {AGE}\b",
        rf"(?P<name>{NAME}),? an? {AGE}-year-old (?:[a-z-]{{1,20}} )?{CHILD}\b",
        rf"(?P<name>{NAME}),? (?:who (?:is|was) )?(?:only |just )?{AGE} years old\b{THEN}",
    )
)
ROAD_BEHIND = re.compile(r",? [A-ZÀ-Þ]\w+ (?:Street|Road|Lane|Avenue|Hill|Quay|Close)\b")
THINGS = """
    Bridge Stadium Ferry Cup League Prize Festival Academy Centre Center Theatre Tower Mill Hall
    House Labrador Terrier Retriever Spaniel Ford Toyota Honda Nissan Audi BMW Fiesta Volkswagen
    Vauxhall Mercedes Rover Scotch Whisky Stakes Street Lane Town United Rovers
"""
TELLS_AN_AGE = re.compile(rf"\d|\b(?:{'|'.join(NUMBERS)})\b", re.IGNORECASE)
TELLS_AN_OFFENCE = re.compile(r"rap(?:e|ing)|sexual|molest|indecent", re.IGNORECASE)
"""What a sentence has at least, before it is read for names."""

NO_PERSON = PLACE_WORDS | LAW_WORDS | BODY_WORDS
NO_CHILD = frozenset(THINGS.split())
WHERE = re.compile(
    r"\b(?:in|at|near|into|from|join(?:ed|ing)|left|leaving|entered|visited)(?: the)? \Z"
)

OFFENCE = (
    r"(?:(?:gang-)?raped|sexually (?:assaulted|abused|exploited)|indecently assaulted|molested)"
)
ASIDES = r"(?:(?:, [^,.;“”]{1,60}){1,2},)?"
NO_ROLE = r"by|as|in|at|on|for|with|when|while|after|before|and|or|from|to|was|were|had|has|is"
ROLE = rf"(?:(?!(?:{NO_ROLE})\b)[a-z-]{{1,20}} ){{0,3}}"
BEGINS = (
    rf"(?:\A|[“(]|\b(?:that|how|when|after|before|because|and|but|as|where|said|says|{CHILD}) )"
)
VICTIMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{BEGINS}(?P<name>{FULL})(?:{ASIDES}|,? who) (?:was|had been|has been|is|being) "
        rf"(?:\w{{1,15}}ly )?{OFFENCE}\b",
        rf"(?P<name>{FULL}) (?:says?|said|alleges?|alleged|claims?|claimed)(?: that)? "
        rf"s?he (?:was|had been) (?:\w{{1,15}}ly )?{OFFENCE}\b",
        r"\b(?:raped|raping|sexually (?:assault|abus|exploit)(?:ed|ing)|molest(?:ed|ing)) "
        rf"(?:and \w{{1,20}}(?:ed|ing) )?{ROLE}(?P<name>{FULL})",
        r"\b(?<!oilseed )(?:[Rr]ape|[Ss]exual (?:assault|abuse|exploitation)) (?:of|on) "
        rf"{ROLE}(?P<name>{FULL})",
        rf"\b(?:[Rr]ape|[Ss]exual (?:assault|abuse)) (?:victim|survivor),? (?P<name>{FULL})",
        rf"(?P<name>{FULL}), (?:an? |the |an alleged )(?:rape|sexual (?:assault|abuse)) "
        r"(?:victim|survivor)\b",
    )
)
A_GROUP = re.compile(rf"[’']s\b| (?:{PEOPLE}|prisoners|detainees|inmates|civilians)\b")
"""“Rohingya Muslim women”, “Mira Holt’s sister”: somebody else is meant."""
PERSON_WORD = re.compile(rf"{PEOPLE}|those|kids|anyone|anybody|everyone|all", re.IGNORECASE)


def children(sentence: str) -> Iterator[Span]:
    """Names of people who are said to be under 18: “Bo Quay, 14,”, “Bo, a boy of 12”."""
    if not TELLS_AN_AGE.search(sentence):
        return
    for pattern in (OLD, *CHILDREN):
        for found in islice(pattern.finditer(sentence), MOST):
            span = _name(found)
            thing = pattern is OLD and NO_CHILD & set(found["name"].split())
            if span and not thing and _is_under_age(found):
                in_a_place = WHERE.search(sentence[max(0, span[0] - 20) : span[0]])
                if not in_a_place and not ROAD_BEHIND.match(sentence, found.end()):
                    yield span


def victims(sentence: str) -> Iterator[Span]:
    """Names of those who are said to have been raped, abused or assaulted, not of the accused."""
    if not TELLS_AN_OFFENCE.search(sentence):
        return
    for pattern in VICTIMS:
        for found in islice(pattern.finditer(sentence), MOST):
            span = _name(found)
            if span and not A_GROUP.match(sentence, span[1]):
                yield span


def _is_under_age(found: re.Match[str]) -> bool:
    groups = found.groupdict()
    words = groups.get("age") or groups.get("bracketed") or ""
    age = int(words) if words.isdigit() else NUMBERS.get(words.lower(), OF_AGE)
    return 0 < age < OF_AGE


def _name(found: re.Match[str]) -> Span | None:
    """The name without the words that only begin the sentence, if it is a person’s.

    “In Harnsea, aged 14” leaves one word, which is no name; “Bo, aged 14” is; “Pupils aged 14”
    are nobody.
    """
    start, end = found.span("name")
    words = found["name"].split()
    alone, titled = len(words) == 1, False
    while words and (words[0].lower() in NOT_A_NAME or words[0].rstrip(".") in FRONT):
        titled = words[0].rstrip(".") in FRONT
        start += len(words[0]) + 1
        words = words[1:]
    if not words or NO_PERSON & set(words):
        return None
    if len(words) > 1 or titled:
        return start, end
    is_a_group = PERSON_WORD.fullmatch(words[0]) or (start == 0 and words[0].endswith("s"))
    return (start, end) if alone and not is_a_group else None
