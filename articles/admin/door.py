"""The pages of the door: what stands in the way, how it will look, and Publish."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from csp.decorators import csp_replace, csp_update
from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.admin.checking import dismissals_of
from articles.admin.moments import MOMENT, plausible
from articles.admin.person import person
from articles.admin.photos.copy import private_copies
from articles.desk.dossier import gather
from articles.desk.story import Story
from articles.masthead.publication import Publication
from articles.preflight.finding import Finding
from articles.preflight.run import findings
from articles.publishing.call_off import call_off
from articles.publishing.preview import preview
from articles.publishing.publish import publish
from articles.publishing.refusal import Refused
from articles.publishing.release import Release
from articles.publishing.standing import standing_of
from articles.site.edition import Edition
from articles.site.stories import story_page

SELF = "'self'"


class PublishForm(forms.Form):
    goes_live_at = forms.DateTimeField(
        label="Goes live at",
        required=False,
        help_text="Local time of the publication. Empty: now.",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
        error_messages={"invalid": "That is not a time. Write it as 2026-11-23T14:30."},
    )
    override_reason = forms.CharField(
        label="Why what blocks is passed over",
        required=False,
        max_length=1000,
        help_text="Who gave leave, when and how. It stays on record under your name.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    reason = forms.CharField(
        label="Why",
        required=False,
        max_length=1000,
        help_text="For the desk’s record; readers do not see it.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_goes_live_at(self) -> datetime | None:
        """A time to come. One that the change of clocks skips or repeats is refused by Django."""
        moment = plausible(self.cleaned_data["goes_live_at"])
        if moment is not None and moment < timezone.now():
            message = "That time is past. Leave it empty to publish now, or give a later one."
            raise ValidationError(message)
        return moment


def seen_story(request: HttpRequest, pk: int) -> Story:
    story = Story.objects.visible_to(request.user).filter(pk=pk).first()
    if story is None or not request.user.has_perm("articles.view_story"):
        raise Http404
    return story


@require_safe
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})  # type: ignore[arg-type]
def preview_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The story as readers would get it now, with the site's own template."""
    edition = preview(gather(seen_story(request, pk)), copies=private_copies)
    edition.masthead = Publication.objects.masthead().get()["json"]
    response = story_page(edition)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})  # type: ignore[arg-type]
def publish_page(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: findings and preview. POST: publishes, or shows the page again and says why not."""
    story = seen_story(request, pk)
    may_publish = request.user.has_perm("articles.publish_story")
    if request.method != "POST":
        return _page(request, story, PublishForm() if may_publish else None)
    if not may_publish:
        raise PermissionDenied
    form = PublishForm(request.POST)
    if not form.is_valid():
        return _page(request, story, form, status=422)
    moment = form.cleaned_data["goes_live_at"]
    try:
        edition = publish(
            story,
            by=person(request),
            goes_live_at=moment,
            reason=form.cleaned_data["reason"],
            override_reason=form.cleaned_data["override_reason"],
        )
    except Refused as refusal:
        for sentence in refusal.sentences:
            form.add_error(None, sentence)
        return _page(request, story, form, status=409, at=moment)
    messages.success(request, _done(story, edition))
    return HttpResponseRedirect(reverse("admin:articles_story_change", args=[story.pk]))


@require_POST
def call_off_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Calls off what was to go live, and goes back to the door to say so."""
    story = seen_story(request, pk)
    if not request.user.has_perm("articles.publish_story"):
        raise PermissionDenied
    try:
        call_off(story, by=person(request))
    except Refused as refusal:
        messages.error(request, " ".join(refusal.sentences))
    else:
        messages.success(request, f"“{story}” does not go live. What readers have stays.")
    return HttpResponseRedirect(reverse("admin:articles_story_publish", args=[story.pk]))


def _done(story: Story, edition: Edition) -> str:
    address = edition.get_absolute_url()
    if edition.goes_live_at > timezone.now():
        moment = timezone.localtime(edition.goes_live_at)
        return f"“{story}” goes live on {moment:%A %d %B %Y at %H:%M %Z}: {address}"
    return f"“{story}” is published as edition {edition.number}: {address}"


def _page(
    request: HttpRequest,
    story: Story,
    form: PublishForm | None,
    *,
    status: int = 200,
    at: datetime | None = None,
) -> HttpResponse:
    moment = timezone.localtime(at or max(timezone.now(), story.embargo or timezone.now()))
    standing = _standing(story.key)
    first = standing.public.first_published_at if standing.public else None
    found = findings(
        gather(story),
        goes_live_at=moment,
        first_published_at=first,
        released_by=person(request).pk if form is not None else None,
    )
    if form is not None and not any(_may_override(request, finding) for finding in found):
        del form.fields["override_reason"]
    context = {
        **admin.site.each_context(request),
        "title": f"Publish “{story}”",
        "story": story,
        "form": form,
        "findings": _findings(request, story, found),
        "is_blocked": any(finding.blocks for finding in found),
        "standing": standing,
        "releases": Release.objects.filter(story=story).select_related(
            "released_by", "called_off_by"
        )[:20],
        "opts": Story._meta,
    }
    return TemplateResponse(request, "admin/articles/story/publish.html", context, status=status)


def _standing(key: UUID) -> Any:
    return standing_of([key])[key]


def _findings(request: HttpRequest, story: Story, found: list[Finding]) -> list[dict[str, Any]]:
    """Each with its place and what may be done about it; what was dismissed stands last."""
    dismissed = dismissals_of(story)
    return [
        {
            **_with_place(story, finding),
            "may_override": _may_override(request, finding),
            "dismissed": "" if finding.blocks else dismissed.get(finding.key, ""),
        }
        for finding in sorted(found, key=lambda one: one.key in dismissed and not one.blocks)
    ]


def _may_override(request: HttpRequest, finding: Finding) -> bool:
    """Whether the finding blocks, and the person may pass over it with a reason."""
    if not (finding.blocks and finding.override):
        return False
    return request.user.has_perm(f"articles.{finding.override}")


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
