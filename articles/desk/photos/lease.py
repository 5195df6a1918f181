"""Leases: a picture may, or may not, be used for a time, on a channel, in one story or in all."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from articles.desk.photos.photo import Photo
from articles.desk.photos.rights import FIELDS, GROUNDS, Rights, Term
from articles.desk.story import Story
from articles.vocabulary import Access, Channel


class Lease(models.Model):
    """What was agreed for a picture. Where two leases differ, the denial wins."""

    photo = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="leases")
    access = models.CharField(max_length=5, choices=Access)
    channel = models.CharField(max_length=6, choices=Channel, default=Channel.ALL)
    story = models.ForeignKey(
        Story,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text="For this story only. Empty: for every story.",
    )
    starts_at = models.DateTimeField("from", null=True, blank=True)
    ends_at = models.DateTimeField(
        "until", null=True, blank=True, help_text="Local time; that instant itself no longer."
    )
    note = models.CharField(max_length=300, blank=True, help_text="Who agreed to it, and where.")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["starts_at", "pk"]
        indexes = [
            models.Index(fields=["ends_at"], name="lease_ends"),
            models.Index(fields=["starts_at"], name="lease_starts"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(access__in=Access.values),
                name="lease_access_known",
                violation_error_message="A lease says that a picture may be used, or may not.",
            ),
            models.CheckConstraint(
                condition=models.Q(channel__in=Channel.values),
                name="lease_channel_known",
                violation_error_message="Choose one of the known channels.",
            ),
            models.CheckConstraint(
                condition=models.Q(starts_at=None)
                | models.Q(ends_at=None)
                | models.Q(ends_at__gt=models.F("starts_at")),
                name="lease_ends_after_it_starts",
                violation_error_message="The lease ends before it begins. Mend one of the times.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_access_display()}, {self.get_channel_display().lower()}"

    @property
    def term(self) -> Term:
        """The lease as a plain value, for `rights`."""
        return Term(
            access=self.access,
            channel=self.channel,
            story=self.story_id,
            starts_at=self.starts_at,
            ends_at=self.ends_at,
        )


def rights_of(photo: Photo) -> Rights:
    """All of the photo that decides about its use; its leases are read if they were not before."""
    ground = GROUNDS.get(photo.rights_category)
    needs = ground.needs if ground else ()
    return Rights(
        category=photo.rights_category,
        state=photo.state,
        lacking=tuple(FIELDS[name] for name in needs if not getattr(photo, name).strip()),
        licence=photo.licence,
        terms=tuple(lease.term for lease in photo.leases.all()),
    )
