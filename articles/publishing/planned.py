"""Planned: an edition that a person has scheduled, with the record of who did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from articles.desk.story import Story
from articles.publishing.refusal import NotPublic
from articles.publishing.release import Release
from articles.site.edition import Edition
from articles.vocabulary import EditionKind


@dataclass(frozen=True)
class Planned:
    """One edition to come. Its release stays the same row, whatever number the edition gets."""

    edition: Edition
    release: Release

    @property
    def at(self) -> datetime:
        return self.edition.goes_live_at

    def altered(self, change: Callable[[Edition], Edition]) -> Planned:
        """The same plan with another edition, which is not saved yet."""
        return Planned(change(self.edition), self.release)


def coming(story: Story, *, now: datetime | None = None) -> list[Planned]:
    """What people have scheduled of the story and readers do not have yet, in order."""
    to_come = Edition.objects.still_to_come(now or timezone.now()).filter(story_key=story.key)
    records = Release.objects.filter(
        edition__in=to_come.exclude(kind=EditionKind.PICTURE_WITHDRAWN)
    )
    records = records.select_related("edition", "released_by").order_by("edition__number")
    return [Planned(one.edition, one) for one in records if one.edition is not None]


def edition_before(story_key: UUID, moment: datetime) -> Edition | None:
    """The edition that readers will have at the moment, live or scheduled by a person."""
    editions = Edition.objects.filter(story_key=story_key, goes_live_at__lte=moment)
    by_the_clock = Q(kind=EditionKind.PICTURE_WITHDRAWN, goes_live_at__gt=timezone.now())
    return editions.exclude(by_the_clock).order_by("number").last()


def the_planned(plans: list[Planned], release: int, *, story: Story) -> Planned:
    """The one of them with that release; `NotPublic` when it is not to come any more."""
    for plan in plans:
        if plan.release.pk == release:
            return plan
    message = (
        f"That edition of “{story}” is not to come any more. Perhaps it has just gone live, or "
        "somebody called it off: look at what is listed now."
    )
    raise NotPublic(message)
