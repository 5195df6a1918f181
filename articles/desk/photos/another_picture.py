"""Another picture: a person has looked, and what resembles a killed picture is not that picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from articles.desk.photos.notice import Notice
from articles.desk.refusal import NotYours

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class AnotherPicture(models.Model):
    """Who told a file from a killed picture, and how they know. Rows are added, never changed.

    It holds for that file alone, by its hash: another one that resembles the killed picture is
    looked at for itself.
    """

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="told_apart")
    content_hash = models.CharField(max_length=64)
    reason = models.TextField(max_length=1000)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "content_hash"],
                name="another_picture_once",
                violation_error_message="This file was told from that picture already.",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason="") & ~models.Q(content_hash=""),
                name="another_picture_says_why",
                violation_error_message="Say how you know that it is another picture.",
            ),
        ]

    def __str__(self) -> str:
        return f"Another picture than “{self.notice.photo}”: {self.reason}"


def may_tell_apart(user: User) -> bool:
    """Whoever may kill pictures may say of a new one that it is not the killed one."""
    return user.is_active and user.has_perm("articles.kill_photo")


def tell_apart(notice: Notice, content_hash: str, *, reason: str, by: User) -> AnotherPicture:
    """Notes that the file is not the picture that was killed. Raises `NotYours`."""
    if not may_tell_apart(by):
        message = f"{by} may not say that it is another picture. Ask the photo desk."
        raise NotYours(message)
    return AnotherPicture.objects.create(
        notice=notice, content_hash=content_hash, reason=reason.strip(), made_by=by
    )
