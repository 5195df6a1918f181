"""The form of a photo: at the photo's page, in the editor's dialog, and by single fields."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.utils import timezone

from articles.admin.versions import VersionedForm
from articles.desk.photos.arrival import make_thumbnail, note_file
from articles.desk.photos.darkroom import LONGEST_TERMS
from articles.desk.photos.from_file import fill_from_file
from articles.desk.photos.photo import Photo
from articles.imaging.picture import Picture, PictureRefused
from articles.publishing.photos.follow_changes import lock_scheduled_with

ACCEPTED = "image/jpeg,image/png,image/webp,image/gif,image/avif"
ADDRESSES: dict[Any, Any] = {models.URLField: {"assume_scheme": "https"}}
SUGGESTIONS = "known-suppliers"
"""The id of the list of suppliers on a page that has such fields."""


def _field(field: models.Field[Any, Any], **options: Any) -> forms.Field | None:
    return field.formfield(**{**ADDRESSES.get(type(field), {}), **options})


def _suggesting() -> forms.TextInput:
    return forms.TextInput(attrs={"list": SUGGESTIONS, "class": "vTextField"})


def _fraction() -> forms.NumberInput:
    return forms.NumberInput(attrs={"min": "0", "max": "1", "step": "any"})


class PhotoForm(forms.ModelForm[Photo]):
    class Meta:
        model = Photo
        fields = [
            "image",
            "focal_x",
            "focal_y",
            "caption",
            "alt_text",
            "people_shown",
            "credit_line",
            "creator",
            "supplier",
            "distributor",
            "copyright_notice",
            "credit_is_proposal",
            "rights_category",
            "restrictions",
            "permission",
            "source_url",
            "licence",
            "licence_url",
            "licensor_url",
            "supplier_image_id",
            "taken_on",
            "taken_on_precision",
            "place_shown",
            "usage_terms",
            "instructions",
            "digital_source_type",
            "data_mining",
        ]
        # Without the link to the file and its "clear" box: the original stays private, the picture
        # stands above, and another file replaces it.
        widgets = {
            "image": forms.FileInput(attrs={"accept": ACCEPTED}),
            "supplier": _suggesting(),
            "distributor": _suggesting(),
            "focal_x": _fraction(),
            "focal_y": _fraction(),
        }
        labels = {
            "focal_x": "Focal point, from the left",
            "focal_y": "Focal point, from the top",
        }
        formfield_callback = _field

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found: Picture | None = None
        for name in ("focal_x", "focal_y"):  # who leaves them empty means the middle
            if name in self.fields:
                self.fields[name].required = False

    def clean_focal_x(self) -> float:
        return self._fraction("focal_x")

    def clean_focal_y(self) -> float:
        return self._fraction("focal_y")

    def _fraction(self, name: str) -> float:
        value: float | None = self.cleaned_data[name]
        if value is not None and not 0 <= value <= 1:
            raise ValidationError("Give a number from 0 to 1: 0.5 is the middle.")
        return 0.5 if value is None else value

    def clean_usage_terms(self) -> str:
        """They travel inside every public copy, and a JPEG has 64 kB for all of its words."""
        terms: str = self.cleaned_data["usage_terms"]
        if len(terms) > LONGEST_TERMS:
            message = f"Write the terms in at most {LONGEST_TERMS:,} characters."
            raise ValidationError(message)
        return terms

    def clean_image(self) -> Any:
        """Looks into the file in a process of its own; the sentence names what is wrong."""
        sent = self.cleaned_data["image"]
        if not isinstance(sent, UploadedFile):
            return sent
        try:
            self.found = note_file(self.instance, sent)
        except PictureRefused as refusal:
            raise ValidationError(str(refusal)) from refusal
        return sent

    def _post_clean(self) -> None:
        """What was left empty is filled by a file that came along, once all else is well.

        Its thumbnail is made too: what cannot be copied is refused here.
        """
        super()._post_clean()  # type: ignore[misc]
        sent = self.cleaned_data.get("image")
        if self.errors or self.found is None or not isinstance(sent, UploadedFile):
            return
        fill_from_file(self.instance, self.found.metadata, today=timezone.localdate())
        try:
            make_thumbnail(self.instance, sent)
        except PictureRefused as refusal:
            self.add_error("image", str(refusal))


class PhotoPageForm(VersionedForm[Photo], PhotoForm):
    """The form of the photo's own page, which saves all of its fields at once."""

    class Meta(PhotoForm.Meta):
        pass

    def clean_version(self) -> str:
        """Locks the scheduled stories before the picture, as publishing does."""
        lock_scheduled_with([self.instance])
        return super().clean_version()
