"""Asks the rules. Blocks come first, then warnings, then hints."""

from __future__ import annotations

from datetime import datetime

from articles.desk.dossier import Dossier
from articles.preflight import (
    agreement,
    alt_texts,
    captions,
    claims,
    contradictions,
    copied,
    copy,
    credits,
    file_pictures,
    first_mention,
    garbled,
    harper,
    headlines,
    house_style,
    legal,
    overclaims,
    people,
    pictures,
    placeholders,
    protected_people,
    publishers,
    quotation_marks,
    relative_dates,
    restrictions,
    rights,
    sources,
    spellings,
    standfirsts,
    structure,
    typography,
    unattributed,
    vague,
    workflow,
)
from articles.preflight.finding import RULES, Case, Finding
from articles.vocabulary import Severity

# Importing a family registers its rules.
FAMILIES = (
    *(copy, headlines, standfirsts, overclaims, unattributed, vague, relative_dates, agreement),
    *(quotation_marks, typography, garbled, spellings, house_style, placeholders, publishers),
    *(structure, first_mention, contradictions, harper),
    *(pictures, credits, captions, alt_texts, file_pictures, people, rights, restrictions),
    *(sources, claims, legal, protected_people, workflow, copied),
)


def findings(
    dossier: Dossier,
    *,
    goes_live_at: datetime,
    first_published_at: datetime | None = None,
    released_by: int | None = None,
) -> list[Finding]:
    """All that is wrong with the story if it went live at that instant, the gravest first."""
    case = Case(
        dossier=dossier,
        goes_live_at=goes_live_at,
        first_published_at=first_published_at,
        released_by=released_by,
    )
    found = [finding for rule in RULES.values() for finding in rule.findings(case)]
    return sorted(found, key=lambda finding: Severity.values.index(finding.severity))


def what_blocks(dossier: Dossier, *, goes_live_at: datetime) -> list[Finding]:
    """What would keep the story back at that instant, whoever releases it.

    The rules that only warn are not asked: some of them read every sentence.
    """
    case = Case(dossier=dossier, goes_live_at=goes_live_at)
    blocking = (rule for rule in RULES.values() if rule.blocks)
    return [finding for rule in blocking for finding in rule.findings(case)]
