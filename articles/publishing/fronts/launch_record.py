"""Launches: who put which front before readers, and when."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone

from articles.desk.fronts.front import Front
from articles.site.front_edition import FrontEdition


class LaunchQuerySet(models.QuerySet["Launch"]):
    def with_names(self) -> LaunchQuerySet:
        return self.select_related("edition", "launched_by")

    def gone_live(self) -> LaunchQuerySet:
        """Those that readers have had, the newest first."""
        had = self.filter(edition__goes_live_at__lte=timezone.now())
        return had.order_by("-goes_live_at", "-number")

    def still_to_come(self, at: datetime | None = None) -> LaunchQuerySet:
        """Those that at that instant (now) wait for their time, the next one first."""
        waiting = self.filter(edition__goes_live_at__gt=at or timezone.now())
        return waiting.order_by("goes_live_at", "number")


class Launch(models.Model):
    """The record beside a front edition. Never public; it outlives one that was called off."""

    front = models.ForeignKey(Front, on_delete=models.PROTECT, related_name="launches")
    edition = models.OneToOneField(
        FrontEdition, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    number = models.PositiveIntegerField()
    goes_live_at = models.DateTimeField()
    launched_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    launched_at = models.DateTimeField(auto_now_add=True)
    put_back = models.PositiveIntegerField(
        null=True, help_text="The number of the earlier front edition that it repeats."
    )
    called_off_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    called_off_at = models.DateTimeField(null=True)

    objects = LaunchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "launches"
        ordering = ["-launched_at", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(called_off_by=None, called_off_at=None)
                | models.Q(called_off_by__isnull=False, called_off_at__isnull=False),
                name="launch_called_off_by_someone",
                violation_error_message="Say both who called the front off and when.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.front}, front edition {self.number}, by {self.launched_by}"
