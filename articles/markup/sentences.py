"""Sentences: where one ends in plain English words, and where a full stop only shortens a word."""

from __future__ import annotations

import re

ENDS = re.compile(r"(?<![.!?…])(?P<marks>[.!?…]++[”’\"')\]]*+)\s++(?=[“‘\"'(\[]*+[^\Wa-z_])")
"""A mark that ends a sentence, and behind it a capital letter or a figure. It never goes back."""

LONGEST_SHORTENED = 40
"""Characters; a longer word in front of a full stop is no abbreviation."""

TITLES = "Mr Mrs Ms Mx Dr Prof Rev Fr Sr Jr St Ste Hon Sen Rep Gov Gen Col Maj Capt Cpl Sgt Lt Cmdr"
MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat"
STATES = (
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb "
    "Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo"
)
OTHERS = "No Nos Mt Ft Ave Blvd Rd Sq Inc Ltd Co Corp Bros vs v ca c approx est no p pp ed cf"
TITLED = frozenset(TITLES.split())
SHORTENED = TITLED | frozenset(f"{MONTHS} {STATES} {OTHERS}".split())
INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
"""“J”, “U.S”, “a.m”: the last full stop is not part of it."""
BEGINS = re.compile(r"(?:The|It|He|She|They|We|This|That|These|There|But|His|Her|Its|Their)\b")
"""Words that stand in capitals only where a sentence begins."""


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph. Where it is unsure whether one ends, it goes on."""
    return [text[start:end] for start, end in sentence_spans(text)]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where each sentence starts and ends, without the blanks round it."""
    ends = [end.end() for end in ENDS.finditer(text) if not _only_shortens(end, text)]
    found = []
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        words = text[start:end]
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            found.append((first, first + len(words.strip())))
    return found


def _only_shortens(end: re.Match[str], text: str) -> bool:
    if end["marks"] != ".":
        return False  # another mark, or a quotation that ends with it
    before = text[max(0, end.start() - LONGEST_SHORTENED) : end.start()]
    word = "" if before[-1:].isspace() else (before.split() or [""])[-1].lstrip("“‘\"'([")
    if word in TITLED:
        return True
    may_end = "." in word or len(word) > 1  # a lone initial never ends a sentence
    return bool(word in SHORTENED or INITIALS.match(word)) and not (
        may_end and BEGINS.match(text, end.end())
    )
