"""Acts on what is scheduled, from the door: moved in time or called off, each by itself."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles.admin.coming import coming_of, form_of
from articles.admin.door import door_page, seen_story
from articles.admin.person import person
from articles.desk.story import Story
from articles.publishing.call_off import call_off
from articles.publishing.planned import coming
from articles.publishing.refusal import Refused
from articles.publishing.reschedule import reschedule


@require_POST
def reschedule_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Moves one edition in time, or shows the door again and says why not."""
    story = _schedulable(request, pk)
    release = _release(request)
    plan = next((one for one in coming(story) if one.release.pk == release), None)
    if plan is None:
        messages.error(request, "That edition is not to come any more: look at what is listed.")
        return _to_the_door(story)
    form = form_of(plan, request.POST)
    if not form.is_valid():
        return door_page(request, story, status=422, coming=coming_of(story, form, release))
    moment = form.cleaned_data["goes_live_at"]
    try:
        reschedule(story, by=person(request), release=release, to=moment)
    except Refused as refusal:
        for sentence in refusal.sentences:
            form.add_error("goes_live_at", sentence)
        return door_page(request, story, status=409, coming=coming_of(story, form, release))
    local = timezone.localtime(moment)
    messages.success(request, f"It goes live on {local:%A %d %B %Y at %H:%M %Z} now.")
    return _to_the_door(story)


@require_POST
def call_off_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Calls off one edition, or all that is to come, and goes back to the door to say so."""
    story = _schedulable(request, pk)
    one = _release(request)
    try:
        call_off(story, by=person(request), release=one or None)
    except Refused as refusal:
        messages.error(request, " ".join(refusal.sentences))
    else:
        what = "that edition" if one and coming(story) else f"“{story}”"
        sentence = f"{what} does not go live. What readers have stays."
        messages.success(request, sentence[:1].upper() + sentence[1:])
    return _to_the_door(story)


def _schedulable(request: HttpRequest, pk: int) -> Story:
    story = seen_story(request, pk)
    if not request.user.has_perm("articles.publish_story"):
        raise PermissionDenied
    return story


def _release(request: HttpRequest) -> int:
    """The id that the form names; 0 when it names none."""
    named = request.POST.get("release", "")
    return int(named) if named.isdecimal() and len(named) < 10 else 0  # noqa: PLR2004


def _to_the_door(story: Story) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("admin:articles_story_publish", args=[story.pk]))
