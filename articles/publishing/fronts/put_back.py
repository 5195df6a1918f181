"""Put back: an earlier front stands before readers again, as a front edition of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from articles.desk.fronts.draft import draft_of, save_draft
from articles.desk.fronts.front import Front
from articles.desk.story import Story
from articles.publishing.fronts.launch_record import Launch
from articles.publishing.fronts.take import places_of, print_front, standing_places, take
from articles.publishing.refusal import NotPublic, Refused
from articles.site.edition import Edition
from articles.site.front_edition import FrontEdition

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def put_back(front: Front, number: int, *, by: User) -> tuple[Launch, list[str]]:
    """Launches the front edition of that number once more; answers the stories that it left out.

    Those are the ones that readers cannot read any more. The draft follows, unless something in it
    waits to be launched. Raises `Refused` when the person may not, when readers never had that one,
    or when none of its stories is left.
    """
    locked = take(front, by=by)
    edition = FrontEdition.objects.of(locked.slug).gone_live().filter(number=number).first()
    if edition is None:
        message = f"Readers never had front edition {number}. Choose one of the list."
        raise NotPublic(message)
    wanted = places_of(edition)
    keys = [place.story for place in wanted]
    live = Edition.objects.live(timezone.now()).filter(story_key__in=keys)
    readable = {str(key) for key in live.values_list("story_key", flat=True)}
    left = [place for place in wanted if place.story in readable]
    if wanted and not left:
        message = f"No story of front edition {number} is live any more. Compose a new front."
        raise Refused(message)
    follows = draft_of(locked) == standing_places(locked)
    launch = print_front(locked, left, by=by, put_back=number)
    if follows:
        save_draft(locked, left, by=by)
    gone = Story.objects.filter(key__in=set(keys) - readable)
    return launch, [str(story) for story in gone]
