"""The pages that change what is live: correct or clarify a story, or withdraw it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles.admin.correction_forms import CorrectionForm, DecisionForm, WithdrawalForm
from articles.admin.dismissing import PassedBy
from articles.admin.door import findings_for, seen_story
from articles.admin.person import person
from articles.desk.dossier import gather
from articles.desk.story import Story
from articles.publishing.approve import ALONE, Approval, approve, copy_seen, turn_down
from articles.publishing.correction import TOLD, Correction
from articles.publishing.fronts.own_words import own_words
from articles.publishing.override import may_override
from articles.publishing.planned import coming
from articles.publishing.propose import APPROVES, PROPOSES, changes_at_the_desk, propose
from articles.publishing.public_note import PATTERNS
from articles.publishing.refusal import Refused
from articles.publishing.standing import standing_of
from articles.site.edition import Edition
from articles.vocabulary import EditionKind

Form = TypeVar("Form", bound=forms.Form)
REPORTED = ("wrong", "right", "noticed_by", "noticed_note")


@dataclass(frozen=True)
class _Act:
    """What a page does: its name in addresses, its form, and the kinds that it is about."""

    name: str
    kind: EditionKind
    form: type[CorrectionForm | WithdrawalForm]
    kinds: tuple[EditionKind, ...]

    def may(self, request: HttpRequest, table: dict[EditionKind, str]) -> bool:
        return request.user.has_perm(f"articles.{table[self.kind]}")


CORRECT = _Act("correct", EditionKind.CORRECTION, CorrectionForm, TOLD)
WITHDRAW = _Act("withdraw", EditionKind.WITHDRAWAL, WithdrawalForm, (EditionKind.WITHDRAWAL,))


@require_http_methods(["GET", "HEAD", "POST"])
def correct_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What readers have against what the desk has, and what readers are told of it."""
    return _answer(request, pk, CORRECT)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes the story from readers, with the reason that stands in its place."""
    return _answer(request, pk, WITHDRAW)


def _answer(request: HttpRequest, pk: int, act: _Act) -> HttpResponse:
    story = seen_story(request, pk)
    if not (act.may(request, PROPOSES) or act.may(request, APPROVES)):
        raise PermissionDenied
    waiting = Correction.objects.of(story).waiting(*act.kinds).first()
    if request.method != "POST":
        return _page(request, story, act)
    if request.POST.get("act") in {"approve", "turn_down"}:
        return _decide(request, story, act, waiting)
    form = act.form(request.POST.copy())
    if not form.is_valid():
        return _page(request, story, act, form, status=422)
    try:
        sentence = _propose(request, story, form)
    except Refused as refusal:
        return _page(request, story, act, _told(form, refusal), status=409)
    messages.success(request, sentence)
    return _back(story)


def _propose(request: HttpRequest, story: Story, form: CorrectionForm | WithdrawalForm) -> str:
    """With a reason for doing it alone it is published at once; else it waits."""
    alone = form.cleaned_data.get("alone_reason", "").strip()
    said = form.said()
    with transaction.atomic():
        correction = propose(story, said, by=person(request))
        if not alone:
            return f"The {said.kind.label.lower()} waits for a second person, who has been told."
        over = form.cleaned_data.get("override_reason", "")
        approval = Approval(
            alone_reason=alone, override_reason=over, goes_live_at=said.goes_live_at
        )
        edition = approve(correction, by=person(request), approval=approval)
    return _published(story, edition)


def _decide(
    request: HttpRequest, story: Story, act: _Act, waiting: Correction | None
) -> HttpResponse:
    form = DecisionForm(request.POST)
    if request.POST["act"] == "turn_down" or act is WITHDRAW:
        del form.fields["goes_live_at"]  # what was proposed may be past by now
    if waiting is None:
        messages.error(request, "Nothing waits any more. Perhaps somebody else has decided.")
        return _back(story)
    if not form.is_valid():
        return _page(request, story, act, decision=form, status=422)
    if request.POST["act"] == "approve" and not act.may(request, APPROVES):
        raise PermissionDenied
    try:
        if request.POST["act"] == "turn_down":
            turn_down(waiting, by=person(request), reason=form.cleaned_data["why_not"])
            sentence = "It is turned down; the record has your reason."
        else:
            edition = approve(waiting, by=person(request), approval=form.approval())
            sentence = _published(story, edition)
    except Refused as refusal:
        return _page(request, story, act, decision=_told(form, refusal), status=409)
    messages.success(request, sentence)
    return _back(story)


def _published(story: Story, edition: Edition) -> str:
    kind = EditionKind(edition.kind)
    if kind == EditionKind.WITHDRAWAL:
        return f"“{story}” is withdrawn. Its address tells readers why."
    if edition.goes_live_at > timezone.now():
        moment = timezone.localtime(edition.goes_live_at)
        done = f"goes live on {moment:%A %d %B %Y at %H:%M %Z}."
    else:
        done = "is published, with its note."
    sentence = f"The {kind.label.lower()} of “{story}” {done}"
    return " ".join([sentence, *own_words(story.key)])


def _told(form: Form, refusal: Refused) -> Form:
    for sentence in refusal.sentences:
        form.add_error(None, sentence)
    return form


def _back(story: Story) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("admin:articles_story_change", args=[story.pk]))


def _page(
    request: HttpRequest,
    story: Story,
    act: _Act,
    form: CorrectionForm | WithdrawalForm | None = None,
    *,
    decision: DecisionForm | None = None,
    status: int = 200,
) -> HttpResponse:
    standing = standing_of([story.key])[story.key]
    waiting = Correction.objects.of(story).waiting(*act.kinds).first()
    is_mine = waiting is not None and waiting.proposed_by_id == request.user.pk
    moment = _moment(form or decision, waiting)
    found = findings_for(request, gather(story), at=moment) if act is CORRECT else []
    passed_by = PassedBy.of(story)
    blocks = [one for one in found if one.blocks and not passed_by.words(one)]
    asked = {
        "goes_live_at": act is CORRECT,
        "alone_reason": act.may(request, APPROVES)
        and _may_alone(request)
        and (is_mine or waiting is None),
        "override_reason": any(may_override(request.user, finding) for finding in blocks),
    }
    context = {
        **admin.site.each_context(request),
        **_about(story, waiting, is_live=standing.is_live),
        "title": f"{'Withdraw' if act is WITHDRAW else 'Correct'} “{story}”",
        "standing": standing,
        "is_mine": is_mine,
        "may_approve": act.may(request, APPROVES),
        "blocks": blocks,
    }
    if waiting is not None:
        decision = decision or DecisionForm(initial=_seen(story, waiting))
        context["decision"] = _asking(decision, asked)
    elif standing.is_live and act.may(request, PROPOSES):
        context["form"] = _asking(form or act.form(initial=_initial(request)), asked)
    template = f"admin/articles/story/{act.name}.html"
    return TemplateResponse(request, template, context, status=status)


def _about(story: Story, waiting: Correction | None, *, is_live: bool) -> dict[str, Any]:
    """What the page tells of the story, whoever looks at it."""
    return {
        "story": story,
        "waiting": waiting,
        "changes": changes_at_the_desk(story) if is_live else [],
        "later": coming(story),
        "past": Correction.objects.of(story).exclude(pk=waiting.pk if waiting else 0),
        "patterns": {str(kind): pattern for kind, pattern in PATTERNS.items()},
        "opts": Story._meta,
    }


def _moment(form: forms.Form | None, waiting: Correction | None) -> datetime:
    """For when it is checked: the time that was typed, or proposed, and else now."""
    typed: datetime | None = None
    if form is not None and form.is_bound:
        typed = getattr(form, "cleaned_data", {}).get("goes_live_at")
    elif waiting is not None:
        typed = waiting.goes_live_at
    return max(typed or timezone.now(), timezone.now())


def _seen(story: Story, waiting: Correction) -> dict[str, Any]:
    """What the second person decides on: the copy, and the time that was proposed."""
    at = waiting.goes_live_at
    return {
        "seen": copy_seen(story),
        "goes_live_at": timezone.localtime(at) if at and at > timezone.now() else None,
    }


def _initial(request: HttpRequest) -> dict[str, Any]:
    """The kind that was chosen at the door, or a correction; and what a reader reported."""
    kind = request.GET.get("kind", "")
    reported = {name: request.GET[name] for name in REPORTED if name in request.GET}
    return {"kind": kind if kind in TOLD else EditionKind.CORRECTION, **reported}


def _may_alone(request: HttpRequest) -> bool:
    return any(request.user.has_perm(f"articles.{one}") for one in ALONE)


def _asking(form: Form, asked: dict[str, bool]) -> Form:
    """Without the questions that this person, or this story, need not answer."""
    for name, is_asked in asked.items():
        if not is_asked:
            form.fields.pop(name, None)
    return form
