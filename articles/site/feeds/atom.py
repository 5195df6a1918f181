"""Atom (RFC 4287), with tombstones (RFC 6721)."""

from __future__ import annotations

from functools import lru_cache

from articles.site.cursor import EPOCH
from articles.site.feeds import media
from articles.site.feeds.feed import Feed
from articles.site.feeds.item import REMEMBERED, Gone, Item
from articles.site.xml import Document, Elements, utc

NAMESPACES = {
    "": "http://www.w3.org/2005/Atom",
    "at": "http://purl.org/atompub/tombstones/1.0",
    "media": media.NAMESPACE,
}


def write(feed: Feed, address: str) -> bytes:
    document, masthead = Document(), feed.masthead
    with document.within("feed", NAMESPACES, xml__lang=masthead["language"]):
        document.add("id", address)
        document.add("title", feed.title)
        if masthead["strapline"]:
            document.add("subtitle", masthead["strapline"])
        document.add("link", rel="self", type="application/atom+xml", href=address)
        document.add("link", rel="alternate", type="text/html", href=feed.home)
        document.add("updated", utc(feed.updated or EPOCH))
        with document.within("author"):  # stands for items without one
            document.add("name", masthead["name"])
        for stone in feed.gone:
            _tombstone(document, stone)
        for item in feed.items:
            document.put(_entry(item))
    return document.finished()


def _tombstone(document: Document, stone: Gone) -> None:
    with document.within("at:deleted-entry", ref=stone.key, when=utc(stone.at)):
        document.add("at:comment", stone.reason)


@lru_cache(REMEMBERED)
def _entry(item: Item) -> str:
    elements = Elements()
    with elements.within("entry", xml__lang=item.language):
        elements.add("id", item.key)
        elements.add("title", item.title)
        elements.add("link", rel="alternate", type="text/html", href=item.address)
        elements.add("published", utc(item.published))
        elements.add("updated", utc(item.updated))
        for person in item.authors:
            with elements.within("author"):
                elements.add("name", person.name)
                if person.address:
                    elements.add("uri", person.address)
        for tag in item.tags:
            elements.add("category", term=tag)
        if item.summary:
            elements.add("summary", item.summary)
        elements.add("content", item.html, type="html")
        for picture in item.pictures:
            length = {} if picture.size is None else {"length": picture.size}
            elements.add("link", rel="enclosure", type=picture.type, href=picture.address, **length)
            media.write(elements, picture)
    return elements.text
