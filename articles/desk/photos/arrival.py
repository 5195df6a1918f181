"""Arrival: a picture file comes in and becomes a photo, or is refused with a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile

from articles.desk.photos.darkroom import develop
from articles.desk.photos.photo import Photo
from articles.imaging.picture import inspect


def receive(sent: UploadedFile[Any]) -> Photo:
    """The new photo of a file that was sent, saved. Raises `PictureRefused`, and stores nothing."""
    photo = Photo()
    take_file(photo, sent)
    photo.image = sent
    photo.save()
    return photo


def take_file(photo: Photo, sent: UploadedFile[Any]) -> None:
    """Notes on the photo, which is not saved, what its new file is. Raises `PictureRefused`."""
    name = sent.name or "The file"
    with on_disk(sent) as path:
        found = inspect(path, name=name)
        photo.width, photo.height = found.width, found.height
        develop(photo, path, name=name)


@contextmanager
def on_disk(sent: UploadedFile[Any]) -> Iterator[Path]:
    """The path of a passing copy of what was sent."""
    with TemporaryUploadedFile(sent.name or "picture", "", sent.size or 0, None) as copy:
        for chunk in sent.chunks():
            copy.write(chunk)
        copy.flush()
        yield Path(copy.temporary_file_path())
    sent.seek(0)
