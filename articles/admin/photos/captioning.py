"""The captioning screen: many pictures, one after the other, by keyboard, saved field by field."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms import modelform_factory
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from articles.admin.called_off import warnings
from articles.admin.person import person
from articles.admin.photos.alter import TAKEN, Overtaken, alter, words_of
from articles.admin.photos.chosen import chosen
from articles.admin.photos.copy import copy_address
from articles.admin.photos.photo_form import PhotoForm
from articles.admin.photos.standing import lacks
from articles.admin.photos.supplier import supplier_names
from articles.desk.photos.photo import Photo

FIELDS = (
    "caption",
    "alt_text",
    "credit_line",
    "creator",
    "supplier",
    "rights_category",
    "people_shown",
    "place_shown",
    TAKEN,
)
NOT_YOURS = "You may not change pictures. Ask the photo desk."
GONE = "This picture is not there any more, or is not yours to see."
UNKNOWN = "The page asked for something that cannot be changed here. Load it anew."

_Words = modelform_factory(Photo, form=PhotoForm, fields=[one for one in FIELDS if one != TAKEN])


class CaptioningForm(_Words):  # type: ignore[misc, valid-type]
    """Only drawn, never sent as a whole: each field is saved by itself."""

    taken = forms.CharField(
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="2026-11-23, 2026-11 or 2026.",
    )
    field_order = FIELDS


@require_http_methods(["GET", "HEAD", "POST"])
def captioning(request: HttpRequest) -> HttpResponse:
    return _save(request) if request.method == "POST" else _page(request)


def _page(request: HttpRequest) -> HttpResponse:
    pictures = [card(photo) for photo in chosen(request)]
    context = {
        **admin.site.each_context(request),
        "title": "Caption and credit",
        "opts": Photo._meta,
        "form": CaptioningForm(auto_id="id_%s"),
        "pictures": pictures,
        "suppliers": supplier_names(),
    }
    return TemplateResponse(request, "admin/articles/photo/captioning.html", context)


def card(photo: Photo) -> dict[str, Any]:
    """The picture as the screen keeps it."""
    return {
        "id": photo.pk,
        "thumbnail": copy_address(photo),
        "large": copy_address(photo, "large"),
        "address": reverse("admin:articles_photo_change", args=[photo.pk]),
        "words": {name: words_of(photo, name) for name in FIELDS},
        "missing": lacks(photo),
    }


def _save(request: HttpRequest) -> JsonResponse:
    """One field of one picture. 409 with what it says now, where somebody else was quicker."""
    if not request.user.has_perm("articles.change_photo"):
        return JsonResponse({"sentence": NOT_YOURS}, status=403)
    name, pk = request.POST.get("field", ""), request.POST.get("photo", "")
    if name not in FIELDS or not (pk.isascii() and pk.isdigit() and int(pk) < 2**63):
        return JsonResponse({"sentence": UNKNOWN}, status=400)
    words, before = request.POST.get("words", ""), request.POST.get("before", "")
    try:
        altered = alter(int(pk), {name: words}, seen={name: before}, by=person(request))
    except Photo.DoesNotExist:
        return JsonResponse({"sentence": GONE}, status=404)
    except Overtaken as conflict:
        return JsonResponse({"sentence": str(conflict), "now": conflict.words}, status=409)
    except ValidationError as refusal:
        return JsonResponse({"sentence": " ".join(refusal.messages)}, status=400)
    answer = {"words": words_of(altered.photo, name), "missing": lacks(altered.photo)}
    return JsonResponse({**answer, "called_off": warnings(altered.called_off)})
