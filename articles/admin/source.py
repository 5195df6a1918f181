"""Sources at the desk."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path

from articles.admin import pickers
from articles.admin.moments import NATIVE
from articles.admin.source_form import SourceForm
from articles.desk.source import Source


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin[Source]):
    form = SourceForm
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
        pick = path(
            "pick/", self.admin_site.admin_view(pickers.sources), name="articles_source_pick"
        )
        return [pick, *super().get_urls()]
