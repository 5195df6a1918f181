"""What was understood of a pasted story: each guess is accepted, changed or refused by a key."""

from __future__ import annotations

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles.admin.called_off import tell
from articles.admin.person import person
from articles.admin.proposal_cards import Card, card_of
from articles.desk.keep_revision import keep_revision
from articles.desk.mine import locked_for
from articles.desk.paste import Paste
from articles.desk.story import Story
from articles.intake.proposals import open_proposals
from articles.publishing.recheck import recheck

LONGEST_NUMBER = 4  # digits


@require_http_methods(["GET", "HEAD", "POST"])
def proposals_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The open guesses of one story; a POST settles one of them and comes back for the next."""
    if not request.user.has_perm("articles.change_story"):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, _story(request, pk))
    with transaction.atomic():
        story = _story(request, pk, for_update=True)
        if locked_for(story, request.user):
            raise PermissionDenied
        return _settle(request, story)


def _story(request: HttpRequest, pk: int, *, for_update: bool = False) -> Story:
    rows = Story.objects.visible_to(request.user).filter(pk=pk)
    story = (rows.select_for_update(of=("self",)) if for_update else rows).first()
    if story is None or not Paste.objects.filter(story=story).exists():
        raise Http404
    return story


def _settle(request: HttpRequest, story: Story) -> HttpResponse:
    found = open_proposals(story, at=timezone.localtime())
    names = [f"{one.kind}-{one.key}" for one in found]
    sent = request.POST.get("proposal", "")
    if sent not in names:
        messages.warning(request, "That was settled already, or its words have changed since.")
        return _back(story, 0)
    number = names.index(sent)
    # What the form has not sent yet stays as it is stored: a refusal reads none of it.
    refuses = request.POST.get("act") == "refuse"
    card = card_of(found[number], story, request, request.POST)
    if not request.user.has_perm(card.permission):
        raise PermissionDenied
    if not card.settle("refuse" if refuses else "accept"):
        return _page(request, story, card)
    because = "A guess of the pasted text was settled."
    keep_revision(story, by=person(request), why=because)
    tell(request, recheck([story], by=person(request), because=because))
    return _back(story, number)


def _back(story: Story, number: int) -> HttpResponse:
    address = reverse("admin:articles_story_proposals", args=[story.pk])
    return HttpResponseRedirect(f"{address}?at={number}")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else 0


def _page(request: HttpRequest, story: Story, failed: Card | None = None) -> HttpResponse:
    cards = [card_of(one, story, request) for one in open_proposals(story, at=timezone.localtime())]
    at = _number(request.GET.get("at", ""))
    if failed:
        at = [card.name for card in cards].index(failed.name)
        cards[at] = failed
    context = {
        **admin.site.each_context(request),
        "title": "What we understood",
        "story": story,
        "cards": cards,
        "at": min(at, len(cards) - 1),
        "paste": story.paste,
        "opts": Story._meta,
    }
    status = 422 if failed else 200
    return TemplateResponse(request, "admin/articles/story/proposals.html", context, status=status)
