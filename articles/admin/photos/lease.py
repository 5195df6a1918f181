"""Leases, on the photo's page: from when until when it may be used, or may not."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from articles.admin.moments import NATIVE, plausible
from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo


class LeaseForm(forms.ModelForm[Lease]):
    def clean_starts_at(self) -> datetime | None:
        return plausible(self.cleaned_data["starts_at"])

    def clean_ends_at(self) -> datetime | None:
        return plausible(self.cleaned_data["ends_at"])


class LeaseInline(admin.StackedInline[Lease, Photo]):
    model = Lease
    form = LeaseForm
    extra = 0
    fields = [("access", "channel"), ("starts_at", "ends_at"), "story", "note", "made"]
    readonly_fields = ["made"]
    autocomplete_fields = ["story"]
    formfield_overrides = NATIVE

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Lease]:
        return super().get_queryset(request).select_related("story", "made_by")

    @admin.display(description="agreed by")
    def made(self, lease: Lease) -> str:
        if lease.made_by is None:
            return "whoever saves this"
        return f"{lease.made_by.get_username()} on {lease.made_at:%-d %b %Y}"
