"""Withdraw a source: nothing rests on it any more, and what did is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.desk.act import Act
from articles.desk.attribution import Attribution
from articles.desk.source import Source
from articles.desk.story import Story
from articles.publishing.recheck import recheck
from articles.publishing.refusal import NotAllowed, Refused
from articles.publishing.standing import Standing, standing_of
from articles.vocabulary import ActKind

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.db.models import QuerySet


@dataclass(frozen=True)
class Resting:
    """A passage that rests on a source, and where its story is with readers."""

    attribution: Attribution
    standing: Standing


def resting_on(source: Source, stories: QuerySet[Story]) -> list[Resting]:
    """Every passage of these stories that rests on the source, or on what it passes on."""
    passages = Attribution.objects.filter(story__in=stories).select_related("story", "source")
    rows = [
        *passages.filter(source=source).order_by("-story__updated_at", "position"),
        *passages.filter(source__via=source).order_by("-story__updated_at", "position"),
    ]
    standing = standing_of({row.story.key for row in rows})
    return [Resting(row, standing[row.story.key]) for row in rows]


def stories_resting_on(source: Source) -> list[Story]:
    """Those whose copy at the desk has it, and those that went out, or will go out, with it."""
    released = Q(releases__as_released__attributions__contains=[{"source_id": source.pk}])
    stories = Story.objects.filter(Q(attributions__source=source) | released)
    return list(stories.order_by("pk").distinct())


@transaction.atomic
def withdraw_source(source: Source, *, by: User, reason: str) -> list[Story]:
    """Marks the source as withdrawn, in the record of every story that rests on it.

    What was scheduled and rests on it is called off; answers those stories. What readers have stays
    until an editor repairs it: `resting_on` lists it.
    """
    if not (by.is_active and by.has_perm("articles.withdraw_source")):
        message = f"{by} may not withdraw sources. Ask an editor."
        raise NotAllowed(message)
    if not reason.strip():
        message = "Say why the source is withdrawn; whoever repairs the stories needs it."
        raise Refused(message)
    locked = Source.objects.select_for_update(of=("self",)).get(pk=source.pk)
    if locked.is_withdrawn:
        message = f"“{locked}” is withdrawn already: {locked.withdrawn_reason}"
        raise Refused(message)
    locked.withdrawn_at, locked.withdrawn_by = timezone.now(), by
    locked.withdrawn_reason = reason.strip()
    locked.save()
    stories = stories_resting_on(locked)
    said = f"{locked.public_label}: {reason.strip()}"
    for story in stories:
        Act.objects.create(story=story, kind=ActKind.SOURCE_WITHDRAWN, reason=said, made_by=by)
    return recheck(stories, by=by, because=f"{locked.public_label} withdrew.")
