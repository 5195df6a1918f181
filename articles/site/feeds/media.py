"""Pictures in Atom and RSS, by Media RSS 1.5.1: with their credit and their description."""

from __future__ import annotations

from articles.site.feeds.item import Picture
from articles.site.xml import Document

NAMESPACE = "http://search.yahoo.com/mrss/"


def write(document: Document, picture: Picture) -> None:
    attributes: dict[str, object] = {
        "url": picture.address,
        "type": picture.type,
        "medium": "image",
        "width": picture.width,
        "height": picture.height,
    }
    if picture.size is not None:
        attributes["fileSize"] = picture.size
    with document.within("media:content", **attributes):
        document.add("media:title", picture.alt_text, type="plain")
        document.add("media:description", picture.caption, type="plain")
        document.add("media:credit", picture.credit, role="photographer", scheme="urn:ebu")
