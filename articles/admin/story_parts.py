"""What hangs on a story, on the story's page: bylines, placements, attributions."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from articles.admin.labelled import LabelledForm
from articles.admin.photos.copy import picture_tag
from articles.admin.reply import SHORT
from articles.desk.attribution import Attribution
from articles.desk.byline import Byline
from articles.desk.photos.placement import Placement
from articles.desk.story import Story


class BylineInline(admin.StackedInline[Byline, Story]):
    model = Byline
    fields = ["contributor", ("role", "order")]
    autocomplete_fields = ["contributor"]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Byline]:
        return super().get_queryset(request).select_related("contributor")

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """A story without a byline offers an empty line for one."""
        return 0 if obj and obj.bylines.exists() else 1


class FollowsTheBody:
    """Rows that the body makes: a figure or a mark there is a row here, and goes with it."""

    extra = 0
    can_delete = False

    def has_add_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return False


class PlacementInline(FollowsTheBody, admin.TabularInline[Placement, Story]):
    model = Placement
    form = LabelledForm
    verbose_name_plural = "pictures in the body"
    fields = [
        "picture",
        "caption",
        "alt_text",
        "is_file_picture",
        "people_checked",
        "fallback",
        "is_proposal",
    ]
    autocomplete_fields = ["fallback"]
    readonly_fields = ["picture"]
    formfield_overrides = SHORT

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Placement]:
        return super().get_queryset(request).select_related("photo", "story", "fallback")

    @admin.display(description="photo")
    def picture(self, placement: Placement) -> str:
        return picture_tag(placement.photo, "thumbnail")


class AttributionInline(FollowsTheBody, admin.StackedInline[Attribution, Story]):
    model = Attribution
    verbose_name_plural = "passages with a source"
    classes = ["collapse"]
    fields = [
        ("passage", "source"),
        ("verbatim", "heard"),
        ("original", "original_language", "translator"),
        ("status", "is_serious", "about"),
        "confirmed_by",
        "is_proposal",
    ]
    readonly_fields = ["passage", "source"]
    autocomplete_fields = ["confirmed_by"]
    formfield_overrides = SHORT

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Attribution]:
        rows = super().get_queryset(request).select_related("source")
        return rows.prefetch_related("confirmed_by")
