"""A readers' page: a template, the masthead, and headers that any cache may rely on."""

from __future__ import annotations

import zoneinfo
from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from articles.masthead.publication import Publication

FRESH = "public, max-age=0, must-revalidate"
"""A cache may keep the page but asks before it serves it again: fresh once Publish is pressed."""


def masthead() -> dict[str, Any]:
    """The masthead alone, for a page that is not found through an edition."""
    return dict(Publication.objects.masthead().get()["json"])


def page(
    template: str, context: dict[str, Any], *, head: dict[str, Any], status: int = 200
) -> HttpResponse:
    """The rendered page. No request goes into a template: a page is the same for everyone.

    Times are shown in the publication's own zone, whatever the server's.
    """
    with timezone.override(zoneinfo.ZoneInfo(head["time_zone"])):
        html = render_to_string(f"site/{template}", {**context, "masthead": head})
    response = HttpResponse(html, status=status)
    response["Cache-Control"] = FRESH
    return response
