"""Acts: what was done to a story at the desk and stays on its record, beside its releases."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Subquery

from articles.desk.story import Story
from articles.vocabulary import ActKind

LISTED = 20


class ActQuerySet(models.QuerySet["Act"]):
    def still_called_off(self) -> ActQuerySet:
        """The last calling off of each story that was not released again since, newest first."""
        since = Act.objects.filter(story=OuterRef("story"), kind=ActKind.CALLED_OFF)
        last = since.order_by("-made_at", "-pk").values("pk")[:1]
        return self.filter(pk=Subquery(last)).exclude(story__releases__released_at__gt=F("made_at"))

    def for_record(self) -> ActQuerySet:
        """The newest ones, with who did them, as the story's pages list them."""
        return self.select_related("made_by")[:LISTED]


class Act(models.Model):
    """Who did what to a story, when and why. Rows are added, never changed."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="acts")
    kind = models.CharField(max_length=16, choices=ActKind)
    reason = models.TextField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    objects = ActQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="act_has_a_reason",
                violation_error_message="Say why.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.reason}"
