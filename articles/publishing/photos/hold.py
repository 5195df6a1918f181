"""Hold and its lifting: a supplier is in doubt about a picture, and then no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from articles.desk.photos.notice import Notice
from articles.desk.photos.photo import Photo
from articles.publishing.photos.takedown import Takedown
from articles.vocabulary import NoticeKind, PhotoState

if TYPE_CHECKING:
    from django.contrib.auth.models import User

NOTE = "A picture was taken out while its supplier checks it."


@transaction.atomic
def hold(photo: Photo, *, by: User, origin: str, reason: str) -> Notice:
    """Takes the picture from readers until the hold is lifted, and lets nobody publish it."""
    takedown = Takedown.take(photo, by=by)
    takedown.refuse_in({PhotoState.KILLED, PhotoState.HELD})
    notice = takedown.give_notice(NoticeKind.HOLD, origin=origin, reason=reason)
    takedown.set_state(PhotoState.HELD)
    takedown.take_out(notice, note=NOTE)
    return notice


@transaction.atomic
def lift(photo: Photo, *, by: User, origin: str, reason: str) -> Notice:
    """Ends a hold: the picture is back wherever nothing newer was published since."""
    takedown = Takedown.take(photo, by=by)
    takedown.refuse_in({PhotoState.KILLED, PhotoState.USABLE})
    held = takedown.photo.notices.filter(kind=NoticeKind.HOLD).latest("made_at")
    notice = takedown.give_notice(NoticeKind.LIFT, origin=origin, reason=reason)
    takedown.set_state(PhotoState.USABLE)
    takedown.bring_back(held, notice)
    return notice
