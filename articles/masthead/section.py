"""Sections: the parts of the paper."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

HOME = ""
"""Stands where a section's slug does, for the home page."""


class Section(models.Model):
    """A part of the paper, such as Sport; `slug` is its public address."""

    name = models.CharField(max_length=60)
    slug = models.SlugField(
        max_length=60, help_text="The section's public address: /section/<slug>/."
    )
    position = models.PositiveSmallIntegerField(
        default=0, help_text="Sections are listed by this number, the lowest first."
    )
    is_closed = models.BooleanField(
        "closed",
        default=False,
        help_text="No story goes out in it any more. What is public in it stays.",
    )

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug"],
                name="section_slug_unique",
                violation_error_message="Another section has this address. Choose another slug.",
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="section_has_a_name",
                violation_error_message="A section needs a name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("site:section", args=[self.slug])
