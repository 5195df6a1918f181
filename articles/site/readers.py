"""What every page for readers keeps to: it is only read, it is fresh, and its 404 is our own."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from articles.site.cursor import Cursor, CursorError
from articles.site.errors import not_found
from articles.site.freshness import unless_known

Rest = ParamSpec("Rest")
PRESSABLE = re.compile(r"text/|application/(?:[\w.+-]+\+)?(?:xml|json)|image/svg")
_gzip = GZipMiddleware(lambda _request: HttpResponse())


def for_readers(
    view: Callable[Concatenate[HttpRequest, Rest], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, Rest], HttpResponseBase]:
    """GET and HEAD only, with a conditional answer; whatever else is refused with 405.

    Nothing is ever posted to a readers' page, so none needs the token that would cost a cookie.
    """

    @csrf_exempt
    @require_safe
    @wraps(view)
    def page(request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponseBase:
        try:
            return pressed(request, unless_known(request, view(request, *args, **kwargs)))
        except Http404:
            return pressed(request, not_found(request))

    return page


def pressed(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Words compressed for whoever takes them so; pictures are already as small as they get.

    No page for readers has a secret in it that a stranger's words could be measured against.
    """
    kind = response.get("Content-Type", "")
    if isinstance(response, HttpResponse) and PRESSABLE.match(kind):
        return _gzip.process_response(request, response)
    return response


def asked_before(request: HttpRequest) -> Cursor | None:
    """The cursor of `?before=`; Http404 for one that is none of ours."""
    text = request.GET.get("before", "")
    try:
        return Cursor.read(text) if text else None
    except CursorError as error:
        raise Http404(str(error)) from error
