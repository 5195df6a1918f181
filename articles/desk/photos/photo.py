"""Photos: the picture, who made it, and what we must print beside it."""

from __future__ import annotations

import uuid
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.db import models

from articles.vocabulary import (
    CreativeCommons,
    DataMining,
    DatePrecision,
    DigitalSourceType,
    PhotoState,
    RightsCategory,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from articles.desk.story import Story


def original_path(_photo: Photo, filename: str) -> str:
    """A random name in the private folder: what the sender called the file is never a path."""
    return f"originals/{uuid.uuid4().hex}{PurePosixPath(filename).suffix.lower()[:8]}"


class PhotoQuerySet(models.QuerySet["Photo"]):
    def visible_to(self, user: User | AnonymousUser) -> PhotoQuerySet:
        """Every photo, for staff who may see photos: the picture library is shared."""
        if user.is_active and user.has_perm("articles.view_photo"):
            return self
        return self.none()

    def placed_in(self, story: Story) -> PhotoQuerySet:
        return self.filter(pk__in=story.placements.values("photo")).order_by("pk")


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
    people_shown = models.TextField(
        blank=True, max_length=2000, help_text="Who can be recognised, one name on each line."
    )
    usage_terms = models.TextField(
        blank=True, help_text="What the licence says: “Editorial use only”."
    )
    instructions = models.TextField(
        blank=True, help_text="From the supplier to the desk. Never public."
    )

    state = models.CharField(
        max_length=8, choices=PhotoState, default=PhotoState.USABLE, editable=False
    )
    rights_category = models.CharField(
        "rights",
        max_length=20,
        choices=RightsCategory,
        blank=True,
        help_text="On what ground we may show it. Without one it is not published.",
    )
    restrictions = models.TextField(
        blank=True,
        max_length=1000,
        help_text="What we may not do with it. Empty: what goes with its category.",
    )
    permission = models.CharField(
        max_length=300, blank=True, help_text="Who permitted it, when and how."
    )
    source_url = models.URLField("where it came from", max_length=500, blank=True)
    licence = models.CharField(
        "Creative Commons licence", max_length=10, choices=CreativeCommons, blank=True
    )
    licence_url = models.URLField(
        "licence page",
        max_length=500,
        blank=True,
        help_text="Where the licence can be read (IPTC Web Statement of Rights).",
    )
    licensor_url = models.URLField(
        "where to license it", max_length=500, blank=True, help_text="IPTC Licensor URL."
    )
    supplier_image_id = models.CharField("supplier’s number", max_length=120, blank=True)
    digital_source_type = models.CharField(
        "how it was made",
        max_length=40,
        choices=DigitalSourceType,
        blank=True,
        help_text="Readers are told of what a machine made.",
    )
    data_mining = models.CharField(
        "data mining",
        max_length=45,
        choices=DataMining,
        blank=True,
        help_text="Written into every public copy (PLUS Data Mining).",
    )
    focal_x = models.FloatField(
        default=0.5, help_text="What matters most in it: from the left, 0 to 1."
    )
    focal_y = models.FloatField(default=0.5, help_text="From the top, 0 to 1.")
    credit_is_proposal = models.BooleanField(
        "credit is a proposal",
        default=False,
        help_text="Taken apart by rule. Untick when a person has looked.",
    )
    original_metadata = models.JSONField(
        default=dict,
        editable=False,
        help_text="What the file itself said when it came: xmp, iim, exif. Never public.",
    )
    content_hash = models.CharField(max_length=64, blank=True, editable=False)
    likeness = models.CharField(max_length=16, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        permissions = [
            ("override_rights", "Can pass over an objection to a picture’s use, with a reason"),
            ("kill_photo", "Can hold and kill pictures"),
            ("mend_caption", "Can mend captions and credits that readers have"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["key"], name="photo_key_unique"),
            models.CheckConstraint(
                condition=models.Q(taken_on_precision__in=DatePrecision.values),
                name="photo_date_precision_known",
                violation_error_message="Say how exactly the date is known: year, month or day.",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=PhotoState.values),
                name="photo_state_known",
                violation_error_message="A photo is usable, on hold or killed.",
            ),
            models.CheckConstraint(
                condition=models.Q(rights_category__in=["", *RightsCategory.values]),
                name="photo_rights_category_known",
                violation_error_message="Choose one of the known rights categories, or none.",
            ),
            models.CheckConstraint(
                condition=models.Q(focal_x__range=(0, 1), focal_y__range=(0, 1)),
                name="photo_focal_point_within",
                violation_error_message="The focal point lies within the picture: 0 to 1.",
            ),
        ]
        indexes = [
            models.Index(fields=["content_hash"], name="photo_content_hash"),
            models.Index(fields=["-updated_at", "-id"], name="photo_newest_change"),
            models.Index(
                fields=["id"],
                name="photo_without_credit",
                condition=~models.Q(credit_line__regex=r"\S"),
            ),
        ]

    def __str__(self) -> str:
        return self.alt_text or self.caption[:80] or f"Photo {self.pk}"

    @property
    def has_file(self) -> bool:
        """Whether there is a picture to be shown, looked into when it came."""
        return bool(self.image and self.content_hash and self.width and self.height)

    def missing(self) -> list[str]:
        """What the picture still needs before it may be published, in the desk's words."""
        needs = {
            "picture file": self.has_file,
            "credit line": bool(self.credit_line.strip()),
            "caption": bool(self.caption.strip()),
            "alt text": bool(self.alt_text.strip()),
        }
        return [name for name, present in needs.items() if not present]
