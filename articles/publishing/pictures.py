"""Pictures at the door: what an edition says of their copies, and from when readers may have them.

A picture has a public address only through its row in the site's room. The row is made, moved and
taken back here, in the transaction of the edition that shows the picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django.db.models import Min

from articles.desk.photos.darkroom import credit_of, cuts_of, stem_of
from articles.desk.photos.photo import Photo
from articles.imaging.recipe import Cut, copy_name
from articles.site.copies import make_all
from articles.site.edition import Edition
from articles.site.picture import PublicPicture, PublicPictureQuerySet
from articles.vocabulary import EditionKind

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
    other, and so that a row cannot be taken back while another edition comes to rely on it. What
    had gone with a withdrawn story comes back with the next edition that shows it.
    """
    of_stems = {stem_of(photo): photo for photo in photos if photo.has_file}
    for stem, photo in sorted(of_stems.items(), key=lambda one: one[0]):
        row, is_new = PublicPicture.objects.select_for_update().get_or_create(
            stem=stem, defaults={**row_values(photo), "public_from": goes_live_at}
        )
        if is_new:
            make_all.defer(stem=stem)
        elif row.gone_at is not None or goes_live_at < row.public_from:
            came_back = row.is_gone(goes_live_at)
            row.public_from = goes_live_at if came_back else min(row.public_from, goes_live_at)
            row.gone_at = None
            row.save(update_fields=["public_from", "gone_at"])


def row_values(photo: Photo) -> dict[str, Any]:
    return {
        "photo_key": photo.key,
        "source": photo.image.name,
        "credit": credit_of(photo).as_values(),
        "focal_x": photo.focal_x,
        "focal_y": photo.focal_y,
        "sizes": [cut.as_values() for cut in cuts_of(photo).each()],
    }


def take_from_readers(story_key: UUID, *, at: datetime) -> None:
    """The pictures of a story that is withdrawn at that instant go with it, but for those that
    another story shows."""
    for row in _rows(_stems(Edition.objects.filter(story_key=story_key))).filter(gone_at=None):
        showing = Edition.objects.filter(figures__contains=[{"stem": row.stem}])
        others = showing.exclude(story_key=story_key)
        live = Edition.objects.live(at).filter(story_key__in=others.values("story_key"))
        if not live.exists() and not others.filter(goes_live_at__gt=at).exists():
            row.gone_at = max(at, row.public_from)
            row.save(update_fields=["gone_at"])


def take_back(editions: Iterable[Edition], *, at: datetime) -> None:
    """Undoes at that instant what editions that are called off would have done to pictures.

    Those not public yet lose their address, but for one that another edition waits to show: that
    keeps it, from that edition's instant on. Those that a withdrawal would have taken stay.
    """
    for row in _rows(_stems(editions)).filter(public_from__gt=at):
        others = Edition.objects.filter(figures__contains=[{"stem": row.stem}])
        earliest = others.aggregate(at=Min("goes_live_at"))["at"]
        if earliest is None:
            row.delete()
        else:
            row.public_from = earliest
            row.save(update_fields=["public_from"])
    for edition in editions:
        if edition.kind == EditionKind.WITHDRAWAL:
            shown = _stems(Edition.objects.filter(story_key=edition.story_key))
            _rows(shown).filter(gone_at=edition.goes_live_at).update(gone_at=None)


def _stems(editions: Iterable[Edition]) -> set[str]:
    """Of version 0.1's figures, which name no stem, the names of the copies begin with it."""
    figures = [figure for edition in editions for figure in edition.figures]
    copies = [copy["url"] for figure in figures for copy in figure["renditions"]]
    return {url.removeprefix(MEDIA_URL).partition("-")[0] for url in copies}


def _rows(stems: set[str]) -> PublicPictureQuerySet:
    return PublicPicture.objects.filter(stem__in=stems).order_by("stem").select_for_update()
