"""NEWSROOM_ROLE=desk: the process shows no readers' page, though it knows their addresses."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse

OF_THE_DESK = ("/admin/", "/preview/", "/media/", "/healthz", "/readyz")
"""What a process of the desk answers. Pictures and preview links are among it."""
REPORT = re.compile(r"/\d{4}/\d\d/\d\d/[\w-]+/report/\Z")
"""Below each story's address: where readers report an error, to the desk."""


class DeskAlone:
    """Middleware: 404 for every other address. Where the process has another role, not in use."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if settings.ROLE != "desk":
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if path.startswith(OF_THE_DESK) or REPORT.match(path):
            return self.get_response(request)
        text = "This is the desk. Log in under /admin/.\n"
        response = HttpResponse(text, content_type="text/plain; charset=utf-8", status=404)
        response["Cache-Control"] = "no-store"
        return response
