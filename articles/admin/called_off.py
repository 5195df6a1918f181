"""Tells the desk what an act called off."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest

from articles.desk.story import Story


def tell(request: HttpRequest, called_off: Iterable[Story]) -> None:
    """One warning for each story; its record has the reason."""
    for story in called_off:
        messages.warning(
            request,
            f"“{story}” no longer goes live as scheduled: it does not pass the checks any more. "
            "Its page says why.",
        )
