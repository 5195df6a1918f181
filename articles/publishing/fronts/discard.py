"""Discard: the draft of a front is again what readers have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from articles.desk.fronts.draft import ChangedByOther, save_draft
from articles.desk.fronts.front import Front
from articles.desk.story import Story
from articles.publishing.fronts.take import standing_places, take
from articles.publishing.refusal import Refused

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def discard(front: Front, *, by: User, version: int | None = None) -> Front:
    """Throws the draft away. `version` is the one that the person saw; None does not ask.

    Raises `Refused` when the person may not, or somebody has changed the draft since.
    """
    locked = take(front, by=by)
    if version is not None and version != locked.version:
        raise Refused(*ChangedByOther(locked).sentences)
    places = standing_places(locked)
    there = Story.objects.filter(key__in=[place.story for place in places])
    keys = {str(key) for key in there.values_list("key", flat=True)}
    return save_draft(locked, [place for place in places if place.story in keys], by=by)
