"""Days and moments at the desk: the browser's own fields, and only years that can be meant."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

MOMENT = "%Y-%m-%dT%H:%M"
NATIVE: dict[Any, Any] = {
    models.DateField: {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")},
    models.DateTimeField: {
        "form_class": forms.DateTimeField,
        "widget": forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
    },
}
"""For `formfield_overrides`. Moments are local times of the publication."""
EARLIEST = 1900
YEARS_AHEAD = 5


def plausible(moment: datetime | None) -> datetime | None:
    """The moment, when it can be meant; else ValidationError.

    The ends of the calendar are not even the same year in every zone, and a row that no zone can
    show breaks the pages that list it.
    """
    latest = timezone.localtime().year + YEARS_AHEAD
    if moment is not None and not EARLIEST <= moment.year <= latest:
        message = f"The year {moment.year} is too far off. Give one from {EARLIEST} to {latest}."
        raise ValidationError(message)
    return moment
