"""The masthead at the desk: sections, contributors, the publication."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from articles.admin.called_off import tell
from articles.admin.person import person
from articles.desk.fronts.front import Front
from articles.masthead.contributor import Contributor
from articles.masthead.publication import Publication
from articles.masthead.section import Section
from articles.publishing.close_section import close_section


@admin.register(Section)
class SectionAdmin(admin.ModelAdmin[Section]):
    list_display = ["name", "slug", "position", "is_closed"]
    prepopulated_fields = {"slug": ["name"]}

    def save_model(self, request: HttpRequest, obj: Section, form: Any, change: Any) -> None:
        super().save_model(request, obj, form, change)
        if obj.is_closed and "is_closed" in form.changed_data:
            tell(request, close_section(obj, by=person(request)))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Its front goes with it, whoever composes; one that was ever launched keeps it."""
        going, counts, needed, protected = super().get_deleted_objects(objs, request)
        return going, counts, needed - {Front._meta.verbose_name}, protected

    def view_on_site(self, section: Section) -> str:
        return section.get_absolute_url()


@admin.register(Contributor)
class ContributorAdmin(admin.ModelAdmin[Contributor]):
    list_display = ["name", "role_text", "user"]
    list_select_related = ["user"]
    search_fields = ["name", "role_text"]
    prepopulated_fields = {"slug": ["name"]}
    fields = ["name", "slug", "role_text", "bio", "email", "user"]

    def view_on_site(self, contributor: Contributor) -> str:
        return contributor.get_absolute_url()


@admin.register(Publication)
class PublicationAdmin(admin.ModelAdmin[Publication]):
    """The one row: opened straight away, never added to, never deleted."""

    fields = ["name", "strapline", "language", "time_zone", "contact_email", "about"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:articles_publication_change", args=[1]))
