"""Listings: one page of stories, newest first, and the way to the older ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from articles.site.cursor import Cursor
from articles.site.edition import Edition, EditionQuerySet

PAGE = 20


@dataclass(frozen=True)
class Listing:
    editions: list[Edition]
    older: str = ""
    """The cursor for `?before=`; empty on the last page."""

    @property
    def masthead(self) -> dict[str, Any]:
        """Comes along with the stories: there must be one."""
        return self.editions[0].masthead


def page_of(editions: EditionQuerySet, *, before: Cursor | None) -> Listing:
    """The newest of them, or those that follow the cursor; one query, the masthead included."""
    if before is not None:
        editions = editions.before(before)
    found = list(editions.newest_first().for_list().with_masthead()[: PAGE + 1])
    page = found[:PAGE]
    return Listing(page, older=str(page[-1].cursor) if len(found) > PAGE else "")


def named(editions: Iterable[Edition], slug: str, *, of: str) -> dict[str, str]:
    """The tag or byline of that slug, as the first of the stories prints it; Http404 if none."""
    for edition in editions:
        for value in getattr(edition, of):
            if value["slug"] == slug:
                return dict(value)
    message = "No stories."
    raise Http404(message)


def section_name(editions: Sequence[Edition], slug: str, masthead: dict[str, Any]) -> str:
    """The masthead's name of a section, or that which the stories of one given up still print.

    Http404 where there is neither.
    """
    names: dict[str, str] = {one["slug"]: one["name"] for one in masthead["sections"]}
    if slug not in names and not editions:
        message = "No such section."
        raise Http404(message)
    return names.get(slug) or editions[0].section_name
