"""Windows: from when until when readers may fetch a picture.

A picture has a public address only through its row in the site's room. The row says nothing of its
own: it follows from the editions that show the picture, from the stories' withdrawals, and from the
picture's rights. Whatever changes any of these settles the window anew, in the same transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from articles.desk.photos.darkroom import credit_of, cuts_of, stem_of
from articles.desk.photos.lease import rights_of
from articles.desk.photos.photo import Photo
from articles.desk.photos.rights import Use, ends_at
from articles.desk.story import Story
from articles.publishing.pictures import stems_of
from articles.site.copies import make_all
from articles.site.edition import Edition
from articles.site.picture import PublicPicture
from articles.vocabulary import EditionKind, PhotoState


@dataclass(frozen=True)
class Window:
    """A time during which readers may have a picture; `end` None is for good."""

    start: datetime
    end: datetime | None = None

    def is_open(self, at: datetime) -> bool:
        return self.start <= at and (self.end is None or at < self.end)

    def is_to_come(self, at: datetime) -> bool:
        return at < self.start


@dataclass(frozen=True)
class Turn:
    """One edition of a story: the copies of the picture that it names, or that it withdraws all."""

    at: datetime
    stems: frozenset[str]
    withdraws: bool


def settle(photo_keys: Iterable[str]) -> None:
    """Opens, moves and closes the public addresses of these pictures, whatever they were before.

    Rows are locked in one order, so that two stories that share pictures do not block each other.
    A new row takes a job with it that makes the copies; who asks before it is done waits for one.
    """
    keys = sorted(set(photo_keys))
    known = Photo.objects.filter(key__in=keys).prefetch_related("leases", "notices")
    photos = {str(photo.key): photo for photo in known}
    rows = PublicPicture.objects.filter(photo_key__in=keys).order_by("stem").select_for_update()
    rows_of: dict[str, dict[str, PublicPicture]] = defaultdict(dict)
    for row in rows:
        rows_of[str(row.photo_key)][row.stem] = row
    now = timezone.now()
    for key in keys:
        meant = windows_of(key, photos.get(key), now=now)
        for row in rows_of[key].values():
            if row.stem not in meant:
                row.delete()
        for stem, window in sorted(meant.items()):
            _save(rows_of[key].get(stem), stem, photos.get(key), window)


def _save(row: PublicPicture | None, stem: str, photo: Photo | None, window: Window) -> None:
    values: dict[str, Any] = {"public_from": window.start, "gone_at": window.end}
    if row is None:
        if photo is not None and stem == stem_of(photo):
            PublicPicture.objects.create(stem=stem, **row_values(photo), **values)
            make_all.defer(stem=stem)
    elif (row.public_from, row.gone_at) != (window.start, window.end):
        PublicPicture.objects.filter(pk=row.pk).update(**values)


def row_values(photo: Photo) -> dict[str, Any]:
    return {
        "photo_key": photo.key,
        "source": photo.image.name,
        "credit": credit_of(photo).as_values(),
        "focal_x": photo.focal_x,
        "focal_y": photo.focal_y,
        "sizes": [cut.as_values() for cut in cuts_of(photo).each()],
    }


def windows_of(photo_key: str, photo: Photo | None, *, now: datetime) -> dict[str, Window]:
    """Of each of the picture's stems that an edition names: when readers may have it."""
    windows: dict[str, list[Window]] = defaultdict(list)
    for story_key, turns in _turns(photo_key).items():
        end = _end_of_right(photo, story_key, turns)
        for stem in {stem for turn in turns for stem in turn.stems}:
            windows[stem].append(window_in_story(stem, turns, end))
    meant = {stem: joined(each, now=now) for stem, each in windows.items()}
    if photo is None or photo.state == PhotoState.USABLE:
        return meant
    taken = max(notice.made_at for notice in photo.notices.all())
    return {
        stem: Window(window.start, min(taken, window.end or taken))
        for stem, window in meant.items()
        if window.start <= taken
    }


def _turns(photo_key: str) -> dict[UUID, list[Turn]]:
    """By story, the editions that show the picture and those that withdraw the story, in order."""
    stories = Edition.objects.with_picture(photo_key).values("story_key")
    named = Q(figures__contains=[{"photo": photo_key}]) | Q(kind=EditionKind.WITHDRAWAL)
    editions = Edition.objects.filter(named, story_key__in=stories).order_by("number")
    found: dict[UUID, list[Turn]] = defaultdict(list)
    for one in editions.only("story_key", "goes_live_at", "kind", "figures"):
        stems = {
            stem
            for figure in one.figures
            if figure["photo"] == photo_key
            for stem in stems_of(figure)
        }
        withdraws = one.kind == EditionKind.WITHDRAWAL
        found[one.story_key].append(Turn(one.goes_live_at, frozenset(stems), withdraws))
    return found


def _end_of_right(photo: Photo | None, story_key: UUID, turns: list[Turn]) -> datetime | None:
    """The lease that ends it here; what stood against it when it began was passed over."""
    story = Story.objects.filter(key=story_key).values_list("pk", flat=True).first()
    begun = min(turn.at for turn in turns if not turn.withdraws)
    if photo is None or story is None:
        return None
    return ends_at(rights_of(photo), Use(at=begun, story=story, may_override=True))


def window_in_story(stem: str, turns: list[Turn], end_of_right: datetime | None) -> Window:
    """When one story lets readers have the copy.

    Replaced by an editor, a picture stays: earlier editions are open to readers and show it. With a
    withdrawal it goes, and comes back with the next edition that shows it.
    """
    start: datetime | None = None
    end: datetime | None = None
    for turn in turns:
        if turn.withdraws:
            end = end or turn.at
        elif stem in turn.stems and (start is None or end is not None):
            start, end = turn.at, None
    if start is None:
        message = f"No edition names the copies {stem}."
        raise ValueError(message)
    known = [one for one in (end, end_of_right) if one is not None]
    return Window(start, max(start, min(known)) if known else None)


def joined(windows: list[Window], *, now: datetime) -> Window:
    """One window for all stories: that which is open, with what is to come; else what was last."""
    current = [one for one in windows if one.is_open(now)]
    coming = [one for one in windows if one.is_to_come(now)]
    relevant = [*current, *coming] or windows
    ends = [one.end for one in relevant if one.end is not None]
    forever = len(ends) < len(relevant)
    return Window(min(one.start for one in relevant), None if forever else max(ends))
