"""The front: what stands on the home page, and how large. Hierarchy by size, no story twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BigIntegerField, Func, OuterRef

from articles.masthead.section import Section
from articles.site.edition import Edition

NEWEST = 9  # stories at the top: the lead, the seconds, the latest
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
    latest: list[Edition] = field(default_factory=list)
    rivers: list[River] = field(default_factory=list)
    older: str = ""
    updated_at: datetime

    @property
    def masthead(self) -> dict[str, Any]:
        return self.lead.masthead

    @property
    def editions(self) -> list[Edition]:
        """All that stand on it, in the order of the page."""
        in_rivers = [one for river in self.rivers for one in (river.lead, *river.more)]
        return [self.lead, *self.seconds, *self.latest, *in_rivers]


def front(now: datetime) -> Front | None:
    """The front as it stands at that instant; None when nothing has been published. One query."""
    editions = list(candidates(now))
    return arrange(editions, now=now) if editions else None


def candidates(now: datetime) -> Any:
    """The newest stories, the urgent ones of the last day, and the newest of each section."""
    live = Edition.objects.live(now).newest_first()
    newest = live.values("pk")[: NEWEST + 1]
    urgent = live.urgent_since(now - URGENT_FOR).values("pk")[:URGENT]
    of_section = live.filter(section_slug=OuterRef("slug")).values("pk")[:OF_SECTION]
    rivers = Section.objects.order_by().values(
        edition=Func(ArraySubquery(of_section), function="unnest", output_field=BigIntegerField())
    )
    chosen = newest.union(urgent, rivers)
    return Edition.objects.filter(pk__in=chosen).newest_first().for_list().with_masthead()


def arrange(editions: list[Edition], *, now: datetime) -> Front:
    """Newest first, with what is urgent on top; the rest goes to its section's river.

    `editions` come newest first, and there is at least one.
    """
    run = editions[:NEWEST]
    urgent = [
        one for one in editions if one.is_urgent and now - one.first_published_at < URGENT_FOR
    ]
    top = urgent[:URGENT] + [one for one in run if one not in urgent[:URGENT]]
    return Front(
        lead=top[0],
        seconds=top[1 : 1 + SECONDS],
        latest=top[1 + SECONDS :],
        rivers=_rivers(editions, shown=top),
        older=str(run[-1].cursor) if len(editions) > NEWEST else "",
        updated_at=max(one.goes_live_at for one in top),
    )


def _rivers(editions: list[Edition], *, shown: list[Edition]) -> list[River]:
    """The sections in the masthead's order; one whose stories all stand above has no river."""
    rivers = []
    for section in editions[0].masthead["sections"]:
        own = [one for one in editions if one.section_slug == section["slug"] and one not in shown]
        if own:
            rivers.append(_river(section, own[:IN_RIVER]))
    return rivers


def _river(section: dict[str, str], editions: list[Edition]) -> River:
    lead = next((one for one in editions if one.figures), editions[0])
    more = [one for one in editions if one is not lead]
    return River(section["name"], section["slug"], lead, more)
