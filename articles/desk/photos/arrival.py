"""Arrival: a picture file comes in and becomes a photo, or is refused with a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.utils import timezone

from articles.desk.photos.darkroom import THUMBNAIL, private_copy
from articles.desk.photos.from_file import fill_from_file
from articles.desk.photos.notice import Notice
from articles.desk.photos.photo import Photo
from articles.imaging.picture import Picture, PictureRefused, inspect


def receive(sent: UploadedFile[Any]) -> Photo:
    """The new photo of a file that was sent, filled with what the file says, saved.

    Raises `PictureRefused`, and stores nothing.
    """
    photo = Photo()
    take_file(photo, sent)
    photo.image = sent
    photo.save()
    return photo


def take_file(photo: Photo, sent: UploadedFile[Any]) -> None:
    """Notes on the photo, which is not saved, what its new file is. Raises `PictureRefused`."""
    found = note_file(photo, sent)
    fill_from_file(photo, found.metadata, today=timezone.localdate())
    make_thumbnail(photo, sent)


def note_file(photo: Photo, sent: UploadedFile[Any]) -> Picture:
    """Looks into the file, in a process of its own; refuses what cannot be read or was killed."""
    name = sent.name or "The file"
    with on_disk(sent) as path:
        found = inspect(path, name=name)
    photo.width, photo.height = found.width, found.height
    photo.content_hash, photo.likeness = found.content_hash, found.likeness
    refuse_the_killed(photo, name=name)
    return found


def make_thumbnail(photo: Photo, sent: UploadedFile[Any]) -> None:
    """At once, so that what cannot be copied is refused while its sender is here."""
    with on_disk(sent) as path:
        private_copy(photo, THUMBNAIL, original=path, name=sent.name or "The file")


def refuse_the_killed(photo: Photo, *, name: str) -> None:
    """A picture that was killed does not come in again: not the file, nor a copy nearly like it."""
    notice = Notice.objects.against(photo.content_hash, photo.likeness)
    if notice is not None and notice.photo_id != photo.pk:
        message = (
            f"{name} is a picture that was killed on {notice.made_at:%d %B %Y} by order of "
            f"{notice.origin}: “{notice.reason}” It may not be used. If it is another picture, "
            "ask the photo desk."
        )
        raise PictureRefused(message)


@contextmanager
def on_disk(sent: UploadedFile[Any]) -> Iterator[Path]:
    """The path of a passing copy of what was sent."""
    with TemporaryUploadedFile(sent.name or "picture", "", sent.size or 0, None) as copy:
        for chunk in sent.chunks():
            copy.write(chunk)
        copy.flush()
        yield Path(copy.temporary_file_path())
    sent.seek(0)
