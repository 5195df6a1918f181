"""Fronts at the desk: their list, and the addresses of composing one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime

from articles.admin.fronts import acts, compose, preview
from articles.admin.row_id import row_id
from articles.desk.fronts.front import Front, may_compose
from articles.publishing.fronts.state import states


@admin.register(Front)
class FrontAdmin(admin.ModelAdmin[Front]):
    """Each row leads to its composing page: nothing is added or deleted here."""

    list_display = ["named", "with_readers", "draft", "changed"]
    list_display_links = None
    list_select_related = ["section", "changed_by"]
    sortable_by = ()
    actions = None

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        pages: list[tuple[str, Callable[..., HttpResponseBase], str]] = [
            ("compose/", compose.compose_page, "compose"),
            ("pool/", compose.pool_page, "pool"),
            ("preview/", preview.preview_page, "preview"),
            ("discard/", acts.discard_page, "discard"),
            ("put-back/", acts.put_back_page, "put_back"),
            ("call-off/", acts.call_off_page, "call_off"),
            ("flow/", acts.flow_page, "flow"),
        ]
        own = [
            path(f"<int:pk>/{route}", wrap(view), name=f"articles_front_{name}")
            for route, view, name in pages
        ]
        return [*own, *super().get_urls()]

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may_compose(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_compose(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_compose(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """A section that is new has its front as soon as somebody looks for it."""
        if may_compose(request.user):
            Front.objects.complete()
        response = super().changelist_view(request, extra_context)
        changelist = getattr(response, "context_data", {}).get("cl")
        if changelist is not None:
            found = states(changelist.result_list)
            for front in changelist.result_list:
                front.state = found[front.pk]
        return response

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """A front is changed by composing it."""
        front = compose.seen_front(request, row_id(object_id))
        return HttpResponseRedirect(compose.compose_address(front))

    @admin.display(description="front")
    def named(self, front: Front) -> str:
        return format_html('<a href="{}">{}</a>', compose.compose_address(front), front)

    @admin.display(description="with readers")
    def with_readers(self, front: Any) -> str:
        return str(front.state)

    @admin.display(description="draft")
    def draft(self, front: Any) -> str:
        count = len(front.state.draft)
        if not front.state.waits:
            return "as readers have it"
        return f"{count} slot{'' if count == 1 else 's'}, not launched"

    @admin.display(description="changed", empty_value="–")
    def changed(self, front: Front) -> str | None:
        if front.changed_at is None:
            return None
        return f"{date_format(localtime(front.changed_at), 'j M, H:i')}, {front.changed_by}"
