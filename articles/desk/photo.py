"""Photos: the picture, who made it, and what we must print beside it."""

from __future__ import annotations

import uuid
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.db import models

from articles.vocabulary import DatePrecision

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def original_path(_photo: Photo, filename: str) -> str:
    """A random name in the private folder: what the sender called the file is never a path."""
    return f"originals/{uuid.uuid4().hex}{PurePosixPath(filename).suffix.lower()[:8]}"


class PhotoQuerySet(models.QuerySet["Photo"]):
    def visible_to(self, user: User | AnonymousUser) -> PhotoQuerySet:
        """Every photo, for staff who may see photos: the picture library is shared."""
        if user.is_active and user.has_perm("articles.view_photo"):
            return self
        return self.none()


class Photo(models.Model):
    """A picture. Its credit belongs to it for ever; captions belong to each use of it.

    Fields follow the IPTC Photo Metadata Standard 2025.1: Creator, Credit Line, Copyright Notice,
    Description (caption), Alt Text (Accessibility), Date Created, Location Shown, Rights Usage
    Terms, Instructions. `supplier` is who sent it (IPTC Source), `distributor` who passed it on.
    """

    key = models.UUIDField(
        default=uuid.uuid4, editable=False, help_text="The picture's permanent public key."
    )
    # A FileField: an ImageField would read the stranger's file in the web process.
    image = models.FileField(
        "picture file",
        upload_to=original_path,
        blank=True,
        help_text="JPEG, PNG, WebP, GIF or AVIF, at most 20 MB. The file itself stays private; "
        "readers get copies of it that carry the credit.",
    )
    width = models.PositiveIntegerField(null=True, editable=False)
    height = models.PositiveIntegerField(null=True, editable=False)
    renditions = models.JSONField(
        default=list, editable=False, help_text="The public copies: name, width, height of each."
    )
    creator = models.CharField(
        max_length=160, blank=True, help_text="The photographer, in normal capitals."
    )
    supplier = models.CharField(
        max_length=120, blank=True, help_text="The agency or person that made it available: AFP."
    )
    distributor = models.CharField(
        max_length=120, blank=True, help_text="Who passed it on, if another: Getty Images."
    )
    credit_line = models.CharField(
        max_length=200, blank=True, help_text="As printed: “Ada Lumen/Northmark Pictures”."
    )
    copyright_notice = models.CharField(max_length=250, blank=True)
    caption = models.TextField(
        max_length=2000, blank=True, help_text="Who does what, where and when. No credit in here."
    )
    alt_text = models.CharField(
        "alt text",
        max_length=250,
        blank=True,
        help_text="What one sees, for those who cannot see it. Not the caption again.",
    )
    taken_on = models.DateField(null=True, blank=True)
    taken_on_precision = models.CharField(
        "known to the", max_length=8, choices=DatePrecision, default=DatePrecision.DAY
    )
    place_shown = models.CharField(max_length=160, blank=True)
    usage_terms = models.TextField(
        blank=True, help_text="What the licence says: “Editorial use only”."
    )
    instructions = models.TextField(
        blank=True, help_text="From the supplier to the desk. Never public."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["key"], name="photo_key_unique"),
            models.CheckConstraint(
                condition=models.Q(taken_on_precision__in=DatePrecision.values),
                name="photo_date_precision_known",
                violation_error_message="Say how exactly the date is known: year, month or day.",
            ),
        ]

    def __str__(self) -> str:
        return self.alt_text or self.caption[:80] or f"Photo {self.pk}"

    def missing(self) -> list[str]:
        """What the picture still needs before it may be published, in the desk's words."""
        needs = {
            "picture file": bool(self.image),
            "credit line": bool(self.credit_line.strip()),
            "caption": bool(self.caption.strip()),
            "alt text": bool(self.alt_text.strip()),
        }
        return [name for name, present in needs.items() if not present]
