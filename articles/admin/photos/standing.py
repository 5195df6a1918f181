"""What a picture lacks, what may be done with it and until when, as words for a card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format

from articles.desk.photos.another_picture import AnotherPicture
from articles.desk.photos.lease import rights_of
from articles.desk.photos.library import SOON, end_of
from articles.desk.photos.photo import Photo
from articles.desk.photos.rights import Use, objections
from articles.vocabulary import PhotoState


@dataclass(frozen=True)
class Badge:
    """A word or two on a card; `tone` is `good`, `look` or `bad`, `title` says it in full."""

    words: str
    tone: str
    title: str = ""


def badges(photo: Photo, *, now: datetime) -> list[Badge]:
    """The picture's state, its right, and what is missing. Its leases should be prefetched."""
    found = [] if photo.state == PhotoState.USABLE else [Badge(photo.get_state_display(), "bad")]
    return [*found, _right(photo, now), *(Badge(f"no {what}", "look") for what in photo.missing())]


def lacks(photo: Photo) -> list[str]:
    """What it still needs: its words, a right, and what its category asks for."""
    of_rights = rights_of(photo).lacking if photo.rights_category else ["rights"]
    return [*photo.missing(), *of_rights]


def advice(photo: Photo) -> list[str]:
    """Sentences: what the picture still needs, and why it may not be shown."""
    missing = photo.missing()
    said = [f"It still lacks: {', '.join(missing)}."] if missing else []
    use = Use(at=timezone.now())
    return [*said, *(f"It {one.sentence}" for one in objections(rights_of(photo), use))]


def told_apart(photo: Photo) -> list[tuple[str, str, str]]:
    """How its file is known to be another picture than a killed one: the words, who and when."""
    rows = AnotherPicture.objects.filter(content_hash=photo.content_hash)
    return [
        (str(row), str(row.made_by), date_format(timezone.localtime(row.made_at), "j M Y, H:i"))
        for row in rows.select_related("made_by", "notice__photo")
    ]


def _right(photo: Photo, now: datetime) -> Badge:
    if not photo.rights_category:
        return Badge("no rights on record", "look")
    label = photo.get_rights_category_display()
    rights = rights_of(photo)
    against = objections(rights, Use(at=now))
    if rights.lacking and len(against) == 1:
        return Badge(f"{label} without its {' and '.join(rights.lacking)}", "bad")
    if against:
        return Badge("may not be used", "bad", " ".join(f"It {one.sentence}" for one in against))
    end = end_of(photo, at=now)
    if end is None:
        return Badge(label, "good")
    until = date_format(timezone.localtime(end), "j M, H:i")
    return Badge(f"{label}, until {until}", "look" if end <= now + SOON else "good")
