"""Pictures' public copies. Whether there is one, and since when, says `PublicPicture` alone."""

from __future__ import annotations

import logging

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls.converters import StringConverter
from django.utils import timezone
from django.utils.cache import get_conditional_response

from articles.imaging.picture import PictureRefused
from articles.site.copies import copies_of, copy_file
from articles.site.picture import PublicPicture
from articles.site.readers import for_readers

logger = logging.getLogger(__name__)

FOR_EVER = "public, max-age=31536000, immutable"  # what is changed has another name
AS_LONG_AS_IT_MAY = f"{FOR_EVER}, s-maxage=10, stale-if-error=3600"
"""Of pictures. A cache in front asks again: a picture may be taken away from readers."""
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}


class CopyName(StringConverter):
    """The stem of a picture, width and height in pixels, the format: `<32 digits>-640x427.avif`.

    Editions of version 0.1 name copies without their height.
    """

    regex = r"[0-9a-f]{32}-[1-9][0-9]{0,4}(?:x[1-9][0-9]{0,4})?\.(?:avif|webp|jpg)"


@for_readers(reads=None)
def copy(request: HttpRequest, name: str) -> HttpResponseBase:
    """One copy, made now if nobody has needed it yet; 410 once the picture has been taken away."""
    now = timezone.now()
    picture = PublicPicture.objects.begun(now).filter(stem=name.partition("-")[0]).first()
    if picture is None or name not in copies_of(picture):
        message = "No such picture."
        raise Http404(message)
    if picture.is_gone(now):
        return gone()
    etag = f'"{name}"'
    response = get_conditional_response(request, etag) or _file(picture, name)
    response["ETag"] = etag
    response["Cache-Control"] = AS_LONG_AS_IT_MAY
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'; frame-ancestors 'none'"
    return response


def gone() -> HttpResponse:
    text = "This picture is no longer available.\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8", status=410)


def _file(picture: PublicPicture, name: str) -> FileResponse:
    try:
        file = copy_file(picture, name).open("rb")
    except (OSError, PictureRefused) as error:
        logger.exception("The public picture %s cannot be made.", name)
        message = "No such picture."
        raise Http404(message) from error
    return FileResponse(file, content_type=TYPES[name.rpartition(".")[2]])
