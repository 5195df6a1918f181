"""The darkroom: makes a photo's public copies, with its credit inside each file."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from articles.desk.photo import Photo
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


def develop(photo: Photo) -> None:
    """Makes the photo's renditions anew and keeps their names; the photo must have its file.

    Earlier renditions stay on disk: editions that are out name them. Raises `PictureRefused`.
    """
    photo.renditions = make_renditions(
        Path(photo.image.path), Path(settings.MEDIA_ROOT) / FOLDER, credit=credit_of(photo)
    )
    photo.save(update_fields=["renditions", "updated_at"])
