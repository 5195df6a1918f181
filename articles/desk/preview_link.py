"""Preview links: one revision of a story, shown to somebody outside who has the address."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.desk.revision import Revision


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    def open(self, now: datetime) -> PreviewLinkQuerySet:
        """Those that still show something."""
        return self.filter(revoked_at=None, expires_at__gt=now)


class PreviewLink(models.Model):
    """The address itself is never kept, only its SHA-256: who reads the database cannot use it."""

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="preview_links")
    digest = models.CharField(max_length=64, unique=True)
    for_whom = models.CharField(max_length=200, help_text="Who gets it, and why.")
    expires_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True)
    reads = models.PositiveIntegerField(default=0)
    last_read_at = models.DateTimeField(null=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        permissions = [("share_preview", "Can show stories to outsiders before they are published")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(for_whom=""),
                name="preview_link_is_for_somebody",
                violation_error_message="Say who gets the link, and why.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.revision} for {self.for_whom}"
