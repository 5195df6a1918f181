"""The fronts: what stands on the home page and on a section's, and how large. No story twice.

What editors have composed stands on top; below it, and where nobody has composed anything, the
newest stories flow by themselves, with what is urgent above them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BigIntegerField, Func, OuterRef

from articles.masthead.section import Section
from articles.site.composed import AT, SLUG, Composed
from articles.site.edition import Edition, EditionQuerySet
from articles.site.listing import PAGE, Listing
from articles.site.placed import Placed, place
from articles.site.standing_front import StandingFront

NEWEST = 9  # stories at the top of a page that composes itself: the lead, the seconds, the latest
LATEST = 6  # beside what is composed
SECONDS = 2
URGENT = 4
URGENT_FOR = timedelta(hours=24)
IN_RIVER = 4
OF_SECTION = IN_RIVER + NEWEST  # enough for a river when all the newest are of one section


@dataclass(frozen=True)
class River:
    """A section's band: of its newest stories the first with a picture leads, the others follow."""

    name: str
    slug: str
    lead: Edition
    more: list[Edition]


@dataclass(frozen=True, kw_only=True)
class Front:
    lead: Edition
    seconds: list[Edition] = field(default_factory=list)
    thirds: list[Edition] = field(default_factory=list)
    briefs: list[Edition] = field(default_factory=list)
    latest: list[Edition] = field(default_factory=list)
    rivers: list[River] = field(default_factory=list)
    older: str = ""
    updated_at: datetime

    @property
    def editions(self) -> list[Edition]:
        """All that stand on it, in the order of the page."""
        in_rivers = [one for river in self.rivers for one in (river.lead, *river.more)]
        above = [self.lead, *self.seconds, *self.latest, *self.thirds, *self.briefs]
        return [*above, *in_rivers]


@dataclass(frozen=True)
class SectionFront:
    """A section's page: what is composed, if anything is, and its stories below."""

    front: Front | None
    listing: Listing

    @property
    def editions(self) -> list[Edition]:
        """All that stand on it, in the order of the page."""
        composed = self.front.editions if self.front else []
        return [*composed, *self.listing.editions]


def front(standing: StandingFront, now: datetime) -> Front | None:
    """The home page at that instant; None when nothing has been published. One query."""
    editions = _home_of(len(standing.slots))(**_values(standing, now))
    if not editions:
        return None
    placed = place(standing.slots, editions)
    if placed.lead is None:
        return arrange(editions, standing, now=now)
    return _composed_home(placed, editions, standing)


def candidates(standing: StandingFront, now: datetime) -> EditionQuerySet:
    """The newest stories, the urgent ones of the last day, the newest of each section, and those
    in the slots."""
    live = Edition.objects.live(now).newest_first()
    more = len(standing.slots)  # as many of the newest may stand in the slots already
    newest = live.values("pk")[: NEWEST + more + 1]
    urgent = live.urgent_since(now - URGENT_FOR).values("pk")[:URGENT]
    of_section = live.filter(section_slug=OuterRef("slug")).values("pk")[: OF_SECTION + more]
    rivers = Section.objects.order_by().values(
        edition=Func(ArraySubquery(of_section), function="unnest", output_field=BigIntegerField())
    )
    return _listed(newest.union(urgent, rivers, *_in_slots(standing, now)))


def arrange(editions: list[Edition], standing: StandingFront, *, now: datetime) -> Front:
    """Newest first, with what is urgent on top; the rest goes to its section's river.

    `editions` come newest first, and there is at least one.
    """
    run = editions[:NEWEST]
    top = _urgent_on_top(run, editions, now)
    return Front(
        lead=top[0],
        seconds=top[1 : 1 + SECONDS],
        latest=top[1 + SECONDS :],
        rivers=_rivers(editions, standing, shown=top),
        older=str(run[-1].cursor) if len(editions) > NEWEST else "",
        updated_at=max(one.goes_live_at for one in top),
    )


def section_front(slug: str, standing: StandingFront, now: datetime) -> SectionFront:
    """The first page of a section at that instant; one query."""
    editions = _section_of(len(standing.slots))(slug=slug, **_values(standing, now))
    placed = place(standing.slots, editions)
    flow = _unplaced(editions, placed)
    own = [one for one in flow if one.section_slug == slug]
    run = own[:PAGE]
    older = str(run[-1].cursor) if len(own) > PAGE else ""
    if placed.lead is None:
        return SectionFront(None, Listing(_urgent_on_top(run, own, now), older))
    top = _composed(placed, standing)
    return SectionFront(top, Listing(run, older))


