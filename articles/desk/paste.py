"""Pastes: the text of a story as it came in, kept unchanged."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from articles.desk.story import Story
from articles.vocabulary import Provenance


class Paste(models.Model):
    """What was pasted, letter for letter; the story made of it may be edited, this may not."""

    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="paste")
    text = models.TextField()
    digest = models.CharField(max_length=64, help_text="SHA-256 of the text in UTF-8.")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    provenance = models.CharField(
        max_length=10,
        choices=Provenance,
        default=Provenance.UNKNOWN,
        help_text="Where the text came from, as it was said when it came.",
    )
    prints = ArrayField(models.IntegerField(), default=list, editable=False)
    points = models.JSONField(
        default=list,
        blank=True,
        help_text="Places and dates of the text that nobody has looked at yet: a list of objects "
        "with kind, words and instead.",
    )

    class Meta:
        indexes = [GinIndex(fields=["prints"], name="paste_prints")]

    def __str__(self) -> str:
        return f"{self.story}, as it was pasted"
