"""Policies: what the paper says of itself, and by what rules it works. Public, under /about/."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from articles.vocabulary import PolicyKind


class Policy(models.Model):
    """One page of the paper about itself; `kind` says which of the standards' policies it is."""

    title = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, help_text="The page's public address: /about/<slug>/.")
    kind = models.CharField(
        max_length=20,
        choices=PolicyKind,
        default=PolicyKind.OTHER,
        help_text="Tells search engines and trust standards what the page is.",
    )
    body = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(
        default=0, help_text="Pages are listed by this number, the lowest first."
    )
    updated_at = models.DateTimeField("last changed", auto_now=True)

    class Meta:
        verbose_name = "page about the paper"
        verbose_name_plural = "pages about the paper"
        ordering = ["position", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug"],
                name="policy_slug_unique",
                violation_error_message="Another page has this address. Choose another slug.",
            ),
            models.UniqueConstraint(
                fields=["kind"],
                condition=~Q(kind=PolicyKind.OTHER),
                name="policy_one_of_a_kind",
                violation_error_message="There is a page of this kind already. Change that one.",
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(slug=""),
                name="policy_has_title_and_address",
                violation_error_message="A page about the paper needs a title and an address.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("site:about", args=[self.slug])
