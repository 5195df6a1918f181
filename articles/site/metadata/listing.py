"""Pages that list stories: the front page, a section, a tag, an author, a date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse

from articles.masthead.contributor import Contributor
from articles.site.edition import Edition
from articles.site.metadata.metadata import (
    Metadata,
    Schema,
    absolute,
    blocks,
    breadcrumb,
    feeds_of,
    open_graph,
    said,
)
from articles.site.metadata.organisation import organisation, website
from articles.site.metadata.people import Person


def of_home(masthead: Mapping[str, Any]) -> Metadata:
    address = absolute(reverse("site:home"))
    return Metadata(
        address=address,
        properties=open_graph(
            masthead,
            type="website",
            title=masthead["name"],
            description=masthead["strapline"],
            url=address,
        ),
        feeds=feeds_of(masthead),
        blocks=blocks(website(masthead)),
    )


def of_listing(
    path: str,
    title: str,
    editions: Iterable[Edition],
    masthead: Mapping[str, Any],
    *,
    before: object = None,
    has_feeds: bool = True,
) -> Metadata:
    """Of a section, a tag or a date: CollectionPage. A later page of it is a page of its own."""
    address = absolute(f"{path}?before={before}" if before else path)
    page = {"@type": "CollectionPage", "mainEntity": _items(editions)}
    return _of_page(page, title, address, masthead, [(path, title)] if has_feeds else [])


def of_author(
    contributor: Contributor, masthead: Mapping[str, Any], *, before: object = None
) -> Metadata:
    """ProfilePage of the person."""
    path = contributor.get_absolute_url()
    address = absolute(f"{path}?before={before}" if before else path)
    person = Person(contributor.name, absolute(path), contributor.role_text).as_schema()
    about = {
        "description": contributor.bio,
        "email": contributor.email,
        "worksFor": organisation(masthead),
    }
    page = {"@type": "ProfilePage", "mainEntity": said({**person, **about})}
    listing = (path, contributor.name)
    return _of_page(page, contributor.name, address, masthead, [listing], kind="profile")


def of_corrections(masthead: Mapping[str, Any], *, before: object = None) -> Metadata:
    path, title = reverse("site:corrections"), "Corrections"
    address = absolute(f"{path}?before={before}" if before else path)
    return _of_page({"@type": "CollectionPage"}, title, address, masthead, [(path, title)])


def of_about(path: str, title: str, masthead: Mapping[str, Any]) -> Metadata:
    """AboutPage: what the paper says of itself."""
    return _of_page({"@type": "AboutPage"}, title, absolute(path), masthead, [])


def _of_page(
    page: Schema,
    title: str,
    address: str,
    masthead: Mapping[str, Any],
    listings: Sequence[tuple[str, str]],
    *,
    kind: str = "website",
) -> Metadata:
    shown = {
        **page,
        "name": title,
        "url": address,
        "inLanguage": masthead["language"],
        "isPartOf": website(masthead),
    }
    steps = [(masthead["name"], absolute("/")), (title, address)]
    return Metadata(
        address=address,
        properties=open_graph(masthead, type=kind, title=title, url=address),
        feeds=feeds_of(masthead, *listings),
        blocks=blocks(shown, breadcrumb(steps)),
    )


def _items(editions: Iterable[Edition]) -> Schema:
    return {
        "@type": "ItemList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "url": absolute(one.get_absolute_url()),
                "name": one.headline,
            }
            for place, one in enumerate(editions, start=1)
        ],
    }
