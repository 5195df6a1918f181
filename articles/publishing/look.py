"""Looking: the page of a story as it would be at a moment to come, and what stands against it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format

from articles.desk.dossier import Dossier
from articles.desk.photos.lease import rights_of
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.photos.rights import Use, ends_at, may_be_used, objections
from articles.publishing.compose import figure_values
from articles.publishing.pictures import Copies
from articles.publishing.preview import preview
from articles.publishing.retouch import retouched, shows
from articles.site.edition import Edition


def look(dossier: Dossier, *, now: datetime, at: datetime, copies: Copies) -> Edition:
    """The preview at that moment: a picture whose right ends before it has left the page, or its
    fallback stands there, just as the clock would have it."""
    edition = preview(dossier, at=at, copies=copies)
    for placement in _ending(dossier, now=now, at=at):
        key = str(placement.photo.key)
        fallback = _fallback(placement, edition, at)
        instead = figure_values(fallback, copies) if fallback else None
        edition = retouched(edition, key, instead=instead)
    return edition


def sentences(dossier: Dossier, *, now: datetime, at: datetime) -> Iterator[str]:
    """What somebody should know who looks at the page with the clock set to that moment."""
    story = dossier.story
    if story.embargo and at < story.embargo:
        until = date_format(timezone.localtime(story.embargo), "j F, H:i T")
        yield f"No reader sees it at that moment: the embargo holds until {until}."
    if story.legal_hold:
        yield f"On legal hold: {story.legal_hold}"
    gone = {placement.photo.pk for placement in _ending(dossier, now=now, at=at)}
    for number, photo in enumerate(dossier.pictured(), 1):
        if photo.pk in gone:
            yield f"Picture {number} has left the page by then: the right to show it has ended."
            continue
        for one in objections(rights_of(photo), Use(at=at, story=story.pk)):
            yield f"Picture {number} {one.sentence}"


def _ending(dossier: Dossier, *, now: datetime, at: datetime) -> Iterator[Placement]:
    """The placements whose right holds now and ends before that moment."""
    for photo in dossier.pictured():
        end = _end(photo, dossier.story.pk, now)
        if end is not None and now < end <= at:
            yield dossier.placements[photo.pk]


def _end(photo: Photo, story: int | None, now: datetime) -> datetime | None:
    return ends_at(rights_of(photo), Use(at=now, story=story, may_override=True))


def _fallback(placement: Placement, edition: Edition, at: datetime) -> Placement | None:
    """As the successors have it: it must lack nothing, a right at that moment included."""
    photo = placement.fallback
    if photo is None or photo.missing() or shows(edition, str(photo.key)):
        return None
    if not may_be_used(rights_of(photo), Use(at=at, story=placement.story_id)):
        return None
    return Placement(story=placement.story, photo=photo)
