"""The agenda: the site's coming hours, as the clock will turn them without anybody's doing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import TextChoices

from articles.desk.fronts.front import Front, may_compose
from articles.desk.story import Story
from articles.publishing.fronts.launch_record import Launch
from articles.publishing.photos.due import Due
from articles.publishing.release import Release
from articles.publishing.retouch import shows
from articles.site.edition import Edition
from articles.vocabulary import EditionKind, Severity

AHEAD = timedelta(hours=24)
MOST = 40


class Turn(TextChoices):
    """What happens at a moment of the agenda."""

    GOES_LIVE = "live", "Goes live"
    CHANGES = "changes", "Changes"
    PICTURE_GOES = "picture", "A picture goes"
    RIGHT_ENDS = "right", "A picture’s right ends, and no edition takes it out"
    EMBARGO_ENDS = "embargo", "Embargo ends"
    FRONT_CHANGES = "front", "A front changes"


@dataclass(frozen=True)
class Entry:
    """One moment: what turns, of which story or front.

    `warnings` counts what the checks warned of when it was released, `passed_over` what blocked and
    was passed over; hints count for nothing.
    """

    at: datetime
    turn: Turn
    of: Story | Front
    warnings: int = 0
    passed_over: int = 0


@dataclass(frozen=True)
class Hour:
    """The entries of one hour of the clock, in their order."""

    begins: datetime
    entries: tuple[Entry, ...]


def agenda(
    user: User | AnonymousUser, *, now: datetime, ending: Iterable[Due] = ()
) -> tuple[Hour, ...]:
    """The coming hours in which something turns, of stories and fronts that this person may see.

    `ending` are the rights that end in live stories (`ends_soon`): those alone are told here that
    no edition follows, as one would when the picture was released with its end.
    """
    until = now + AHEAD
    coming = Edition.objects.still_to_come(now).filter(goes_live_at__lte=until)
    editions = list(coming.for_list().order_by("goes_live_at", "pk")[:MOST])
    left = list(_not_followed([one for one in ending if one.at and one.at <= until], now))
    keys = {edition.story_key for edition in (*editions, *(due.edition for due in left))}
    seen = Story.objects.visible_to(user).for_list()
    stories = {story.key: story for story in seen.filter(key__in=keys)}
    entries = [*_editions(editions, stories), *_left(left, stories)]
    told = {(one.of.pk, one.at) for one in entries}  # a release at its embargo's end says it all
    entries += [one for one in _embargoes(user, now, until) if (one.of.pk, one.at) not in told]
    entries += _fronts(user, now, until)
    return tuple(_by_hour(sorted(entries, key=lambda one: (one.at, one.of.pk))))


def _editions(editions: list[Edition], stories: dict[UUID, Story]) -> Iterator[Entry]:
    records = Release.objects.filter(edition__in=[one.pk for one in editions])
    said = dict(records.values_list("edition", "findings"))
    for edition in editions:
        story = stories.get(edition.story_key)
        if story is not None:
            count = Counter(one["severity"] for one in said.get(edition.pk, ()))
            yield Entry(
                edition.goes_live_at,
                _turn(edition),
                story,
                warnings=count[Severity.WARN],
                passed_over=count[Severity.BLOCK],
            )


def _not_followed(ending: list[Due], now: datetime) -> Iterator[Due]:
    """Those after whose end readers would still be shown the picture."""
    keys = {due.edition.story_key for due in ending}
    to_come = Edition.objects.still_to_come(now).filter(story_key__in=keys) if keys else ()
    coming = sorted(to_come, key=lambda one: one.number)
    for due in ending:
        by_then = [due.edition]
        by_then += [
            one
            for one in coming
            if one.story_key == due.edition.story_key and due.at and one.goes_live_at <= due.at
        ]
        if shows(by_then[-1], str(due.photo.key)):
            yield due


def _left(left: list[Due], stories: dict[UUID, Story]) -> Iterator[Entry]:
    for due in left:
        story = stories.get(due.edition.story_key)
        if story is not None and due.at is not None:
            yield Entry(due.at, Turn.RIGHT_ENDS, story)


def _turn(edition: Edition) -> Turn:
    if edition.kind == EditionKind.PICTURE_WITHDRAWN:
        return Turn.PICTURE_GOES
    return Turn.GOES_LIVE if edition.number == 1 else Turn.CHANGES


def _embargoes(user: User | AnonymousUser, now: datetime, until: datetime) -> Iterator[Entry]:
    held = Story.objects.visible_to(user).for_list().filter(embargo__gt=now, embargo__lte=until)
    for story in held.order_by("embargo", "pk")[:MOST]:
        if story.embargo is not None:
            yield Entry(story.embargo, Turn.EMBARGO_ENDS, story)


def _fronts(user: User | AnonymousUser, now: datetime, until: datetime) -> Iterator[Entry]:
    """The launches to come of fronts, for who composes them."""
    if not may_compose(user):
        return
    launches = Launch.objects.still_to_come(now).filter(goes_live_at__lte=until)
    for launch in launches.select_related("front__section")[:MOST]:
        yield Entry(launch.goes_live_at, Turn.FRONT_CHANGES, launch.front)


def _by_hour(entries: list[Entry]) -> Iterator[Hour]:
    hours: dict[datetime, list[Entry]] = {}
    for entry in entries:
        begins = entry.at.replace(minute=0, second=0, microsecond=0)
        hours.setdefault(begins, []).append(entry)
    for begins, found in hours.items():
        yield Hour(begins, tuple(found))
