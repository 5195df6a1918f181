"""Overrides: which blocks a person may pass over, with a reason that stays on record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from articles.preflight.finding import Finding
from articles.publishing.release import Release

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def may_override(person: User, finding: Finding) -> bool:
    """Whether the finding can be passed over at all, and this person may do so."""
    return bool(finding.override) and person.has_perm(f"articles.{finding.override}")


def still_blocking(found: Iterable[Finding], release: Release) -> list[Finding]:
    """What blocks now and was not passed over, with a reason, when the story was released."""
    passed_over = {one["key"] for one in release.findings if release.override_reason}
    return [
        one
        for one in found
        if one.blocks and not (one.key in passed_over and may_override(release.released_by, one))
    ]
