"""The desk: the one admin site. `articles.admin` registers on it what is edited there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import SimpleLazyObject
from django.views.decorators.cache import never_cache

from articles.desk.notification import Notification
from articles.desk.vault.acts import destroy_due
from articles.desk.vault.passwords import carry_over
from articles.masthead.publication import the_publication
from articles.publishing.due import due_for

ORDER = (
    "Story",
    "Photo",
    "Source",
    "Reply",
    "Front",
    "ReaderReport",
    "HandOver",
    "HouseRule",
    "Supplier",
    "Contributor",
    "Section",
    "Tag",
    "Policy",
    "Publication",
    "User",
)
"""The rooms by use: as many of the first as the screen has room for stand in line, the rest under
“More” (see desk.css)."""


View = Callable[..., HttpResponse]
PAGES: list[tuple[str, View, str]] = []
"""Pages that belong to no model: each registers itself, as models do."""


def desk_page(route: str, name: str) -> Callable[[View], View]:
    """Gives a view an address of the desk, for who is logged in."""

    def register(view: View) -> View:
        PAGES.append((route, view, name))
        return view

    return register


class Desk(admin.AdminSite):
    index_title = "The desk"
    enable_nav_sidebar = False  # the rooms stand in one line at the top

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """One list in the order of use: which Django app keeps a thing is nobody's concern."""
        apps = super().get_app_list(request, app_label)
        if app_label is not None or not apps:
            return apps
        things = [thing for app in apps for thing in app["models"]]
        if request.user.has_perm("articles.view_handover"):
            address = reverse("admin:handover")
            things.append({"name": "Hand-over", "object_name": "HandOver", "admin_url": address})
        things.sort(key=lambda thing: _place(thing["object_name"]))
        ours = next((app for app in apps if app["app_label"] == "articles"), apps[0])
        return [{**ours, "models": things}]

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Without Django's `view_on_site`, which tells anyone at the desk the address of any row:
        that of a story under embargo too."""
        addresses = super().get_urls()
        own = [path(route, self.admin_view(view), name=name) for route, view, name in PAGES]
        return [*own, *(one for one in addresses if getattr(one, "name", "") != "view_on_site")]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        name = the_publication().name
        context = super().each_context(request)
        unread = SimpleLazyObject(lambda: Notification.objects.of(request.user).unread().count())
        return {**context, "site_header": name, "site_title": f"{name} desk", "unread": unread}

    @method_decorator(never_cache)
    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """The start page, with what is due for whoever looks at it."""
        destroy_due()
        due = due_for(request.user, now=timezone.now())
        return super().index(request, {**due, **(extra_context or {})})

    @method_decorator(never_cache)
    def password_change(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        """Django lets browsers keep this page and the next; they belong to one log-in.

        Who gives the old password stays one of those who know what the vault keeps.
        """
        user = request.user
        before = user.password if isinstance(user, User) else ""
        response = super().password_change(request, extra_context)
        if isinstance(user, User):
            carry_over(user, before=before)
        return response

    @method_decorator(never_cache)
    def password_change_done(
        self, request: HttpRequest, extra_context: Any = None
    ) -> TemplateResponse:
        return super().password_change_done(request, extra_context)


def _place(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)
