"""Suppliers: the agencies and houses that pictures come from, and the names they go by."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Lower

from articles.imaging.suppliers import spelling
from articles.vocabulary import RightsCategory


class SupplierQuerySet(models.QuerySet["Supplier"]):
    def names(self) -> dict[str, str]:
        """Each name as it is looked up in a credit -> the name as we print it."""
        known = {}
        for supplier in self:
            for name in (supplier.name, *supplier.aliases.splitlines()):
                if name.strip():
                    known[spelling(name)] = supplier.name
        return known

    def distributors(self) -> set[str]:
        """The names of those who pass on the pictures of others."""
        return set(self.filter(is_distributor=True).values_list("name", flat=True))


class Supplier(models.Model):
    """Who sends us pictures. The photo desk adds rows; credits are read with their help."""

    name = models.CharField(max_length=120, help_text="As printed in a credit: AFP.")
    aliases = models.TextField(
        "other names",
        blank=True,
        help_text="As it is also written, misspellings too, one on each line.",
    )
    is_distributor = models.BooleanField(
        "distributor",
        default=False,
        help_text="Passes on the pictures of others: “… via Getty Images”.",
    )
    rights_category = models.CharField(
        "usual rights",
        max_length=20,
        choices=RightsCategory,
        blank=True,
        help_text="Proposed for each picture that comes from it.",
    )
    restrictions = models.TextField(
        blank=True, help_text="Proposed too: what we may not do with its pictures."
    )

    objects = SupplierQuerySet.as_manager()

    class Meta:
        ordering = [Lower("name")]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="supplier_name_unique",
                violation_error_message="There is a supplier of this name already.",
            ),
            models.CheckConstraint(
                condition=models.Q(rights_category__in=["", *RightsCategory.values]),
                name="supplier_rights_category_known",
                violation_error_message="Choose one of the known rights categories, or none.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
