"""Launch: puts a front's draft before readers, now or at a moment to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from articles.desk.fronts.draft import ChangedByOther, draft_of
from articles.desk.fronts.front import Front
from articles.desk.story import Story
from articles.masthead.readings import in_full
from articles.publishing.fronts.launch_record import Launch
from articles.publishing.fronts.take import print_front, take
from articles.publishing.refusal import Refused
from articles.site.edition import Edition
from articles.vocabulary import EditionKind

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def launch(
    front: Front, *, by: User, at: datetime | None = None, version: int | None = None
) -> Launch:
    """Composes the next front edition of the draft. The draft stays as it is.

    `at` is the instant from which readers see it; None is now. `version` is the draft that the
    person saw; None does not ask. Raises `Refused`, with sentences, when the person may not, when
    nothing is composed or nothing is new, or when readers cannot read one of its stories then.
    """
    locked = take(front, by=by)
    if version is not None and version != locked.version:
        raise Refused(*ChangedByOther(locked).sentences)
    places = draft_of(locked)
    if not places:
        message = "Nothing is composed. Put a story into the front, or let it compose itself."
        raise Refused(message)
    keys = [place.story for place in places]
    if unread := unreadable(keys, at or timezone.now()):
        raise Refused(*unread.values())
    return print_front(locked, places, by=by, at=at)


@transaction.atomic
def let_flow(front: Front, *, by: User) -> Launch:
    """From now on the page composes itself: newest first. The draft stays as it is."""
    return print_front(take(front, by=by), [], by=by)


def unreadable(story_keys: Sequence[str], at: datetime) -> dict[str, str]:
    """By its key, a sentence for each story that readers cannot read at that instant."""
    told = Edition.objects.filter(story_key__in=story_keys)
    told = told.only("story_key", "kind", "goes_live_at")
    standing = {str(one.story_key): one for one in told.standing(at)}
    coming = told.still_to_come(at).order_by("-goes_live_at")
    later = {str(one.story_key): one for one in coming}
    names = {str(one.key): one for one in Story.objects.for_list().filter(key__in=story_keys)}
    found = {key: _why_not(names.get(key), standing.get(key), later.get(key)) for key in story_keys}
    return {key: sentence for key, sentence in found.items() if sentence}


def _why_not(story: Story | None, standing: Edition | None, later: Edition | None) -> str:
    name = f"“{story}”" if story else "A story that left the desk"
    if standing is not None:
        gone = standing.kind == EditionKind.WITHDRAWAL
        return f"{name} was withdrawn. Remove it from the front." if gone else ""
    if later is not None:
        when = in_full(later.goes_live_at, timezone.get_current_timezone())
        return f"{name} goes live on {when} only. Launch the front then, or remove the story."
    return f"{name} is not published. Publish it first, or remove it from the front."
