"""Items: what a feed says of one edition, whatever its format."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import linebreaks

from articles.imaging.listed import plain_copy
from articles.markup.addresses import absolute
from articles.site.copies import folder
from articles.site.edition import Edition
from articles.site.figure import exchange_figure
from articles.site.metadata.people import Person, writers
from articles.vocabulary import EditionKind

WITHDRAWN = "Story withdrawn"
"""What formats without tombstones print for a headline."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    address: str
    width: int
    height: int
    caption: str
    alt_text: str
    credit: str
    size: int | None
    """Bytes; None until the copy is made."""
    type: str = "image/jpeg"


@dataclass(frozen=True, kw_only=True)
class Item:
    key: str
    title: str
    address: str
    html: str
    language: str
    published: datetime
    updated: datetime
    summary: str = ""
    authors: list[Person] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Gone:
    """The tombstone of a story: since when it is gone, and why.

    Not where it stood: an address is made of the headline, and may say what was withdrawn.
    """

    key: str
    published: datetime
    at: datetime
    reason: str


def item_of(edition: Edition) -> Item:
    """The story as it is live, with its full text."""
    return Item(
        key=f"urn:uuid:{edition.story_key}",
        title=edition.headline,
        address=f"{settings.SITE_URL}{edition.get_absolute_url()}",
        summary=edition.standfirst,
        html=_html(edition, edition.digest, timezone.get_current_timezone_name()),
        language=edition.language,
        published=edition.first_published_at,
        updated=edition.goes_live_at,
        authors=writers(edition.bylines),
        tags=[edition.section_name, *(tag["name"] for tag in edition.tags)],
        pictures=[found for one in edition.figures if (found := _picture(one))],
    )


@lru_cache(maxsize=500)
def _html(edition: Edition, _digest: str, _zone: str) -> str:
    """The full text, printed once: an edition changes only, and its digest with it, where a court
    has words taken out."""
    body = edition.body_html
    for figure in edition.figures:
        if figure.get("is_for_site_alone"):
            body = exchange_figure(body, figure["photo"], "")
    context = {"edition": edition, "body": absolute(body, settings.SITE_URL)}
    return render_to_string("site/in_feed.html", context).strip()


def gone(edition: Edition) -> Gone:
    """Of a withdrawal."""
    return Gone(
        key=f"urn:uuid:{edition.story_key}",
        published=edition.first_published_at,
        at=edition.goes_live_at,
        reason=edition.note,
    )


def correction_of(edition: Edition) -> Item:
    """What readers were told of a story: an item of its own, beside the story's."""
    withdrawn = edition.kind == EditionKind.WITHDRAWAL
    label = EditionKind(edition.kind).label
    day = edition.date
    what = f"a story of {day.day} {day:%B %Y}" if withdrawn else edition.headline
    path = reverse("site:corrections") if withdrawn else f"{edition.get_absolute_url()}#corrections"
    return Item(
        key=f"urn:uuid:{uuid.uuid5(edition.story_key, str(edition.number))}",
        title=f"{label}: {what}",
        address=f"{settings.SITE_URL}{path}",
        html=linebreaks(edition.note, autoescape=True),
        language=edition.language,
        published=edition.goes_live_at,
        updated=edition.goes_live_at,
    )


def _picture(figure: dict[str, Any]) -> Picture | None:
    """None where a lease keeps the picture out of feeds, or where it has no file."""
    copy = plain_copy(figure["renditions"])
    if copy is None or figure.get("is_for_site_alone"):
        return None
    path = folder() / copy["url"].rpartition("/")[2]
    label = figure.get("label", "")
    return Picture(
        address=f"{settings.SITE_URL}{copy['url']}",
        width=copy["width"],
        height=copy["height"],
        caption=f"{label}. {figure['caption']}" if label else figure["caption"],
        alt_text=figure["alt_text"],
        credit=figure["credit_line"],
        size=path.stat().st_size if path.is_file() else None,
    )
