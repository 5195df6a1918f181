"""The embargo on the story's form: typed in the zone in which it was given, or in ours."""

from __future__ import annotations

import zoneinfo
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from articles.admin.moments import plausible
from articles.admin.when import WallTimeField, instant_of, offer
from articles.desk.embargo import zone_named


class EmbargoFields(forms.ModelForm):  # type: ignore[type-arg]
    """The moment is stored as an instant; the form shows and takes the clock of the zone."""

    embargo = WallTimeField(
        required=False,
        help_text="Promised to a source: no reader sees the story before this moment.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zone = zone_named(self.instance.embargo_zone) or _ours()
        if self.instance.embargo:
            self.initial["embargo"] = self.instance.embargo.astimezone(zone).replace(tzinfo=None)
            offer(self, "embargo", self.instance.embargo, zone)

    def clean_embargo(self) -> datetime | None:
        return plausible(self.cleaned_data["embargo"])

    def clean_embargo_zone(self) -> str:
        name: str = self.cleaned_data["embargo_zone"].strip()
        if name and zone_named(name) is None:
            message = f"“{name}” is not a time zone. Write its name as America/New_York."
            raise forms.ValidationError(message)
        return name

    def clean(self) -> dict[str, Any]:
        """The wall time becomes an instant of the zone; where it has two, the one chosen."""
        cleaned = super().clean() or {}
        wall: datetime | None = cleaned.get("embargo")
        if wall is None or wall.tzinfo is not None or "embargo_zone" in self.errors:
            return cleaned
        zone = zone_named(cleaned.get("embargo_zone", "")) or _ours()
        try:
            cleaned["embargo"] = instant_of(
                self, "embargo", wall, zone, known=self.instance.embargo
            )
        except forms.ValidationError as question:
            self.add_error("embargo", question)
        return cleaned


def _ours() -> zoneinfo.ZoneInfo:
    return zoneinfo.ZoneInfo(timezone.get_current_timezone_name())
