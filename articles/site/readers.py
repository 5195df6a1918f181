"""What every page for readers keeps to: it is only read, it is fresh, and its 404 is our own."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any, Concatenate, ParamSpec, overload

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from articles.site.cursor import Cursor, CursorError
from articles.site.errors import not_found
from articles.site.freshness import unless_known

Rest = ParamSpec("Rest")
View = Callable[Concatenate[HttpRequest, Rest], HttpResponseBase]


@overload
def for_readers(view: View[Rest], /) -> View[Rest]: ...
@overload
def for_readers(*, reads: Collection[str] | None) -> Callable[[View[Rest]], View[Rest]]: ...
def for_readers(view: View[Rest] | None = None, /, *, reads: Collection[str] | None = ()) -> Any:
    """GET and HEAD only, with a conditional answer; whatever else is refused with 405.

    `reads` are the parameters that the address knows: the view gets no other, so no other can
    change the page, and the page cache keeps one page for each of their values. With None it
    keeps nothing of the address. Nothing is ever posted to a readers' page, so none needs the
    token that would cost a cookie.
    """

    def decorate(view: View[Rest]) -> View[Rest]:
        @csrf_exempt
        @require_safe
        @wraps(view)
        def page(
            request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs
        ) -> HttpResponseBase:
            _leave(request, reads or ())
            try:
                return unless_known(request, view(request, *args, **kwargs))
            except Http404:
                return not_found(request)

        page.reads = reads  # type: ignore[attr-defined]
        return page

    return decorate if view is None else decorate(view)


def _leave(request: HttpRequest, known: Collection[str]) -> None:
    """Leaves of the request's query what the address knows."""
    query = request.GET.copy()
    for name in set(query) - set(known):
        del query[name]
    request.GET = query  # type: ignore[assignment]


def asked_before(request: HttpRequest) -> Cursor | None:
    """The cursor of `?before=`; Http404 for one that is none of ours."""
    text = request.GET.get("before", "")
    try:
        return Cursor.read(text) if text else None
    except CursorError as error:
        raise Http404(str(error)) from error
