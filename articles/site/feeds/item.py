"""Items: what a feed says of one edition, whatever its format."""

from __future__ import annotations

import os
import uuid
from dataclasses import dataclass
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
from articles.site.copies import FOLDER
from articles.site.edition import Edition
from articles.site.figure import exchange_figure
from articles.site.metadata.people import Person, writers
from articles.vocabulary import EditionKind

REMEMBERED = 500
"""Items, and entries of each format that are made of them, that each process keeps."""
Sizes = tuple[int | None, ...]
"""Of an edition's pictures, in their order."""
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
    """An entry depends on it and on nothing else, so that it is written once for equal ones."""

    key: str
    title: str
    address: str
    html: str
    language: str
    published: datetime
    updated: datetime
    summary: str = ""
    authors: tuple[Person, ...] = ()
    tags: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()


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
    sizes = tuple(_size(one) for one in edition.figures)
    zone = timezone.get_current_timezone_name()
    return _item_of(edition, edition.identity, sizes, zone, settings.SITE_URL)


@lru_cache(REMEMBERED)
def _item_of(edition: Edition, _identity: object, sizes: Sizes, _zone: str, _site: str) -> Item:
    """Made once for all that may make it another."""
    return Item(
        key=f"urn:uuid:{edition.story_key}",
        title=edition.headline,
        address=f"{settings.SITE_URL}{edition.get_absolute_url()}",
        summary=edition.standfirst,
        html=_html(edition),
        language=edition.language,
        published=edition.first_published_at,
        updated=edition.goes_live_at,
        authors=tuple(writers(edition.bylines)),
        tags=(edition.section_name, *(tag["name"] for tag in edition.tags)),
        pictures=tuple(
            found
            for one, size in zip(edition.figures, sizes, strict=True)
            if (found := _picture(one, size))
        ),
    )


def _html(edition: Edition) -> str:
    """The full text."""
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


def _size(figure: dict[str, Any]) -> int | None:
    """None until the copy is made."""
    copy = plain_copy(figure["renditions"])
    if copy is None:
        return None
    name = copy["url"].rpartition("/")[2]
    try:
        return os.stat(f"{settings.MEDIA_ROOT}/{FOLDER}/{name}").st_size  # for each, each time
    except FileNotFoundError:
        return None


def _picture(figure: dict[str, Any], size: int | None) -> Picture | None:
    """None where a lease keeps the picture out of feeds, or where it has no file."""
    copy = plain_copy(figure["renditions"])
    if copy is None or figure.get("is_for_site_alone"):
        return None
    label = figure.get("label", "")
    return Picture(
        address=f"{settings.SITE_URL}{copy['url']}",
        width=copy["width"],
        height=copy["height"],
        caption=f"{label}. {figure['caption']}" if label else figure["caption"],
        alt_text=figure["alt_text"],
        credit=figure["credit_line"],
        size=size,
    )
