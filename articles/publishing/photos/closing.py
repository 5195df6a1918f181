"""Closing: when a picture's public addresses end, and answer 410 from then on."""

from __future__ import annotations

from datetime import datetime

from django.db.models import F, Value
from django.db.models.functions import Greatest

from articles.desk.photos.lease import rights_of
from articles.desk.photos.photo import Photo
from articles.desk.photos.rights import Use, ends_at
from articles.publishing.photos.uses import stories_with
from articles.site.edition import Edition
from articles.site.picture import PublicPicture
from articles.vocabulary import EditionKind, PhotoState


def close_to_readers(photo: Photo, *, at: datetime) -> None:
    """Ends the picture's public addresses at that instant; one still to come never begins."""
    rows = PublicPicture.objects.filter(photo_key=photo.key)
    rows.filter(public_from__gt=at).delete()
    rows.exclude(gone_at__lte=at).update(gone_at=at)


def settle_end(photo: Photo) -> None:
    """Sets when the picture's addresses end: with its last right, or its last story's withdrawal.

    Replaced by an editor, a picture stays: earlier editions are open to readers and show it.
    """
    if photo.state != PhotoState.USABLE:
        return
    rows = PublicPicture.objects.filter(photo_key=photo.key)
    ends = _ends(photo)
    if not ends or None in ends:
        rows.update(gone_at=None)
        return
    last = max(end for end in ends if end is not None)
    rows.update(gone_at=Greatest(F("public_from"), Value(last)))


def _ends(photo: Photo) -> list[datetime | None]:
    """For each story that has shown the picture: when it may no longer."""
    rights, ends = rights_of(photo), []
    for story in stories_with(photo):
        editions = Edition.objects.filter(story_key=story.key).order_by("number")
        first = editions.with_picture(photo.key).first()
        last = editions.last()
        if first is None or last is None:
            continue
        use = Use(at=first.goes_live_at, story=story.pk, may_override=True)
        known = [ends_at(rights, use)]
        if last.kind == EditionKind.WITHDRAWAL:
            known.append(last.goes_live_at)
        ends.append(min((end for end in known if end is not None), default=None))
    return ends
