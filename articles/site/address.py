"""Addresses: every public address a story has ever had, so that none is lost or given twice."""

from __future__ import annotations

from django.db import models


class Address(models.Model):
    """`/<yyyy>/<mm>/<dd>/<slug>/` belongs to one story for ever.

    The row alone makes nothing public: a page is found through the story's live edition.
    """

    date = models.DateField()
    slug = models.SlugField(max_length=80)
    story_key = models.UUIDField()

    class Meta:
        verbose_name_plural = "addresses"
        constraints = [
            models.UniqueConstraint(
                fields=["date", "slug"],
                name="address_unique",
                violation_error_message="Another story of that day has this address. "
                "Choose another slug.",
            )
        ]

    def __str__(self) -> str:
        return f"/{self.date:%Y/%m/%d}/{self.slug}/"
