"""Altering a picture's words from a page of many: what it says now, and what it shall say.

A field travels as its words. `taken` is the date with its precision, as one field. Whoever sends
new words sends along those they saw: what somebody else changed in between is never written over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import modelform_factory

from articles.admin.photos.photo_form import PhotoForm
from articles.desk.photos.photo import Photo
from articles.desk.photos.taken import NoDate, read_taken, write_taken
from articles.desk.story import Story
from articles.publishing.photos.follow_changes import follow_changes, lock_scheduled_with

TAKEN = "taken"


class Overtaken(Exception):
    """Somebody else changed the field in between; carries what it says now."""

    def __init__(self, words: str) -> None:
        self.words = words
        super().__init__("Somebody else changed this in between. Choose which words stay.")


def words_of(photo: Photo, name: str) -> str:
    """What the field says now, with one kind of line end."""
    if name == TAKEN:
        return write_taken(photo)
    return plain(str(getattr(photo, name)))


def label_of(name: str) -> str:
    if name == TAKEN:
        return "Taken"
    return str(Photo._meta.get_field(name).verbose_name).capitalize()  # type: ignore[union-attr]


@dataclass(frozen=True)
class Altered:
    """The picture as saved, and the stories that no longer go out as scheduled."""

    photo: Photo
    called_off: list[Story]


@transaction.atomic
def alter(pk: int, values: dict[str, str], *, seen: dict[str, str] | None, by: User) -> Altered:
    """Gives the picture new words; what is scheduled with it must still pass with them.

    `seen` has what the person saw in those fields; None when that was checked already. Raises
    `Overtaken`, ValidationError, and Photo.DoesNotExist for a picture the person may not see.
    """
    lock_scheduled_with(Photo.objects.filter(pk=pk))
    photo = Photo.objects.visible_to(by).select_for_update().get(pk=pk)
    for name, before in (seen or {}).items():
        now = words_of(photo, name)
        if now not in {plain(before), plain(values[name])}:
            raise Overtaken(now)
    if all(words_of(photo, name) == plain(words) for name, words in values.items()):
        return Altered(photo, [])
    data = _form_data(values)
    form = modelform_factory(Photo, form=PhotoForm, fields=list(data))(data, instance=photo)
    if not form.is_valid():
        raise ValidationError([one for errors in form.errors.values() for one in errors])
    form.save()
    changed = " and ".join(label_of(name).lower() for name in values)
    LogEntry.objects.log_actions(by.pk, [photo], CHANGE, f"Changed {changed}.")
    return Altered(photo, follow_changes(photo, form.changed_data, by=by))


def _form_data(values: dict[str, str]) -> dict[str, Any]:
    data: dict[str, Any] = {name: plain(words) for name, words in values.items()}
    if TAKEN in data:
        try:
            first, precision = read_taken(data.pop(TAKEN))
        except NoDate as refusal:
            raise ValidationError(str(refusal)) from refusal
        data.update(taken_on=first, taken_on_precision=precision)
    return data


def plain(words: str) -> str:
    return words.replace("\r\n", "\n").strip()
