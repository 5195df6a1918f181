"""Uses: where a picture shows, for the photo desk to see and for a kill to find."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.story import Story
from articles.publishing.retouch import shows
from articles.publishing.standing import Standing, standing_of
from articles.site.edition import Edition


@dataclass(frozen=True)
class PhotoUse:
    """One story that has the picture: in what readers see, in what is to come, in the draft."""

    story: Story
    standing: Standing
    is_live: bool
    is_scheduled: bool
    is_placed: bool

    @property
    def headline(self) -> str:
        """As readers know the story; as the desk does when they do not."""
        public = self.standing.public
        return public.headline if public else str(self.story)

    def __str__(self) -> str:
        where = [
            words
            for words, holds in (
                ("live", self.is_live),
                ("scheduled", self.is_scheduled),
                ("placed in the draft", self.is_placed),
            )
            if holds
        ]
        return ", ".join(where) or "in an earlier edition"


def stories_with(photo: Photo) -> QuerySet[Story]:
    """Every story that has the picture, or ever had it before readers; in the order of locking."""
    keys = Edition.objects.with_picture(photo.key).values("story_key")
    placed = photo.placements.values("story")
    return Story.objects.filter(Q(key__in=keys) | Q(pk__in=placed)).order_by("pk")


def stories_following(photo: Photo) -> QuerySet[Story]:
    """Those, and the ones that have it in reserve for the day on which another's right ends."""
    reserved = Placement.objects.filter(fallback=photo).values("story")
    having = stories_with(photo).order_by().values("pk")
    return Story.objects.filter(Q(pk__in=having) | Q(pk__in=reserved)).order_by("pk")


def uses_of(photo: Photo) -> list[PhotoUse]:
    """The picture's uses, those before readers first."""
    stories = list(stories_with(photo))
    standings = standing_of([story.key for story in stories])
    placed = set(photo.placements.values_list("story", flat=True))
    key = str(photo.key)
    uses = [
        PhotoUse(
            story=story,
            standing=standings[story.key],
            is_live=_shows(standings[story.key].public, key),
            is_scheduled=any(shows(one, key) for one in standings[story.key].coming),
            is_placed=story.pk in placed,
        )
        for story in stories
    ]
    return sorted(uses, key=lambda use: (not use.is_live, not use.is_scheduled))


def _shows(edition: Edition | None, photo_key: str) -> bool:
    return edition is not None and shows(edition, photo_key)


def live_photos() -> dict[str, list[Edition]]:
    """The key of every picture that readers see now, with the editions that show it."""
    shown: dict[str, list[Edition]] = {}
    for edition in Edition.objects.live(timezone.now()).exclude(figures=[]).for_list():
        for figure in edition.figures:
            shown.setdefault(figure["photo"], []).append(edition)
    return shown
