"""Freshness: whether a reader's cache still has the page as it stands (RFC 9110, section 13)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.templatetags.static import static
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_http_date_safe

from articles.site.edition import Edition
from articles.site.page import FRESH

STYLE_SHEET = "articles/site/site.css"
SCRIPT = "articles/site/reader.js"
KINDS = ("*.py", "*.html")


def unless_known(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """The page, tagged by its bytes; 304 for a reader who has just these, or one as new."""
    response.setdefault("Cache-Control", FRESH)
    if not isinstance(response, HttpResponse) or response.status_code != HttpResponse.status_code:
        return response
    if not response.has_header("ETag"):
        response["ETag"] = _tag(response.content)
    modified = parse_http_date_safe(response.get("Last-Modified", ""))
    return get_conditional_response(request, response["ETag"], modified, response) or response


def unless_known_by(
    request: HttpRequest, tag: str, goes_live_at: datetime, make: Callable[[], HttpResponse]
) -> HttpResponseBase:
    """A story's page, known by its tag and its edition's instant; 304 for a reader who has it,
    without making it. While templates are being written, it is known by its bytes."""
    modified = int(goes_live_at.timestamp())
    if settings.DEBUG:
        response: HttpResponseBase = make()
    else:
        response = get_conditional_response(request, tag, modified) or make()
        response["ETag"] = tag
    response["Last-Modified"] = http_date(modified)
    response["Cache-Control"] = FRESH
    return response


def story_tag(mark: str, years_old: int, related: Sequence[Mapping[str, Any]]) -> str:
    """The ETag of a story's page: of its `mark`, and of what changes by itself."""
    return _tag(f"{mark}{years_old}{json.dumps(related, sort_keys=True)}".encode())


def mark(edition: Edition) -> str:
    """Changes with all that the edition, the masthead round it and our own look decide of its
    page: 32 hexadecimal digits of a SHA-256."""
    values = [
        *(edition.pk, edition.digest, edition.masthead),
        *(edition.asked, edition.note),  # not in the digest; a court may have words of them blanked
    ]
    return _digest(f"{look()}{json.dumps(values, sort_keys=True)}".encode())


def _tag(content: bytes) -> str:
    return f'"{_digest(content)}"'


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]


@cache
def look() -> str:
    """Changes with what a release or a setting may change of all pages: code, templates, what is
    installed, style sheet, script, the site's address. 32 hexadecimal digits."""
    ours = [code_of(settings.ROOT), static(STYLE_SHEET), static(SCRIPT), settings.SITE_URL]
    return _digest(" ".join(ours).encode())


def code_of(folder: Path) -> str:
    """Changes with any file of ours that has a part in a page, and with what is installed."""
    rooms = [folder / room for room in ("articles", "newsroom", "templates")]
    files = sorted(file for room in rooms for kind in KINDS for file in room.rglob(kind))
    every = [*files, folder / "requirements.lock"]
    return hashlib.sha256(b"".join(file.read_bytes() for file in every)).hexdigest()
