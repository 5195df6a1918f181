"""When: a form's local time to come, told with both readings where the clocks change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.admin.moments import MOMENT, plausible
from articles.masthead.readings import exists, readings

READING = "reading"


class WallTimeField(forms.DateTimeField):
    """A time as the clock on the wall shows it, not yet an instant; or one with its offset."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{
                "widget": forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
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


@dataclass(frozen=True)
class Reading:
    """One thing that the typed time can mean, for the person to choose."""

    value: str
    words: str


class WhenForm(forms.Form):
    """Asks for `goes_live_at`. Where the time has two readings the page is shown with both."""

    goes_live_at = WallTimeField(label="Goes live at")

    may_be_now = True
    is_past = False  # and the person is asked whether now will do
    both: list[Reading]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.both = []

    def clean_goes_live_at(self) -> datetime | None:
        """An instant to come, in UTC."""
        if self.may_be_now and self.data.get("now"):
            return None
        typed: datetime | None = plausible(self.cleaned_data["goes_live_at"])
        if typed is None:
            return None
        moment = typed if typed.tzinfo else self._meant(typed)
        if moment < timezone.now():
            self.is_past = self.may_be_now
            question = ": publish now? Or give" if self.may_be_now else ". Give"
            message = f"That time is past{question} a later one."
            raise ValidationError(message)
        return moment.astimezone(UTC)

    def _meant(self, wall: datetime) -> datetime:
        """The instant; where there are two, the one that was chosen, or the question."""
        zone = timezone.get_current_timezone()
        found = readings(wall, zone)
        chosen = [one for one in found if self.data.get(READING) == one.isoformat()]
        if len(found) == 1 or chosen:
            return (chosen or found)[0]
        self.both = [Reading(one.isoformat(), _in_words(one, zone)) for one in found]
        clock = f"{wall:%H:%M} on {wall:%d %B %Y}"
        happens = (
            f"The clocks go back, so {clock} comes twice"
            if exists(wall, zone)
            else f"The clocks go forward, so {clock} does not exist"
        )
        message = f"{happens}. Say which is meant: {self.both[0].words} or {self.both[1].words}."
        raise ValidationError(message)


def _in_words(instant: datetime, zone: ZoneInfo) -> str:
    return f"{instant.astimezone(zone):%H:%M %Z} ({instant:%H:%M} UTC)"
