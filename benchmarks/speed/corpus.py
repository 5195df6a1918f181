"""The paper's live stories as JSON, for the peer: `python -m benchmarks.speed.corpus FILE`."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import django

django.setup()

from articles.desk.photos.photo import Photo  # noqa: E402  (models: Django stands first)
from articles.site.edition import Edition  # noqa: E402
from articles.site.page import masthead  # noqa: E402
from articles.site.sourcing import cite  # noqa: E402

FIGURE = re.compile(r'<figure class="picture.*?</figure>', re.DOTALL)
PHOTO = re.compile(r'data-photo="([^"]+)"')


def corpus() -> dict[str, Any]:
    files = {str(one.key): one.image.path for one in Photo.objects.all() if one.image}
    stories = [story(one, files) for one in Edition.objects.live()]
    return {"paper": masthead(), "stories": stories}


def story(edition: Edition, files: dict[str, str]) -> dict[str, Any]:
    cited = [cite(one) for one in edition.sources]
    return {
        "headline": edition.headline,
        "slug": edition.slug,
        "section": edition.section_slug,
        "kicker": edition.kicker,
        "standfirst": edition.standfirst,
        "dateline": edition.dateline,
        "byline": " and ".join(one["name"] for one in edition.bylines),
        "tags": [one["name"] for one in edition.tags],
        "sources": [f"{one.label}, {one.description}: {one.words}" for one in cited],
        "at": edition.first_published_at.isoformat(),
        "body": body(edition, files),
    }


def body(edition: Edition, files: dict[str, str]) -> list[dict[str, str]]:
    """The text and the pictures in their order."""
    figures = {one["photo"]: one for one in edition.figures}
    parts: list[dict[str, str]] = []
    at = 0
    for found in FIGURE.finditer(edition.body_html):
        parts.append({"html": edition.body_html[at : found.start()]})
        key = PHOTO.search(found[0])
        if key and key[1] in figures and key[1] in files:
            one = figures[key[1]]
            parts.append(
                {
                    "file": files[key[1]],
                    "caption": one["caption"],
                    "credit": one["credit_line"],
                    "alt": one["alt_text"],
                }
            )
        at = found.end()
    parts.append({"html": edition.body_html[at:]})
    return [part for part in parts if part.get("html") != ""]


Path(sys.argv[1]).write_text(json.dumps(corpus()), encoding="utf-8")
