"""Successors: when the right to a picture ends, the edition that follows without it.

They are composed when their edition is published and go live by the clock, like any scheduled
edition: no person and no worker is needed for a picture to leave the page on its day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from articles.desk.photos.lease import rights_of
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.photos.rights import Use, ends_at, may_be_used
from articles.desk.story import Story
from articles.publishing.compose import figure_values
from articles.publishing.retouch import picture_withdrawn, retouched, shows
from articles.site.edition import Edition

GONE = "A picture was taken out because the right to show it has ended."
REPLACED = "A picture was replaced because the right to show it has ended."


@dataclass(frozen=True)
class Successor:
    """An edition to come, and the fallbacks that it shows for the first time."""

    edition: Edition
    fallbacks: list[Placement] = field(default_factory=list)


def photos_shown(edition: Edition) -> dict[str, Photo]:
    """The photos of an edition that the desk still has, with their leases, by their keys."""
    keys = [figure["photo"] for figure in edition.figures]
    photos = Photo.objects.filter(key__in=keys).prefetch_related("leases")
    return {str(photo.key): photo for photo in photos}


def successors(
    edition: Edition, story: Story, *, now: datetime, overridden: bool
) -> Iterator[Successor]:
    """One for each instant at which the right to some of its pictures ends, the first one first.

    `overridden` tells that whoever released the edition passed over what stood against it then.
    What should have ended already ends now.
    """

    def end_of(photo: Photo, since: datetime) -> datetime | None:
        use = Use(at=since, story=story.pk, may_override=overridden)
        return ends_at(rights_of(photo), use)

    ends = {
        key: end_of(photo, edition.goes_live_at) for key, photo in photos_shown(edition).items()
    }
    waiting = _fallbacks(story)
    current = edition
    while due := {key: end for key, end in ends.items() if end is not None}:
        at = max(min(due.values()), now, current.goes_live_at)
        step = _Step(story, current, at)
        for key in [key for key, end in due.items() if end <= at]:
            del ends[key]
            step.take_out(key, waiting.get(key))
        for placement in step.fallbacks:
            ends[str(placement.photo.key)] = end_of(placement.photo, at)
        current = step.edition
        yield Successor(current, step.fallbacks)


class _Step:
    """One edition in the making: what leaves the page at one instant leaves it together."""

    def __init__(self, story: Story, before: Edition, at: datetime) -> None:
        self.story, self.before, self.at = story, before, at
        self.edition = before
        self.fallbacks: list[Placement] = []

    def take_out(self, key: str, fallback: Photo | None) -> None:
        placement = self._usable(fallback)
        instead = figure_values(placement) if placement else None
        if placement:
            self.fallbacks.append(placement)
        if self.edition is self.before:
            note = REPLACED if instead else GONE
            self.edition = picture_withdrawn(
                self.before, key, at=self.at, note=note, instead=instead
            )
        else:
            self.edition = retouched(self.edition, key, instead=instead)

    def _usable(self, photo: Photo | None) -> Placement | None:
        """The fallback as placed in the story, if by then it lacks nothing, a right included."""
        if photo is None or photo.missing() or shows(self.edition, str(photo.key)):
            return None
        if not may_be_used(rights_of(photo), Use(at=self.at, story=self.story.pk)):
            return None
        return Placement(story=self.story, photo=photo)


def _fallbacks(story: Story) -> dict[str, Photo]:
    placements = story.placements.select_related("photo", "fallback")
    placements = placements.prefetch_related("fallback__leases")
    return {str(one.photo.key): one.fallback for one in placements if one.fallback}
