"""Pictures' public copies. Originals lie in another folder, which no address reaches."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest

from articles.site.readers import for_readers

FOLDER = "public"
FOR_EVER = "public, max-age=31536000, immutable"  # a changed picture has another name


class RenditionName:
    """A random name, the width in pixels: 32 hexadecimal digits, a hyphen, digits, `.jpg`."""

    regex = r"[0-9a-f]{32}-[0-9]{1,5}\.jpg"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


@for_readers
def rendition(_request: HttpRequest, name: str) -> FileResponse:
    """One file of the public folder. A picture that was withdrawn has none, and answers 404."""
    try:
        file = (Path(settings.MEDIA_ROOT) / FOLDER / name).open("rb")
    except OSError as error:
        message = "No such picture."
        raise Http404(message) from error
    response = FileResponse(file, content_type="image/jpeg")
    response["Cache-Control"] = FOR_EVER
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
