"""Front editions: which stories stand on the home page or a section's page, and how large."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class FrontEditionQuerySet(models.QuerySet["FrontEdition"]):
    def of(self, slug: str) -> Self:
        """Those of the section of that slug; the empty one is the home page's."""
        return self.filter(front=slug)

    def gone_live(self, at: datetime | None = None) -> Self:
        """Those that readers have had at that instant (now), the standing one first."""
        rows = self.filter(goes_live_at__lte=at or timezone.now())
        return rows.order_by("-goes_live_at", "-number")

    def still_to_come(self, at: datetime | None = None) -> Self:
        """Those that have not gone live at that instant (now), the next one first."""
        rows = self.filter(goes_live_at__gt=at or timezone.now())
        return rows.order_by("goes_live_at", "number")


class FrontEdition(models.Model):
    """What readers get of a front. PostgreSQL refuses every UPDATE of it, and its DELETE once live.

    `slots` are copied values, the top one first: `story` (its permanent key), `size`, `kicker` and
    `headline` (empty where the story's own stand), `picture`. Without slots the page composes
    itself. The stories' words and pictures are those of their live editions, so that no front keeps
    a withdrawn story or a killed picture before readers.
    """

    front = models.SlugField(max_length=60, blank=True, help_text="Of the section. Empty: home.")
    number = models.PositiveIntegerField()
    goes_live_at = models.DateTimeField()
    composed_at = models.DateTimeField(auto_now_add=True)
    slots = models.JSONField(default=list)

    objects = FrontEditionQuerySet.as_manager()

    class Meta:
        ordering = ["front", "-number"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["front", "number"],
                name="front_edition_number_unique",
                violation_error_message="The front already has an edition of this number.",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1),
                name="front_edition_number_from_1",
                violation_error_message="The editions of a front are numbered from 1.",
            ),
        ]
        indexes = [
            models.Index(
                F("front"),
                F("goes_live_at").desc(),
                F("number").desc(),
                name="front_edition_newest_first",
            )
        ]

    def __str__(self) -> str:
        return f"{self.front or 'Home'}, front edition {self.number}"
