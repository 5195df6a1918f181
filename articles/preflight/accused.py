"""Where a text accuses somebody: an accusing word, and how the sentence uses it.

Theft may rise, a slide may be arrested, a battery charged: nobody is accused. So each accusing word
must stand in one of the ways in which English accuses a person, a group or an organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from articles.preflight.accusations import PATTERN
from articles.preflight.someone import names_someone

CRIMES = (
    r"(?:abuse|arson|bribery|bribes?|burglar(?:y|ies)|corruption|embezzlement|extortion|forgery"
    r"|fraud|harassment|homicide|kidnapping|manslaughter|money[ -]laundering|murders?|perjury"
    r"|poaching|rape|robber(?:y|ies)|(?:child|domestic|sexual) abuse|smuggling|stalking|terrorism"
    r"|theft|torture|trafficking|treason|war crimes?)\b"
    r"(?! (?:inquir|investigation|trial|case|squad|unit|victim|scene|law|act|bill|charit|helpline"
    r"|prevention|report|rate|figure|claim))"
)
ADVERB = r"(?:(?:also|then|later|since|first|all|both|now|\w{2,15}ly) ){0,2}"
BE = r"(?:is|are|was|were|be|been|being|gets?|got|getting)"
HELD = r"arrested|detained|jailed|imprisoned|indicted|handcuffed|prosecuted"
REASON = (
    r"for|over|after|following|in|on|at|during|as|amid|near|outside|inside|with|under|upon|when"
    r"|while|again|and|but|because|without|within|last|early|late|yesterday|today|tonight"
)
BY_LAW = (
    r"(?! (?:the |a |an |high |great |much )?(?:emotion|energy|electricity|static|task|duty|job"
    r"|responsibility|care|tension|meaning|symbolism|memor|gas|hydrogen|helium))"
    r"(?! (?!attempt|steal|driv|deal|possess|obstruct|wound|caus|conspir|assault|kill|murder)"
    r"\w+ing\b)"
)
STEALS = r"stole|embezzled|bribed|swindled"
ATTACKS = r"murdered|raped|kidnapped|tortured|hijacked|looted|molested|assaulted|harassed|abused"
OBJECT = (
    r"the|an?|his|her|their|its|him|them|our|my|your|some|several|more|at|up|from|one|two|three"
    r"|four|five|six|ten|dozens|hundreds|\d|£|€|\$|(?-i:[A-ZÀ-Þ])"
)
NOT_STOLEN = (
    r"(?! (?:the show|a march|the lead|in\b|into|away|out|home|second|third|bases?|a glance|a kiss"
    r"|a look|hearts|the limelight|the headlines|a? ?points?|possession|the ball|victory))"
)
BEFORE_A_CRIME = (
    r"committed|committing|complicit in|responsible for|behind|involved in|took part in"
    r"|taking part in|linked to|wanted (?:for|over)|on suspicion of|investigated (?:for|over)"
    r"|under investigation (?:for|over)|profited from|engaged in|covered up|covering up|ordered"
    r"|(?:is|are|was|were) guilty of"
)
KINDS = (
    r"killer|murderer|rapist|fraudster|swindler|thief|robber|burglar|terrorist|trafficker"
    r"|smuggler|poacher|paedophile|abuser|traitor|vandal|culprit"
)
ACCUSES = re.compile(
    # Who is held “by police” is held by an authority that is named.
    rf"(?P<held>\b(?:(?P<be>{BE}) {ADVERB})?(?P<held_word>{HELD})\b(?! by\b)"
    rf"(?(be)|(?=(?: (?:{REASON})\b|[,.]?\Z))))"
    rf"|(?P<charged>\b(?P<charged_word>charged)(?: with\b{BY_LAW}| over\b(?! the\b)"
    r"| (?:after|following|in connection)\b))"
    r"|(?P<of>\b(?P<of_word>accused|suspected) of\b)"
    r"|(?P<faces>\b(?:faces?|facing|denies|denied) (?:\w+ )?(?P<faces_word>charges?)\b)"
    rf"|(?P<crime>\b(?:{BEFORE_A_CRIME}) (?:(?!\w+ing\b)[\w’'-]+ ){{0,3}}?(?P<crime_word>{CRIMES}))"
    rf"|(?P<did>\b(?P<subject>[\w’'-]+),? (?:(?:had|have|has) )?{ADVERB}"
    rf"(?P<did_word>(?:{STEALS})(?! by\b){NOT_STOLEN}|(?:{ATTACKS})(?= (?:{OBJECT}))))"
    rf"|(?P<by>\b(?:was|were|been|being|is|are) {ADVERB}"
    rf"(?P<by_word>{ATTACKS}|{STEALS}|stolen) by\b)"
    rf"|(?P<label>\b(?:is|was|are|were|,) (?:an?|the|one of the) "
    # What a court found is no claim.
    rf"(?:(?!convicted|jailed|confessed|self-confessed)[\w’'-]+ ){{0,2}}?"
    rf"(?P<label_word>{KINDS})s?\b(?! (?:whale|heels?|app|bee|instinct|touch|punch)))",
    re.IGNORECASE,
)
LABELLED = re.compile(
    rf"\b(?i:{KINDS}) (?=[A-ZÀ-Þ][\w’'-]+ (?:(?:al|bin|de|van|von|el) )?[A-ZÀ-Þ][\w’'-]+)"
)
WAYS = ("held", "charged", "of", "faces", "crime", "did", "by", "label")

NOT_SO = re.compile(
    r"\b(?:no|nobody|none|not|never|nor|neither|without|nothing|may|might|could|can|would|will"
    r"|should|must|shall|to|if|unless|anyone|anybody|whoever|those|people|everyone|cannot|until"
    r"|fears? of being|risks? being|avoid being)\b|n[’']t\b",
    re.IGNORECASE,
)
MOST = 20  # in one sentence; no sentence that is one has more
LONGEST_CLAUSE = 300
NEARBY = 34
"""So many characters in front a “not”, “may” or “if” turns the accusation off."""

NO_SUBJECTS = """
    a an the another this that these those each every any of in on at by from with for when where
    while because if as than after before its his her their our my your more most many two three
    four five six seven eight nine ten
