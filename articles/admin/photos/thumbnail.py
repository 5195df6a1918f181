"""The small copy of a picture that the desk's pages show, and its private address."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from articles.desk.photos import darkroom
from articles.desk.photos.photo import Photo


def thumbnail_address(photo: Photo) -> str:
    """Where staff who may see photos get the small copy; empty where there is none."""
    if photo.pk is None or not photo.renditions:
        return ""
    return reverse("admin:articles_photo_thumbnail", args=[photo.pk])


def picture_tag(photo: Photo, css_class: str) -> str:
    address = thumbnail_address(photo)
    if not address:
        return "–"
    return format_html('<img class="{}" src="{}" alt="{}">', css_class, address, photo.alt_text)


def thumbnail_file(request: HttpRequest, pk: int) -> FileResponse:
    """The smallest public copy, for those who may see photos."""
    photo = Photo.objects.visible_to(request.user).filter(pk=pk).first()
    if photo is None or not photo.renditions:
        raise Http404
    name = photo.renditions[0]["name"]
    try:
        file = (Path(settings.MEDIA_ROOT) / darkroom.FOLDER / name).open("rb")
    except OSError as error:
        raise Http404 from error
    response = FileResponse(file, content_type="image/jpeg")
    response["Cache-Control"] = "private, max-age=3600"
    return response
