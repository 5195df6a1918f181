"""Call off: takes back a front that was to go live, before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from articles.desk.fronts.front import Front
from articles.publishing.fronts.launch_record import Launch
from articles.publishing.fronts.take import take
from articles.publishing.refusal import NotPublic
from articles.site.front_edition import FrontEdition

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def call_off_front(front: Front, number: int, *, by: User) -> Launch:
    """Takes back the front edition of that number; its record keeps who did it, and when.

    Raises `Refused` when the person may not, or it is not to come: perhaps it just went live.
    """
    locked = take(front, by=by)
    edition = FrontEdition.objects.of(locked.slug).still_to_come().filter(number=number).first()
    if edition is None:
        message = f"Front edition {number} is not to come. Perhaps it just went live: look."
        raise NotPublic(message)
    launch = locked.launches.get(edition=edition)
    launch.called_off_by, launch.called_off_at = by, timezone.now()
    launch.save(update_fields=["called_off_by", "called_off_at"])
    edition.delete()
    launch.edition = None  # as the database has it
    return launch
