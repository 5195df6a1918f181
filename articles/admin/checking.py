"""The checks beside the copy: findings and the ledger, as the story stands in the window."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone

from articles.admin.dismissing import PassedBy
from articles.admin.person import person
from articles.admin.typed import StoryPage, typed_dossier
from articles.desk.dossier import Dossier, gather
from articles.desk.mine import locked_for
from articles.desk.source import Source
from articles.desk.story import Story
from articles.desk.via import withdrawn_in
from articles.preflight.finding import Case, Finding
from articles.preflight.ledger import Entry, beginning, entries
from articles.preflight.run import findings
from articles.publishing.standing import standing_of
from articles.publishing.take_up import may_pass_over


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
    response = JsonResponse(_answer(request, dossier, story))
    response["Cache-Control"] = "no-store"
    return response


def _story(request: HttpRequest, pk: int | None) -> Story:
    if pk is None:
        return Story(created_by=person(request))
    story = Story.objects.visible_to(request.user).filter(pk=pk).first()
    if story is None:
        raise Http404
    return story


def _answer(request: HttpRequest, dossier: Dossier, story: Story) -> dict[str, Any]:
    moment = timezone.localtime(max(timezone.now(), story.embargo or timezone.now()))
    public = standing_of([story.key])[story.key].public
    first = public.first_published_at if public else None
    found = findings(dossier, goes_live_at=moment, first_published_at=first)
    passed_by = PassedBy.of(story)
    case = Case(dossier=dossier, goes_live_at=moment)
    return {
        "findings": [
            {
                **finding_values(one),
                "may_be_dismissed": may_pass_over(request.user, one.rule),
                "dismissed": passed_by.words(one),
            }
            for one in found
        ],
        "ledger": _ledger(case),
        "unsourced": _unsourced(case, found),
        "checked_at": f"{moment:%H:%M:%S}",
    }


def finding_values(finding: Finding) -> dict[str, Any]:
    return {
        **finding.as_values(),
        "label": finding.severity.label,
        "place": asdict(finding.place),
        "fix": asdict(finding.fix) if finding.fix else None,
    }


def _ledger(case: Case) -> list[dict[str, Any]]:
    """Each source with its passages, in the order of the body."""
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


def _unsourced(case: Case, found: list[Finding]) -> list[dict[str, Any]]:
    """The quotations that nobody stands by, each with its place."""
    marked = {entry.place for entry in entries(case)}
    return [
        {"place": asdict(one.place), "words": beginning(one.place.words)}
        for one in found
        if one.rule == "sources.quotation" and one.place.words and one.place not in marked
    ]


def _source_values(source: Source) -> dict[str, Any]:
    gone = withdrawn_in(source)
    whose = f"{gone.public_label}: " if gone and gone != source else ""
    return {
        "id": source.pk,
        "label": source.public_label,
        "terms": source.get_terms_display(),
        "kind": source.get_kind_display(),
        "via": source.via.public_label if source.via else "",
        "first_hand": source.first_hand,
        "withdrawn": f"{whose}{gone.withdrawn_reason}" if gone else "",
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
