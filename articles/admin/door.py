"""The pages of the door: what stands in the way, how it will look, and Publish."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from csp.decorators import csp_update
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles.admin.coming import Coming, coming_of
from articles.admin.dismissing import PassedBy
from articles.admin.person import person
from articles.admin.publish_form import PublishForm
from articles.desk.dossier import Dossier, gather
from articles.desk.embargo import embargo_in_words
from articles.desk.story import Story
from articles.masthead.publication import the_publication
from articles.preflight.finding import Finding
from articles.preflight.run import findings
from articles.publishing.correction import TOLD, Correction
from articles.publishing.override import may_override
from articles.publishing.preview import silent_facts
from articles.publishing.publish import publish
from articles.publishing.refusal import Refused
from articles.publishing.release import Release
from articles.publishing.standing import standing_of
from articles.publishing.take_up import may_pass_over
from articles.site.edition import Edition

SELF = "'self'"


def seen_story(request: HttpRequest, pk: int) -> Story:
    story = Story.objects.visible_to(request.user).filter(pk=pk).first()
    if story is None or not request.user.has_perm("articles.view_story"):
        raise Http404
    return story


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})  # type: ignore[arg-type]
def publish_page(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: findings and preview. POST: publishes, or shows the page again and says why not."""
    story = seen_story(request, pk)
    if request.method != "POST":
        return door_page(request, story)
    if not request.user.has_perm("articles.publish_story"):
        raise PermissionDenied
    form = PublishForm(request.POST)
    if not form.is_valid():
        return door_page(request, story, form, status=422)
    if form.corrects:
        correct = reverse("admin:articles_story_correct", args=[story.pk])
        return HttpResponseRedirect(f"{correct}?kind={form.cleaned_data['change']}")
    moment = form.cleaned_data["goes_live_at"]
    try:
        edition = publish(
            story,
            by=person(request),
            goes_live_at=moment,
            reason=form.cleaned_data["reason"],
            override_reason=form.cleaned_data["override_reason"],
            new_facts=form.cleaned_data["new_facts"],
            keeps_later=form.cleaned_data["keeps_later"],
        )
    except Refused as refusal:
        for sentence in refusal.sentences:
            form.add_error(None, sentence)
        return door_page(request, story, form, status=409)
    messages.success(request, _done(story, edition))
    return HttpResponseRedirect(reverse("admin:articles_story_change", args=[story.pk]))


def _done(story: Story, edition: Edition) -> str:
    address = edition.get_absolute_url()
    if edition.goes_live_at > timezone.now():
        moment = timezone.localtime(edition.goes_live_at)
        return f"“{story}” goes live on {moment:%A %d %B %Y at %H:%M %Z}: {address}"
    return f"“{story}” is published as edition {edition.number}: {address}"


def door_page(
    request: HttpRequest,
    story: Story,
    form: PublishForm | None = None,
    *,
    status: int = 200,
    coming: list[Coming] | None = None,
) -> HttpResponse:
    """The door, with a form that was refused, or fresh ones."""
    may_publish = request.user.has_perm("articles.publish_story")
    dossier = gather(story)
    if may_publish and form is None:
        form = PublishForm(initial=_initial(story))
    typed = form.cleaned_data.get("goes_live_at") if form and form.is_bound else None
    facts = silent_facts(dossier, at=typed) if may_publish else []
    coming = coming_of(story) if coming is None else coming
    found = findings_for(request, dossier, at=typed)
    items = _findings(request, story, found)
    if form is not None:
        form.leave_out(
            override=not any(item["may_override"] for item in items),
            facts=not facts,
            later=not coming,
        )
    context = {
        **admin.site.each_context(request),
        **_about(story),
        "form": form,
        "facts": facts,
        "coming": coming,
        "findings": items,
        "is_blocked": any(item["stops"] for item in items),
    }
    return TemplateResponse(request, "admin/articles/story/publish.html", context, status=status)


def _about(story: Story) -> dict[str, Any]:
    """What the door tells of the story, whoever stands before it."""
    releases = Release.objects.filter(story=story).select_related("released_by", "called_off_by")
    return {
        "title": f"Publish “{story}”",
        "story": story,
        "embargo": embargo_in_words(story, ours=the_publication().zone),
        "standing": _standing(story.key),
        "correction": Correction.objects.of(story).waiting(*TOLD).first(),
        "releases": releases[:20],
        "opts": Story._meta,
    }


def _initial(story: Story) -> dict[str, Any]:
    """An embargo that still holds is the time that is proposed."""
    if story.embargo is None or story.embargo <= timezone.now():
        return {}
    return {"goes_live_at": timezone.localtime(story.embargo)}


def findings_for(
    request: HttpRequest, dossier: Dossier, *, at: datetime | None = None
) -> list[Finding]:
    """What stands in the way if this person released the story, now or at the embargo's end."""
    story, now = dossier.story, timezone.now()
    public = _standing(story.key).public
    return findings(
        dossier,
        goes_live_at=timezone.localtime(at or max(now, story.embargo or now)),
        first_published_at=public.first_published_at if public else None,
        released_by=person(request).pk if request.user.has_perm("articles.publish_story") else None,
    )


def _standing(key: UUID) -> Any:
    return standing_of([key])[key]


def _findings(request: HttpRequest, story: Story, found: list[Finding]) -> list[dict[str, Any]]:
    """Each with its place and what may be done about it; what was passed by stands last."""
    passed_by = PassedBy.of(story)
    items = [_item(request, story, finding, passed_by.words(finding)) for finding in found]
    return sorted(items, key=lambda item: bool(item["dismissed"]))


def _item(request: HttpRequest, story: Story, finding: Finding, dismissed: str) -> dict[str, Any]:
    """`may_override`: with the reason that goes with Publish. `may_pass_over`: here and now."""
    stops = finding.blocks and not dismissed
    return {
        **_with_place(story, finding),
        "stops": stops,
        "may_override": stops and may_override(request.user, finding),
        "may_pass_over": finding.blocks and may_pass_over(request.user, finding.rule),
        "dismissed": dismissed,
    }


def _with_place(story: Story, finding: Finding) -> dict[str, Any]:
    """The finding with the address of the field where it can be mended."""
    anchor = INLINES.get(finding.field, f"id_{finding.field}")
    change = reverse("admin:articles_story_change", args=[story.pk])
    place = "#id_goes_live_at" if finding.field == "goes_live_at" else f"{change}#{anchor}"
    return {"finding": finding, "place": place if finding.field else ""}


INLINES = {
    "bylines": "bylines-group",
    "placements": "placements-group",
    "attributions": "attributions-group",
    "replies": "replies-group",
    "notes": "notes-group",
}
"""Where on the story's page the rows of each kind are."""
