"""At the desk, times are shown and entered in the publication's own zone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, tzinfo

from django.db.utils import InterfaceError, OperationalError
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
        with timezone.override(_zone()):
            return self.get_response(request)


def _zone() -> tzinfo:
    """UTC where the database does not answer: then the page that needs it answers for that."""
    try:
        return the_publication().zone
    except (InterfaceError, OperationalError):
        return UTC
