"""Acts on a front beside launching it: each posted by its own button, each with its sentence."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from articles.admin.fronts.compose import compose_address, seen_front
from articles.admin.person import person
from articles.admin.row_id import row_id
from articles.desk.fronts.front import Front
from articles.publishing.fronts.call_off import call_off_front
from articles.publishing.fronts.discard import discard
from articles.publishing.fronts.launch import let_flow
from articles.publishing.fronts.put_back import put_back
from articles.publishing.refusal import Refused


@require_POST
def discard_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft is again what readers have."""

    def act(front: Front) -> str:
        discard(front, by=person(request), version=row_id(request.POST.get("version", "")))
        return "The draft is thrown away: it is what readers have."

    return _done(request, pk, act)


@require_POST
def put_back_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The front edition of that `number` stands again."""

    def act(front: Front) -> str:
        number = row_id(request.POST.get("number", ""))
        done, gone = put_back(front, number, by=person(request))
        left_out = "".join(f" “{name}” is left out: it is not live any more." for name in gone)
        return f"Front edition {number} is back, as front edition {done.number}.{left_out}"

    return _done(request, pk, act)


@require_POST
def call_off_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The front edition of that `number`, which was to come, does not."""

    def act(front: Front) -> str:
        number = row_id(request.POST.get("number", ""))
        call_off_front(front, number, by=person(request))
        return f"Front edition {number} does not go live. What readers have stays."

    return _done(request, pk, act)


@require_POST
def flow_page(request: HttpRequest, pk: int) -> HttpResponse:
    """From now on the page composes itself."""

    def act(front: Front) -> str:
        let_flow(front, by=person(request))
        return f"{front} composes itself from now on: newest first, what is urgent on top."

    return _done(request, pk, act)


def _done(request: HttpRequest, pk: int, act: Callable[[Front], str]) -> HttpResponse:
    """Says what was done, or why not, on the composing page."""
    front = seen_front(request, pk)
    try:
        messages.success(request, act(front))
    except Refused as refusal:
        messages.error(request, " ".join(refusal.sentences))
    return HttpResponseRedirect(compose_address(front))
