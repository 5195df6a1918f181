"""Dismissals: findings that somebody looked at and passed by, with the reason.

A block counts as passed over only while whoever did it holds the permission that its check names:
`publishing.override` asks that, nothing here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models, transaction

from articles.desk.act import Act
from articles.desk.story import Story
from articles.vocabulary import ActKind

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class Dismissal(models.Model):
    """One finding of one story, by the key that stays with its words."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="dismissals")
    key = models.CharField(max_length=24)
    rule = models.CharField(max_length=60)
    reason = models.CharField(max_length=300)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "key"],
                name="dismissal_once_per_finding",
                violation_error_message="This finding is dismissed already.",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="dismissal_has_a_reason",
                violation_error_message="Say why the finding does not matter here.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} dismissed: {self.reason}"


@transaction.atomic
def dismiss(story: Story, *, key: str, rule: str, message: str, reason: str, by: User) -> None:
    """Passes a finding by; saying it again changes the reason. The story's record has both."""
    Dismissal.objects.update_or_create(
        story=story, key=key, defaults={"rule": rule, "reason": reason, "made_by": by}
    )
    said = f"{message} – {reason}"
    Act.objects.create(story=story, kind=ActKind.DISMISSED, reason=said, made_by=by)


@transaction.atomic
def restore(story: Story, *, key: str, by: User) -> None:
    """Takes the finding up again, if it was dismissed."""
    for dismissal in story.dismissals.filter(key=key):
        Act.objects.create(story=story, kind=ActKind.RESTORED, reason=str(dismissal), made_by=by)
        dismissal.delete()
