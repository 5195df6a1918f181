"""When: a form's time on the wall; where the clocks change, the person says which one is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.html import format_html

from articles.admin.moments import MOMENT, plausible
from articles.masthead.readings import exists, readings


@dataclass(frozen=True)
class Reading:
    """One thing that the typed time can mean, for the person to choose."""

    value: str
    words: str
    is_chosen: bool = False


class WallTimeInput(forms.DateTimeInput):
    """The browser's own field, and under it the two readings of a time that has two."""

    both: Sequence[Reading] = ()

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        drawn = super().render(name, value, attrs, renderer)
        if not self.both:
            return drawn
        choice = {"name": reading_name(name), "both": self.both}
        return format_html("{}{}", drawn, render_to_string("admin/both_readings.html", choice))


class WallTimeField(forms.DateTimeField):
    """A time as the clock on the wall shows it, not yet an instant; or one with its offset."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{
                "widget": WallTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
                "error_messages": {
                    "invalid": "That is not a time. Write it as 2026-11-23T14:30.",
                    "required": "Give a time.",
                },
                **kwargs,
            }
        )

    def to_python(self, value: Any) -> datetime | None:
        with timezone.override(UTC):  # where every time exists, once
            moment = super().to_python(value)
        if moment is None or _has_offset(value):
            return moment
        return moment.replace(tzinfo=None)


def _has_offset(value: Any) -> bool:
    try:
        parsed = parse_datetime(str(value).strip())
    except ValueError:
        return False
    return parsed is not None and parsed.tzinfo is not None


def reading_name(name: str) -> str:
    """The name under which the form sends the reading that was chosen for that field."""
    return f"{name}_reading"


def offer(form: forms.BaseForm, name: str, instant: datetime | None, zone: ZoneInfo) -> None:
    """Shows both readings of the instant's time on the wall, where it has two, with its own chosen.

    So a form that shows a time of a doubled hour sends back what it has.
    """
    if instant is None or name not in form.fields:
        return
    wall = instant.astimezone(zone).replace(tzinfo=None)
    found = readings(wall, zone)
    if len(found) > 1:
        # In a doubled hour Python holds no two times of different zones for equal.
        form.fields[name].widget.both = _both(wall, zone, found, chosen=instant.astimezone(UTC))


def instant_of(
    form: forms.BaseForm,
    name: str,
    wall: datetime,
    zone: ZoneInfo,
    *,
    known: datetime | None = None,
) -> datetime:
    """The instant of a time on the wall, in UTC; `known` is the one that was meant before.

    Raises ValidationError where it has two readings and neither was chosen; the form shows both.
    """
    found = readings(wall, zone)
    sent = form.data.get(reading_name(form.add_prefix(name)))
    chosen = [one for one in found if sent == one.isoformat()]
    chosen = chosen or [one for one in found if one == known]
    if len(found) == 1 or chosen:
        instant = (chosen or found)[0]
        form.fields[name].widget.both = _both(wall, zone, found, chosen=instant)
        return instant
    form.fields[name].widget.both = _both(wall, zone, found)
    clock = f"{wall:%H:%M} on {wall:%d %B %Y}"
    happens = (
        f"The clocks go back, so {clock} comes twice in {zone.key}"
        if exists(wall, zone)
        else f"The clocks go forward, so {clock} does not exist in {zone.key}"
    )
    message = f"{happens}. Say which of the two is meant."
    raise ValidationError(message)


def _both(
    wall: datetime, zone: ZoneInfo, found: list[datetime], chosen: datetime | None = None
) -> list[Reading]:
    """Each with what tells it from the other: which passing of the hour, which side of the gap."""
    if len(found) == 1:
        return []
    doubled = exists(wall, zone)
    names = (
        ("The first passing", "The second passing")
        if doubled
        else ("Before the gap", "After the gap")
    )
    return [
        Reading(
            value=one.isoformat(),
            words=f"{name}: {one.astimezone(zone):%H:%M %Z} ({one:%H:%M} UTC)",
            is_chosen=one == chosen,
        )
        for name, one in zip(names, found, strict=True)
    ]


class WhenForm(forms.Form):
    """Asks for `goes_live_at`. Where the time has two readings the page is shown with both."""

    goes_live_at = WallTimeField(label="Goes live at")

    may_be_now = True
    offers_now = False  # with a button, once the time is past
    is_past = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        initial = self.get_initial_for_field(self.fields["goes_live_at"], "goes_live_at")
        if not self.is_bound:
            offer(self, "goes_live_at", initial, _zone())

    def clean_goes_live_at(self) -> datetime | None:
        """An instant to come, in UTC; None is now."""
        if self.offers_now and self.data.get("now"):
            return None
        typed: datetime | None = plausible(self.cleaned_data["goes_live_at"])
        if typed is None:
            return None
        moment = typed if typed.tzinfo else instant_of(self, "goes_live_at", typed, _zone())
        if moment < timezone.now():
            self.is_past = True
            raise ValidationError(self._past())
        return moment.astimezone(UTC)

    def _past(self) -> str:
        if self.offers_now:
            return "That time is past: publish now? Or give a later one."
        other = ", or none for now" if self.may_be_now else ""
        return f"That time is past. Give a later one{other}."


def _zone() -> ZoneInfo:
    return ZoneInfo(timezone.get_current_timezone_name())
