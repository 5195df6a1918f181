"""The preview: the bare page as readers would get it, and the frame that shows it in widths."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csp.decorators import csp_replace, csp_update
from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from articles.admin.door import SELF, seen_story
from articles.admin.moments import MOMENT, plausible
from articles.admin.photos.copy import private_copies
from articles.desk.dossier import gather
from articles.desk.story import Story
from articles.masthead.publication import Publication
from articles.publishing.look import look, sentences
from articles.publishing.standing import standing_of
from articles.site.stories import story_page


@dataclass(frozen=True)
class Width:
    """A screen of readers', as wide as its style sheet makes the frame."""

    name: str
    label: str
    pixels: int


WIDTHS = (
    Width("telephone", "Telephone", 390),
    Width("tablet", "Tablet", 768),
    Width("desktop", "Desktop", 1280),
)


class ClockForm(forms.Form):
    at = forms.DateTimeField(
        label="As at",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
        error_messages={"invalid": "That is not a time. Write it as 2026-11-23T14:30."},
    )

    def clean_at(self) -> datetime | None:
        return plausible(self.cleaned_data["at"])


def moment_of(request: HttpRequest) -> datetime | None:
    """The moment of `?at=`; None for now, and for what is no moment."""
    form = ClockForm(request.GET)
    return form.cleaned_data["at"] if form.is_valid() else None


@require_safe
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})  # type: ignore[arg-type]
def preview_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The story as readers would get it now, or at `?at=`, with the site's own template."""
    story, now = seen_story(request, pk), timezone.now()
    at = moment_of(request) or now
    edition = look(gather(story), now=now, at=at, copies=private_copies)
    edition.masthead = Publication.objects.masthead().get()["json"]
    return unkept(story_page(edition, at=at))


def unkept(response: HttpResponse) -> HttpResponse:
    """A readers' page that is only looked at: no cache keeps it, no address leads on from it."""
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


@require_safe
@csp_update({"frame-src": [SELF]})  # type: ignore[arg-type]
def look_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The preview in a frame as wide as a telephone, a tablet or a desk; each width is a link."""
    story, now = seen_story(request, pk), timezone.now()
    form = ClockForm(request.GET)
    at = moment_of(request)
    wanted = request.GET.get("width", "")
    width = next((one for one in WIDTHS if one.name == wanted), WIDTHS[-1])
    context = {
        **admin.site.each_context(request),
        "title": f"“{story}” as readers will get it",
        "story": story,
        "form": form,
        "width": width,
        "widths": [{"width": one, "query": _query(one, at)} for one in WIDTHS],
        "page": _page_address(story, at),
        "at": at,
        "said": list(sentences(gather(story), now=now, at=at or now)),
        "standing": standing_of([story.key])[story.key],
        "opts": Story._meta,
    }
    return TemplateResponse(request, "admin/articles/story/look.html", context)


def _query(width: Width, at: datetime | None) -> str:
    return urlencode({"width": width.name, **_clock(at)})


def _page_address(story: Story, at: datetime | None) -> str:
    clock = _clock(at)
    address = reverse("admin:articles_story_preview", args=[story.pk])
    return f"{address}?{urlencode(clock)}" if clock else address


def _clock(at: datetime | None) -> dict[str, Any]:
    return {"at": timezone.localtime(at).strftime(MOMENT)} if at else {}
