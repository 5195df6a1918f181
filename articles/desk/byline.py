"""Bylines: whose names stand over a story, in which role and order."""

from __future__ import annotations

from django.db import models

from articles.desk.story import Story
from articles.masthead.contributor import Contributor
from articles.vocabulary import BylineRole


class Byline(models.Model):
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="bylines")
    contributor = models.ForeignKey(Contributor, on_delete=models.PROTECT, related_name="bylines")
    role = models.CharField(max_length=24, choices=BylineRole, default=BylineRole.WRITER)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "contributor", "role"],
                name="byline_once_per_role",
                violation_error_message="This contributor already has a byline in this role.",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=BylineRole.values),
                name="byline_role_known",
                violation_error_message="Choose one of the byline roles.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.contributor}"
