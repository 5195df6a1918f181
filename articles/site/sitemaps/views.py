"""The sitemaps' addresses: the index, its parts, and the news of the last two days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from articles.imaging.listed import plain_copy
from articles.site.dates import day_of, last_of_month
from articles.site.edition import Edition, EditionQuerySet
from articles.site.page import masthead
from articles.site.readers import for_readers
from articles.site.sitemaps.months import months_with_stories
from articles.site.xml import Document, utc

PART = 40_000  # stories of one month; a sitemap holds 50,000 addresses (sitemaps.org)
NEWS = 1_000  # and a news sitemap 1,000, of two days (Google)
NEWS_FOR = timedelta(hours=48)

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
URLS = {"": SITEMAP, "image": "http://www.google.com/schemas/sitemap-image/1.1"}
OF_NEWS = {"": SITEMAP, "news": "http://www.google.com/schemas/sitemap-news/0.9"}


@for_readers
def index(_request: HttpRequest) -> HttpResponse:
    """The pages, then a part for each month with stories, the latest first."""
    months = months_with_stories(timezone.now())
    parts = [reverse("site:sitemap-month", args=[one.year, one.month]) for one in months]
    document = Document()
    with document.within("sitemapindex", {"": SITEMAP}):
        for path in (reverse("site:sitemap-pages"), *parts):
            with document.within("sitemap"):
                document.add("loc", f"{settings.SITE_URL}{path}")
    return _written(document)


@for_readers
def pages(_request: HttpRequest) -> HttpResponse:
    """The front page, the sections, the paper about itself: what stays where it is."""
    head = masthead()
    sections = [reverse("site:section", args=[one["slug"]]) for one in head["sections"]]
    about = [reverse("site:about", args=[one["slug"]]) for one in head["policies"]]
    stay = [reverse("site:home"), *sections, reverse("site:corrections"), *about]
    document = Document()
    with document.within("urlset", URLS):
        for path in stay:
            with document.within("url"):
                document.add("loc", f"{settings.SITE_URL}{path}")
    return _written(document)


@for_readers
def month(_request: HttpRequest, year: int, month: int) -> HttpResponse:
    """The stories first published in that month, with their pictures; 404 without any."""
    first = day_of(year, month, 1)
    stories = Edition.objects.live().dated(first, last_of_month(first)).newest_first()
    document, found = Document(), False
    with document.within("urlset", URLS):
        for edition in _addresses(stories[:PART]):
            found = True
            _story(document, edition)
    if not found:
        message = "No stories in that month."
        raise Http404(message)
    return _written(document)


@for_readers
def news(_request: HttpRequest) -> HttpResponse:
    """What was first published in the last two days. With nothing new it is empty."""
    fresh = Edition.objects.live().first_published_since(timezone.now() - NEWS_FOR)
    document = Document()
    with document.within("urlset", OF_NEWS):
        for edition in fresh.newest_first().for_list().with_masthead()[:NEWS]:
            with document.within("url"):
                document.add("loc", f"{settings.SITE_URL}{edition.get_absolute_url()}")
                _news(document, edition)
    return _written(document)


def _addresses(stories: EditionQuerySet) -> Iterator[Edition]:
    """No more of each than its address, its time and its pictures, a few at a time."""
    needed = stories.only("date", "slug", "goes_live_at", "figures")
    return needed.iterator(chunk_size=1_000)


def _story(document: Document, edition: Edition) -> None:
    with document.within("url"):
        document.add("loc", f"{settings.SITE_URL}{edition.get_absolute_url()}")
        document.add("lastmod", utc(edition.goes_live_at))
        for figure in edition.figures:
            copy = plain_copy(figure["renditions"])
            if copy is not None:
                with document.within("image:image"):
                    document.add("image:loc", f"{settings.SITE_URL}{copy['url']}")


def _news(document: Document, edition: Edition) -> None:
    with document.within("news:news"):
        with document.within("news:publication"):
            document.add("news:name", edition.masthead["name"])
            document.add("news:language", _language(edition.language))
        document.add("news:publication_date", utc(edition.first_published_at))
        document.add("news:title", edition.headline)


def _language(tag: str) -> str:
    """ISO 639, as the format wants it: only of Chinese it wants to know the script's country."""
    first, _, rest = tag.lower().partition("-")
    if first == "zh":
        return "zh-tw" if rest in {"tw", "hk", "hant"} else "zh-cn"
    return first


def _written(document: Document) -> HttpResponse:
    return HttpResponse(document.finished(), content_type="application/xml; charset=utf-8")
