"""What the tests of feeds, sitemaps and metadata share: a story that says the worst of things."""

from __future__ import annotations

import json
import re
from datetime import timedelta

from tests.builders import MONDAY_NOON, an_edition

HOUR = timedelta(hours=1)
ORIGIN = "http://127.0.0.1:8000"
STEM = "0123456789abcdef" * 2
HOSTILE = (
    "]]></script><script>alert(1)</script><!-- & \u202b\u05e9\u05dc\u05d5 \x01\x0b\ufffe\u2028"
)
"""Ends CDATA, a script, a comment; is written from the right; holds what no XML may hold."""
SAYABLE = HOSTILE.replace("\x01", "").replace("\x0b", "").replace("\ufffe", "")
FORMS = ["", "rss/", "json/"]
TIDES = [{"slug": "tides", "name": "Tides & currents"}]
LISTINGS = ["/", "/section/harbour/", "/tag/tides/", "/by/ada-lumen/"]


def a_figure(**values):
    """A figure value with one copy, whose address is the photo's own."""
    return {
        "photo": "5a1c2a52-0000-4000-8000-000000000001",
        "caption": "The night ferry leaves.",
        "credit_line": "Ines Okafor/Northmark Pictures",
        "alt_text": "A lit ferry",
        "creator": "Ines Okafor",
        "label": "",
        "renditions": [
            {"url": f"/media/{STEM}-640x427.jpg", "width": 640, "height": 427, "format": "jpg"}
        ],
        **values,
    }


def figure_html(figure):
    return (
        f'<figure class="picture" data-photo="{figure["photo"]}">'
        f'<img src="{figure["renditions"][0]["url"]}" alt="x"></figure>'
    )


def a_later(edition, **values):
    """The story's next edition, an hour after the one before."""
    return an_edition(
        **{
            "story_key": edition.story_key,
            "number": edition.number + 1,
            "goes_live_at": edition.goes_live_at + HOUR,
            "first_published_at": edition.first_published_at,
            "date": edition.date,
            "slug": edition.slug,
            "tags": edition.tags,
            "headline": edition.headline,
            **values,
        }
    )


def a_withdrawal(edition, **values):
    values = {"kind": "withdrawal", "note": "The account could not be confirmed.", **values}
    return a_later(edition, body_html="", text="", standfirst="", tags=[], bylines=[], **values)


def a_correction(edition, **values):
    told = {
        "number": edition.number + 1,
        "kind": "correction",
        "kind_label": "Correction",
        "text": "The ferry sails at six, not at five.",
        "at": (MONDAY_NOON + HOUR).isoformat(),
        "place": "end",
    }
    values = {"kind": "correction", "note": told["text"], "corrections": [told], **values}
    return a_later(edition, **values)


def json_ld(response):
    """Every JSON-LD block of the page."""
    html = response.content.decode()
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return [json.loads(block) for block in blocks]
