"""Pages for what is not there. A draft, an embargoed story and nonsense answer alike."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from articles.site.page import masthead, page


def not_found(_request: HttpRequest, _exception: Exception | None = None) -> HttpResponse:
    return page("404.html", {}, head=masthead(), status=404)
