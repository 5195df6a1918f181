"""A readers' page: a template, the masthead, and headers that any cache may rely on."""

from __future__ import annotations

import json
import zoneinfo
from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from articles.masthead.publication import Publication

FRESH = "public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=3600"
"""A browser asks each time. A cache in front may answer for a second, and for one more while it
asks, so that no crowd reaches us; and for an hour where we do not answer (RFC 9111, RFC 5861)."""


def masthead() -> dict[str, Any]:
    """The masthead alone, for a page that is not found through an edition."""
    return dict(Publication.objects.masthead().get()["json"])


def page(
    template: str, context: dict[str, Any], *, head: dict[str, Any], status: int = 200
) -> HttpResponse:
    """The rendered page. No request goes into a template: a page is the same for everyone."""
    response = HttpResponse(printed(template, context, head=head), status=status)
    response["Cache-Control"] = FRESH
    return response


def printed(template: str, context: dict[str, Any], *, head: dict[str, Any]) -> str:
    """The page's HTML.

    Times are shown in the publication's own zone, whatever the server's. What stands round every
    page shows the masthead alone, and is printed once for it (`frame`).
    """
    around = {"masthead": head, "frame": json.dumps(head)}
    with timezone.override(zoneinfo.ZoneInfo(head["time_zone"])):
        return render_to_string(f"site/{template}", {**context, **around})
