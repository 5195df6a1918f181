"""Sources at the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from articles.admin import pickers, vault, with_reason
from articles.admin.called_off import tell
from articles.admin.forget_name import forget_name
from articles.admin.moments import NATIVE
from articles.admin.person import person
from articles.admin.source_form import SourceForm
from articles.desk.source import Source
from articles.publishing.recheck import recheck
from articles.publishing.rests_on import stories_resting_on


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin[Source]):
    form = SourceForm
    change_form_template = "admin/articles/source/change_form.html"
    list_display = ["__str__", "kind", "terms", "first_hand", "via"]
    list_filter = ["kind", "terms", "first_hand"]
    list_select_related = ["via"]
    search_fields = ["name", "public_description"]
    autocomplete_fields = ["via"]
    formfield_overrides = {
        **NATIVE,
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 4})},
    }

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        return super().get_queryset(request) & Source.objects.visible_to(request.user)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("pick/", wrap(pickers.sources), name="articles_source_pick"),
            path("<int:pk>/identity/", wrap(vault.identity_page), name="articles_source_identity"),
            path(
                "<int:pk>/withdraw/",
                wrap(with_reason.withdraw_source_page),
                name="articles_source_withdraw",
            ),
            *super().get_urls(),
        ]

    def save_model(self, request: HttpRequest, obj: Source, form: Any, change: Any) -> None:
        """Other terms may keep back what was scheduled with the source, and hide what it is called.

        What its page called it before is in the log of the desk: it is taken out there too.
        """
        before = Source.objects.filter(pk=obj.pk).first() if change else None
        super().save_model(request, obj, form, change)
        if before and obj.is_protected and not before.is_protected:
            forget_name(obj, names={before.name, str(before)} - {obj.public_description})
        if change:
            stories = stories_resting_on(obj)
            tell(request, recheck(stories, by=person(request), because=f"“{obj}” was changed."))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        source: Source | None = kwargs.get("obj")
        context["resting"] = with_reason.resting_in_words(request, source) if source else []
        return super().render_change_form(request, context, *args, **kwargs)
