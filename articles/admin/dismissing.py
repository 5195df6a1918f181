"""Dismissing a finding with a reason, or passing over a block, by who may; and taking it up again.

Beside the copy it is asked for by a script, at the door by a form.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from articles.admin.called_off import tell
from articles.admin.person import person
from articles.desk.dismissal import dismiss
from articles.desk.mine import locked_for
from articles.desk.story import Story
from articles.preflight.finding import RULES, Finding
from articles.publishing.override import PassedOver, passed_over, why_passed_over
from articles.publishing.refusal import NotAllowed
from articles.publishing.take_up import may_pass_over, may_pass_something_over, take_up_again

BLOCKS = "This cannot be dismissed: it keeps the story from going out until mended."
NOT_YOURS = "You may not dismiss this. Ask whoever writes the story."
SETTLED = "Somebody who may has passed this over. Ask them to take it up again."


@dataclass(frozen=True)
class PassedBy:
    """What was dismissed of one story, and what was passed over: reason and name of each."""

    dismissed: dict[str, str]
    over: PassedOver

    @classmethod
    def of(cls, story: Story) -> PassedBy:
        if story._state.adding:
            return cls({}, {})
        rows = story.dismissals.select_related("made_by")
        return cls({row.key: f"{row.reason} ({row.made_by})" for row in rows}, passed_over(story))

    def words(self, finding: Finding) -> str:
        """“Passed over: reason (name)”, “Dismissed: reason (name)”; empty where neither is so."""
        if finding.blocks:
            why = why_passed_over(finding, self.over)
            return why and f"Passed over: {why}"
        why = self.dismissed.get(finding.key, "")
        return why and f"Dismissed: {why}"


class DismissForm(forms.Form):
    key = forms.RegexField(r"\A[0-9a-f]{24}\Z")
    rule = forms.CharField(max_length=60)
    message = forms.CharField(max_length=2000)
    reason = forms.CharField(
        max_length=300, error_messages={"required": "Say why this does not matter here."}
    )

    def __init__(self, *args: Any, story: Story, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.story, self.by = story, by

    def clean_rule(self) -> str:
        rule = RULES.get(self.cleaned_data["rule"])
        if rule is None:
            raise ValidationError(BLOCKS)
        if not may_pass_over(self.by, rule.id):
            raise ValidationError(BLOCKS if rule.blocks else NOT_YOURS)
        return rule.id

    def clean(self) -> dict[str, Any]:
        """Nobody writes over what only others may pass over."""
        cleaned = super().clean() or {}
        row = self.story.dismissals.filter(key=cleaned.get("key", "")).first()
        if row is not None and not may_pass_over(self.by, row.rule):
            raise ValidationError(SETTLED)
        return cleaned


@require_POST
def dismiss_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Passes a finding by with a reason, or takes it up again when `restore` is sent.

    Answers JSON, or goes back to the door when `door` is sent.
    """
    story = Story.objects.visible_to(request.user).filter(pk=pk).first()
    if story is None:
        raise Http404
    if not may_pass_something_over(request.user) or _only_reads(request, story):
        raise PermissionDenied
    sentence = _take_up(request, story) if "restore" in request.POST else _dismiss(request, story)
    if "door" in request.POST:
        if sentence:
            messages.error(request, sentence)
        return HttpResponseRedirect(reverse("admin:articles_story_publish", args=[story.pk]))
    if sentence:
        return JsonResponse({"error": sentence}, status=400)
    return JsonResponse({})


def _only_reads(request: HttpRequest, story: Story) -> bool:
    """Whether the story's stage lets the person read alone, and no block is theirs to pass over."""
    overrides = {rule.override for rule in RULES.values() if rule.override}
    holds = any(request.user.has_perm(f"articles.{name}") for name in overrides)
    writes = request.user.has_perm("articles.change_story")
    return writes and not holds and bool(locked_for(story, request.user))


def _dismiss(request: HttpRequest, story: Story) -> str:
    """What was wrong with the request, if anything."""
    form = DismissForm(request.POST, story=story, by=person(request))
    if not form.is_valid():
        return " ".join(str(one) for errors in form.errors.values() for one in errors)
    dismiss(story, by=person(request), **form.cleaned_data)
    return ""


def _take_up(request: HttpRequest, story: Story) -> str:
    try:
        tell(
            request, take_up_again(story, key=request.POST.get("key", "")[:24], by=person(request))
        )
    except NotAllowed as refusal:
        return str(refusal)
    return ""
