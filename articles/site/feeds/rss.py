"""RSS 2.0, with the full text (`content:encoded`) and Media RSS.

RSS knows no tombstone: the item of a withdrawn story stays for a while under its id, and says that
it is withdrawn and why, so that it takes the story's place in whatever holds it. Descriptions are
read as HTML, so plain words are escaped once more.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from html import escape

from django.utils.http import http_date

from articles.site.feeds import media
from articles.site.feeds.feed import Feed
from articles.site.feeds.item import REMEMBERED, WITHDRAWN, Gone, Item
from articles.site.xml import Document, Elements, utc

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": media.NAMESPACE,
}


def write(feed: Feed, address: str) -> bytes:
    document, masthead = Document(), feed.masthead
    with document.within("rss", NAMESPACES, version="2.0"), document.within("channel"):
        document.add("title", feed.title)
        document.add("link", feed.home)
        document.add("description", escape(masthead["strapline"] or feed.title))
        document.add("language", masthead["language"])
        document.add("atom:link", rel="self", type="application/rss+xml", href=address)
        if feed.updated:
            document.add("lastBuildDate", _date(feed.updated))
        for stone in feed.gone:
            _tombstone(document, stone)
        for item in feed.items:
            document.put(_item(item))
    return document.finished()


def _tombstone(document: Document, stone: Gone) -> None:
    with document.within("item"):
        document.add("title", WITHDRAWN)
        document.add("guid", stone.key, isPermaLink="false")
        document.add("pubDate", _date(stone.published))
        document.add("atom:updated", utc(stone.at))
        document.add("description", escape(stone.reason))


@lru_cache(REMEMBERED)
def _item(item: Item) -> str:
    elements = Elements()
    with elements.within("item"):
        elements.add("title", item.title)
        elements.add("link", item.address)
        elements.add("guid", item.key, isPermaLink="false")
        elements.add("pubDate", _date(item.published))
        elements.add("atom:updated", utc(item.updated))
        for person in item.authors:  # RSS's own author is an e-mail address
            elements.add("dc:creator", person.name)
        elements.add("dc:language", item.language)
        for tag in item.tags:
            elements.add("category", tag)
        if item.summary:
            elements.add("description", escape(item.summary))
        elements.add("content:encoded", item.html)
        first = next(iter(item.pictures), None)
        if first and first.size is not None:  # an enclosure says its size, or is none
            elements.add("enclosure", url=first.address, type=first.type, length=first.size)
        for picture in item.pictures:
            media.write(elements, picture)
    return elements.text


def _date(moment: datetime) -> str:
    return http_date(moment.timestamp())
