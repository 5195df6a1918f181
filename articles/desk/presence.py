"""Presence: who has a story open, and where in it they are."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models

from articles.desk.story import Story

GONE_AFTER = timedelta(seconds=45)
"""A window says every fifteen seconds that it is still there."""


class PresenceQuerySet(models.QuerySet["Presence"]):
    def there(self, now: datetime) -> PresenceQuerySet:
        """Those whose window has said so lately."""
        return self.filter(seen_at__gt=now - GONE_AFTER)


class Presence(models.Model):
    """One window of one person on one story."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    window = models.UUIDField()
    place = models.CharField(
        max_length=60, blank=True, help_text="The field they are in, by its name; of the body too."
    )
    is_writing = models.BooleanField(default=False, help_text="Has typed and not saved.")
    seen_at = models.DateTimeField()

    objects = PresenceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "window"],
                name="presence_once_per_window",
                violation_error_message="This window is on the story already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} on {self.story}"
