"""The three formats of every feed: their types, their writers, and where they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from articles.site.feeds import atom, json_feed, rss
from articles.site.feeds.feed import Feed


@dataclass(frozen=True)
class Format:
    name: str
    type: str
    ending: str
    """What follows `feed/` in the address."""
    write: Callable[[Feed, str], bytes]


FORMATS = (
    Format("Atom", "application/atom+xml", "", atom.write),
    Format("RSS", "application/rss+xml", "rss/", rss.write),
    Format("JSON Feed", "application/feed+json", "json/", json_feed.write),
)


@dataclass(frozen=True)
class Alternate:
    """A `<link rel="alternate">` by which programs find a feed."""

    title: str
    type: str
    address: str


def alternates(path: str, title: str) -> list[Alternate]:
    """The feeds of the listing at that path."""
    return [
        Alternate(f"{title} ({one.name})", one.type, f"{path}feed/{one.ending}") for one in FORMATS
    ]
