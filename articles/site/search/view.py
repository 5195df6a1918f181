"""The search page: a form, the stories found with their words marked, and the way on."""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from articles.site.cursor import CursorError
from articles.site.edition import Edition
from articles.site.metadata.listing import of_search
from articles.site.page import page
from articles.site.readers import for_readers
from articles.site.search.asked import FIELDS, NEWEST, PERIODS, Asked, asked
from articles.site.search.matches import (
    CLOSES,
    OPENS,
    PAGE,
    Known,
    Matches,
    known,
    live_matches,
    matches,
)

MARKED = re.compile(f"{OPENS}([^{CLOSES}]*){CLOSES}")


@dataclass(frozen=True)
class Words:
    """Some words of a story, and whether they are looked for."""

    text: str
    is_marked: bool


@dataclass(frozen=True)
class Found:
    edition: Edition
    headline: list[Words]
    snippet: list[Words]


@for_readers(reads={*FIELDS, "before"})
def search(request: HttpRequest) -> HttpResponse:
    """200 with what was found, or a sentence where that is nothing; 404 for no page of ours."""
    try:
        wanted, refusals = asked(request.GET)
    except CursorError as error:
        raise Http404(str(error)) from error
    at = timezone.now()
    about = known(wanted.question, at)
    head = about.masthead
    found, editions = Matches(), []
    if wanted.question.groups:
        where = wanted.where(at, zoneinfo.ZoneInfo(head["time_zone"]))
        found = matches(wanted.question, where, about)
    if found.editions:
        newest_first = wanted.sort == NEWEST
        editions = live_matches(found, newest_first=newest_first, skip=wanted.skip, at=at)
    shown = [_found(one) for one in editions[:PAGE]]
    context = {
        "asked": wanted,
        "metadata": of_search(head),
        "refusals": refusals,
        "found": shown,
        "older": _further(wanted, found, more=len(editions) > PAGE),
        "respelt": _respelt(found, about, shown),
        "authors": _authors(editions, wanted.author),
        "periods": [(value, name) for value, (name, _) in PERIODS.items()],
    }
    return page("search.html", context, head=head)


def _found(edition: Any) -> Found:
    return Found(edition, pieces(edition.marked_headline), pieces(edition.snippet))


def pieces(marked: str) -> list[Words]:
    """The text between our marks and outside them, as values: the template writes the markup."""
    parts = [Words(text, at % 2 == 1) for at, text in enumerate(MARKED.split(marked))]
    return [one for one in parts if one.text]


def _further(wanted: Asked, found: Matches, *, more: bool) -> str:
    """The query of the next page: further in this batch, or the batch before; empty for none."""
    if more and found.start:
        return wanted.address(before=f"{wanted.before or found.start}.{wanted.skip + PAGE}")
    return wanted.address(before=f"{found.end}.0") if found.end else ""


def _respelt(found: Matches, about: Known, shown: Iterable[Found]) -> list[str]:
    """The words that stand in the stories for others that stand in none."""
    if not found.is_respelt:
        return []
    marked = {
        word
        for one in shown
        for words in (*one.headline, *one.snippet)
        if words.is_marked
        for word in words.text.lower().split()
    }
    return sorted({one for spelt in about.spellings.values() for one in spelt} & marked)


def _authors(editions: Iterable[Edition], chosen: str) -> list[tuple[str, str]]:
    """Those to narrow the search to: who wrote what is shown, and who was chosen."""
    names = {line["slug"]: line["name"] for one in editions for line in one.bylines}
    if chosen:
        names.setdefault(chosen, chosen)
    return sorted(names.items(), key=lambda one: one[1])
