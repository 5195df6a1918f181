"""Rests on: all that a source, or what came via it, stands behind, at the desk and with readers.

At the desk it is passages with that source, and those that it confirms. With readers it is what
the records of the live and of the scheduled releases have, whatever the desk has written since.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from articles.desk.attribution import Attribution
from articles.desk.source import Source
from articles.desk.story import Story
from articles.desk.via import passed_on_by
from articles.publishing.release import Release
from articles.site.edition import Edition


def stories_resting_on(*sources: Source) -> list[Story]:
    """Those whose copy at the desk rests on one, and those that are out, or go out, with it."""
    if not sources:
        return []
    ids = passed_on_by(sources)
    at_desk = passages_resting_on(ids).values("story")
    released = releases_resting_on(ids, now=timezone.now()).values("story")
    stories = Story.objects.filter(Q(pk__in=at_desk) | Q(pk__in=released))
    return list(stories.order_by("pk"))


def passages_resting_on(ids: Collection[int]) -> QuerySet[Attribution]:
    confirmed = Attribution.objects.filter(confirmed_by__in=ids).values("pk")
    return Attribution.objects.filter(Q(source__in=ids) | Q(pk__in=confirmed))


def releases_resting_on(ids: Iterable[int], *, now: datetime) -> QuerySet[Release]:
    """Records of what readers have, or are to get, that have one of the sources in them."""
    has_one = Q(
        *(
            ("as_released__contains", {"attributions": [values]})
            for pk in ids
            for values in ({"source_id": pk}, {"confirmed_by": [pk]})
        ),
        _connector=Q.OR,
    )
    return in_force(now).filter(has_one)


def in_force(now: datetime) -> QuerySet[Release]:
    """Of each story the record of what a person last put before readers, and of what is to come."""
    records = Release.objects.filter(called_off_at=None).exclude(as_released={})
    public = records.filter(story=OuterRef("story"), goes_live_at__lte=now)
    last = public.order_by("-number", "-pk").values("pk")[:1]
    live = Edition.objects.live(now).filter(story_key=OuterRef("story__key"))
    is_live = Q(pk=Subquery(last)) & Q(story__key__in=live.values("story_key"))
    return records.filter(is_live | Q(edition__goes_live_at__gt=now))


def passages_in(release: Release, ids: Collection[int]) -> Iterator[dict[str, Any]]:
    """Of the passages that went out, the values of those that rest on one of the sources."""
    for values in release.as_released.get("attributions", ()):
        if values["source_id"] in ids or set(ids) & set(values["confirmed_by"]):
            yield values
