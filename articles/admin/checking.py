"""The checks beside the copy: findings and the ledger, as the story stands in the window."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles.admin.person import person
from articles.admin.typed import StoryPage, typed_dossier
from articles.desk.dismissal import dismiss, restore
from articles.desk.dossier import Dossier, gather
from articles.desk.mine import locked_for
from articles.desk.source import Source
from articles.desk.story import Story
from articles.preflight.finding import RULES, Case, Finding
from articles.preflight.ledger import Entry, entries
from articles.preflight.run import findings
from articles.publishing.standing import standing_of
from articles.vocabulary import Severity


def check_page(page: StoryPage, request: HttpRequest, pk: int | None) -> HttpResponse:
    """Findings and ledger of the story as its form has it now; of a new one before it is saved."""
    story = _story(request, pk)
    may_write = request.user.has_perm("articles.change_story" if pk else "articles.add_story")
    may_write = may_write and not (pk and locked_for(story, request.user))
    if not may_write and not request.user.has_perm("articles.view_story"):
        raise PermissionDenied
    with transaction.atomic():
        dossier = typed_dossier(page, request, story) if may_write else gather(story)
        transaction.set_rollback(True)  # a look leaves nothing behind
    response = JsonResponse(_answer(dossier, story))
    response["Cache-Control"] = "no-store"
    return response


def _story(request: HttpRequest, pk: int | None) -> Story:
    if pk is None:
        return Story(created_by=person(request))
    story = Story.objects.visible_to(request.user).filter(pk=pk).first()
    if story is None:
        raise Http404
    return story


def _answer(dossier: Dossier, story: Story) -> dict[str, Any]:
    moment = timezone.localtime(max(timezone.now(), story.embargo or timezone.now()))
    public = standing_of([story.key])[story.key].public
    first = public.first_published_at if public else None
    found = findings(dossier, goes_live_at=moment, first_published_at=first)
    dismissed = dismissals_of(story)
    return {
        "findings": [finding_values(one, dismissed.get(one.key)) for one in found],
        "ledger": _ledger(Case(dossier=dossier, goes_live_at=moment)),
        "checked_at": f"{moment:%H:%M:%S}",
    }


def dismissals_of(story: Story) -> dict[str, str]:
    """Why each finding was dismissed, and by whom, by the finding's key."""
    if story._state.adding:
        return {}
    rows = story.dismissals.select_related("made_by")
    return {row.key: f"{row.reason} ({row.made_by})" for row in rows}


def finding_values(finding: Finding, dismissed: str | None) -> dict[str, Any]:
    return {
        **finding.as_values(),
        "label": finding.severity.label,
        "place": asdict(finding.place),
        "fix": asdict(finding.fix) if finding.fix else None,
        "may_be_dismissed": not finding.blocks,
        "dismissed": dismissed or "",
    }


def _ledger(case: Case) -> list[dict[str, Any]]:
    """Each source with its passages, in the order of the body; then those that stand for nothing.

    What has no source is told by the findings.
    """
    by_source: dict[int, list[Entry]] = {}
    for entry in entries(case):
        by_source.setdefault(entry.source.pk, []).append(entry)
    return [
        {
            **_source_values(some[0].source),
            "passages": [_passage_values(entry) for entry in some],
        }
        for some in by_source.values()
    ]


def _source_values(source: Source) -> dict[str, Any]:
    return {
        "id": source.pk,
        "label": source.public_label,
        "terms": source.get_terms_display(),
        "kind": source.get_kind_display(),
        "via": source.via.public_label if source.via else "",
        "first_hand": source.first_hand,
        "withdrawn": source.withdrawn_reason,
        "address": reverse("admin:articles_source_change", args=[source.pk]),
    }


def _passage_values(entry: Entry) -> dict[str, Any]:
    row = entry.attribution
    return {
        "row": row.pk,
        "place": asdict(entry.place),
        "words": entry.beginning,
        "kind": row.get_kind_display(),
        "status": "" if row.is_quote else row.get_status_display(),
        "serious": row.is_serious,
        "proposal": row.is_proposal,
    }


class DismissForm(forms.Form):
    key = forms.RegexField(r"\A[0-9a-f]{24}\Z")
    rule = forms.CharField(max_length=60)
    message = forms.CharField(max_length=2000)
    reason = forms.CharField(
        max_length=300, error_messages={"required": "Say why this does not matter here."}
    )

    def clean_rule(self) -> str:
        rule = RULES.get(self.cleaned_data["rule"])
        if rule is None or rule.severity == Severity.BLOCK:
            message = "This cannot be dismissed: it keeps the story from going out until mended."
            raise forms.ValidationError(message)
        return rule.id


@require_POST
def dismiss_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Passes a finding by with a reason, or takes it up again when `restore` is sent."""
    story = _story(request, pk)
    if locked_for(story, request.user):
        raise PermissionDenied
    if "restore" in request.POST:
        restore(story, key=request.POST.get("key", "")[:24], by=person(request))
        return JsonResponse({})
    form = DismissForm(request.POST)
    if not form.is_valid():
        sentences = [str(one) for errors in form.errors.values() for one in errors]
        return JsonResponse({"error": " ".join(sentences)}, status=400)
    dismiss(story, by=person(request), **form.cleaned_data)
    return JsonResponse({})
