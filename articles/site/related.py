"""Related stories: others for who has read this one, the most alike first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache

from django.conf import settings
from django.template.loader import render_to_string

from articles.markup.pieces import GAP, Piece, parted, together
from articles.site.edition import address

REMEMBERED = 4096
"""Lines in each process, 2 MB: the newest stories of a tag stand under all stories of that tag."""


def related(values: Sequence[Mapping[str, str]]) -> str:
    """The piece of a story's page, of the values that `with_related` adds; nothing of none."""
    if not values:
        return ""
    is_being_written = settings.DEBUG
    around = _around.__wrapped__ if is_being_written else _around
    line = _line.__wrapped__ if is_being_written else _line
    before, after = around()
    return together(
        [
            before,
            *(line(one["headline"], one["language"], one["date"], one["slug"]) for one in values),
            after,
        ]
    )


@cache
def _around() -> tuple[Piece, Piece]:
    return parted(render_to_string("site/related.html", {"lines": GAP}))


@lru_cache(REMEMBERED)
def _line(headline: str, language: str, published: str, slug: str) -> Piece:
    day = date.fromisoformat(published)
    story = {"headline": headline, "language": language, "day": day, "address": address(day, slug)}
    return render_to_string("site/related_story.html", story)
