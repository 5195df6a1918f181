"""Owed: the next stories that are due, and what in their checks would still keep them back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import AnonymousUser, User
from django.utils import timezone

from articles.desk.dossier import gather
from articles.desk.story import Story
from articles.preflight.run import what_blocks
from articles.publishing.override import passed_over, why_passed_over
from articles.vocabulary import Stage

AHEAD = timedelta(hours=24)
MOST = 5
"""So many stories are checked for one look at the start page, whatever the desk holds."""


@dataclass(frozen=True)
class Owed:
    """A story that is due at that moment, and the sentences of what blocks it now."""

    story: Story
    at: datetime
    blocks: tuple[str, ...]


def owed(user: User | AnonymousUser, *, now: datetime) -> list[Owed]:
    """Of the next stories whose copy is due or whose embargo ends within a day, those that block.

    What is scheduled already was checked for its moment, and whoever changes what its checks rest
    on has it called off (`recheck`). What is held or spiked is not due.
    """
    found = []
    for at, story in sorted(_due(user, now), key=lambda one: (one[0], one[1].pk))[:MOST]:
        if blocks := tuple(_blocks(story, max(now, story.embargo or now))):
            found.append(Owed(story, at, blocks))
    return found


def _due(user: User | AnonymousUser, now: datetime) -> Iterator[tuple[datetime, Story]]:
    """Each story once, by whichever moment is first. Each of the two questions walks an index."""
    stories = Story.objects.visible_to(user).unreleased().filter(legal_hold="")
    stories = stories.exclude(stage__in=[Stage.HELD, Stage.SPIKED]).select_related("section")
    moments: dict[Story, datetime] = {}
    for name in ("deadline", "embargo"):
        due = stories.filter(**{f"{name}__range": (now, now + AHEAD)})
        for story in due.order_by(name, "pk")[:MOST]:
            moment = getattr(story, name)
            moments[story] = min(moment, moments.get(story, moment))
    for story, moment in moments.items():
        yield moment, story


def _blocks(story: Story, moment: datetime) -> Iterator[str]:
    """Less what was passed over by somebody who may do so still."""
    found = what_blocks(gather(story), goes_live_at=timezone.localtime(moment))
    known = passed_over(story) if found else {}
    for one in found:
        if not why_passed_over(one, known):
            yield one.message
