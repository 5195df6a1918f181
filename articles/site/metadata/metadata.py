"""Metadata: what stands in the head of a page for machines, ready to be printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from articles.markup.json_ld import json_ld
from articles.masthead.paths import path_of
from articles.site.feeds.formats import Alternate, alternates

SCHEMA = "https://schema.org"
Schema = dict[str, Any]
"""A schema.org thing, as JSON-LD writes it."""


COUNTRY = 2  # letters


@dataclass(frozen=True, kw_only=True)
class Metadata:
    address: str
    """The page's one address (canonical), absolute."""
    properties: list[tuple[str, str]]
    """Open Graph: name and content, in the order in which they are printed."""
    feeds: tuple[Alternate, ...] = ()
    card: str = "summary"
    """What networks of Twitter's kind make of it."""
    blocks: list[str] = field(default_factory=list)
    """JSON-LD."""


def absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def blocks(*things: Mapping[str, Any]) -> list[str]:
    """Each thing as a JSON-LD block of its own, without what is empty."""
    return [json_ld(said({"@context": SCHEMA, **one})) for one in things]


def said(thing: Mapping[str, Any]) -> Schema:
    """The thing without the properties that say nothing."""
    return {name: value for name, value in thing.items() if value or value is False}


def open_graph(
    masthead: Mapping[str, Any], *, language: str = "", **properties: str
) -> list[tuple[str, str]]:
    """`og:` properties of any page, those of the paper behind the page's own."""
    country = _locale(language or masthead["language"])
    own = {**properties, "site_name": masthead["name"], "locale": country}
    return [(f"og:{name}", value) for name, value in own.items() if value]


def _locale(language: str) -> str:
    """A BCP 47 tag as Open Graph writes it, “en_GB”; empty where no country is named."""
    first, _, rest = language.partition("-")
    return f"{first}_{rest.upper()}" if len(rest) == COUNTRY else ""


def feeds_of(masthead: Mapping[str, Any], *listings: tuple[str, str]) -> tuple[Alternate, ...]:
    """The feeds of those listings (path and title), then the paper's own."""
    every = [*listings, (path_of("home"), masthead["name"])]
    return tuple(one for path, title in every for one in alternates(path, title))


def breadcrumb(steps: Sequence[tuple[str, str]]) -> Schema:
    """BreadcrumbList: name and absolute address of each step, the front page first."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "name": name,
                "item": {"@type": "WebPage", "@id": address},
            }
            for place, (name, address) in enumerate(steps, start=1)
        ],
    }
