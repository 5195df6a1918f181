"""Pictures at the door: what an edition says of their copies, and from when readers may have them.

A picture has a public address only through its row in the site's room. The row is made, moved and
taken back here, in the transaction of the edition that shows the picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Protocol

from django.db.models import Min

from articles.desk.photos.darkroom import credit_of, cuts_of, stem_of
from articles.desk.photos.photo import Photo
from articles.imaging.recipe import Cut, copy_name
from articles.site.copies import make_all
from articles.site.edition import Edition
from articles.site.picture import PublicPicture

MEDIA_URL = "/media/"


class Copies(Protocol):
    """Says of a photo with a file where its copies are found: `stem renditions card social`."""

    def __call__(self, photo: Photo, /) -> dict[str, Any]: ...


NO_COPIES: dict[str, Any] = {"stem": "", "renditions": [], "card": [], "social": None}
"""What is said of a photo without a file."""


def public_copies(photo: Photo) -> dict[str, Any]:
    """The copies for readers, whether they are made yet or not.

    `renditions` show the full frame and `card` a part of 3:2, each as `url width height format`,
    narrowest first, in every format; `social` is one such JPEG, or None of a small picture.
    """
    stem, cuts = stem_of(photo), cuts_of(photo)
    return {
        "stem": stem,
        "renditions": _addresses(stem, cuts.full),
        "card": _addresses(stem, cuts.card),
        "social": _addresses(stem, [cuts.social])[0] if cuts.social else None,
    }


def _addresses(stem: str, cuts: Iterable[Cut]) -> list[dict[str, Any]]:
    return [
        {
            "url": MEDIA_URL + copy_name(stem, cut.width, cut.height, extension),
            "width": cut.width,
            "height": cut.height,
            "format": extension,
        }
        for cut in cuts
        for extension in cut.formats
    ]


def open_to_readers(photos: Iterable[Photo], *, goes_live_at: datetime) -> None:
    """Gives each photo its public row from that instant on, unless it has one from earlier on.

    A new row takes a job with it that makes the copies; who asks before it is done waits for one.
    The rows are locked in one order, so that two stories that share pictures do not block each
    other, and so that a row cannot be taken back while another edition comes to rely on it.
    """
    of_stems = {stem_of(photo): photo for photo in photos if photo.has_file}
    for stem, photo in sorted(of_stems.items(), key=lambda one: one[0]):
        row, is_new = PublicPicture.objects.select_for_update().get_or_create(
            stem=stem, defaults={**row_values(photo), "public_from": goes_live_at}
        )
        if is_new:
            make_all.defer(stem=stem)
        elif goes_live_at < row.public_from:
            row.public_from = goes_live_at
            row.save(update_fields=["public_from"])


def row_values(photo: Photo) -> dict[str, Any]:
    return {
        "photo_key": photo.key,
        "source": photo.image.name,
        "credit": credit_of(photo).as_values(),
        "focal_x": photo.focal_x,
        "focal_y": photo.focal_y,
        "sizes": [cut.as_values() for cut in cuts_of(photo).each()],
    }


def close_unused(stems: Iterable[str], *, at: datetime) -> None:
    """Of pictures whose edition was called off, those not public yet lose their address.

    One that another edition waits to show keeps it, from that edition's instant on.
    """
    waiting = PublicPicture.objects.filter(stem__in=set(stems), public_from__gt=at)
    for row in waiting.order_by("stem").select_for_update():
        others = Edition.objects.filter(figures__contains=[{"stem": row.stem}])
        earliest = others.aggregate(at=Min("goes_live_at"))["at"]
        if earliest is None:
            row.delete()
        else:
            row.public_from = earliest
            row.save(update_fields=["public_from"])
