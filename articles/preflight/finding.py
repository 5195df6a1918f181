"""Findings, and how a rule that makes them is registered."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from articles.desk.dossier import Dossier
from articles.preflight.lines import Line, lines_of
from articles.preflight.place import Fix, Place
from articles.vocabulary import Severity

DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, kw_only=True)
class Case:
    """What a rule may look at: the story's dossier, and the instant at which it would go live.

    `first_published_at` is when readers first got the story, if they have it already;
    `released_by` the id of the log-in that would release it, if it is known.
    """

    dossier: Dossier
    goes_live_at: datetime
    first_published_at: datetime | None = None
    released_by: int | None = None

    @cached_property
    def lines(self) -> list[Line]:
        """The story's words line by line: headline, standfirst, paragraphs, captions."""
        return lines_of(self.dossier)

    @cached_property
    def body(self) -> list[Line]:
        """The paragraphs and subheadings of the body."""
        return [line for line in self.lines if line.field == "body"]

    @property
    def is_english(self) -> bool:
        return self.dossier.story.language.lower().startswith("en")


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that is wrong. `message` names the thing and the remedy; `place` where it is.

    `override` is the permission with which a block may be passed over, with a reason; empty: none.
    `sentence` is the one that it stands in, if it stands in one.
    """

    rule: str
    severity: Severity
    message: str
    place: Place
    fix: Fix | None = None
    override: str = ""
    sentence: str = ""

    @property
    def field(self) -> str:
        return self.place.field

    @property
    def blocks(self) -> bool:
        return self.severity == Severity.BLOCK

    @cached_property
    def key(self) -> str:
        """The same for the same fault in the same sentence, wherever in the story that has moved.

        Another “reportedly” is another fault. Numbers of paragraphs and counts do not tell it. Of
        a block whose row it is counts too: who passes over that one party was not asked, or one
        picture's rights, has said nothing of another's.
        """
        said, row = DIGITS.sub("", self.message), ""
        if self.blocks:
            said, row = self.message, str(self.place.row or "")
        about = "\n".join((self.rule, self.sentence, self.place.words, said, row))
        return hashlib.sha256(about.encode()).hexdigest()[:24]

    def as_values(self) -> dict[str, Any]:
        """What the record of a release keeps, and what the desk's page is told."""
        return {
            "rule": self.rule,
            "severity": str(self.severity),
            "message": self.message,
            "field": self.place.field,
            "override": self.override,
            "key": self.key,
        }


@dataclass(frozen=True)
class Fault:
    """What a rule says of a story: the sentence, where it can be mended, and with which words.

    `place` is a form field by its name, or a stretch of words; `fix` mends it with one click.
    """

    message: str
    place: Place | str = ""
    fix: Fix | None = None


Check = Callable[[Case], Iterable[Fault]]


@dataclass(frozen=True)
class Rule:
    id: str
    severity: Severity
    check: Check
    override: str = ""

    @property
    def blocks(self) -> bool:
        return self.severity == Severity.BLOCK

    def findings(self, case: Case) -> list[Finding]:
        return [
            Finding(
                rule=self.id,
                severity=self.severity,
                message=fault.message,
                place=Place(field=fault.place) if isinstance(fault.place, str) else fault.place,
                fix=fault.fix,
                override=self.override,
                sentence=_sentence(case, fault.place),
            )
            for fault in self.check(case)
        ]


def _sentence(case: Case, place: Place | str) -> str:
    """The words of the sentence, or sentences, in which the place is."""
    if isinstance(place, str) or place.start is None or place.end is None:
        return ""
    for line in case.lines:
        if (line.field, line.row, line.paragraph) == (place.field, place.row, place.paragraph):
            first, _ = line.sentence_at(place.start)
            _, last = line.sentence_at(max(place.start, place.end - 1))
            return line.text[first:last].strip()
    return ""


RULES: dict[str, Rule] = {}


def rule(rule_id: str, severity: Severity, *, override: str = "") -> Callable[[Check], Check]:
    """Registers a check under its id, which stays for good: records and reasons refer to it.

    `override` is the codename of the permission that may pass over what the check blocks.
    """

    def register(check: Check) -> Check:
        if rule_id in RULES:
            message = f"Two rules are called {rule_id}."
            raise ValueError(message)
        RULES[rule_id] = Rule(rule_id, severity, check, override)
        return check

    return register
