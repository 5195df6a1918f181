"""Notifications: what happened that the person at the desk should know of."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles.admin.person import person
from articles.admin.row_id import row_id
from articles.desk.notification import Notification, NotificationQuerySet
from articles.vocabulary import NotificationKind
from newsroom.desk import desk_page

MOST = 100  # that are shown; older ones that nobody read are too old to act on

PLACES = {
    NotificationKind.MENTIONED: ("articles_story_change", "#notes-group"),
    NotificationKind.ANSWERED: ("articles_story_change", "#notes-group"),
    NotificationKind.CALLED_OFF: ("articles_story_publish", ""),
}
"""Where each kind leads; the others to the story."""


@desk_page("notifications/", "notifications")
@require_http_methods(["GET", "HEAD", "POST"])
def notifications_page(request: HttpRequest) -> HttpResponse:
    """One's own. POST `open`, `unread` or `all`: opens one, keeps one for later, reads all."""
    rows = Notification.objects.of(person(request))
    if request.method == "POST":
        return HttpResponseRedirect(_act(rows, request))
    found = list(rows.select_related("story", "caused_by")[:MOST])
    context = {
        **admin.site.each_context(request),
        "title": "Notifications",
        "unread_rows": [row for row in found if row.read_at is None],
        "read_rows": [row for row in found if row.read_at is not None],
    }
    return TemplateResponse(request, "admin/notifications.html", context)


def _act(rows: NotificationQuerySet, request: HttpRequest) -> str:
    """Does what was pressed; answers where to go then."""
    here = reverse("admin:notifications")
    if "all" in request.POST:
        rows.unread().update(read_at=timezone.now())
        return here
    if "unread" in request.POST:
        _one(rows, request.POST["unread"]).update(read_at=None)
        return here
    chosen = _one(rows, request.POST.get("open", ""))
    row: Any = chosen.first()
    if row is None:
        raise Http404
    chosen.unread().update(read_at=timezone.now())
    name, anchor = PLACES.get(row.kind, ("articles_story_change", ""))
    return reverse(f"admin:{name}", args=[row.story_id]) + anchor


def _one(rows: NotificationQuerySet, sent: str) -> NotificationQuerySet:
    return rows.filter(pk=row_id(sent))
