"""Pages for what is not there. A draft, an embargoed story and nonsense answer alike."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import resolve
from django.views.decorators.csrf import csrf_exempt

from articles.site.page import FRESH, masthead, page


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
