"""Overrides: which blocks a person may pass over, with a reason that stays on record.

It is done beside the copy, by whoever holds the permission, and lasts as long as they hold it; or
at the door, by whoever publishes and holds the permission too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Q

from articles.desk.story import Story
from articles.preflight.finding import RULES, Finding

if TYPE_CHECKING:
    from articles.publishing.release import Release

BACKEND = "django.contrib.auth.backends.ModelBackend"
"""Groups and rows say who holds a permission, however people log in."""

PassedOver = Mapping[tuple[str, str], str]
"""Why each block was passed over and by whom, by its rule and its key."""


def may_override(person: User | AnonymousUser, finding: Finding) -> bool:
    """Whether the finding can be passed over at all, and this person may do so."""
    return bool(finding.override) and person.has_perm(f"articles.{finding.override}")


def passed_over(story: Story) -> PassedOver:
    """The story's blocks that somebody passed over who may do so still. One query."""
    if story._state.adding:
        return {}
    rows = story.dismissals.filter(_by_who_may()).select_related("made_by")
    return {(row.rule, row.key): f"{row.reason} ({row.made_by})" for row in rows}


def _by_who_may() -> Q:
    rules: dict[str, list[str]] = {}
    for rule in RULES.values():
        if rule.override:
            rules.setdefault(rule.override, []).append(rule.id)
    return reduce(
        or_,
        (
            Q(
                rule__in=ids,
                made_by__in=User.objects.with_perm(f"articles.{permission}", backend=BACKEND),
            )
            for permission, ids in rules.items()
        ),
    )


def why_passed_over(finding: Finding, known: PassedOver) -> str:
    """Reason and name, where the finding blocks and was passed over; else nothing."""
    if not (finding.blocks and finding.override):
        return ""
    return known.get((finding.rule, finding.key), "")


def still_blocking(found: Iterable[Finding], release: Release) -> list[Finding]:
    """What blocks now and is not passed over: beside the copy, or when the story was released."""
    blocks = [one for one in found if one.blocks]
    known = passed_over(release.story) if blocks else {}
    then = {one["key"] for one in release.findings if _by_the_release(one, release)}
    return [
        one
        for one in blocks
        if not why_passed_over(one, known)
        and not (one.key in then and may_override(release.released_by, one))
    ]


def _by_the_release(values: Mapping[str, str], release: Release) -> bool:
    """What others had passed over already is theirs to take up again."""
    return bool(release.override_reason) and not values.get("passed_over")
