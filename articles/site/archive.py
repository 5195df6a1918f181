"""The archive by date: a year, a month, a day. A date without a story has no page."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from articles.masthead.publication import Publication
from articles.site.dates import day_of, last_of_month
from articles.site.edition import Edition
from articles.site.listing import page_of
from articles.site.listings import listing_page
from articles.site.readers import asked_before, for_readers


@for_readers(reads={"before"})
def year(request: HttpRequest, year: int) -> HttpResponse:
    path = reverse("site:year", args=[year])
    days = date(year, 1, 1), date(year, 12, 31)
    return _page(request, "year", *days, path=path, title=str(year))


@for_readers(reads={"before"})
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    first = day_of(year, month, 1)
    path = reverse("site:month", args=[year, month])
    return _page(request, "month", first, last_of_month(first), path=path, title=f"{first:%B %Y}")


@for_readers(reads={"before"})
def day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    when = day_of(year, month, day)
    path = reverse("site:day", args=[year, month, day])
    return _page(request, "day", when, when, path=path, title=f"{when.day} {when:%B %Y}")


def _page(
    request: HttpRequest, level: str, first: date, last: date, *, path: str, title: str
) -> HttpResponse:
    before = asked_before(request)
    found = page_of(Edition.objects.live().dated(first, last), before=before)
    months = months_with_stories(first.year) if level == "year" and found.editions else []
    return listing_page(
        found,
        path=path,
        title=title,
        before=before,
        template="archive.html",
        level=level,
        day=first,
        months=months,
    )


def months_with_stories(year: int) -> list[date]:
    """The first day of each month with a live story; one query of twelve looks into an index."""
    months = [date(year, number, 1) for number in range(1, 13)]
    live = Edition.objects.live()
    looks = {f"in_{one:%m}": Exists(live.dated(one, last_of_month(one))) for one in months}
    found = Publication.objects.values_list(*looks.values()).get()
    return [one for one, has_stories in zip(months, found, strict=True) if has_stories]
