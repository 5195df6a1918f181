"""Notifications: what somebody at the desk should know of, until they have seen it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from articles.desk.story import Story
from articles.vocabulary import NotificationKind

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User


class NotificationQuerySet(models.QuerySet["Notification"]):
    def of(self, user: User | AnonymousUser) -> NotificationQuerySet:
        """One's own, of stories that one may still see."""
        return self.filter(user=user.pk, story__in=Story.objects.visible_to(user))

    def unread(self) -> NotificationQuerySet:
        return self.filter(read_at=None)


class Notification(models.Model):
    """Told to one person about one story."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications"
    )
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=NotificationKind)
    text = models.CharField(max_length=400)
    caused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["user", "-id"],
                condition=models.Q(read_at=None),
                name="notification_unread",
            )
        ]

    def __str__(self) -> str:
        return self.text
