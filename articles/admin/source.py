"""Sources at the desk."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path

from articles.admin import pickers, vault
from articles.admin.moments import NATIVE
from articles.admin.source_form import SourceForm
from articles.desk.source import Source


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
            *super().get_urls(),
        ]
