"""Follow changes: a picture's words or rights were changed, and what is scheduled is asked again.

Whoever changes pictures locks the scheduled stories first and the pictures then, in the order in
which publishing does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q, QuerySet

from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.story import Story
from articles.publishing.line import lay_anew
from articles.publishing.recheck import recheck
from articles.site.edition import Edition
from articles.vocabulary import EditionKind

if TYPE_CHECKING:
    from django.contrib.auth.models import User

NO_MATTER = frozenset(
    {
        *("focal_x", "focal_y", "copyright_notice", "credit_is_proposal", "distributor"),
        *("supplier_image_id", "licensor_url", "place_shown", "digital_source_type"),
        *("data_mining", "version"),
    }
)
"""No check that blocks reads these. What is not named here is asked about, a new field too."""


def may_matter(changed: Iterable[str]) -> bool:
    """Whether the answer to “may it go out?” depends on one of these fields of a picture."""
    return not NO_MATTER.issuperset(changed)


@transaction.atomic
def follow_changes(photo: Photo, changed: Collection[str], *, by: User) -> list[Story]:
    """Calls off what is scheduled with the picture and no longer passes; answers those stories.

    Where it is to take another's place, it will do so as it is now.
    """
    called_off = []
    if may_matter(changed):
        called_off = recheck(_scheduled_with([photo]), by=by, because=f"“{photo}” was changed.")
    for story in _in_reserve([photo]).select_for_update().order_by("pk") if changed else ():
        lay_anew(story, by=by)
    return called_off


@transaction.atomic
def follow_fallbacks(story: Story, *, by: User) -> None:
    """Other pictures were named to take the place of the story's, and what is to come has them."""
    locked = Story.objects.select_for_update().get(pk=story.pk)
    if _by_the_clock().filter(story_key=locked.key).exists():
        lay_anew(locked, by=by)


def lock_scheduled_with(photos: Iterable[Photo]) -> None:
    """Before the pictures are locked, in a transaction."""
    if chosen := [photo for photo in photos if photo.pk]:
        stories = _scheduled_with(chosen) | _in_reserve(chosen)
        list(stories.select_for_update().order_by("pk"))


def _scheduled_with(photos: Iterable[Photo]) -> QuerySet[Story]:
    shown = reduce(or_, (Q(figures__contains=[{"photo": str(one.key)}]) for one in photos))
    scheduled = Edition.objects.still_to_come().filter(shown)
    return Story.objects.filter(key__in=scheduled.values("story_key"))


def _in_reserve(photos: Iterable[Photo]) -> QuerySet[Story]:
    """Stories that are to change by the clock, and have one of these to take a picture's place."""
    placements = Placement.objects.filter(fallback__in=[photo.pk for photo in photos])
    keys = _by_the_clock().values("story_key")
    return Story.objects.filter(pk__in=placements.values("story"), key__in=keys)


def _by_the_clock() -> QuerySet[Edition]:
    return Edition.objects.still_to_come().filter(kind=EditionKind.PICTURE_WITHDRAWN)
