"""Withdraw a source: nothing rests on it any more, and what did is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from articles.desk.act import Act
from articles.desk.attribution import Attribution
from articles.desk.source import Source
from articles.desk.story import Story
from articles.desk.via import passed_on_by
from articles.publishing.recheck import recheck
from articles.publishing.refusal import NotAllowed, Refused
from articles.publishing.rests_on import (
    passages_in,
    passages_resting_on,
    releases_resting_on,
    stories_resting_on,
)
from articles.publishing.standing import Standing, standing_of
from articles.vocabulary import ActKind

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.db.models import QuerySet


@dataclass(frozen=True)
class Resting:
    """A passage that rests on a source, and where its story is with readers.

    `how` says what the source has to do with it, where the passage is not its own; `only_out`, that
    the desk's copy has it no more.
    """

    attribution: Attribution
    standing: Standing
    how: str = ""
    only_out: bool = False


def resting_on(source: Source, stories: QuerySet[Story]) -> list[Resting]:
    """Every passage of these stories that rests on the source: its own, what came via it, and what
    it confirms; then what only readers have, or are to get."""
    ids = passed_on_by([source])
    rows = passages_resting_on(ids).filter(story__in=stories).select_related("story", "source")
    at_desk = list(rows.order_by("-story__updated_at", "position"))
    out = list(_only_out(ids, stories, at_desk))
    standing = standing_of({row.story.key for row in [*at_desk, *out]})
    told = [
        *(Resting(row, standing[row.story.key], _how(row, source, ids)) for row in at_desk),
        *(
            Resting(row, standing[row.story.key], _how(row, source, ids), only_out=True)
            for row in out
        ),
    ]
    return sorted(told, key=lambda one: (one.only_out, ORDER.index(one.how)))


OWN, VIA, CONFIRMED = ORDER = ("", "came via it", "confirmed by it")


def _how(row: Attribution, source: Source, ids: set[int]) -> str:
    if row.source_id == source.pk:
        return OWN
    return VIA if row.source_id in ids else CONFIRMED


def _only_out(
    ids: set[int], stories: QuerySet[Story], at_desk: list[Attribution]
) -> Iterator[Attribution]:
    """Passages of live and scheduled releases that the desk's copy does not have so any more."""
    known = {(row.story_id, row.source_id, row.passage) for row in at_desk}
    releases = releases_resting_on(ids, now=timezone.now()).filter(story__in=stories)
    for release in releases.select_related("story").order_by("-story__updated_at", "-number"):
        for values in passages_in(release, ids):
            one = (release.story_id, values["source_id"], values["passage"])
            if one not in known:
                known.add(one)
                row = {name: values[name] for name in ("source_id", "passage", "kind")}
                yield Attribution(story=release.story, **row)


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
        message = f"{locked.public_label} is withdrawn already: {locked.withdrawn_reason}"
        raise Refused(message)
    locked.withdrawn_at, locked.withdrawn_by = timezone.now(), by
    locked.withdrawn_reason = reason.strip()
    locked.save()
    stories = stories_resting_on(locked)
    said = f"{locked.public_label}: {reason.strip()}"
    for story in stories:
        Act.objects.create(story=story, kind=ActKind.SOURCE_WITHDRAWN, reason=said, made_by=by)
    return recheck(stories, by=by, because=f"{locked.public_label} withdrew.")
