"""The story's revisions: who saved what, what readers got of it, and bringing one back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from articles.admin.called_off import tell
from articles.admin.person import person
from articles.desk.bring_back import bring_back
from articles.desk.keep_revision import catch_up
from articles.desk.revision import Revision
from articles.desk.story import Story
from articles.markup.diff import tally
from articles.markup.text import plain_text, word_count
from articles.publishing.photos.follow_changes import follow_fallbacks
from articles.publishing.recheck import recheck
from articles.publishing.release import Release
from articles.publishing.standing import standing_of

PER_PAGE = 50
LONGEST_NUMBER = 9


@dataclass(frozen=True)
class Line:
    """One revision on the list. `came` and `went` count words; `releases` are those made of it."""

    revision: Revision
    words: int
    came: int
    went: int
    releases: list[Release]


def history_page(request: HttpRequest, story: Story) -> HttpResponse:
    newest = catch_up(story)
    pages = Paginator(story.revisions.select_related("made_by"), PER_PAGE)
    shown = pages.get_page(request.GET.get("page"))
    context = {
        **admin.site.each_context(request),
        "title": f"History of “{story}”",
        "story": story,
        "lines": _lines(story, list(shown.object_list)),
        "page": shown,
        "newest": newest,
        "acts": story.acts.for_record(),
        "is_live": standing_of([story.key])[story.key].is_live,
        "may_bring_back": request.user.has_perm("articles.change_story"),
        "opts": Story._meta,
    }
    response = TemplateResponse(request, "admin/articles/story/history.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _lines(story: Story, revisions: list[Revision]) -> list[Line]:
    """Newest first; the one before the last of the page is looked up for its words."""
    if not revisions:
        return []
    earlier = story.revisions.filter(number=revisions[-1].number - 1).first()
    releases = _releases(story, revisions)
    lines = []
    for revision, before in zip(revisions, [*revisions[1:], earlier], strict=True):
        came, went = tally(_text(before), _text(revision))
        words = word_count(revision.values["story"]["body"])
        lines.append(Line(revision, words, came, went, releases.get(revision.pk, [])))
    return lines


def _text(revision: Revision | None) -> str:
    if revision is None:
        return ""
    values: dict[str, Any] = revision.values["story"]
    return f"{values['headline']}\n{values['standfirst']}\n{plain_text(values['body'])}"


def _releases(story: Story, revisions: list[Revision]) -> dict[int, list[Release]]:
    """By the revision that was the newest when a person released the story."""
    found: dict[int, list[Release]] = {}
    records = Release.objects.filter(story=story).exclude(as_released={})
    for release in records.select_related("released_by").order_by("pk"):
        made = next((one for one in revisions if one.made_at <= release.released_at), None)
        if made is not None and (made != revisions[0] or _is_newest(story, made, release)):
            found.setdefault(made.pk, []).append(release)
    return found


def _is_newest(story: Story, made: Revision, release: Release) -> bool:
    """On a later page of the list, the revision that was released may stand on an earlier one."""
    later = story.revisions.filter(number__gt=made.number, made_at__lte=release.released_at)
    return not later.exists()


@require_POST
def bring_back_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Makes the story what the revision has; what it is now stays the revision before."""
    story = Story.objects.visible_to(request.user).filter(pk=pk).first()
    if story is None:
        raise Http404
    if not request.user.has_perm("articles.change_story"):
        raise PermissionDenied
    sent = request.POST.get("revision", "")
    known = sent.isascii() and sent.isdigit() and len(sent) <= LONGEST_NUMBER
    revision = story.revisions.filter(number=int(sent)).first() if known else None
    if revision is None:
        raise Http404
    with transaction.atomic():
        made = bring_back(revision, by=person(request))
        because = "An earlier revision was brought back."
        tell(request, recheck([story], by=person(request), because=because))
        follow_fallbacks(story, by=person(request))
    said = (
        f"Revision {revision.number} is back, as revision {made.number}. What was there before "
        f"stays in the history."
        if made
        else f"Nothing to bring back: the story is just as revision {revision.number} has it."
    )
    messages.success(request, said)
    return HttpResponseRedirect(reverse("admin:articles_story_change", args=[story.pk]))
