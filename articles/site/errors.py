"""Pages for what is not there. A draft, an embargoed story and nonsense answer alike."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.conf import settings
from django.db.utils import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.loader import render_to_string
from django.urls import resolve
from django.views.decorators.csrf import csrf_exempt

from articles.site.page import FRESH, masthead, page

logger = logging.getLogger(__name__)

AGAIN = 5  # seconds


class Unavailable:
    """Middleware: 503, with a page that needs no database, where the database does not answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, _request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, OperationalError | InterfaceError):
            return None
        logger.warning("A page cannot be looked up: %s", exception)
        return unavailable()


def unavailable() -> HttpResponse:
    """The paper's own page for when nothing can be looked up, its name included."""
    html = render_to_string("site/unavailable.html", {"site": settings.SITE_URL})
    response = HttpResponse(html, status=503)
    response["Cache-Control"] = "no-store"
    response["Retry-After"] = str(AGAIN)
    return response


def not_found(_request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The paper's own 404. It says nothing of what was asked for."""
    return page("not_found.html", {}, head=masthead(), status=404)


@csrf_exempt
def anything_else(request: HttpRequest) -> HttpResponse:
    """Every address that is no page of ours; one that only lacks its last slash is sent on.

    Answered here and not left to Django, so that readers of the demo, which runs with DEBUG, meet
    the paper's own page too.
    """
    path = request.path_info
    if path.endswith("/") or resolve(f"{path}/").func is anything_else:
        return not_found(request)
    response = HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
    response["Cache-Control"] = FRESH
    return response
