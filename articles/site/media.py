"""Pictures' public copies. Originals lie in another folder, which no address reaches."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

FOLDER = "public"
FOR_EVER = "public, max-age=31536000, immutable"  # the name carries the content's hash


@require_safe
def rendition(_request: HttpRequest, name: str) -> FileResponse:
    """One file of the public folder; its name is of letters and digits only (see `urls`)."""
    try:
        file = (Path(settings.MEDIA_ROOT) / FOLDER / name).open("rb")
    except OSError as error:
        raise Http404 from error
    response = FileResponse(file, content_type="image/jpeg")
    response["Cache-Control"] = FOR_EVER
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
