"""The standing front: the front edition that readers have of a page, with the masthead round it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet, Subquery
from django.db.models.functions import JSONObject

from articles.masthead.publication import Publication
from articles.site.composed import AT, SLUG, Composed
from articles.site.front_edition import FrontEdition


@dataclass(frozen=True, kw_only=True)
class StandingFront:
    """`slots` as a front edition has them; none where the page composes itself, since `since`."""

    masthead: dict[str, Any]
    slots: list[dict[str, Any]] = field(default_factory=list)
    since: datetime | None = None

    @property
    def story_keys(self) -> list[str]:
        return [slot["story"] for slot in self.slots]


def _rows(slug: str, now: datetime) -> QuerySet[Publication, Any]:
    composed = FrontEdition.objects.of(slug).gone_live(now)
    values = composed.values(json=JSONObject(slots="slots", since="goes_live_at"))[:1]
    return Publication.objects.masthead().annotate(composed=Subquery(values))


_with_masthead = Composed(_rows, slug=SLUG, now=AT)


def standing_front(slug: str, now: datetime) -> StandingFront:
    """The one of that section, or of `HOME`, at that instant; one query, composed or not."""
    (row,) = _with_masthead(slug=slug, now=now)
    found = row["composed"]
    if found is None:
        return StandingFront(masthead=row["json"])
    since = datetime.fromisoformat(found["since"])
    return StandingFront(masthead=row["json"], slots=found["slots"], since=since)
