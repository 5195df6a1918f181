"""What answers to readers let a browser do: less than the desk's, in fewer words."""

from __future__ import annotations

from collections.abc import Callable

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.clickjacking import xframe_options_exempt

DESK = "/admin/"

POLICY = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF],
    # What a policy does not name is as default-src says, but for these three.
    "base-uri": [NONE],
    "form-action": [SELF],
    "frame-ancestors": [NONE],
}


class ReadersHeaders:
    """Middleware: the readers' own policy for all that is not the desk's, errors included.

    Its `frame-ancestors` stands for X-Frame-Options: an answer with another policy names it too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.for_readers = xframe_options_exempt(csp(POLICY)(get_response))

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        is_desk = request.path_info.startswith(DESK)
        return (self.get_response if is_desk else self.for_readers)(request)
