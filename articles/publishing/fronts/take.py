"""A front under the press: locked, and printed as the next front edition with its record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.db.models import Max
from django.utils import timezone

from articles.desk.fronts.draft import Place
from articles.desk.fronts.front import Front, may_compose
from articles.masthead.readings import in_full
from articles.publishing.fronts.launch_record import Launch
from articles.publishing.refusal import NotAllowed, NothingNew, TooEarly
from articles.site.front_edition import FrontEdition

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def take(front: Front, *, by: User) -> Front:
    """Locks the front until the transaction ends. Raises `NotAllowed` for who may not compose."""
    if not (by.is_active and may_compose(by)):
        message = f"{by} may not compose fronts. Ask an editor."
        raise NotAllowed(message)
    return Front.objects.select_for_update().get(pk=front.pk)


def standing_places(front: Front, at: datetime | None = None) -> list[Place]:
    """What readers have composed on it at that instant (now); nothing where it composes itself."""
    edition = FrontEdition.objects.of(front.slug).gone_live(at).first()
    return places_of(edition) if edition else []


def places_of(edition: FrontEdition) -> list[Place]:
    return [Place(**slot) for slot in edition.slots]


def print_front(
    front: Front,
    places: Sequence[Place],
    *,
    by: User,
    at: datetime | None = None,
    put_back: int | None = None,
) -> Launch:
    """The next front edition, for that instant (now), with who launched it.

    Raises `TooEarly` for an instant before what readers have, `NothingNew` for what they will have
    at that instant anyway.
    """
    moment = (at or timezone.now()).astimezone(UTC)
    _refuse_moment(front, moment)
    if standing_places(front, moment) == list(places):
        what = "this front" if places else "the newest stories first"
        message = f"Readers will have {what} at that moment already. There is nothing to launch."
        raise NothingNew(message)
    edition = FrontEdition.objects.create(
        front=front.slug,
        number=_next_number(front),
        goes_live_at=moment,
        slots=[asdict(place) for place in places],
    )
    return Launch.objects.create(
        front=front,
        edition=edition,
        number=edition.number,
        goes_live_at=moment,
        launched_by=by,
        put_back=put_back,
    )


def _refuse_moment(front: Front, moment: datetime) -> None:
    public = FrontEdition.objects.of(front.slug).gone_live().first()
    if public and moment < public.goes_live_at:
        since = in_full(public.goes_live_at, timezone.get_current_timezone())
        message = (
            f"Readers have had front edition {public.number} since {since}. "
            "The next one cannot go live before that."
        )
        raise TooEarly(message)


def _next_number(front: Front) -> int:
    """Never one that was used, not even by a front edition that was called off."""
    editions = FrontEdition.objects.of(front.slug).aggregate(last=Max("number"))["last"]
    launches = front.launches.aggregate(last=Max("number"))["last"]
    return max(editions or 0, launches or 0) + 1
