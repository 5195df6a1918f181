"""Forwarding: an address that a story once had leads to where the story stands now."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef
from django.utils import timezone

from articles.site.address import Address
from articles.site.edition import Edition


def standing_elsewhere(day: date, slug: str) -> Edition | None:
    """The edition that now stands for the story which had this address; None when none stands.

    An address that a story has only from an edition still to come leads nowhere yet: that it
    exists would tell of the edition.
    """
    now = timezone.now()
    there = Edition.objects.filter(story_key=OuterRef("story_key"), date=day, slug=slug)
    owners = Address.objects.filter(date=day, slug=slug).exclude(
        Exists(there.filter(goes_live_at__gt=now)) & ~Exists(there.filter(goes_live_at__lte=now))
    )
    return (
        Edition.objects.standing(now)
        .filter(story_key__in=owners.values("story_key"))
        .with_masthead()
        .first()
    )
