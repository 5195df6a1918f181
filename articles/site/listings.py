"""Listings: the home page, a section, a tag, an author, and the archive by date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.masthead.contributor import Contributor
from articles.site.cursor import cursor_after, read_cursor
from articles.site.edition import Edition, EditionQuerySet
from articles.site.page import masthead, page

PER_PAGE = 24
URGENT = 3
"""Urgency up to this puts a story of the last day on top of the home page."""


@dataclass(frozen=True)
class Listing:
    """One page of a listing: its editions, the masthead, and where older stories begin."""

    editions: list[Edition]
    head: dict[str, Any]
    older: str


def listing(request: HttpRequest, editions: EditionQuerySet) -> Listing:
    """The page of the listing that `?before=` asks for; a cursor that is none of ours is 404."""
    before = request.GET.get("before")
    if before is not None:
        place = read_cursor(before)
        if place is None:
            raise Http404
        editions = editions.before(*place)
    found = list(editions.newest_first().for_list().with_masthead()[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    older = cursor_after(shown[-1]) if len(found) > PER_PAGE else ""
    return Listing(shown, found[0].masthead if found else masthead(), older)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    found = listing(request, Edition.objects.live())
    is_front = "before" not in request.GET
    editions = urgent_first(found.editions) if is_front else found.editions
    template = "home.html" if is_front else "listing.html"
    context = {"editions": editions, "older": found.older, "title": "Earlier stories"}
    return page(template, context, head=found.head)


def urgent_first(editions: list[Edition]) -> list[Edition]:
    """Urgent stories of the last day go first, the most urgent before the others."""
    yesterday = timezone.now() - timedelta(days=1)

    def weight(edition: Edition) -> int:
        is_urgent = edition.urgency <= URGENT and edition.first_published_at >= yesterday
        return edition.urgency if is_urgent else URGENT + 1

    return sorted(editions, key=weight)


@require_safe
def section(request: HttpRequest, slug: str) -> HttpResponse:
    found = listing(request, Edition.objects.live().in_section(slug))
    name = next((one["name"] for one in found.head["sections"] if one["slug"] == slug), None)
    if name is None:
        raise Http404
    context = {"editions": found.editions, "older": found.older, "title": name, "section": slug}
    return page("section.html", context, head=found.head)


@require_safe
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """A tag's page exists when a live story carries it: tags of drafts are nobody's business."""
    found = listing(request, Edition.objects.live().tagged(slug))
    if not found.editions:
        raise Http404
    name = next(one["name"] for one in found.editions[0].tags if one["slug"] == slug)
    context = {"editions": found.editions, "older": found.older, "title": name, "kind": "Tag"}
    return page("listing.html", context, head=found.head)


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """A contributor's page exists when a live story carries the name."""
    found = listing(request, Edition.objects.live().by_contributor(slug))
    person = Contributor.objects.filter(slug=slug).first() if found.editions else None
    if person is None:
        raise Http404
    context = {
        "editions": found.editions,
        "older": found.older,
        "title": person.name,
        "contributor": person,
    }
    return page("author.html", context, head=found.head)


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    return _archive(request, date(year, 1, 1), date(year, 12, 31), f"{year}")


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    first = _date(year, month, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return _archive(request, first, last, f"{first:%B %Y}")


@require_safe
def day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    when = _date(year, month, day)
    return _archive(request, when, when, f"{when:%A} {when.day} {when:%B %Y}")


def _archive(request: HttpRequest, first: date, last: date, title: str) -> HttpResponse:
    found = listing(request, Edition.objects.live().filter(date__range=(first, last)))
    if not found.editions:
        raise Http404
    context = {"editions": found.editions, "older": found.older, "title": title, "kind": "Archive"}
    return page("listing.html", context, head=found.head)


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Http404 from error
