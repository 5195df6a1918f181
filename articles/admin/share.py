"""The page where preview links are made, seen and revoked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles.admin.door import seen_story
from articles.admin.person import person
from articles.desk.preview_link import PreviewLink
from articles.desk.story import Story
from articles.publishing.refusal import Refused
from articles.publishing.share_preview import LONGEST, may_share, revoke_preview, share_preview

LASTS = {2: "2 hours", 24: "One day", 72: "3 days", 168: "7 days", 24 * LONGEST.days: "30 days"}
SHOWN = 50


class ShareForm(forms.Form):
    for_whom = forms.CharField(
        label="For whom, and why",
        max_length=200,
        help_text="It stands at the top of the page that they get, and on the story’s record.",
        error_messages={"required": "Say who gets the link, and why."},
    )
    lasts = forms.TypedChoiceField(
        label="It shows the story for", choices=list(LASTS.items()), coerce=int, initial=24
    )


@require_http_methods(["GET", "HEAD", "POST"])
def share_page(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: the links there are. POST: makes one and shows its address, once; or revokes one."""
    story = seen_story(request, pk)
    if not request.user.has_perm("articles.share_preview"):
        raise PermissionDenied
    if request.method == "POST" and "revoke" in request.POST:
        return _revoke(request, story)
    form = ShareForm(request.POST or None)
    if request.method != "POST":
        return _page(request, story, form)
    if not form.is_valid():
        return _page(request, story, form, status=422)
    try:
        _, token = share_preview(
            story,
            by=person(request),
            for_whom=form.cleaned_data["for_whom"],
            lasts=timedelta(hours=form.cleaned_data["lasts"]),
        )
    except Refused as refusal:
        for sentence in refusal.sentences:
            form.add_error(None, sentence)
        return _page(request, story, form, status=409)
    address = f"{settings.SITE_URL}{reverse('preview_link', args=[token])}"
    return _page(request, story, ShareForm(), address=address)


def _revoke(request: HttpRequest, story: Story) -> HttpResponse:
    number = request.POST["revoke"]
    links = _links(story)
    link = links.filter(pk=number).first() if number.isascii() and number.isdigit() else None
    if link is None:
        messages.error(request, "There is no such link of this story.")
    else:
        revoke_preview(link, by=person(request))
        messages.success(request, f"The link for {link.for_whom} shows nothing any more.")
    return HttpResponseRedirect(reverse("admin:articles_story_share", args=[story.pk]))


def _links(story: Story) -> Any:
    rows = PreviewLink.objects.filter(revision__story=story)
    return rows.select_related("revision__story", "made_by", "revoked_by").defer("revision__values")


def _page(
    request: HttpRequest, story: Story, form: ShareForm, *, status: int = 200, address: str = ""
) -> HttpResponse:
    now = timezone.now()
    context = {
        **admin.site.each_context(request),
        "title": f"Show “{story}” to somebody outside",
        "story": story,
        "form": form if may_share(person(request), story) else None,
        "address": address,
        "links": [
            {"link": one, "is_open": one.revoked_at is None and one.expires_at > now}
            for one in _links(story)[:SHOWN]
        ],
        "opts": Story._meta,
    }
    page = TemplateResponse(request, "admin/articles/story/share.html", context, status=status)
    # No other site hears of this page. “no-referrer” would make browsers hide from us, too, where a
    # form was sent from, and the desk refuses such a form.
    page["Referrer-Policy"] = "same-origin"
    return page
