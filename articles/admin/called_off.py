"""Tells the desk what an act called off."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest

from articles.desk.story import Story


def tell(request: HttpRequest, called_off: Iterable[Story]) -> None:
    """One warning for each story, on the page that comes next."""
    for sentence in warnings(called_off):
        messages.warning(request, sentence)


def warnings(called_off: Iterable[Story]) -> list[str]:
    """A sentence for each story; its record has the reason."""
    return [
        f"“{story}” no longer goes live as scheduled: it does not pass the checks any more. "
        "Its page says why."
        for story in called_off
    ]
