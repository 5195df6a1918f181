"""Portraits: a contributor's picture for bylines, with public copies like any picture's."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from articles.desk.photos.arrival import on_disk
from articles.imaging import recipe
from articles.imaging.picture import inspect
from articles.imaging.recipe import Cut
from articles.imaging.xmp import Credit
from articles.masthead.contributor import Contributor
from articles.publishing.pictures import addresses
from articles.site.copies import make_all
from articles.site.picture import PublicPicture

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

FOLDER = "portraits"
SIDES = (96, 192, 384)  # pixels: as large as they are printed, and for sharper screens
SQUARE = 1, 1
FACE = 0.5, 0.4  # a head stands above the middle


def show_portrait(contributor: Contributor, sent: UploadedFile[Any]) -> None:
    """Makes the file the contributor's portrait from now on; stories say it as they go out.

    Raises `PictureRefused`, and changes nothing.
    """
    name = sent.name or "The file"
    with on_disk(sent) as path:
        found = inspect(path, name=name)
    size = found.width, found.height
    square = recipe.around(FACE, size=size, shape=SQUARE)
    sides = recipe.widths(SIDES, at_most=square[2] - square[0])
    cuts = [recipe.scaled(square, side) for side in sides]
    credit = Credit(caption=contributor.name)
    picture = f"portrait {found.content_hash}"
    stem = recipe.stem(picture, credit.as_values(), focal_point=FACE)
    with transaction.atomic():
        if not PublicPicture.objects.filter(stem=stem).exists():
            _make_public(stem, cuts, credit, sent, found.content_hash)
        contributor.portrait = addresses(stem, cuts)
        contributor.save(update_fields=["portrait"])


def _make_public(
    stem: str, cuts: list[Cut], credit: Credit, sent: UploadedFile[Any], content_hash: str
) -> None:
    suffix = (sent.name or "").rpartition(".")[2].lower()
    PublicPicture.objects.create(
        stem=stem,
        photo_key=_key(content_hash),
        source=default_storage.save(f"{FOLDER}/{content_hash}.{suffix}", sent),
        credit=credit.as_values(),
        sizes=[cut.as_values() for cut in cuts],
        public_from=timezone.now(),
    )
    make_all.defer(stem=stem)


def _key(content_hash: str) -> str:
    """A key of its own kind: no photo of the desk has it, so no photo's rights touch it."""
    return hashlib.sha256(f"portrait {content_hash}".encode()).hexdigest()[:32]


def take_portrait_down(contributor: Contributor) -> None:
    """No story from now on says it, and its copies are gone from those that do."""
    stems = {one["url"].rpartition("/")[2].partition("-")[0] for one in contributor.portrait}
    with transaction.atomic():
        PublicPicture.objects.filter(stem__in=stems).update(gone_at=timezone.now())
        contributor.portrait = []
        contributor.save(update_fields=["portrait"])
