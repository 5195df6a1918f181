"""The darkroom: makes a photo's public copies, with its credit inside each file."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from articles.desk.photos.photo import Photo
from articles.imaging.picture import likenesses_of as likenesses_of_file
from articles.imaging.picture import make_renditions
from articles.imaging.xmp import Credit

FOLDER = "public"


def credit_of(photo: Photo) -> Credit:
    return Credit(
        creator=photo.creator,
        credit_line=photo.credit_line,
        source=photo.supplier,
        copyright_notice=photo.copyright_notice,
        caption=photo.caption,
        alt_text=photo.alt_text,
        usage_terms=photo.usage_terms,
    )


def develop(photo: Photo, original: Path, *, name: str = "") -> None:
    """Makes the photo's renditions anew from the original, and notes their names on the photo.

    The photo is not saved here. Earlier renditions stay on disk: editions that are out name them.
    Raises `PictureRefused`, which calls the file by `name`.
    """
    photo.renditions = make_renditions(
        original, Path(settings.MEDIA_ROOT) / FOLDER, credit=credit_of(photo), name=name
    )


def likenesses_of(photo: Photo) -> list[str]:
    """What copies of the photo would look like; nothing for a photo without its file."""
    if not (photo.image and Path(photo.image.path).exists()):
        return [photo.likeness] if photo.likeness else []
    return likenesses_of_file(Path(photo.image.path))
