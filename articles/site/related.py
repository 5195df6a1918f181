"""Related stories: others for who has read this one, the most alike first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from articles.site.edition import address

GAP = SafeString("\0")
REMEMBERED = 4096
"""Lines in each process, 2 MB: the newest stories of a tag stand under all stories of that tag."""


def related(values: Sequence[Mapping[str, str]]) -> SafeString:
    """The piece of a story's page, of the values that `with_related` adds; nothing of none."""
    if not values:
        return SafeString("")
    around, line = (_around.__wrapped__, _line.__wrapped__) if settings.DEBUG else (_around, _line)
    before, after = around()
    return SafeString("".join([before, *(line(**one) for one in values), after]))


@cache
def _around() -> tuple[str, str]:
    before, _, after = render_to_string("site/related.html", {"lines": GAP}).partition(GAP)
    return before, after


@lru_cache(REMEMBERED)
def _line(*, headline: str, language: str, date: str, slug: str) -> str:
    day = _day(date)
    story = {"headline": headline, "language": language, "day": day, "address": address(day, slug)}
    return render_to_string("site/related_story.html", story)


_day = date.fromisoformat
