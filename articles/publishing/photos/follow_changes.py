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
from articles.desk.story import Story
from articles.publishing.recheck import recheck
from articles.site.edition import Edition

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
    """Calls off what is scheduled with the picture and no longer passes; answers those stories."""
    if not may_matter(changed):
        return []
    return recheck(_scheduled_with([photo]), by=by, because=f"“{photo}” was changed.")


def lock_scheduled_with(photos: Iterable[Photo]) -> None:
    """Before the pictures are locked, in a transaction."""
    if chosen := [photo for photo in photos if photo.pk]:
        list(_scheduled_with(chosen).select_for_update().order_by("pk"))


def _scheduled_with(photos: Iterable[Photo]) -> QuerySet[Story]:
    shown = reduce(or_, (Q(figures__contains=[{"photo": str(one.key)}]) for one in photos))
    scheduled = Edition.objects.still_to_come().filter(shown)
    return Story.objects.filter(key__in=scheduled.values("story_key"))
