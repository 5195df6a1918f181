"""At the desk, times are shown and entered in the publication's own zone."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles.masthead.publication import the_publication


class DeskClock:
    """Middleware: the publication's zone is in force for every page of the desk.

    Readers' pages carry their zone with them (`site`), so that they cost no query here.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/admin/"):
            return self.get_response(request)
        with timezone.override(the_publication().zone):
            return self.get_response(request)
