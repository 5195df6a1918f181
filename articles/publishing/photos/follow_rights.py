"""Follow rights: a picture's leases were changed, and what readers get follows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from articles.desk.photos.photo import Photo
from articles.desk.story import Story
from articles.publishing.line import Line
from articles.publishing.photos.uses import stories_following
from articles.publishing.recheck import recheck

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def follow_rights(photo: Photo, *, by: User) -> list[Story]:
    """Composes anew what follows from the picture's rights in every story that shows it, or
    has it in reserve.

    Where a lease stands against it already, it leaves the page at once, and what is scheduled with
    it is called off. Answers the stories that readers see changed by that.
    """
    changed = []
    recheck(stories_following(photo), by=by, because=f"The rights of “{photo}” were changed.")
    for story in stories_following(photo).select_for_update():
        line = Line.of(story, by=by)
        before = line.standing()
        line.lay(line.take_up())
        after = Line(story=story, by=by, now=timezone.now()).standing()
        if before != after:
            changed.append(story)
    return changed
