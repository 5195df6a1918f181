"""Pictures in Atom and RSS, by Media RSS 1.5.1: with their credit and their description."""

from __future__ import annotations

from articles.site.feeds.item import Picture
from articles.site.xml import Elements

NAMESPACE = "http://search.yahoo.com/mrss/"


def write(elements: Elements, picture: Picture) -> None:
    attributes: dict[str, object] = {
        "url": picture.address,
        "type": picture.type,
        "medium": "image",
        "width": picture.width,
        "height": picture.height,
    }
    if picture.size is not None:
        attributes["fileSize"] = picture.size
    with elements.within("media:content", **attributes):
        elements.add("media:title", picture.alt_text, type="plain")
        elements.add("media:description", picture.caption, type="plain")
        elements.add("media:credit", picture.credit, role="photographer", scheme="urn:ebu")
