"""Hold and lift: Legal keeps a story from going out, and lets it go again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from articles.desk.act import Act
from articles.desk.story import Story
from articles.publishing.recheck import recheck
from articles.publishing.refusal import NotAllowed, Refused
from articles.vocabulary import ActKind

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def hold_story(story: Story, *, by: User, reason: str) -> bool:
    """Nothing of the story goes out until Legal lifts the hold; answers whether one was called off.

    What readers have already stays: to take it from them is to withdraw it.
    """
    locked = _take(story, by=by, permission="hold_story", act="put stories on legal hold")
    if locked.legal_hold:
        message = f"“{locked}” is on legal hold already: {locked.legal_hold}"
        raise Refused(message)
    _set(locked, reason=reason, hold=reason.strip(), kind=ActKind.HELD, by=by)
    return bool(recheck([locked], by=by, because="It was put on legal hold."))


@transaction.atomic
def lift_hold(story: Story, *, by: User, reason: str) -> None:
    """Legal alone lifts a hold. What was called off stays called off: it is published anew."""
    locked = _take(story, by=by, permission="lift_hold", act="lift legal holds")
    if not locked.legal_hold:
        message = f"“{locked}” is not on legal hold."
        raise Refused(message)
    _set(locked, reason=reason, hold="", kind=ActKind.HOLD_LIFTED, by=by)


def _take(story: Story, *, by: User, permission: str, act: str) -> Story:
    if not (by.is_active and by.has_perm(f"articles.{permission}")):
        message = f"{by} may not {act}. Ask Legal."
        raise NotAllowed(message)
    return Story.objects.select_for_update().get(pk=story.pk)


def _set(story: Story, *, reason: str, hold: str, kind: ActKind, by: User) -> None:
    if not reason.strip():
        message = "Say why."
        raise Refused(message)
    story.legal_hold = hold
    story.save(update_fields=["legal_hold", "updated_at"])
    Act.objects.create(story=story, kind=kind, reason=reason.strip(), made_by=by)
