"""People in bylines, as machines are told of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch

from articles.masthead.paths import path_of
from articles.vocabulary import BylineRole


@dataclass(frozen=True)
class Person:
    name: str
    address: str
    """Of the author's page; empty where there is none."""
    job: str = ""

    def as_schema(self) -> dict[str, str]:
        """A schema.org Person."""
        said = {"@type": "Person", "name": self.name, "url": self.address, "jobTitle": self.job}
        return {name: value for name, value in said.items() if value}


def in_role(bylines: Iterable[Mapping[str, Any]], *roles: BylineRole) -> list[Person]:
    return [
        Person(one["name"], _address(one["slug"]), one["role_text"])
        for one in bylines
        if one["role"] in roles
    ]


def writers(bylines: Iterable[Mapping[str, Any]]) -> list[Person]:
    return in_role(bylines, BylineRole.WRITER)


def _address(slug: str) -> str:
    try:
        return f"{settings.SITE_URL}{path_of('author', slug)}"
    except NoReverseMatch:  # version 0.1 let slugs in that have no page
        return ""
