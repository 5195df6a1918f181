"""Keeping revisions: what a save left, whole, beside the save and in its transaction."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from django.db import transaction

from articles.desk.revision import Revision
from articles.desk.snapshot import whole
from articles.desk.story import Story

if TYPE_CHECKING:
    from django.contrib.auth.models import User

AT_FIRST = "As it stood when its revisions began."
ELSEWHERE = "Changed elsewhere at the desk."


@transaction.atomic
def keep_revision(story: Story, *, by: User | None, why: str = "") -> Revision | None:
    """The story as it is stored now, as its next revision; None when it is as before.

    The row stays locked until the transaction ends, so that numbers have no gaps.
    """
    locked = Story.objects.select_for_update().get(pk=story.pk)
    values = whole(locked)
    newest = newest_of(locked)
    if newest is not None and newest.digest == digest(values):
        return None
    return Revision.objects.create(
        story=locked,
        number=newest.number + 1 if newest else 1,
        values=values,
        digest=digest(values),
        why=why,
        made_by=by,
    )


def catch_up(story: Story) -> Revision:
    """The newest revision. What was changed without making one, as by another act, makes one now.

    So whatever a save replaces is kept, and every page starts from a revision that is just it.
    """
    newest = newest_of(story)
    stored = Story.objects.get(pk=story.pk)
    if newest is not None and newest.digest == digest(whole(stored)):
        return newest
    made = keep_revision(stored, by=None, why=ELSEWHERE if newest else AT_FIRST)
    return made or Revision.objects.filter(story=story.pk)[0]


def newest_of(story: Story) -> Revision | None:
    return Revision.objects.filter(story=story.pk).order_by("-number").first()


def digest(values: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
