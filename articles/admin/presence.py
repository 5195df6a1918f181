"""Presence at the desk: a window's beat, answered with who else has the story open, and where."""

from __future__ import annotations

import re

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles.admin.copies import window_of
from articles.admin.person import person
from articles.desk.beat import beat, leave
from articles.desk.presence import Presence
from articles.desk.revision import Revision
from articles.desk.story import Story

PLACE = re.compile(r"[\w-]{0,60}\Z", re.ASCII)


@require_POST
def beat_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Every fifteen seconds, and when the place changes; with `leave` the window says goodbye."""
    story = Story.objects.visible_to(request.user).filter(pk=pk).first()
    if story is None or not request.user.has_perm("articles.view_story"):
        raise Http404
    window, place = window_of(request), request.POST.get("place", "")
    if window is None or not PLACE.match(place):
        return JsonResponse({"error": "The window did not say which it is."}, status=400)
    user = person(request)
    if "leave" in request.POST:
        leave(story, window, by=user)
        return HttpResponse(status=204)
    others = beat(
        story,
        window,
        by=user,
        place=place,
        is_writing=request.POST.get("writing") == "1",
        now=timezone.now(),
    )
    newest = Revision.objects.filter(story=story).select_related("made_by").first()
    response = JsonResponse(
        {
            "others": [_in_words(one, mine=one.user_id == user.pk) for one in others],
            "newest": newest.number if newest else 0,
            "saved_by": _name(newest.made_by) if newest else "",
            "saved_at": f"{timezone.localtime(newest.made_at):%H:%M:%S}" if newest else "",
        }
    )
    response["Cache-Control"] = "no-store"
    return response


def _in_words(one: Presence, *, mine: bool) -> dict[str, str | bool]:
    who = "You, in another window" if mine else _name(one.user)
    return {"who": who, "place": one.place, "writing": one.is_writing}


def _name(user: object) -> str:
    full = getattr(user, "get_full_name", str)()
    return full or (str(user) if user else "Somebody")
