"""The embargo on the story's form: typed in the zone in which it was given, or in ours."""

from __future__ import annotations

import zoneinfo
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from articles.admin.moments import plausible
from articles.admin.when import WallTimeField
from articles.desk.embargo import zone_named
from articles.masthead.readings import exists, readings


class EmbargoFields(forms.ModelForm):  # type: ignore[type-arg]
    """The moment is stored as an instant; the form shows and takes the clock of the zone."""

    embargo = WallTimeField(
        required=False,
        help_text="Promised to a source: no reader sees the story before this moment.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zone = zone_named(self.instance.embargo_zone)
        if self.instance.embargo and zone:
            wall = self.instance.embargo.astimezone(zone).replace(tzinfo=None)
            self.initial["embargo"] = wall

    def clean_embargo(self) -> datetime | None:
        return plausible(self.cleaned_data["embargo"])

    def clean_embargo_zone(self) -> str:
        name: str = self.cleaned_data["embargo_zone"].strip()
        if name and zone_named(name) is None:
            message = f"“{name}” is not a time zone. Write its name as America/New_York."
            raise forms.ValidationError(message)
        return name

    def clean(self) -> dict[str, Any]:
        """The wall time becomes an instant, where the clocks of the zone show it once."""
        cleaned = super().clean() or {}
        wall: datetime | None = cleaned.get("embargo")
        if wall is None or wall.tzinfo is not None or "embargo_zone" in self.errors:
            return cleaned
        zone = zone_named(cleaned.get("embargo_zone", "")) or zoneinfo.ZoneInfo(
            timezone.get_current_timezone_name()
        )
        found = readings(wall, zone)
        if len(found) == 1:
            cleaned["embargo"] = found[0]
            return cleaned
        either = " or ".join(f"{one.astimezone(zone):%H:%M %Z} ({one:%H:%M} UTC)" for one in found)
        how = "comes twice" if exists(wall, zone) else "does not exist"
        self.add_error(
            "embargo",
            f"{wall:%H:%M on %d %B %Y} {how} in {zone.key}: the clocks change. It means {either}. "
            "Choose UTC as the zone, and write it so.",
        )
        return cleaned
