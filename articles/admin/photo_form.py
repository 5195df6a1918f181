"""The form of a photo: at the photo's page and in the editor's dialog alike."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from articles.desk.photos.arrival import make_thumbnail, note_file
from articles.desk.photos.darkroom import LONGEST_TERMS
from articles.desk.photos.photo import Photo
from articles.imaging.picture import PictureRefused

ACCEPTED = "image/jpeg,image/png,image/webp,image/gif,image/avif"


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
            note_file(self.instance, sent)
        except PictureRefused as refusal:
            raise ValidationError(str(refusal)) from refusal
        return sent

    def _post_clean(self) -> None:
        """Once all else is well, the thumbnail: what cannot be copied is refused here too."""
        super()._post_clean()  # type: ignore[misc]
        sent = self.cleaned_data.get("image")
        if self.errors or not isinstance(sent, UploadedFile):
            return
        try:
            make_thumbnail(self.instance, sent)
        except PictureRefused as refusal:
            self.add_error("image", str(refusal))
