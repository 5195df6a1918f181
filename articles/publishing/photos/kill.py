"""Kill: a picture must go. It leaves every page at once, and no copy of it comes in again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction

from articles.desk.photos.darkroom import likenesses_of
from articles.desk.photos.notice import Notice
from articles.desk.photos.photo import Photo
from articles.publishing.photos.takedown import Takedown
from articles.site.copies import discard
from articles.site.picture import PublicPicture
from articles.vocabulary import NoticeKind, PhotoState

if TYPE_CHECKING:
    from django.contrib.auth.models import User

NOTE = "A picture was withdrawn by order of its supplier."


@transaction.atomic
def kill(photo: Photo, *, by: User, origin: str, reason: str) -> Notice:
    """Takes the picture from readers for good, wherever it shows; says who ordered it, and why.

    Each story that shows it gets an edition without it; scheduled ones lose it; its public
    addresses answer 410, and the copies are deleted. The original stays, for the desk alone.
    Raises `Refused` when the person may not or the picture is killed already.
    """
    takedown = Takedown.take(photo, by=by)
    takedown.refuse_in({PhotoState.KILLED})
    notice = takedown.give_notice(
        NoticeKind.KILL,
        origin=origin,
        reason=reason,
        content_hash=takedown.photo.content_hash,
        likenesses=likenesses_of(takedown.photo),
    )
    takedown.set_state(PhotoState.KILLED)
    takedown.take_out(notice, note=NOTE)
    rows = PublicPicture.objects.filter(photo_key=photo.key)
    transaction.on_commit(partial(discard, list(rows.values_list("stem", flat=True))))
    return notice
