"""What the holder of a preview link gets: the page and its pictures, outside /admin/.

A wrong, an expired and a revoked token are answered alike, and like any address that is not there.
Nothing here looks at a session, and nothing sets a cookie.
"""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from articles.desk.photos import darkroom
from articles.desk.photos.photo import Photo
from articles.desk.preview_link import PreviewLink
from articles.desk.snapshot import thaw
from articles.imaging.picture import PictureRefused
from articles.masthead.publication import Publication, the_publication
from articles.publishing.pictures import NO_COPIES
from articles.publishing.preview import preview
from articles.publishing.share_preview import count_read, opened
from articles.site.errors import not_found
from articles.site.stories import story_page
from articles.vocabulary import PhotoState

logger = logging.getLogger(__name__)


@csrf_exempt
@require_safe
def shared_page(request: HttpRequest, token: str) -> HttpResponseBase:
    """The revision with the readers' own templates, under a band that says what it is."""
    now = timezone.now()
    link = opened(token, now=now)
    if link is None:
        return _discreet(not_found(request))
    dossier = thaw(link.revision.values, link.revision.story)
    edition = preview(dossier, at=now, copies=partial(copies_for, token))
    edition.masthead = Publication.objects.masthead().get()["json"]
    if request.method == "GET":
        count_read(link, now=now)
    return _discreet(story_page(edition, notice=_band(link)))


@csrf_exempt
@require_safe
def shared_picture(request: HttpRequest, token: str, photo: int) -> HttpResponseBase:
    """A picture of that revision, as long as its page is shown and nobody has stopped it."""
    link = opened(token, now=timezone.now())
    if link is None:
        return _discreet(not_found(request))
    found = thaw(link.revision.values, link.revision.story).pictured()
    shown = next((one for one in found if one.pk == photo and _may_be_shown(one)), None)
    if shown is None:
        return _discreet(not_found(request))
    try:
        file = darkroom.private_copy(shown, darkroom.LARGE).open("rb")
    except (OSError, PictureRefused) as error:
        logger.warning("No copy of photo %s can be made for a preview.", shown.pk, exc_info=error)
        return _discreet(not_found(request))
    return _discreet(FileResponse(file, content_type="image/jpeg"))


def copies_for(token: str, photo: Photo) -> dict[str, Any]:
    """Where the holder of the token finds the picture; nowhere, once it is held or killed."""
    if not _may_be_shown(photo):
        return NO_COPIES
    cut = darkroom.private_cut(photo, darkroom.LARGE)
    address = reverse("preview_picture", args=[token, photo.pk])
    copy = {"url": address, "width": cut.width, "height": cut.height, "format": "jpg"}
    return {**NO_COPIES, "renditions": [copy]}


def _may_be_shown(photo: Photo) -> bool:
    return photo.has_file and photo.state == PhotoState.USABLE


def _band(link: PreviewLink) -> str:
    until = timezone.localtime(link.expires_at, the_publication().zone)
    return f"Not published: preview for {link.for_whom}, until {date_format(until, 'j F, H:i T')}"


def _discreet(response: HttpResponseBase) -> HttpResponseBase:
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Content-Type-Options"] = "nosniff"
    return response


urlpatterns = [
    path("<str:token>/", shared_page, name="preview_link"),
    path("<str:token>/<int:photo>/", shared_picture, name="preview_picture"),
]
