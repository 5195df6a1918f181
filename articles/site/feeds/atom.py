"""Atom (RFC 4287), with tombstones (RFC 6721)."""

from __future__ import annotations

from articles.site.cursor import EPOCH
from articles.site.feeds import media
from articles.site.feeds.feed import Feed
from articles.site.feeds.item import Gone, Item
from articles.site.xml import Document, utc

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
            _entry(document, item)
    return document.finished()


def _tombstone(document: Document, stone: Gone) -> None:
    with document.within("at:deleted-entry", ref=stone.key, when=utc(stone.at)):
        document.add("at:comment", stone.reason)


def _entry(document: Document, item: Item) -> None:
    with document.within("entry", xml__lang=item.language):
        document.add("id", item.key)
        document.add("title", item.title)
        document.add("link", rel="alternate", type="text/html", href=item.address)
        document.add("published", utc(item.published))
        document.add("updated", utc(item.updated))
        for person in item.authors:
            with document.within("author"):
                document.add("name", person.name)
                if person.address:
                    document.add("uri", person.address)
        for tag in item.tags:
            document.add("category", term=tag)
        if item.summary:
            document.add("summary", item.summary)
        document.add("content", item.html, type="html")
        for picture in item.pictures:
            length = {} if picture.size is None else {"length": picture.size}
            document.add("link", rel="enclosure", type=picture.type, href=picture.address, **length)
            media.write(document, picture)