def section_candidates(slug: str, standing: StandingFront, now: datetime) -> EditionQuerySet:
    """The newest of the section, its urgent ones of the last day, and those in the slots."""
    live = Edition.objects.live(now).in_section(slug).newest_first()
    newest = live.values("pk")[: PAGE + len(standing.slots) + 1]
    urgent = live.urgent_since(now - URGENT_FOR).values("pk")[:URGENT]
    return _listed(newest.union(urgent, *_in_slots(standing, now)))


@cache
def _home_of(slots: int) -> Composed:
    """The candidates for a home page with so many slots."""

    def make(now: datetime, keys: list[UUID], **_: Any) -> EditionQuerySet:
        return candidates(_stand_in(keys), now)

    return Composed(make, **_values(_stand_in(_marks(slots)), AT))


@cache
def _section_of(slots: int) -> Composed:
    def make(slug: str, now: datetime, keys: list[UUID], **_: Any) -> EditionQuerySet:
        return section_candidates(slug, _stand_in(keys), now)

    return Composed(make, slug=SLUG, **_values(_stand_in(_marks(slots)), AT))


def _values(standing: StandingFront, now: datetime) -> dict[str, Any]:
    keys = [UUID(key) for key in standing.story_keys]
    return {"now": now, "urgent_since": now - URGENT_FOR, "keys": keys}


def _marks(slots: int) -> list[UUID]:
    return [UUID(int=number) for number in range(1, slots + 1)]


def _stand_in(keys: list[UUID]) -> StandingFront:
    return StandingFront(masthead={}, slots=[{"story": str(key)} for key in keys])


def _listed(chosen: Any) -> EditionQuerySet:
    return Edition.objects.filter(pk__in=chosen).newest_first().for_list()


def _in_slots(standing: StandingFront, now: datetime) -> list[Any]:
    if not standing.slots:
        return []
    in_slots = Edition.objects.live(now).filter(story_key__in=standing.story_keys)
    return [in_slots.order_by().values("pk")]


def _urgent_on_top(run: list[Edition], editions: list[Edition], now: datetime) -> list[Edition]:
    fresh = [one for one in editions if one.is_urgent and now - one.first_published_at < URGENT_FOR]
    urgent = fresh[:URGENT]
    return urgent + [one for one in run if one not in urgent]


def _unplaced(editions: list[Edition], placed: Placed) -> list[Edition]:
    shown = {one.story_key for one in placed.editions}
    return [one for one in editions if one.story_key not in shown]


def _composed_home(placed: Placed, editions: list[Edition], standing: StandingFront) -> Front:
    flow = _unplaced(editions, placed)
    latest = flow[:LATEST]
    rivers = _rivers(flow, standing, shown=latest)
    older = str(latest[-1].cursor) if len(flow) > LATEST else ""
    return _composed(placed, standing, latest=latest, rivers=rivers, older=older)


def _composed(placed: Placed, standing: StandingFront, **below: Any) -> Front:
    moments = [one.goes_live_at for one in (*placed.editions, *below.get("latest", []))]
    since = [standing.since] if standing.since else []
    return Front(
        lead=placed.editions[0],
        seconds=placed.seconds,
        thirds=placed.thirds,
        briefs=placed.briefs,
        updated_at=max(moments + since),
        **below,
    )


def _rivers(
    editions: list[Edition], standing: StandingFront, *, shown: list[Edition]
) -> list[River]:
    """The sections in the masthead's order; one whose stories all stand above has no river."""
    rivers = []
    for section in standing.masthead["sections"]:
        own = [one for one in editions if one.section_slug == section["slug"] and one not in shown]
        if own:
            rivers.append(_river(section, own[:IN_RIVER]))
    return rivers


def _river(section: dict[str, str], editions: list[Edition]) -> River:
    lead = next((one for one in editions if one.figures), editions[0])
    more = [one for one in editions if one is not lead]
    return River(section["name"], section["slug"], lead, more)
