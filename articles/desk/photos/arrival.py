"""Arrival: a picture file comes in and becomes a photo, or is refused with a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.db import transaction
from django.utils import timezone

from articles.desk.photos.another_picture import tell_apart
from articles.desk.photos.darkroom import THUMBNAIL, private_copy
from articles.desk.photos.from_file import fill_from_file
from articles.desk.photos.notice import Notice
from articles.desk.photos.photo import Photo
from articles.imaging.picture import Picture, PictureRefused, inspect

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class Resembles(PictureRefused):
    """It looks like a killed picture and may be another one; `answer` names the two."""

    def __init__(self, message: str, answer: str) -> None:
        self.answer = answer
        super().__init__(message)


@dataclass(frozen=True)
class Judgement:
    """Why files are other pictures than those they resemble, by `Resembles.answer`; who says so."""

    by: User
    reasons: Mapping[str, str]


@transaction.atomic
def receive(sent: UploadedFile[Any], judgement: Judgement | None = None) -> Photo:
    """The new photo of a file that was sent, filled with what the file says, saved.

    Raises `PictureRefused`, and stores nothing.
    """
    photo = Photo()
    take_file(photo, sent, judgement)
    photo.image = sent
    photo.save()
    return photo


def take_file(photo: Photo, sent: UploadedFile[Any], judgement: Judgement | None = None) -> None:
    """Notes on the photo, which is not saved, what its new file is. Raises `PictureRefused`."""
    found = note_file(photo, sent, judgement)
    fill_from_file(photo, found.metadata, today=timezone.localdate())
    make_thumbnail(photo, sent)


def note_file(photo: Photo, sent: UploadedFile[Any], judgement: Judgement | None = None) -> Picture:
    """Looks into the file, in a process of its own; refuses what cannot be read or was killed."""
    name = sent.name or "The file"
    with on_disk(sent) as path:
        found = inspect(path, name=name)
    photo.width, photo.height = found.width, found.height
    photo.content_hash, photo.likeness = found.content_hash, found.likeness
    refuse_the_killed(photo, name=name, judgement=judgement)
    return found


def make_thumbnail(photo: Photo, sent: UploadedFile[Any]) -> None:
    """At once, so that what cannot be copied is refused while its sender is here."""
    with on_disk(sent) as path:
        private_copy(photo, THUMBNAIL, original=path, name=sent.name or "The file")


def refuse_the_killed(photo: Photo, *, name: str, judgement: Judgement | None) -> None:
    """A picture that was killed does not come in again: not the file, nor a copy nearly like it.

    What only resembles it comes in once somebody has said why it is another picture.
    """
    while notice := Notice.objects.against(photo.content_hash, photo.likeness):
        if notice.photo_id == photo.pk:
            return
        order = f"killed on {notice.made_at:%d %B %Y} by order of {notice.origin}"
        if notice.content_hash == photo.content_hash:
            message = f"{name} is a picture that was {order}: “{notice.reason}” It may not be used."
            raise PictureRefused(message)
        answer = f"another-{notice.pk}-{photo.content_hash}"
        reason = judgement.reasons.get(answer, "").strip() if judgement else ""
        if judgement is None or not reason:
            message = (
                f"{name} looks like a picture that was {order}: “{notice.reason}” It may not be "
                "used. If it is another picture, the photo desk says so where pictures are "
                "uploaded."
            )
            raise Resembles(message, answer)
        tell_apart(notice, photo.content_hash, reason=reason, by=judgement.by)


@contextmanager
def on_disk(sent: UploadedFile[Any]) -> Iterator[Path]:
    """The path of a passing copy of what was sent."""
    with TemporaryUploadedFile(sent.name or "picture", "", sent.size or 0, None) as copy:
        for chunk in sent.chunks():
            copy.write(chunk)
        copy.flush()
        yield Path(copy.temporary_file_path())
    sent.seek(0)
