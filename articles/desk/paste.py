"""Pastes: the text of a story as it came in, kept unchanged."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from articles.desk.story import Story


class Paste(models.Model):
    """What was pasted, letter for letter; the story made of it may be edited, this may not."""

    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="paste")
    text = models.TextField()
    digest = models.CharField(max_length=64, help_text="SHA-256 of the text in UTF-8.")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    points = models.JSONField(
        default=list,
        blank=True,
        help_text="Places and dates of the text that nobody has looked at yet: a list of objects "
        "with kind, words and instead.",
    )

    def __str__(self) -> str:
        return f"{self.story}, as it was pasted"
