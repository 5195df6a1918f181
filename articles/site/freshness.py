"""Freshness: whether a reader's cache still has the page as it stands (RFC 9110, section 13)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template import Origin
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_http_date_safe

from articles.site.age import years_old
from articles.site.edition import Edition
from articles.site.page import FRESH

STYLE_SHEET = "articles/site/site.css"
SCRIPT = "articles/site/reader.js"


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
    request: HttpRequest, edition: Edition, make: Callable[[Edition], HttpResponse]
) -> HttpResponseBase:
    """The edition's page, marked by what it is known; 304 for a reader who has it, without making
    it."""
    tag, modified = _story_etag(edition), int(edition.goes_live_at.timestamp())
    response = get_conditional_response(request, tag, modified) or make(edition)
    response["ETag"] = tag
    response["Last-Modified"] = http_date(modified)
    response["Cache-Control"] = FRESH
    return response


def _story_etag(edition: Edition) -> str:
    """Changes with all that changes the page: the edition, the masthead round it, our own look."""
    values = [
        *(edition.pk, edition.digest, edition.masthead, years_old(edition, at=timezone.now())),
        *(edition.related_values, settings.SITE_URL),
        *(edition.asked, edition.note),  # not in the digest; a court may have words of them blanked
    ]
    look = _look.__wrapped__() if settings.DEBUG else _look()
    return _tag(f"{look}{json.dumps(values, sort_keys=True)}".encode())


def _tag(content: bytes) -> str:
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


@cache
def _look() -> str:
    """What a release may change of all pages: templates, code, style sheet, script."""
    here = Path(__file__).parent
    origin: Origin = get_template("site/base.html").origin  # type: ignore[attr-defined]
    base = Path(origin.name)
    folders = (base.parent, here, here.parent / "templatetags")
    return f"{static(STYLE_SHEET)} {static(SCRIPT)} {digest_of(*folders)}"


def digest_of(*folders: Path) -> str:
    """SHA-256 over the code and the templates in these folders."""
    files = sorted(
        file for folder in folders for kind in ("*.py", "*.html") for file in folder.rglob(kind)
    )
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
