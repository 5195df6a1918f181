"""The light table, and the page of one picture with all that is known of it."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from articles.admin import pickers
from articles.admin.moments import NATIVE
from articles.admin.person import person
from articles.admin.photos import bulk, captioning, upload
from articles.admin.photos.chosen import act_on
from articles.admin.photos.copy import copy_address, copy_addresses, picture_tag
from articles.admin.photos.filters import LackFilter, StandingFilter, UseFilter
from articles.admin.photos.follow import follow_page
from articles.admin.photos.kill import kill_page
from articles.admin.photos.lease import LeaseInline
from articles.admin.photos.mend import mend_page
from articles.admin.photos.photo_form import ADDRESSES, PhotoPageForm
from articles.admin.photos.standing import advice, badges, told_apart
from articles.admin.photos.supplier import supplier_names
from articles.admin.versions import with_version
from articles.desk.photos.lease import Lease
from articles.desk.photos.library import search
from articles.desk.photos.photo import Photo
from articles.desk.photos.rights import GROUNDS
from articles.desk.story import Story
from articles.imaging.metadata.reading import read

FIELDSETS: Any = [
    (
        None,
        {
            "fields": ["large", "image", ("focal_x", "focal_y"), "standing"],
            "classes": ["picture-first"],
        },
    ),
    ("What it shows", {"fields": ["caption", "alt_text", "people_shown"]}),
    (
        "Credit",
        {
            "fields": [
                "credit_line",
                ("creator", "supplier", "distributor"),
                "copyright_notice",
                "credit_is_proposal",
            ]
        },
    ),
    (
        "Rights",
        {
            "fields": [
                "rights_category",
                "what_goes_with_it",
                "restrictions",
                "permission",
                ("source_url", "supplier_image_id"),
                ("licence", "licence_url", "licensor_url"),
            ]
        },
    ),
    ("Taken", {"fields": [("taken_on", "taken_on_precision"), "place_shown"]}),
    (
        "Use",
        {
            "fields": [
                "usage_terms",
                "instructions",
                ("digital_source_type", "data_mining"),
                "used_in",
            ]
        },
    ),
    ("What the file itself says", {"fields": ["original"], "classes": ["collapse"]}),
]


@admin.register(Photo)
class PhotoAdmin(admin.ModelAdmin[Photo]):
    form = PhotoPageForm
    inlines = [LeaseInline]
    actions = ["caption_them", "credit_them"]
    list_display = ["__str__"]
    list_filter = [LackFilter, StandingFilter, UseFilter, "state", "rights_category", "taken_on"]
    list_per_page = 60
    search_fields = ["caption"]  # shows the box; `get_search_results` says what it finds
    search_help_text = "Words of caption, credit, person or place; a year, 2026-11 or 2026-11-23."
    readonly_fields = ["large", "standing", "what_goes_with_it", "used_in", "original"]
    formfield_overrides = {
        **NATIVE,
        **ADDRESSES,
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 3})},
    }
    fieldsets = FIELDSETS

    def get_queryset(self, request: HttpRequest) -> QuerySet[Photo]:
        seen = super().get_queryset(request) & Photo.objects.visible_to(request.user)
        return seen.prefetch_related("leases")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Photo], search_term: str
    ) -> tuple[QuerySet[Photo], bool]:
        found = search(Photo.objects.visible_to(request.user), search_term)
        return (queryset.filter(pk__in=found.values("pk")) if search_term else queryset), False

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Photo | None:
        """The photo with its `seen_in`: of the stories that place it, those the person may see;
        and with its `way_to_kill`, where the person may go it."""
        photo = super().get_object(request, *args, **kwargs)
        if photo is not None:
            stories = Story.objects.visible_to(request.user)
            photo.seen_in = list(stories.filter(placements__photo=photo))  # type: ignore[attr-defined]
            may_kill = request.user.has_perm("articles.kill_photo")
            photo.way_to_kill = _way_to_kill(photo) if may_kill else ""  # type: ignore[attr-defined]
        return photo

    def get_fieldsets(self, request: HttpRequest, obj: Photo | None = None) -> Any:
        """Who may change it sends along which version they opened."""
        found = super().get_fieldsets(request, obj)
        return with_version(found) if self.has_change_permission(request, obj) else found

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("pick/", wrap(pickers.photos), name="articles_photo_pick"),
            path("upload/", wrap(upload.upload), name="articles_photo_upload"),
            path("caption/", wrap(captioning.captioning), name="articles_photo_caption"),
            path("credit/", wrap(bulk.bulk), name="articles_photo_credit"),
            path("<int:pk>/kill/", wrap(kill_page), name="articles_photo_kill"),
            path("<int:pk>/mend/", wrap(mend_page), name="articles_photo_mend"),
            *copy_addresses(wrap),
            *super().get_urls(),
        ]

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: Any) -> None:
        """Whoever adds a lease is the one who agreed to it."""
        for row in formset.save(commit=False):
            if isinstance(row, Lease) and row.made_by is None:
                row.made_by = person(request)
            row.save()
        for row in formset.deleted_objects:
            row.delete()
        formset.save_m2m()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        """The leases as they were typed; then what goes out follows page and leases."""
        super().save_related(request, form, formsets, change)
        if change:
            follow_page(request, form, formsets)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Each picture of the page with its `card`: the address of its copy, and its badges."""
        response = super().changelist_view(request, extra_context)
        changelist = getattr(response, "context_data", {}).get("cl")
        if changelist is not None:
            now = timezone.now()
            for photo in changelist.result_list:
                photo.card = {
                    "thumbnail": copy_address(photo),
                    "badges": badges(photo, now=now),
                }
        return response

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["suppliers"] = supplier_names()
        context["show_save_and_add_another"] = False
        context["grounds"] = {
            category: {"caution": ground.caution, "restrictions": ground.restrictions}
            for category, ground in GROUNDS.items()
        }
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.action(description="Caption and credit", permissions=["change"])
    def caption_them(self, request: HttpRequest, photos: QuerySet[Photo]) -> HttpResponse | None:
        return act_on(photos, "admin:articles_photo_caption", request)

    @admin.action(description="Change credit and rights…", permissions=["change"])
    def credit_them(self, request: HttpRequest, photos: QuerySet[Photo]) -> HttpResponse | None:
        return act_on(photos, "admin:articles_photo_credit", request)

    @admin.display(description="picture")
    def large(self, photo: Photo) -> str:
        return picture_tag(photo, "large-picture", "large")

    @admin.display(description="how it stands")
    def standing(self, photo: Any) -> str:
        if photo._state.adding:
            return "New"
        said = format_html_join("", "<p>{}</p>", ((sentence,) for sentence in advice(photo)))
        ready = format_html("<p>{}</p>", "It lacks nothing, and may be used today.")
        words = format_html("<p><strong>{}</strong></p>", photo.get_state_display())
        apart = format_html_join("", "<p>{} ({}, {})</p>", told_apart(photo))
        return format_html("{}{}{}{}", words, said or ready, apart, photo.way_to_kill)

    @admin.display(description="what goes with it")
    def what_goes_with_it(self, photo: Photo) -> str:
        ground = GROUNDS.get(photo.rights_category)
        words = " ".join((ground.caution, ground.restrictions)) if ground else ""
        return format_html('<span class="what-goes-with-it">{}</span>', words.strip() or "–")

    @admin.display(description="used in")
    def used_in(self, photo: Any) -> str:
        return "; ".join(map(str, getattr(photo, "seen_in", ()))) or "no story of yours"

    @admin.display(description="as it came")
    def original(self, photo: Photo) -> str:
        if not photo.original_metadata:
            return "Nothing was read out of the file."
        words = json.dumps(photo.original_metadata, indent=2, ensure_ascii=False)
        disputed = format_html_join(
            "",
            "<p>It says several things of its {}: {}.</p>",
            (
                (name.replace("_", " "), "; ".join(f"{of}: {said}" for of, said in what.items()))
                for name, what in read(photo.original_metadata).disagreements
            ),
        )
        return format_html('{}<pre class="as-it-came">{}</pre>', disputed, words)


def _way_to_kill(photo: Photo) -> str:
    """The link to hold or kill the picture."""
    address = reverse("admin:articles_photo_kill", args=[photo.pk])
    return format_html('<p><a href="{}">Hold or kill this picture …</a></p>', address)
