"""Listings: one page of stories, newest first, and the way to the older ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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
