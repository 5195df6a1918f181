"""Hand-overs: what one shift tells the next, with what was open when it was written."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class HandOver(models.Model):
    """Written by whoever led the shift. Rows are added, never changed.

    `lists` has what was open at that moment, by section (see `publishing.handover`).
    """

    text = models.TextField(max_length=5000, help_text="What the next shift should know.")
    lists = models.JSONField(default=list, help_text="What was open, as it was then.")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "hand-over"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text=""),
                name="hand_over_says_something",
                violation_error_message="Write what the next shift should know.",
            )
        ]

    def __str__(self) -> str:
        return f"Hand-over of {self.made_by}, {self.made_at:%d %B %Y, %H:%M}"
