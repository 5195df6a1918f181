"""Suppliers: the agencies and houses that pictures come from."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.db import models

from articles.desk.photos.supplier import Supplier


@admin.register(Supplier)
class SupplierAdmin(admin.ModelAdmin[Supplier]):
    list_display = ["name", "is_distributor", "rights_category"]
    list_filter = ["is_distributor", "rights_category"]
    search_fields = ["name", "aliases"]
    fields = ["name", "aliases", "is_distributor", "rights_category", "restrictions"]
    formfield_overrides = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 3})}}


def supplier_names() -> list[str]:
    """The names that the fields of supplier and distributor suggest."""
    return list(Supplier.objects.values_list("name", flat=True))
