"""Findings, and how a rule that makes them is registered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from articles.desk.dossier import Dossier
from articles.vocabulary import Severity


@dataclass(frozen=True, kw_only=True)
class Case:
    """What a rule may look at: the story's dossier, and the instant at which it would go live.

    `first_published_at` is when readers first got the story, if they have it already.
    """

    dossier: Dossier
    goes_live_at: datetime
    first_published_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that is wrong. `message` names the thing and the remedy; `field` is its place.

    `override` is the permission with which a block may be passed over, with a reason; empty: none.
    """

    rule: str
    severity: Severity
    message: str
    field: str = ""
    override: str = ""
    """The permission that lets a person pass over it with a reason; empty: nobody may."""

    @property
    def blocks(self) -> bool:
        return self.severity == Severity.BLOCK

    def as_values(self) -> dict[str, str]:
        return {name: str(value) for name, value in asdict(self).items()}


@dataclass(frozen=True)
class Fault:
    """What a rule says of a story: the sentence, and the form field where it can be mended."""

    message: str
    field: str = ""


Check = Callable[[Case], Iterable[Fault]]


@dataclass(frozen=True)
class Rule:
    id: str
    severity: Severity
    check: Check
    override: str = ""

    def findings(self, case: Case) -> list[Finding]:
        return [
            Finding(
                rule=self.id,
                severity=self.severity,
                message=fault.message,
                field=fault.field,
                override=self.override,
            )
            for fault in self.check(case)
        ]


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
