"""Two states of a story side by side: any two revisions, or one and what readers have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.admin.door import seen_story
from articles.desk.comparison import compare
from articles.desk.keep_revision import catch_up
from articles.desk.revision import Revision
from articles.desk.story import Story
from articles.publishing.as_read import as_read

LIVE = "live"
LONGEST_NUMBER = 9


@dataclass(frozen=True)
class State:
    """One of the two: what it is called, who made it, and the snapshot."""

    name: str
    told: str
    values: dict[str, Any]
    value: str  # in the address


@require_safe
def compare_page(request: HttpRequest, pk: int) -> HttpResponse:
    story = seen_story(request, pk)
    newest = catch_up(story)
    second = _state(story, request.GET.get("b", "") or str(newest.number), newest)
    before = str(max(1, newest.number - 1))
    first = _state(story, request.GET.get("a", "") or before, newest)
    numbers = story.revisions.order_by("-number").values_list("number", flat=True)
    context = {
        **admin.site.each_context(request),
        "title": f"Compare “{story}”",
        "story": story,
        "first": first,
        "second": second,
        "comparison": compare(first.values, second.values) if first and second else None,
        "numbers": [str(number) for number in numbers[:500]],
        "newest": newest,
        "chosen": (
            request.GET.get("a", "") or before,
            request.GET.get("b", "") or str(newest.number),
        ),
        "opts": Story._meta,
    }
    response = TemplateResponse(request, "admin/articles/story/compare.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _state(story: Story, sent: str, newest: Revision) -> State | None:
    """None for what readers have where they have nothing; a revision that is not there is a 404."""
    if sent == LIVE:
        read = as_read(story)
        if read is None:
            return None
        told = f"edition {read.edition.number}, live since {_moment(read.edition.goes_live_at)}"
        return State("What readers have", told, read.values, LIVE)
    if not (sent.isascii() and sent.isdigit() and len(sent) <= LONGEST_NUMBER):
        raise Http404
    rows = Revision.objects.filter(story=story, number=int(sent)).select_related("made_by")
    revision = rows.first()
    if revision is None:
        raise Http404
    is_newest = ", as it is stored now" if revision.pk == newest.pk else ""
    who = f"{revision.made_by}, " if revision.made_by else ""
    told = f"{who}{_moment(revision.made_at)}"
    return State(f"Revision {revision.number}{is_newest}", told, revision.values, sent)


def _moment(moment: Any) -> str:
    return f"{timezone.localtime(moment):%d %B %Y, %H:%M}"
