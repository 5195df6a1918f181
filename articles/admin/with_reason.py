"""Pages for acts that want a reason: a legal hold and its lifting, a source that withdraws."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from articles.admin.person import person
from articles.desk.source import Source
from articles.desk.story import Story
from articles.publishing.hold_story import hold_story, lift_hold
from articles.publishing.refusal import Refused
from articles.publishing.withdraw_source import Resting, resting_on, withdraw_source


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Why",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why. It stays on record under your name."},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def hold_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Puts the story on legal hold; lifts the hold where it is on one."""
    story = Story.objects.visible_to(request.user).filter(pk=pk).first()
    if story is None or not request.user.has_perm("articles.view_story"):
        raise Http404
    held = bool(story.legal_hold)
    if not request.user.has_perm("articles.lift_hold" if held else "articles.hold_story"):
        raise PermissionDenied

    def act(reason: str) -> str:
        if held:
            lift_hold(story, by=person(request), reason=reason)
            return f"The legal hold on “{story}” is lifted. What was called off is published anew."
        called_off = hold_story(story, by=person(request), reason=reason)
        more = " What was scheduled is called off." if called_off else ""
        return f"“{story}” is on legal hold: nothing of it goes out until Legal lifts it.{more}"

    context = {
        "title": f"Lift the legal hold on “{story}”" if held else f"Put “{story}” on legal hold",
        "said": story.legal_hold
        or "Nobody can publish it, whatever the reason, until Legal lifts the hold. What readers "
        "have already stays: to take that from them, withdraw the story.",
        "button": "Lift the hold" if held else "Put on hold",
        "back": reverse("admin:articles_story_change", args=[story.pk]),
        "thing": story,
        "opts": Story._meta,
    }
    return _answer(request, act, context)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_source_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything that rests on the source; and its withdrawal, by who may."""
    source = Source.objects.visible_to(request.user).filter(pk=pk).first()
    if source is None:
        raise Http404
    if not request.user.has_perm("articles.withdraw_source"):
        raise PermissionDenied

    def act(reason: str) -> str:
        called_off = withdraw_source(source, by=person(request), reason=reason)
        more = f" Called off: {', '.join(map(str, called_off))}." if called_off else ""
        return f"“{source}” is withdrawn. Repair what rests on it, as listed at the source.{more}"

    context = {
        "title": f"Withdraw “{source}”",
        "said": source.withdrawn_reason
        or "What rests on it can no longer be published; what is scheduled with it is called off. "
        "What readers have stays until it is repaired.",
        "button": "Withdraw the source",
        "back": reverse("admin:articles_source_change", args=[source.pk]),
        "thing": source,
        "resting": resting_in_words(request, source),
        "opts": Source._meta,
    }
    return _answer(request, act, context)


def resting_in_words(request: HttpRequest, source: Source) -> list[Resting]:
    """The passages that rest on the source, in stories that this person may see."""
    return resting_on(source, Story.objects.visible_to(request.user))


def _answer(
    request: HttpRequest, act: Callable[[str], str], context: dict[str, Any]
) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    status = 200
    if request.method == "POST":
        if form.is_valid():
            try:
                sentence = act(form.cleaned_data["reason"])
            except Refused as refusal:
                for one in refusal.sentences:
                    form.add_error(None, one)
                status = 409
            else:
                messages.success(request, sentence)
                return HttpResponseRedirect(context["back"])
        else:
            status = 422
    context = {**admin.site.each_context(request), **context, "form": form}
    return TemplateResponse(request, "admin/articles/with_reason.html", context, status=status)
