"""Attributions: a passage of the body, and the source behind it."""

from __future__ import annotations

from django.db import models

from articles.desk.source import Source
from articles.desk.story import Story
from articles.vocabulary import AttributionKind


class Attribution(models.Model):
    """A quote or claim, as the source mark in the body has it (see `references`)."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="attributions")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="attributions")
    kind = models.CharField(max_length=6, choices=AttributionKind)
    passage = models.TextField()
    position = models.PositiveIntegerField(help_text="Order in the body, from 0.")
    is_proposal = models.BooleanField(
        "proposal",
        default=False,
        help_text="Read out of a pasted text. Untick when a person has looked.",
    )

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(passage=""),
                name="attribution_has_a_passage",
                violation_error_message="An attribution marks at least a word of the body.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.passage[:60]}"
