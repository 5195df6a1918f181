"""The hand-over page: what is open, and what the leader of the shift adds."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from articles.admin.person import person
from articles.desk.hand_over import HandOver
from articles.markup.characters import plain_characters
from articles.publishing.handover import what_is_open
from newsroom.desk import desk_page

LATEST = 14  # that are listed: two a day for a week


class HandOverForm(forms.Form):
    text = forms.CharField(
        label="For the next shift",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Kept with the lists as they are now, under your name.",
        error_messages={"required": "Write what the next shift should know."},
    )

    def clean_text(self) -> str:
        text = plain_characters(self.cleaned_data["text"]).strip()
        if not text:
            message = "Write what the next shift should know."
            raise forms.ValidationError(message)
        return text


def _guard(request: HttpRequest) -> None:
    """Those who see every story: what is kept is what all of them may read."""
    if not request.user.has_perms(["articles.view_handover", "articles.see_every_story"]):
        raise PermissionDenied


@desk_page("handover/", "handover")
@require_http_methods(["GET", "HEAD", "POST"])
def handover_page(request: HttpRequest) -> HttpResponse:
    """GET: what is open now, of one `section` or of all. POST `text`: keeps it with that."""
    _guard(request)
    may_write = request.user.has_perm("articles.add_handover")
    everywhere = what_is_open(person(request), now=timezone.now())
    desk = request.GET.get("section", "")
    sections = [one for one in everywhere if desk in {"", one["section"]}]
    form = HandOverForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not may_write:
            raise PermissionDenied
        if form.is_valid():
            kept = HandOver.objects.create(
                text=form.cleaned_data["text"], lists=sections, made_by=person(request)
            )
            messages.success(request, "The hand-over is kept.")
            return HttpResponseRedirect(_address(kept))
    context = {
        "title": "Hand-over",
        "sections": sections,
        "desks": [one["section"] for one in everywhere],
        "desk": desk,
        "form": form if may_write else None,
        "now": timezone.now(),
        "latest": HandOver.objects.defer("lists").select_related("made_by")[:LATEST],
    }
    return _page(request, context, status=422 if form.errors else 200)


@desk_page("handover/<int:pk>/", "articles_handover_read")
@require_safe
def kept_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One that was kept, as it was."""
    _guard(request)
    kept = HandOver.objects.select_related("made_by").filter(pk=pk).first()
    if kept is None:
        raise Http404
    return _page(request, {"title": str(kept), "sections": kept.lists, "kept": kept})


def _address(kept: HandOver) -> str:
    return reverse("admin:articles_handover_read", args=[kept.pk])


def _page(request: HttpRequest, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    context = {**admin.site.each_context(request), **context}
    return TemplateResponse(request, "admin/handover.html", context, status=status)
