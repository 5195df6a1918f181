"""What breaks the constraints of pictures that were told from killed ones."""

from __future__ import annotations

from articles.desk.photos.another_picture import AnotherPicture
from articles.desk.photos.notice import Notice
from articles.desk.photos.photo import Photo
from tests.desk.breaks import breaks


def told_apart(story, **values):
    photo, by = Photo.objects.get(), story.created_by
    order = {"kind": "kill", "origin": "Northmark", "reason": "Wrong place.", "made_by": by}
    notice, _ = Notice.objects.get_or_create(photo=photo, defaults=order)
    said = {"content_hash": "f" * 64, "reason": "Another quay.", "made_by": by}
    AnotherPicture.objects.create(**{"notice": notice, **said, **values})


@breaks("another_picture_once")
def _(story):
    told_apart(story)
    told_apart(story)


@breaks("another_picture_says_why")
def _(story):
    told_apart(story, reason="")