"""
NOBODY_BEFORE = frozenset(NO_SUBJECTS.split())
"""What stands before “hijacked airliners” and never before a verb as its subject."""

NOBODY = re.compile(
    r"\b(?:decline|slide|fall|growth|rot|decay|development|drop|spread|rise|slump|descent|trend"
    r"|collapse|batter(?:y|ies)|phones?)(?: (?:of|in|on) [^,;]{1,50})?(?: (?:is|was|has|had))?\Z"
    r"|(?<!of )(?<!of the )(?<!of a )(?<!in a )(?<!in the )"
    r"\b(?:cars?|van|bike|bicycle|vehicle|lorry"
    r"|goods|ships?|vessel|parcel|shipment|cargo|dog|goat|eye|attention)(?: (?:has|have|had))?\Z",
    re.IGNORECASE,
)
"""What is arrested, detained or charged and is nobody."""

HISTORY = re.compile(
    r"\b(?:1[0-8]\d\d|19[0-4]\d)s?\b|\b(?:1[0-9]|[5-9])th[ -]century\b"
    r"|\b(?:eigh|nine|seven|six|fif)teenth[ -]century\b|\bmedieval\b|\bVictorian\b"
)


@dataclass(frozen=True, kw_only=True)
class Charge:
    """An accusing word in a sentence that accuses somebody by it.

    `way` is how: “held”, “of”, “did” and so on; `before` are the sentence’s words in front.
    """

    word: str
    way: str
    start: int
    end: int
    before: str


def charges(text: str, *, sentence: tuple[int, int] | None = None) -> Iterator[Charge]:
    """What the text accuses somebody of, in order; of one sentence where that is given."""
    first, last = sentence or (0, len(text))
    if not PATTERN.search(text, first, last) or HISTORY.search(text, first, last):
        return
    found_here = islice(_found(text, first, last), MOST)
    for found in sorted(found_here, key=lambda charge: charge.start):
        if not NOT_SO.search(found.before[-NEARBY:]) and _accuses_someone(found, text, last):
            yield found


def _found(text: str, first: int, last: int) -> Iterator[Charge]:
    for found in ACCUSES.finditer(text, first, last):
        way = next(name for name in WAYS if found[name])
        start, end = found.span(f"{way}_word")
        if way == "did" and found["subject"].lower() in NOBODY_BEFORE:
            continue
        until = found.start("did_word") if way == "did" else found.start()
        before = text[max(first, until - LONGEST_CLAUSE) : until]
        yield Charge(word=found[f"{way}_word"], way=way, start=start, end=end, before=before)
    for found in LABELLED.finditer(text, first, last):
        yield Charge(
            word=found[0].strip(),
            way="labelled",
            start=found.start(),
            end=found.end() - 1,
            before=text[max(first, found.start() - NEARBY) : found.start()],
        )


def _accuses_someone(charge: Charge, text: str, last: int) -> bool:
    if charge.way == "labelled":
        return True
    if charge.way == "by":
        return names_someone(text[charge.end : min(last, charge.end + 60)].removeprefix(" by"))
    if charge.way == "did":
        return names_someone(charge.before[-NEARBY:])
    return not NOBODY.search(charge.before.rstrip()) and names_someone(charge.before)
