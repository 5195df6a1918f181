"""JSON Feed 1.1. A withdrawn story is told of as in RSS: under its id, with the reason."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from django.conf import settings

from articles.masthead.paths import path_of_file
from articles.site.feeds.feed import Feed
from articles.site.feeds.item import REMEMBERED, WITHDRAWN, Gone, Item, Picture
from articles.site.xml import utc

VERSION = "https://jsonfeed.org/version/1.1"


def write(feed: Feed, address: str) -> bytes:
    values = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": address,
        "description": feed.masthead["strapline"],
        "language": feed.masthead["language"],
        "icon": f"{settings.SITE_URL}{path_of_file('icon.png')}",
        "authors": [{"name": feed.masthead["name"], "url": f"{settings.SITE_URL}/"}],
    }
    items = ", ".join([*map(_tombstone, feed.gone), *map(_item, feed.items)])
    return f'{_written(values)[:-1]}, "items": [{items}]}}'.encode()


def _tombstone(stone: Gone) -> str:
    values = {
        "id": stone.key,
        "title": WITHDRAWN,
        "content_text": stone.reason,
        "date_published": utc(stone.published),
        "date_modified": utc(stone.at),
    }
    return _written(values)


@lru_cache(REMEMBERED)
def _item(item: Item) -> str:
    people = [_said({"name": one.name, "url": one.address}) for one in item.authors]
    values = {
        "id": item.key,
        "url": item.address,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html,
        "image": item.pictures[0].address if item.pictures else "",
        "date_published": utc(item.published),
        "date_modified": utc(item.updated),
        "authors": people,
        "tags": item.tags,
        "language": item.language,
        "attachments": [_attachment(one) for one in item.pictures],
    }
    return _written(values)


def _attachment(picture: Picture) -> dict[str, Any]:
    return _said(
        {
            "url": picture.address,
            "mime_type": picture.type,
            "title": f"{picture.caption} {picture.credit}",
            "size_in_bytes": picture.size,
        }
    )


def _written(values: dict[str, Any]) -> str:
    """As a JSON object."""
    return json.dumps(_said(values), ensure_ascii=False)


def _said(values: dict[str, Any]) -> dict[str, Any]:
    """What has something to say."""
    return {name: value for name, value in values.items() if value}
