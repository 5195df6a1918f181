"""Requests for comment that a pasted text tells of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.vocabulary import ReplyState

# Lengths have limits, so that a long list of names without a full stop is read in no time.
PATTERNS = (
    (
        re.compile(
            r"(?P<asker>[A-Z][\w’' ]{0,80}?) (?:has|have|had)? ?(?:also )?"
            r"(?:reached out to|contacted|approached|asked) "
            r"(?P<party>[^.]{1,200}?) for (?:a )?comment"
        ),
        ReplyState.OPEN,
    ),
    (
        re.compile(
            r"(?P<party>[A-Z][^.,]{1,200}?) (?:did not|has not|had not|have not|didn’t)"
            r"(?: immediately| yet)? (?:respond(?:ed)?|repl(?:y|ied)) to (?:an?|our|requests?)\b"
        ),
        ReplyState.OPEN,
    ),
    (
        re.compile(
            r"(?P<party>[A-Z][^.,]{1,200}?) (?:has|have|had) been "
            r"(?:approached|contacted|asked) for comment"
        ),
        ReplyState.OPEN,
    ),
    (re.compile(r"(?P<party>[A-Z][^.,]{1,200}?) declined to comment"), ReplyState.DECLINED),
)
OURSELVES = frozenset({"we", "this newspaper", "the newspaper", "this paper"})


@dataclass(frozen=True, kw_only=True)
class Request:
    """Who was asked; `asker` is the other publisher that did the asking, or empty."""

    party: str
    state: ReplyState
    sentence: str
    asker: str


def find_requests(paragraph: str) -> list[Request]:
    found = []
    for pattern, state in PATTERNS:
        for match in pattern.finditer(paragraph):
            asker = match.groupdict().get("asker") or ""
            found.append(
                Request(
                    party=re.sub(r"^[Tt]he ", "", match["party"]).strip(),
                    state=state,
                    sentence=paragraph,
                    asker="" if asker.lower() in OURSELVES else asker,
                )
            )
    return found
