"""Due: what the photo desk must look at today, of the pictures that readers see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db.models import (
    Case,
    CharField,
    Exists,
    Func,
    JSONField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Trim

from articles.desk.photos.lease import Lease, rights_of
from articles.desk.photos.library import doubtful
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.photos.rights import Use, ends_at, objections
from articles.desk.story import Story
from articles.publishing.retouch import shows
from articles.site.edition import Edition
from articles.vocabulary import Access

SOON = timedelta(days=7)
LATELY = timedelta(days=30)
OWN = ("caption", "alt_text")  # a story may have its own
WORDS = ("credit_line", *OWN)
MOST = 50
"""So many pictures are listed at most: the list is for working through, not for counting."""


@dataclass(frozen=True)
class Due:
    """A picture in a live story, with when its right ends, or why it has none."""

    photo: Photo
    edition: Edition
    at: datetime | None = None
    why: str = ""


def ends_soon(now: datetime) -> list[Due]:
    """The rights that end within seven days in stories that readers see, the first one first."""
    within = (now, now + SOON)
    turning = Lease.objects.filter(
        Q(access=Access.ALLOW, ends_at__range=within)
        | Q(access=Access.DENY, starts_at__range=within)
    ).annotate(turn=Case(When(access=Access.DENY, then="starts_at"), default="ends_at"))
    turns = turning.filter(photo=OuterRef("pk")).order_by("turn").values("turn")[:1]
    candidates = Photo.objects.filter(pk__in=turning.order_by().values("photo"))
    candidates = candidates.annotate(turn=Subquery(turns)).order_by("turn", "pk")
    found = []
    for photo, edition, story in _live(candidates, now):
        end = ends_at(rights_of(photo), Use(at=now, story=story, may_override=True))
        if end is not None and now < end <= now + SOON:
            found.append(Due(photo, edition, at=end))
    return sorted(found, key=lambda due: (due.at or now, due.photo.pk))


def without_right(now: datetime) -> list[Due]:
    """The pictures that readers see although something stands against it."""
    found = []
    for photo, edition, story in _live(doubtful(at=now), now):
        against = objections(rights_of(photo), Use(at=now, story=story))
        if against:
            why = " ".join(f"It {one.sentence}" for one in against)
            found.append(Due(photo, edition, why=why))
    return found


def words_behind(now: datetime) -> list[Due]:
    """The pictures whose caption, credit or alt text was mended, and readers have those of before.

    A story's own caption and alt text stand for themselves.
    """
    found = []
    mended = Photo.objects.filter(updated_at__gte=now - LATELY).order_by("-updated_at", "-pk")
    live = list(_live(mended, now, otherwise=WORDS))
    placements = {
        (one.photo_id, one.story_id): one
        for one in Placement.objects.filter(photo__in=[photo.pk for photo, _, _ in live])
    }
    for photo, edition, story in live:
        placement = placements.get((photo.pk, story or 0)) or Placement()
        words = {
            "credit_line": photo.credit_line,
            **{name: getattr(photo, name) for name in OWN if not getattr(placement, name).strip()},
        }
        figure = next(one for one in edition.figures if one["photo"] == str(photo.key))
        if any(figure[name] != meant.strip() for name, meant in words.items()):
            found.append(Due(photo, edition))
    return found


def _live(
    photos: QuerySet[Photo], now: datetime, *, otherwise: Sequence[str] = ()
) -> Iterator[tuple[Photo, Edition, int | None]]:
    """Of these photos those that readers see: each with the live edition, and its story's id.

    Given names of words, those alone that readers see with other ones, the story's own included.
    The photos are asked for in their order, each by the index over the editions' figures, until
    enough are found.
    """
    editions = Edition.objects.live(now).filter(figures__contains=_figure())
    if otherwise:
        editions = editions.exclude(figures__contains=_figure(*otherwise))
    chosen = list(photos.filter(Exists(editions)).prefetch_related("leases")[:MOST])
    if not chosen:
        return
    pictures = reduce(or_, (Q(figures__contains=[{"photo": str(one.key)}]) for one in chosen))
    shown = list(Edition.objects.live(now).filter(pictures).newest_first().for_list())
    stories = Story.objects.filter(key__in=[one.story_key for one in shown])
    ids = dict(stories.values_list("key", "pk"))
    for photo in chosen:
        for edition in shown:
            if shows(edition, str(photo.key)):
                yield photo, edition, ids.get(edition.story_key)


def _figure(*names: str) -> Func:
    """`[{"photo": key}]` of the photo that is asked about, with these words of it."""
    pairs = [Value("photo"), Cast(OuterRef("key"), CharField())]
    for name in names:
        pairs += [Value(name), Trim(OuterRef(name))]
    figure = Func(*pairs, function="jsonb_build_object", output_field=JSONField())
    return Func(figure, function="jsonb_build_array", output_field=JSONField())
