"""The form of a photo: at the photo's page and in the editor's dialog alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile

from articles.desk import darkroom
from articles.desk.photo import Photo
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

    def clean_image(self) -> Any:
        """Looks into the file in a process of its own; the sentence names what is wrong."""
        sent = self.cleaned_data["image"]
        if not isinstance(sent, UploadedFile):
            return sent
        with TemporaryUploadedFile(sent.name or "picture", "", sent.size or 0, None) as copy:
            for chunk in sent.chunks():
                copy.write(chunk)
            copy.flush()
            try:
                found = inspect(Path(copy.temporary_file_path()), name=sent.name or "The file")
            except PictureRefused as refusal:
                raise ValidationError(str(refusal)) from refusal
        sent.seek(0)
        self.instance.width, self.instance.height = found.width, found.height
        return sent


def keep(form: PhotoForm) -> Photo:
    """Saves the form's photo and makes its public copies where they changed."""
    photo = form.save()
    if photo.image and set(form.changed_data) & set(IN_THE_FILE):
        darkroom.develop(photo)
    elif not photo.image and photo.renditions:
        photo.renditions = []
        photo.save(update_fields=["renditions"])
    return photo
