"""Public pictures: of which picture readers may fetch copies, and from when until when."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q


class PublicPictureQuerySet(models.QuerySet["PublicPicture"]):
    def begun(self, at: datetime) -> Self:
        """Those that were public at that instant or before; the others have no address yet."""
        return self.filter(public_from__lte=at)


class PublicPicture(models.Model):
    """A picture as an edition shows it. A picture of no edition has no row, so no address.

    All copied in as values: `photo_key` is the picture's permanent public key, `source` the path
    of the original below the media folder, `credit` what is written into each copy. `stem` is the
    hash of all of them, with which the copies' names begin; each of `sizes` has `width`, `height`,
    `formats`, and the `box` of the original that it shows (`imaging.recipe.Cut`), so that a row can
    be developed by any later recipe. A picture whose credit is mended gets another stem, so another
    row.
    """

    stem = models.CharField(max_length=32, unique=True)
    photo_key = models.UUIDField(db_index=True)
    source = models.CharField(max_length=200)
    credit = models.JSONField(default=dict)
    focal_x = models.FloatField(default=0.5)
    focal_y = models.FloatField(default=0.5)
    sizes = models.JSONField(default=list)
    public_from = models.DateTimeField()
    gone_at = models.DateTimeField(null=True)

    objects = PublicPictureQuerySet.as_manager()

    class Meta:
        ordering = ["-public_from", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(gone_at=None) | Q(gone_at__gte=F("public_from")),
                name="picture_goes_after_it_came",
                violation_error_message="A picture cannot be gone before it was public.",
            )
        ]

    def __str__(self) -> str:
        return self.stem

    def is_gone(self, at: datetime) -> bool:
        return self.gone_at is not None and self.gone_at <= at
