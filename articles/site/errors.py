"""Pages for what is not there. A draft, an embargoed story and nonsense answer alike."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from django.conf import settings
from django.db.utils import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import resolve
from django.views.decorators.csrf import csrf_exempt

from articles.site.page import FRESH, masthead, page

logger = logging.getLogger(__name__)

Given = ParamSpec("Given")
AGAIN = 5  # seconds


def unless_unavailable(
    view: Callable[Given, HttpResponseBase],
) -> Callable[Given, HttpResponseBase]:
    """503, with a page that needs no database, where the database does not answer."""

    @wraps(view)
    def page(*args: Given.args, **kwargs: Given.kwargs) -> HttpResponseBase:
        try:
            return view(*args, **kwargs)
        except (OperationalError, InterfaceError) as error:
            logger.warning("A page cannot be looked up: %s", error)
            return unavailable()

    return page


def unavailable() -> HttpResponse:
    """The paper's own page for when nothing can be looked up, its name included."""
    html = render_to_string("site/unavailable.html", {"site": settings.SITE_URL})
    response = HttpResponse(html, status=503)
    response["Cache-Control"] = "no-store"
    response["Retry-After"] = str(AGAIN)
    return response


@unless_unavailable
def not_found(_request: HttpRequest, exception: Exception | None = None) -> HttpResponseBase:
    """The paper's own 404. It says nothing of what was asked for."""
    return page("not_found.html", {}, head=masthead(), status=404)


@csrf_exempt
@unless_unavailable
def anything_else(request: HttpRequest) -> HttpResponseBase:
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
