"""The composing page: the slots, the pool of stories, the page as it will be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from csp.decorators import csp_update
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
    QueryDict,
)
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from articles.admin.door import SELF
from articles.admin.fronts.draft_form import (
    PREFIX,
    SlotForm,
    SlotFormSet,
    SlotRows,
    VersionForm,
    rows_of,
)
from articles.admin.person import person
from articles.admin.when import WallTimeField, WhenForm
from articles.desk.fronts.draft import ChangedByOther, DraftRefused, Place, draft_of, save_draft
from articles.desk.fronts.front import Front, may_compose
from articles.desk.story import Story
from articles.publishing.fronts.launch import launch, unreadable
from articles.publishing.fronts.launch_record import Launch
from articles.publishing.fronts.pool import Offer, offers, pool
from articles.publishing.fronts.state import states
from articles.publishing.refusal import Refused
from articles.vocabulary import EditionKind, SlotSize

LISTED = 20
THEN = "then"
"""What the button sends that launches at a time; the other one sends “now”."""
CORRECTED = frozenset({EditionKind.CORRECTION, EditionKind.CLARIFICATION})
GONE = "This story is no longer at the desk. Remove it."


class LaunchForm(WhenForm):
    goes_live_at = WallTimeField(label="Goes live at")

    may_be_now = False  # that is the other button


@dataclass(frozen=True)
class Row:
    """A slot of the form, with the story as the desk has it."""

    form: SlotForm
    offer: Offer | None
    problem: str = ""
    is_corrected: bool = False
    """Whether the story was, since the slot's own words went before readers."""

    @property
    def name(self) -> str:
        return self.offer.headline if self.offer else ""

    @property
    def said(self) -> str:
        return self.offer.said if self.offer else ""


@dataclass
class Sent:
    """What was sent, and what was wrong with it."""

    rows: SlotRows
    version: VersionForm
    when: LaunchForm
    refused: tuple[str, ...] = ()
    status: int = 200


def seen_front(request: HttpRequest, pk: int) -> Front:
    if not may_compose(request.user):
        raise PermissionDenied
    front = Front.objects.visible_to(request.user).filter(pk=pk).first()
    if front is None:
        raise Http404
    return front


def compose_address(front: Front) -> str:
    return reverse("admin:articles_front_compose", args=[front.pk])


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})  # type: ignore[arg-type]
def compose_page(request: HttpRequest, pk: int) -> HttpResponse:
    """POST saves the draft; with `add` one story more, with `launch` it goes before readers."""
    front = seen_front(request, pk)
    if request.method != "POST":
        return _page(request, front, _fresh(request, front))
    sent = _sent(request.POST)
    answer = _take(request, front, sent)
    if wants_json(request):
        return _in_json(front, sent)
    return answer or _page(request, front, sent)


