"""The form of a photo: at the photo's page and in the editor's dialog alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from articles.desk.photos import darkroom
from articles.desk.photos.arrival import on_disk
from articles.desk.photos.photo import Photo
from articles.imaging.picture import PictureRefused, inspect

IN_THE_FILE = (
    "image",
    "creator",
    "credit_line",
    "supplier",
    "copyright_notice",
    "caption",
    "alt_text",
    "usage_terms",
)
"""A change of any of these makes the public copies anew: they travel inside them."""

ACCEPTED = "image/jpeg,image/png,image/webp,image/gif,image/avif"
LONGEST_TERMS = 5_000


class PhotoForm(forms.ModelForm[Photo]):
    class Meta:
        model = Photo
        fields = [
            "image",
            "caption",
            "alt_text",
            "credit_line",
            "creator",
            "supplier",
            "distributor",
            "copyright_notice",
            "taken_on",
            "taken_on_precision",
            "place_shown",
            "usage_terms",
            "instructions",
        ]
        # Without the link to the file and its "clear" box: the original stays private, the picture
        # stands above, and another file replaces it.
        widgets = {"image": forms.FileInput(attrs={"accept": ACCEPTED})}

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
            with on_disk(sent) as path:
                found = inspect(path, name=sent.name or "The file")
        except PictureRefused as refusal:
            raise ValidationError(str(refusal)) from refusal
        self.instance.width, self.instance.height = found.width, found.height
        return sent

    def _post_clean(self) -> None:
        """Once all else is well, the public copies: what cannot be copied is refused here too."""
        super()._post_clean()  # type: ignore[misc]
        if self.errors or not set(self.changed_data) & set(IN_THE_FILE):
            return
        if not self.instance.image:
            self.instance.renditions = []
            return
        try:
            self._develop(self.cleaned_data["image"])
        except PictureRefused as refusal:
            self.add_error("image", str(refusal))

    def _develop(self, image: Any) -> None:
        if isinstance(image, UploadedFile):
            with on_disk(image) as path:
                darkroom.develop(self.instance, path, name=image.name or "The file")
        else:
            darkroom.develop(self.instance, Path(image.path), name="The stored picture")
