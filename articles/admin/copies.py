"""Working copies at the desk: kept from the page, offered on its next opening, given back.

Every address here takes the copies of whoever asks and no others; `WorkingCopy.of` is the door.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles.admin.person import person
from articles.desk.keep_copy import Fields, keep_copy, prune_copies, throw_away
from articles.desk.presence import Presence
from articles.desk.revision import Revision
from articles.desk.story import Story
from articles.desk.working_copy import WorkingCopy
from articles.markup.diff import tally
from articles.markup.text import plain_text

NOT_KEPT = frozenset(["csrfmiddlewaretoken", "window", "restored", "who", "_save", "_continue"])
TEXTS = ("headline", "standfirst", "kicker", "dateline", "slugline", "unknowns")
LONGEST_ID = 18


@dataclass(frozen=True)
class Unsaved:
    """A copy that is offered: how many of its words the stored story does not have so."""

    copy: WorkingCopy
    words: int


@require_POST
def keep_page(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Keeps the window's form; answers when. What comes from another log-in is not taken."""
    story = _story(request, pk)
    user = person(request)
    window = window_of(request)
    if window is None:
        return _answer({"error": "The window did not say which it is."}, status=400)
    if request.POST.get("who") != str(user.pk):
        said = f"{user} has logged in here meanwhile. Log in again as yourself."
        return _answer({"error": said}, status=409)
    fields: Fields = {
        name: request.POST.getlist(name) for name in request.POST if name not in NOT_KEPT
    }
    started = request.POST.get("version", "")
    copy = keep_copy(user, window, fields, story=story, started_from=_revision(story, started))
    _drop_restored(request, except_for=window)
    prune_copies(timezone.now())
    return _answer({"kept_at": f"{timezone.localtime(copy.kept_at):%H:%M:%S}"})


def _story(request: HttpRequest, pk: int | None) -> Story | None:
    """The story, which the person may write; None for one that was never saved."""
    if not request.user.has_perm("articles.change_story" if pk else "articles.add_story"):
        raise PermissionDenied
    if pk is None:
        return None
    story = Story.objects.visible_to(request.user).filter(pk=pk).first()
    if story is None:
        raise Http404
    return story


def _revision(story: Story | None, number: str) -> Revision | None:
    if story is None or not (number.isascii() and number.isdigit() and len(number) < LONGEST_ID):
        return None
    return Revision.objects.filter(story=story, number=min(int(number), 2**31 - 1)).first()


def window_of(request: HttpRequest, name: str = "window") -> UUID | None:
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError:
        return None


def _answer(values: dict[str, Any], *, status: int = 200) -> JsonResponse:
    response = JsonResponse(values, status=status)
    response["Cache-Control"] = "no-store"
    return response


def _drop_restored(request: HttpRequest, *, except_for: UUID | None = None) -> None:
    """The copy that this window was given: it holds those words itself now."""
    restored = window_of(request, "restored")
    if restored is not None and restored != except_for:
        throw_away(person(request), windows=[restored])


def forget_saved(request: HttpRequest) -> None:
    """What this window kept is saved."""
    windows = [one for one in (window_of(request), window_of(request, "restored")) if one]
    if windows:
        throw_away(person(request), windows=windows)


def window_before(request: HttpRequest) -> UUID | None:
    """Of a page that shows once more what was sent: the window whose copy it goes on from."""
    window, restored = window_of(request), window_of(request, "restored")
    has_kept = (
        WorkingCopy.objects.of(request.user).filter(window=window).exists() if window else False
    )
    return window if has_kept or restored is None else restored


def own_copy(request: HttpRequest, pk: int | None) -> WorkingCopy:
    _story(request, pk)
    sent = request.POST.get("copy", "")
    known = sent.isascii() and sent.isdigit() and len(sent) <= LONGEST_ID
    copies = WorkingCopy.objects.of(request.user).filter(story=pk)
    copy = copies.filter(pk=int(sent)).first() if known else None
    if copy is None:
        raise Http404
    return copy


def kept_fields(copy: WorkingCopy) -> Fields:
    fields: Fields = copy.fields
    return {name: values for name, values in fields.items() if name not in NOT_KEPT}


@require_POST
def throw_away_page(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    copy = own_copy(request, pk)
    throw_away(person(request), windows=[copy.window])
    name = "change" if pk else "add"
    address = reverse(f"admin:articles_story_{name}", args=[pk] if pk else [])
    return HttpResponseRedirect(address)


def unsaved(request: HttpRequest, story: Story | None, *, now: datetime) -> list[Unsaved]:
    """One's own copies of this story that no open window holds, the newest first."""
    copies = WorkingCopy.objects.of(request.user).filter(story=story)
    if story is not None:
        open_windows = Presence.objects.there(now).filter(story=story, user=person(request))
        copies = copies.exclude(window__in=open_windows.values("window"))
    stored = _text_of(story)
    return [Unsaved(copy, max(tally(stored, _typed_text(copy)))) for copy in copies[:5]]


def _text_of(story: Story | None) -> str:
    if story is None:
        return ""
    return "\n".join([*(getattr(story, name) for name in TEXTS), plain_text(story.body)])


def _typed_text(copy: WorkingCopy) -> str:
    fields = kept_fields(copy)
    lines = ["".join(fields.get(name, [])) for name in TEXTS]
    return "\n".join([*lines, plain_text("".join(fields.get("body", [])))])
