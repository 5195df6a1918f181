"""Move: takes a story to another stage, as the table of `desk.workflow` has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from articles.desk.act import Act
from articles.desk.mine import is_own, may
from articles.desk.notify import concerned, notify
from articles.desk.story import Story
from articles.desk.workflow import MOVES, SHELVED, why_not_move
from articles.publishing.recheck import recheck
from articles.publishing.refusal import NotAllowed, Refused
from articles.vocabulary import ActKind, NotificationKind, Stage

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def move(story: Story, *, to: Stage, by: User, reason: str = "") -> bool:
    """Moves the story; answers whether something that was scheduled is called off by it.

    Holding and spiking want a reason, and keep where the story was. Raises `Refused`.
    """
    locked = Story.objects.select_for_update(of=("self",)).get(pk=story.pk)
    refusal = why_not_move(locked, to, may=may(by), own=is_own(locked, by))
    if refusal or not by.is_active:
        raise NotAllowed(refusal or f"{by} has left the desk.")
    said, start = reason.strip(), Stage(locked.stage)
    if MOVES[start, to].wants_reason and not said:
        message = "Say why. Whoever finds the story later needs it."
        raise Refused(message)
    if to not in SHELVED:
        locked.stage_before = ""
    elif start not in SHELVED:
        locked.stage_before = start
    locked.stage = to
    locked.save(update_fields=["stage", "stage_before"])  # the words did not change
    way = f"{start.label} to {to.label.lower()}"
    record = f"{way}: {said}" if said else f"{way}."
    Act.objects.create(story=locked, kind=ActKind.MOVED, reason=record, made_by=by)
    notify(
        locked,
        NotificationKind.MOVED,
        f"{by} moved “{locked}” from {start.label.lower()} to {to.label.lower()}."
        + (f" {said}" if said else ""),
        to=concerned(locked),
        by=by,
    )
    if to not in SHELVED:
        return False
    return bool(recheck([locked], by=by, because=f"It was {to.label.lower()}."))
