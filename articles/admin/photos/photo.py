"""Photos at the desk: the file, and the words that go with it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path

from articles.admin import pickers
from articles.admin.moments import NATIVE
from articles.admin.photos.photo_form import PhotoForm
from articles.admin.photos.thumbnail import picture_tag, thumbnail_file
from articles.desk.photos.photo import Photo
from articles.desk.story import Story


@admin.register(Photo)
class PhotoAdmin(admin.ModelAdmin[Photo]):
    form = PhotoForm
    list_display = ["thumbnail", "__str__", "credit_line", "what_is_missing", "taken_on"]
    list_display_links = ["thumbnail", "__str__"]
    search_fields = ["caption", "alt_text", "creator", "credit_line", "place_shown"]
    readonly_fields = ["large", "what_is_missing", "used_in"]
    formfield_overrides = {
        **NATIVE,
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 3})},
    }
    fieldsets = [
        (None, {"fields": ["large", "image", "what_is_missing", "caption", "alt_text"]}),
        (
            "Credit",
            {
                "fields": [
                    "credit_line",
                    ("creator", "supplier", "distributor"),
                    "copyright_notice",
                ]
            },
        ),
        ("Taken", {"fields": [("taken_on", "taken_on_precision"), "place_shown"]}),
        ("Use", {"fields": ["usage_terms", "instructions", "used_in"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Photo]:
        return super().get_queryset(request) & Photo.objects.visible_to(request.user)

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Photo | None:
        """The photo with its `seen_in`: of the stories that place it, those the person may see."""
        photo = super().get_object(request, *args, **kwargs)
        if photo is not None:
            stories = Story.objects.visible_to(request.user)
            photo.seen_in = list(stories.filter(placements__photo=photo))  # type: ignore[attr-defined]
        return photo

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("pick/", wrap(pickers.photos), name="articles_photo_pick"),
            path("<int:pk>/thumbnail/", wrap(thumbnail_file), name="articles_photo_thumbnail"),
            *super().get_urls(),
        ]

    @admin.display(description="")
    def thumbnail(self, photo: Photo) -> str:
        return picture_tag(photo, "thumbnail")

    @admin.display(description="picture")
    def large(self, photo: Photo) -> str:
        return picture_tag(photo, "large-picture")

    @admin.display(description="missing")
    def what_is_missing(self, photo: Photo) -> str:
        return ", ".join(photo.missing()) or "nothing"

    @admin.display(description="used in")
    def used_in(self, photo: Any) -> str:
        return "; ".join(map(str, getattr(photo, "seen_in", ()))) or "no story of yours"

