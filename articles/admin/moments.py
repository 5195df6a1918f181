"""Days and moments are given in the browser's own fields: one box, labelled, typed or chosen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models

MOMENT = "%Y-%m-%dT%H:%M"
NATIVE: dict[Any, Any] = {
    models.DateField: {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")},
    models.DateTimeField: {
        "form_class": forms.DateTimeField,
        "widget": forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
    },
}
"""For `formfield_overrides`. Moments are local times of the publication."""
