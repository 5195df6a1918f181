"""Photos at the desk: the file, and the words that go with it."""

from __future__ import annotations

import logging
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from articles.admin import pickers
from articles.admin.moments import NATIVE
from articles.admin.person import person
from articles.admin.photo_form import PhotoForm
from articles.admin.photos.kill import kill_page
from articles.admin.photos.lease import LeaseInline
from articles.admin.photos.mend import mend_page
from articles.desk.photos import darkroom
from articles.desk.photos.photo import Photo
from articles.desk.story import Story
from articles.imaging.picture import PictureRefused
from articles.publishing.photos.follow_rights import follow_rights
from articles.publishing.photos.mend import proposals
from articles.publishing.pictures import NO_COPIES

logger = logging.getLogger(__name__)


@admin.register(Photo)
class PhotoAdmin(admin.ModelAdmin[Photo]):
    form = PhotoForm
    inlines = [LeaseInline]
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
            path("<int:pk>/kill/", wrap(kill_page), name="articles_photo_kill"),
            path("<int:pk>/mend/", wrap(mend_page), name="articles_photo_mend"),
            path(
                "<int:pk>/thumbnail/",
                wrap(self.private_file),
                {"width": darkroom.THUMBNAIL},
                name="articles_photo_thumbnail",
            ),
            path(
                "<int:pk>/large/",
                wrap(self.private_file),
                {"width": darkroom.LARGE},
                name="articles_photo_large",
            ),
            *super().get_urls(),
        ]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        """The leases as they were typed; then what readers get follows them."""
        super().save_related(request, form, formsets, change)
        if not change:
            return
        if any(formset.has_changed() for formset in formsets):
            for story in follow_rights(form.instance, by=person(request)):
                messages.warning(request, f"The picture has left “{story}”: its right has ended.")
        waiting = [one for one in proposals(form.instance) if one.is_change]
        if waiting and request.user.has_perm("articles.mend_caption"):
            address = reverse("admin:articles_photo_mend", args=[form.instance.pk])
            stories = ", ".join(f"“{one.use.headline}”" for one in waiting)
            messages.info(
                request,
                format_html(
                    "Readers still have other words with this picture in {}. "
                    '<a href="{}">Look at them</a>',
                    stories,
                    address,
                ),
            )

    def private_file(self, request: HttpRequest, pk: int, width: int) -> FileResponse:
        """A copy as wide as that, for those who may see photos."""
        photo = Photo.objects.visible_to(request.user).filter(pk=pk).first()
        if photo is None or not photo.has_file:
            raise Http404
        try:
            file = darkroom.private_copy(photo, width).open("rb")
        except (OSError, PictureRefused) as error:
            logger.warning("No copy of %s can be made for the desk: %s", photo.image.name, error)
            raise Http404 from error
        response = FileResponse(file, content_type="image/jpeg")
        response["Cache-Control"] = "private, max-age=3600"
        return response

    @admin.display(description="")
    def thumbnail(self, photo: Photo) -> str:
        return picture_tag(photo, "thumbnail")

    @admin.display(description="picture")
    def large(self, photo: Photo) -> str:
        return picture_tag(photo, "large-picture", "large")

    @admin.display(description="missing")
    def what_is_missing(self, photo: Photo) -> str:
        return ", ".join(photo.missing()) or "nothing"

    @admin.display(description="used in")
    def used_in(self, photo: Any) -> str:
        return "; ".join(map(str, getattr(photo, "seen_in", ()))) or "no story of yours"


def picture_tag(photo: Photo, css_class: str, copy: str = "thumbnail") -> str:
    if photo.pk is None or not photo.has_file:
        return "–"
    address = reverse(f"admin:articles_photo_{copy}", args=[photo.pk])
    return format_html('<img class="{}" src="{}" alt="{}">', css_class, address, photo.alt_text)


def private_copies(photo: Photo) -> dict[str, Any]:
    """Where the preview of a story finds the picture: readers have no address of it yet."""
    cut = darkroom.private_cut(photo, darkroom.LARGE)
    address = reverse("admin:articles_photo_large", args=[photo.pk])
    copy = {"url": address, "width": cut.width, "height": cut.height, "format": "jpg"}
    return {**NO_COPIES, "renditions": [copy]}
