"""Vague attributions: “according to reports”, “reportedly”, “sources say”. Whose word is it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.preflight.finding import Case, Fault, rule
from articles.preflight.lines import Line
from articles.preflight.who_says import says_who
from articles.vocabulary import Severity, StoryKind

SPEAK = "say|says|said|claim|claims|claimed|tell|told|suggest|suggests|suggested|indicate|indicated"
BELIEVED = "understood|believed|claimed|alleged|rumoured|reported|thought"
VAGUE = re.compile(
    # “According to reports by the auditor” is named.
    r"(?P<reports>\baccording to (?:some |many |several |various |other |media |local |press |news"
    r" |unconfirmed |recent |local media |multiple )*(?:reports|sources|a source|insiders|observers"
    r"|rumours?)\b(?! (?:by|from|of|in|at|on|to|that|published|seen|filed|compiled|drawn|written"
    r"|obtained|close|within|inside|familiar|with|who|cited|quoted|prepared)\b))"
    r"|(?P<adverb>\breportedly\b)|(?P<allegedly>\ballegedly\b)"
    rf"|(?P<passive>\bit (?:is|was|has been) (?:widely |also |now )?(?:{BELIEVED})"
    r"(?= (?:that|the|a|an|he|she|they|it|there|some|no|his|her|their|about|up|more|[A-Z\d])\b))"
    r"|(?P<rumour>\brumour has it\b|\b(?:is|are) rumoured to\b)"
    rf"|(?P<sources>\b(?:an? (?:anonymous |unnamed )?source|sources) (?:{SPEAK}|have said)\b)"
    r"|(?P<said_reports>\breports (?:sa(?:y|id)|suggest(?:ed)?|claim(?:ed)?|indicate(?:d)?)\b)"
    r"|(?P<critics>\b(?:critics|some|many|some people|many people|opponents|observers|sceptics) "
    r"(?:say|argue|claim|allege|suspect)\b(?! (?:they|we|he|she|so|no|yes|hello|goodbye)\b))",
    re.IGNORECASE,
)
DESCRIBES_NOTHING = """
    and but as that while what although though because if when where some several many other media
    local press unconfirmed multiple various unnamed anonymous initial early news recent
"""
BARE_BEFORE = frozenset(DESCRIBES_NOTHING.split())
"""What may stand before bare “sources” and “reports”; “police sources” are described."""

NAMED_SPEAKER = re.compile(
    r"\b(?:said|says|argues|argued|told|claims|claimed|wrote|writes)\b.{0,60}?[A-ZÀ-Þ]\w"
    r"|[A-ZÀ-Þ]\w+,? .{0,80}?\b(?:said|says|argues|argued|told|claims|claimed|wrote|writes)\b"
    r"|\b(?:such as|including|among them|like) (?:the )?[A-ZÀ-Þ]"
)
SOON = 500
OWN_VIEW = frozenset({StoryKind.OPINION, StoryKind.REVIEW})


@rule("attribution.vague", Severity.WARN)
def vague(case: Case) -> Iterator[Fault]:
    if not case.is_english:
        return
    for number, line in enumerate(case.lines):
        if line.field == "kicker":
            continue
        following = case.lines[number + 1 : number + 2]
        for found in VAGUE.finditer(line.text):
            if _is_vague(case, line, found, following):
                yield Fault(_sentence(found), line.place(found.start(), found.end()))


def _sentence(found: re.Match[str]) -> str:
    if found["critics"]:
        return f"“{found[0]}” names nobody. Name one of them, or take it out."
    return f"“{found[0]}” does not say whose word it is. Name who says so, or take it out."


def _is_vague(case: Case, line: Line, found: re.Match[str], following: list[Line]) -> bool:
    if line.is_quoted(found.start()):
        return False
    start, end = line.sentence_at(found.start())
    before = line.text[max(start, found.start() - SOON) : found.start()]
    if found["reports"] or found["rumour"]:
        return True
    if found["allegedly"]:
        return not says_who(line.text[start : min(end, found.end() + SOON)])
    if says_who(before):
        return False  # “The mayor said it was understood that …”
    if found["critics"]:
        named = _is_named_later(line.text[found.end() :], following)
        return case.dossier.story.kind not in OWN_VIEW and not named
    return not (found["sources"] or found["said_reports"]) or _stands_bare(before, found)


def _is_named_later(after: str, following: list[Line]) -> bool:
    """Whether one of the critics speaks next, in this paragraph or the one behind it."""
    others = following[0].text if following and following[0].field == "body" else ""
    return any(NAMED_SPEAKER.search(text[:SOON]) for text in (after, others))


def _stands_bare(before: str, found: re.Match[str]) -> bool:
    """Whether no word in front says which: “Sources say”, not “The county’s reports say”."""
    words = before.split()
    if found[0][0] in "aA" or not words:
        return True
    return words[-1][-1] in ".,;:!?–—”" or words[-1].lower() in BARE_BEFORE
