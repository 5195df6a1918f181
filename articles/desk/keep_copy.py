"""Keeping what somebody has typed and not saved, and throwing it away once it is."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from articles.desk.revision import Revision
from articles.desk.story import Story
from articles.desk.working_copy import WorkingCopy

if TYPE_CHECKING:
    from django.contrib.auth.models import User

KEPT_FOR = timedelta(days=30)
Fields = dict[str, list[str]]


@transaction.atomic
def keep_copy(
    by: User, window: UUID, fields: Fields, *, story: Story | None, started_from: Revision | None
) -> WorkingCopy:
    """What this window's form holds now, instead of what it held before."""
    copy, _ = WorkingCopy.objects.update_or_create(
        user=by,
        window=window,
        defaults={"fields": fields, "story": story, "started_from": started_from},
    )
    return copy


def throw_away(by: User, *, windows: list[UUID]) -> None:
    """The copies of these windows: what they held is saved, or not wanted."""
    WorkingCopy.objects.of(by).filter(window__in=windows).delete()


def prune_copies(now: datetime) -> int:
    """Throws away what nobody came back for in a month; answers how many."""
    return WorkingCopy.objects.filter(kept_at__lt=now - KEPT_FOR).delete()[0]
