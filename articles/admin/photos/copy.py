"""The copies of a picture that the desk's pages show, and their private addresses."""

from __future__ import annotations

import logging
from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from articles.desk.photos import darkroom
from articles.desk.photos.photo import Photo
from articles.imaging.picture import PictureRefused
from articles.publishing.pictures import NO_COPIES

logger = logging.getLogger(__name__)

WIDTHS = {"thumbnail": darkroom.THUMBNAIL, "large": darkroom.LARGE}


def copy_addresses(wrap: Any) -> list[URLPattern]:
    return [
        path(
            f"<int:pk>/{size}/",
            wrap(private_file),
            {"width": width},
            name=f"articles_photo_{size}",
        )
        for size, width in WIDTHS.items()
    ]


def copy_address(photo: Photo, size: str = "thumbnail") -> str:
    """Where staff who may see photos get the copy; empty where there is none."""
    if photo.pk is None or not photo.has_file:
        return ""
    return reverse(f"admin:articles_photo_{size}", args=[photo.pk])


def picture_tag(photo: Photo, css_class: str, size: str = "thumbnail") -> str:
    address = copy_address(photo, size)
    if not address:
        return "–"
    return format_html('<img class="{}" src="{}" alt="{}">', css_class, address, photo.alt_text)


def private_file(request: HttpRequest, pk: int, width: int) -> FileResponse:
    """A copy as wide as that, for those who may see photos."""
    photo = Photo.objects.visible_to(request.user).filter(pk=pk).first()
    if photo is None or not photo.has_file:
        raise Http404
    try:
        file = darkroom.private_copy(photo, width).open("rb")
    except (OSError, PictureRefused) as error:
        logger.warning("No copy of photo %s can be made for the desk.", photo.pk, exc_info=error)
        raise Http404 from error
    response = FileResponse(file, content_type="image/jpeg")
    response["Cache-Control"] = "private, max-age=3600"
    return response


def private_copies(photo: Photo) -> dict[str, Any]:
    """Where the preview of a story finds the picture: readers have no address of it yet."""
    cut = darkroom.private_cut(photo, darkroom.LARGE)
    address = reverse("admin:articles_photo_large", args=[photo.pk])
    copy = {"url": address, "width": cut.width, "height": cut.height, "format": "jpg"}
    return {**NO_COPIES, "renditions": [copy]}
