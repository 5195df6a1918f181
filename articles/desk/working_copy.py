"""Working copies: what somebody has typed and not saved. Nobody else reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from articles.desk.revision import Revision
from articles.desk.story import Story

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User


class WorkingCopyQuerySet(models.QuerySet["WorkingCopy"]):
    def of(self, user: User | AnonymousUser) -> WorkingCopyQuerySet:
        """Only ever one's own: there is no other door to working copies."""
        return self.filter(user=user.pk) if user.is_active and user.is_staff else self.none()


class WorkingCopy(models.Model):
    """The form of one window, kept a second after each pause until it is saved or thrown away."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    story = models.ForeignKey(
        Story,
        on_delete=models.CASCADE,
        null=True,
        related_name="working_copies",
        help_text="None for a story that was never saved.",
    )
    window = models.UUIDField(help_text="Each window of one person keeps a copy of its own.")
    started_from = models.ForeignKey(
        Revision,
        on_delete=models.CASCADE,
        null=True,
        related_name="+",
        help_text="The revision that the window was opened with.",
    )
    fields = models.JSONField(help_text="What the form's fields hold, by their names.")
    kept_at = models.DateTimeField(auto_now=True)

    objects = WorkingCopyQuerySet.as_manager()

    class Meta:
        ordering = ["-kept_at"]
        verbose_name_plural = "working copies"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "window"],
                name="working_copy_once_per_window",
                violation_error_message="This window keeps a working copy already.",
            )
        ]

    def __str__(self) -> str:
        return f"What {self.user} typed at {self.kept_at:%H:%M:%S}"
