"""Changing credit and rights of many pictures: first what exactly would change, then the change."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import modelform_factory
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from articles.admin.called_off import tell
from articles.admin.person import person
from articles.admin.photos.alter import Altered, alter, label_of, plain, words_of
from articles.admin.photos.chosen import chosen
from articles.admin.photos.copy import copy_address
from articles.admin.photos.photo_form import PhotoForm
from articles.admin.photos.supplier import supplier_names
from articles.desk.photos.photo import Photo
from articles.publishing.photos.follow_changes import lock_scheduled_with

FIELDS = (
    "credit_line",
    "creator",
    "supplier",
    "distributor",
    "copyright_notice",
    "rights_category",
    "restrictions",
    "permission",
    "source_url",
    "licence",
    "licence_url",
    "licensor_url",
    "usage_terms",
    "data_mining",
)
NOTHING_TICKED = "Tick “Change this” at what shall be changed."
OVERTAKEN = (
    "Nothing was changed: somebody else changed one of these pictures in between. "
    "Look at what would change now, then confirm it."
)

_Words = modelform_factory(
    Photo,
    form=PhotoForm,
    fields=FIELDS,
    widgets={
        **PhotoForm.Meta.widgets,
        "restrictions": forms.Textarea(attrs={"rows": 2}),
        "usage_terms": forms.Textarea(attrs={"rows": 2}),
    },
)


class BulkForm(_Words):  # type: ignore[misc, valid-type]
    """The new words, and of each field whether it shall be changed at all."""

    change = forms.MultipleChoiceField(choices=[(one, one) for one in FIELDS], required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["change"].error_messages["required"] = NOTHING_TICKED

    @property
    def wanted(self) -> dict[str, str]:
        """Field -> its new words, of those that are ticked."""
        return {name: plain(str(self.cleaned_data[name])) for name in self.cleaned_data["change"]}

    def rows(self) -> list[dict[str, Any]]:
        ticked = self.data.getlist("change") if self.is_bound else []
        return [{"field": self[name], "name": name, "ticked": name in ticked} for name in FIELDS]


@dataclass(frozen=True)
class Difference:
    """One field of one picture: what it says, and what it would say."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Plan:
    """What would become of one picture."""

    photo: Photo
    thumbnail: str
    differences: list[Difference]


@require_http_methods(["GET", "HEAD", "POST"])
def bulk(request: HttpRequest) -> HttpResponse:
    """The fields, then the preview, then the change: each step looks anew who may do it."""
    photos = chosen(request)
    form = BulkForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, photos, form)
    wanted = form.wanted
    if request.POST.get("step") != "change":
        return _page(request, photos, form, wanted=wanted)
    try:
        changed = change(photos, wanted, seen=request.POST.get("seen", ""), by=person(request))
    except ValidationError as refusal:
        for sentence in refusal.messages:
            messages.error(request, sentence)
        return _page(request, chosen(request), form, wanted=wanted)
    messages.success(request, f"Changed {_pictures(len(changed))}.")
    for altered in changed:
        tell(request, altered.called_off)
    return HttpResponseRedirect(reverse("admin:articles_photo_changelist"))


@transaction.atomic
def change(photos: list[Photo], wanted: dict[str, str], *, seen: str, by: User) -> list[Altered]:
    """Changes all the pictures or, with a ValidationError, none; answers those that changed."""
    lock_scheduled_with(photos)
    locked = {
        photo.pk: photo
        for photo in Photo.objects.visible_to(by)
        .select_for_update()
        .filter(pk__in=[photo.pk for photo in photos])
        .order_by("pk")
    }
    now = [locked[photo.pk] for photo in photos if photo.pk in locked]
    if seal(now, wanted) != seen:
        raise ValidationError(OVERTAKEN)
    changing = [plan.photo for plan in plans(now, wanted) if plan.differences]
    return [alter(photo.pk, wanted, seen=None, by=by) for photo in changing]


def plans(photos: list[Photo], wanted: dict[str, str]) -> list[Plan]:
    return [Plan(photo, copy_address(photo), _differences(photo, wanted)) for photo in photos]


def seal(photos: list[Photo], wanted: dict[str, str]) -> str:
    """Stands for what was seen: the pictures, what their fields said, and what was wanted."""
    said = [[photo.pk, [words_of(photo, name) for name in wanted]] for photo in photos]
    return hashlib.sha256(json.dumps([said, wanted]).encode()).hexdigest()


def _differences(photo: Photo, wanted: dict[str, str]) -> list[Difference]:
    return [
        Difference(label_of(name), _shown(name, before), _shown(name, after))
        for name, after in wanted.items()
        if (before := words_of(photo, name)) != after
    ]


def _shown(name: str, words: str) -> str:
    """The words as people know them: of a choice its label."""
    choices = Photo._meta.get_field(name).choices or ()  # type: ignore[union-attr]
    return str(dict(choices).get(words, words)) if words else ""


def _page(
    request: HttpRequest,
    photos: list[Photo],
    form: BulkForm,
    *,
    wanted: dict[str, str] | None = None,
) -> HttpResponse:
    planned = plans(photos, wanted or {})
    changing = sum(1 for plan in planned if plan.differences)
    context = {
        **admin.site.each_context(request),
        "title": "Change credit and rights",
        "opts": Photo._meta,
        "form": form,
        "plans": planned,
        "is_preview": wanted is not None,
        "changing": changing,
        "button": f"Change {_pictures(changing)}",
        "seen": seal(photos, wanted or {}),
        "suppliers": supplier_names(),
    }
    status = 422 if form.is_bound and form.errors else 200
    return TemplateResponse(request, "admin/articles/photo/bulk.html", context, status=status)


def _pictures(number: int) -> str:
    return "1 picture" if number == 1 else f"{number} pictures"
