"""A photo's leases, on the photo's page."""

from __future__ import annotations

from typing import Any

from django.contrib import admin

from articles.admin.labelled import LabelledForm
from articles.admin.moments import NATIVE, plausible
from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo


class LeaseForm(LabelledForm):
    def clean_starts_at(self) -> Any:
        return plausible(self.cleaned_data["starts_at"])

    def clean_ends_at(self) -> Any:
        return plausible(self.cleaned_data["ends_at"])


class LeaseInline(admin.TabularInline[Lease, Photo]):
    model = Lease
    form = LeaseForm
    formfield_overrides = NATIVE
    extra = 0
    fields = ["access", "channel", "starts_at", "ends_at", "story", "note"]
    autocomplete_fields = ["story"]
