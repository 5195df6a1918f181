"""Notices: a supplier, or we, put a picture on hold, lift the hold, or kill it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from articles.desk.photos.photo import Photo
from articles.imaging.likeness import alike
from articles.vocabulary import NoticeKind


class NoticeQuerySet(models.QuerySet["Notice"]):
    def against(self, content_hash: str, likeness: str) -> Notice | None:
        """The kill of the same file, or of a picture of which this one is nearly a copy.

        Not of one that somebody has told this file from.
        """
        kills = self.filter(kind=NoticeKind.KILL)
        same = kills.filter(content_hash=content_hash).first() if content_hash else None
        others = kills.exclude(told_apart__content_hash=content_hash)
        return same or next((one for one in others if alike(likeness, one.likenesses)), None)


class Notice(models.Model):
    """One notice about a picture, as it came: from whom, why, and who carried it out.

    A kill keeps what its picture looked like, so that a copy of it is known when it comes again.
    """

    photo = models.ForeignKey(Photo, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=4, choices=NoticeKind)
    origin = models.CharField(
        "from whom", max_length=200, help_text="Who ordered it: the agency and its notice’s number."
    )
    reason = models.TextField(max_length=2000, help_text="Why, in the words of the notice.")
    content_hash = models.CharField(max_length=64, blank=True, editable=False)
    likenesses = models.JSONField(default=list, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=NoticeKind.values),
                name="notice_kind_known",
                violation_error_message="A notice is a hold, its lifting, or a kill.",
            ),
            models.CheckConstraint(
                condition=~models.Q(origin="") & ~models.Q(reason=""),
                name="notice_says_from_whom_and_why",
                violation_error_message="Say from whom the notice came, and why.",
            ),
            models.UniqueConstraint(
                fields=["photo"],
                condition=models.Q(kind=NoticeKind.KILL),
                name="notice_kills_once",
                violation_error_message="This picture is killed already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.origin}"