@require_safe
def pool_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The pool alone, for `?q=`: the composing page puts it in place of its own."""
    front = seen_front(request, pk)
    context = _pool(request, draft_of(front), request.GET.get("q", ""))
    return TemplateResponse(request, "admin/articles/front/pool.html", context)


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def _sent(data: QueryDict) -> Sent:
    """Nobody is asked for a time who neither typed one nor launches at one."""
    is_asked = data.get("launch") == THEN or data.get("goes_live_at")
    when = LaunchForm(data if is_asked else None)
    return Sent(SlotFormSet(data, prefix=PREFIX), VersionForm(data), when)


def _fresh(request: HttpRequest, front: Front) -> Sent:
    initial = {"version": front.version, "q": request.GET.get("q", "")}
    return Sent(rows_of(draft_of(front)), VersionForm(initial=initial), LaunchForm())


def _take(request: HttpRequest, front: Front, sent: Sent) -> HttpResponse | None:
    """Saves, and launches; None when something was wrong, which `sent` then tells."""
    if not (sent.rows.is_valid() and sent.version.is_valid()):
        sent.status = 422
        sent.refused = tuple(str(one) for one in sent.rows.non_form_errors())
        return None
    act = request.POST.get("launch", "")
    places = _with_added(sent)
    try:
        saved = save_draft(
            front, places, by=person(request), version=sent.version.cleaned_data["version"]
        )
        front.version = saved.version
        if act and not _may_launch(act, sent):
            sent.status = 422
            return None
        if act:
            at = sent.when.cleaned_data["goes_live_at"] if act == THEN else None
            done = launch(front, by=person(request), at=at, version=saved.version)
            messages.success(request, _launched(front, done))
    except (DraftRefused, Refused) as refusal:
        sent.status, sent.refused = 409, refusal.sentences
        if isinstance(refusal, ChangedByOther):
            front.version = refusal.version
        return None
    q, address = sent.version.cleaned_data["q"], compose_address(front)
    return HttpResponseRedirect(f"{address}?{urlencode({'q': q})}" if q else address)


def _with_added(sent: Sent) -> list[Place]:
    places, added = sent.rows.places(), sent.version.cleaned_data["add"]
    if added:
        size = SlotSize.THIRD if places else SlotSize.LEAD
        places.append(Place(story=str(added), size=size))
    return places


def _may_launch(act: str, sent: Sent) -> bool:
    """A launch now asks nothing; one for later needs its time."""
    return act != THEN or sent.when.is_valid()


def _launched(front: Front, done: Launch) -> str:
    if done.goes_live_at > timezone.now():
        moment = timezone.localtime(done.goes_live_at)
        return f"{front}: front edition {done.number} goes live on {moment:%A %d %B at %H:%M %Z}."
    return f"{front}: front edition {done.number} is live."


def _in_json(front: Front, sent: Sent) -> HttpResponse:
    """For the page that saves by itself: the draft's version now, or why it is not saved."""
    said = [*sent.refused, *(str(one) for form in sent.rows for one in _sentences(form))]
    body = {
        "version": front.version,
        "refused": said,
        "saved": sent.status == HttpResponse.status_code,
    }
    response = JsonResponse(body, status=sent.status)
    response["Cache-Control"] = "no-store"
    return response


def _sentences(form: SlotForm) -> list[str]:
    return [
        f"{form.fields[name].label or name.capitalize()}: {sentence}"
        for name, found in form.errors.items()
        for sentence in found
    ]


def _page(request: HttpRequest, front: Front, sent: Sent) -> HttpResponse:
    keys = [str(form["story"].value()) for form in sent.rows]
    draft = [Place(story=key) for key in keys]
    asked = str(sent.version["q"].value() or "")
    state = states([front])[front.pk]
    launches = front.launches.with_names()
    context = {
        **admin.site.each_context(request),
        **_pool(request, draft, asked),
        "title": f"Front: {front}",
        "front": front,
        "state": state,
        "sent": sent,
        "rows": _rows(sent.rows, state.standing.goes_live_at if state.standing else None),
        "empty": Row(sent.rows.empty_form, None),
        "version": front.version,
        "earlier": launches.gone_live()[:LISTED],
        "coming": [_to_come(one) for one in launches.still_to_come()],
        "opts": Front._meta,
    }
    return TemplateResponse(
        request, "admin/articles/front/compose.html", context, status=sent.status
    )


def _to_come(launch: Launch) -> dict[str, Any]:
    """A launch to come, and which of its stories readers could not read then, as things stand."""
    keys = [slot["story"] for slot in launch.edition.slots] if launch.edition else []
    return {"launch": launch, "missing": unreadable(keys, launch.goes_live_at).values()}


def _pool(request: HttpRequest, draft: list[Place], asked: str) -> dict[str, Any]:
    taken = {place.story for place in draft}
    found = pool(request.user, asked)
    return {
        "pool": [{"offer": one, "is_taken": str(one.story.key) in taken} for one in found],
        "asked": asked,
    }


def _rows(forms: SlotRows, since: datetime | None) -> list[Row]:
    """The slots with their stories, and what keeps each of them from readers now."""
    keys = [str(form["story"].value()) for form in forms]
    valid = [key for key in keys if _is_key(key)]
    found = offers(Story.objects.for_list().filter(key__in=valid))
    there = {str(one.story.key): one for one in found}
    unread = unreadable(valid, timezone.now())
    return [
        Row(
            form,
            there.get(key),
            unread.get(key, "") if key in there else GONE,
            _is_corrected(form, there.get(key), since),
        )
        for form, key in zip(forms, keys, strict=True)
    ]


def _is_corrected(form: SlotForm, offer: Offer | None, since: datetime | None) -> bool:
    has_words = bool(form["kicker"].value() or form["headline"].value())
    public = offer.standing.public if offer else None
    if not has_words or public is None or since is None:
        return False
    return public.kind in CORRECTED and public.goes_live_at > since


def _is_key(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
