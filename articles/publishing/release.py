"""Releases: who put which edition before readers, when and why."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from articles.desk.photos.notice import Notice
from articles.desk.story import Story
from articles.site.edition import Edition
from articles.vocabulary import EditionKind


class Release(models.Model):
    """The record beside an edition. Never public; it outlives an edition that was called off."""

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="releases")
    edition = models.ForeignKey(Edition, on_delete=models.SET_NULL, null=True, related_name="+")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=EditionKind)
    goes_live_at = models.DateTimeField()
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    released_at = models.DateTimeField(auto_now_add=True)
    reason = models.TextField(blank=True, help_text="Why, in the words of who released it.")
    override_reason = models.TextField(
        blank=True, help_text="Why blocks of the preflight were passed over, if they were."
    )
    new_facts = models.TextField(
        blank=True,
        help_text="Why facts of a live story changed without a correction: what is new.",
    )
    findings = models.JSONField(
        default=list, help_text="What the preflight still said: rule, severity, sentence of each."
    )
    as_released = models.JSONField(
        default=dict,
        encoder=DjangoJSONEncoder,
        help_text="The story and its rows as the checks saw them (`desk.snapshot`).",
    )
    notice = models.ForeignKey(
        Notice,
        on_delete=models.PROTECT,
        null=True,
        related_name="releases",
        help_text="The notice that took a picture out.",
    )
    called_off_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    called_off_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-released_at", "-pk"]
        indexes = [  # which releases have a source in them
            GinIndex(
                fields=["as_released"], name="release_as_released", opclasses=["jsonb_path_ops"]
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["edition"],
                name="release_once_per_edition",
                violation_error_message="This edition already has its release.",
            ),
            models.CheckConstraint(
                condition=models.Q(called_off_by=None, called_off_at=None)
                | models.Q(called_off_by__isnull=False, called_off_at__isnull=False),
                name="release_called_off_by_someone",
                violation_error_message="Say both who called the edition off and when.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, edition {self.number}, by {self.released_by}"

    @property
    def passes_over(self) -> bool:
        """Whether anything that blocks was passed over, by its reason or beside the copy."""
        return bool(self.override_reason) or any(one.get("passed_over") for one in self.findings)
