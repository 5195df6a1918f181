"""In hand: the buttons that move a story on and give it to somebody, and their addresses.

Whoever may write saves with the same press: no word that was typed is left behind.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from articles.admin.called_off import tell
from articles.admin.door import seen_story
from articles.admin.person import person
from articles.admin.row_id import row_id
from articles.desk.assign import assign, who_may_have_it, why_not_assign
from articles.desk.mine import moves_for
from articles.desk.refusal import NotYours
from articles.desk.story import Story
from articles.publishing.move import move
from articles.publishing.refusal import NotAllowed, Refused
from articles.vocabulary import Stage

NOBODY = "nobody"


def in_hand(request: HttpRequest, story: Story | None) -> dict[str, Any]:
    """What the story's page offers: the moves and the people, for whoever looks at it."""
    if story is None:
        return {}
    user = person(request)
    moves = [
        {"to": to, "label": one.label, "wants_reason": one.wants_reason}
        for to, one in moves_for(story, user)
    ]
    takes = story.assigned_to_id != user.pk and not why_not_assign(story, to=user, by=user)
    lays_down = story.assigned_to_id and not why_not_assign(story, to=None, by=user)
    gives = user.has_perm("articles.assign_story")
    return {
        "moves": [one for one in moves if not one["wants_reason"]],
        "moves_with_reason": [one for one in moves if one["wants_reason"]],
        "may_take": takes,
        "may_lay_down": lays_down,
        "people": who_may_have_it().exclude(pk=user.pk) if gives else [],
    }


def of_length(story: Story) -> str:
    """“412 words; 88 under what is planned”."""
    words = "1 word" if story.length == 1 else f"{story.length:,} words"
    if not story.planned_length:
        return words
    over = story.length - story.planned_length
    return f"{words}; " + (
        f"{abs(over):,} {'over' if over > 0 else 'under'} what is planned" if over else "as planned"
    )


@require_POST
def move_page(request: HttpRequest, pk: int) -> HttpResponse:
    """POST `to` and, where it is wanted, `reason`."""
    story = seen_story(request, pk)
    sent = request.POST.get("to", "")
    to = Stage(sent) if sent in Stage.values else None
    return _answer(request, story, _move(request, story, to, request.POST.get("reason", "")))


@require_POST
def assign_page(request: HttpRequest, pk: int) -> HttpResponse:
    """POST `to`: the id of a log-in, or “nobody”."""
    story = seen_story(request, pk)
    return _answer(request, story, _assign(request, story, request.POST.get("to", "")))


def pressed(request: HttpRequest) -> bool:
    """Whether the story's form was sent with one of these buttons."""
    return bool({"move_to", "give_now", "give"} & request.POST.keys())


def after_saving(request: HttpRequest, story: Story) -> HttpResponse:
    """What the pressed button says, once the form is saved; and back to the page."""
    if "move_to" in request.POST:
        sent = request.POST["move_to"]
        to = Stage(sent) if sent in Stage.values else None
        refusal, _ = _move(request, story, to, request.POST.get("move_reason", ""))
    else:
        refusal, _ = _assign(
            request, story, request.POST.get("give_now") or request.POST.get("give_to", "")
        )
    if refusal:
        messages.error(request, f"The story is saved. {refusal}")
    return HttpResponseRedirect(_back(request, story))


def _back(request: HttpRequest, story: Story) -> str:
    """The story's page; to who laid it down and sees it no more, the list."""
    if Story.objects.visible_to(request.user).filter(pk=story.pk).exists():
        return reverse("admin:articles_story_change", args=[story.pk])
    return reverse("admin:articles_story_changelist")


Refusal = tuple[str, int]  # the sentence and the status; an empty sentence: it was done


def _move(request: HttpRequest, story: Story, to: Stage | None, reason: str) -> Refusal:
    if to is None:
        return "Choose one of the stages that are offered.", 422
    try:
        called_off = move(story, to=to, by=person(request), reason=reason[:1000])
    except NotAllowed as refusal:
        return " ".join(refusal.sentences), 403
    except Refused as refusal:
        return " ".join(refusal.sentences), 422
    messages.success(request, f"“{story}” is {_word(to)} now.")
    tell(request, [story] if called_off else [])
    return "", 302


def _assign(request: HttpRequest, story: Story, sent: str) -> Refusal:
    to = None
    if sent != NOBODY:
        to = User.objects.filter(pk=row_id(sent)).first()
        if to is None:
            return "Choose who gets the story.", 422
    try:
        assign(story, to=to, by=person(request))
    except NotYours as refusal:
        return str(refusal), 403
    whose = "Nobody has" if to is None else "You have" if to == request.user else f"{to} has"
    messages.success(request, f"{whose} “{story}” in hand now.")
    return "", 302


def _word(stage: Stage) -> str:
    return "a draft" if stage == Stage.DRAFT else stage.label.lower()


def _answer(request: HttpRequest, story: Story, refusal: Refusal) -> HttpResponse:
    sentence, status = refusal
    back = _back(request, story)
    if not sentence:
        return HttpResponseRedirect(back)
    context = {
        **admin.site.each_context(request),
        "title": f"“{story}” stays as it is",
        "sentence": sentence,
        "back": back,
        "thing": story,
        "opts": Story._meta,
    }
    return TemplateResponse(request, "admin/articles/refused.html", context, status=status)
