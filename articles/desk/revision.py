"""Revisions: every save of a story, whole, for good."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from articles.desk.story import Story


class Revision(models.Model):
    """A story and all its rows as one save left them. Rows are added, never changed: a trigger."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(help_text="1 for the first save, without gaps.")
    values = models.JSONField(
        encoder=DjangoJSONEncoder, help_text="The story, its rows and tags, as plain values."
    )
    digest = models.CharField(max_length=64, help_text="SHA-256 of the values.")
    why = models.CharField(
        max_length=200, blank=True, help_text="What brought it about, when it was no plain save."
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="None: what was changed past the story’s page, and noticed afterwards.",
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "number"],
                name="revision_number_once",
                violation_error_message="Somebody saved at the same moment. Save again.",
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1),
                name="revision_numbers_from_1",
                violation_error_message="Revisions are numbered from 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.story}, revision {self.number}"
