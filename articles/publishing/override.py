"""Overrides: which blocks a person may pass over, with a reason that stays on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.preflight.finding import Finding

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def may_override(person: User, finding: Finding) -> bool:
    """Whether the finding can be passed over at all, and this person may do so."""
    return bool(finding.override) and person.has_perm(f"articles.{finding.override}")
