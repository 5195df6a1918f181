"""A window says that it is still there: its beat, and those of the others on the story."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from articles.desk.presence import GONE_AFTER, Presence
from articles.desk.story import Story

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def beat(
    story: Story, window: UUID, *, by: User, place: str, is_writing: bool, now: datetime
) -> list[Presence]:
    """Notes where the window is; answers the other windows that are there, oldest first."""
    Presence.objects.filter(story=story, seen_at__lte=now - GONE_AFTER).delete()
    Presence.objects.update_or_create(
        story=story,
        window=window,
        defaults={"user": by, "place": place, "is_writing": is_writing, "seen_at": now},
    )
    others = Presence.objects.there(now).filter(story=story).exclude(window=window)
    return list(others.select_related("user"))


def leave(story: Story, window: UUID, *, by: User) -> None:
    Presence.objects.filter(story=story, window=window, user=by).delete()
