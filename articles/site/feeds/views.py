"""The feeds' addresses: those of the paper, of a section, a tag, an author, of corrections.

Where the listing has no page, it has no feeds.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import http_date

from articles.site.composed import AT, SLUG, Composed
from articles.site.edition import Edition
from articles.site.feeds.feed import RECENT, Feed, feed_of, feed_of_corrections, latest, told
from articles.site.feeds.formats import Format
from articles.site.listing import named, section_name
from articles.site.page import masthead
from articles.site.readers import for_readers
from articles.vocabulary import EditionKind


def _since(now: datetime) -> dict[str, datetime]:
    return {"now": now, "since": now - RECENT}


_of_paper = Composed(lambda now, since: latest(now), **_since(AT))
_of_section = Composed(
    lambda slug, now, since: latest(now, lambda every: every.in_section(slug)),
    slug=SLUG,
    **_since(AT),
)


@for_readers
def paper(_request: HttpRequest, form: Format) -> HttpResponse:
    editions = _of_paper(**_since(timezone.now()))
    head = _head(editions)
    return _answer(editions, head["name"], reverse("site:home"), head, form)


@for_readers
def section(_request: HttpRequest, slug: str, form: Format) -> HttpResponse:
    editions = _of_section(slug=slug, **_since(timezone.now()))
    head = _head(editions)
    title = section_name(_live(editions), slug, head)
    return _answer(editions, title, reverse("site:section", args=[slug]), head, form)


@for_readers
def tag(_request: HttpRequest, slug: str, form: Format) -> HttpResponse:
    editions = list(latest(timezone.now(), lambda every: every.tagged(slug)))
    title = named(_live(editions), slug, of="tags")["name"]
    return _answer(editions, title, reverse("site:tag", args=[slug]), _head(editions), form)


@for_readers
def author(_request: HttpRequest, slug: str, form: Format) -> HttpResponse:
    editions = list(latest(timezone.now(), lambda every: every.by_contributor(slug)))
    title = named(_live(editions), slug, of="bylines")["name"]
    return _answer(editions, title, reverse("site:author", args=[slug]), _head(editions), form)


@for_readers
def corrections(_request: HttpRequest, form: Format) -> HttpResponse:
    editions = list(told(timezone.now()))
    return _written(
        feed_of_corrections(editions, path=reverse("site:corrections"), masthead=_head(editions)),
        form,
    )


def _head(editions: list[Edition]) -> dict[str, Any]:
    return editions[0].masthead if editions else masthead()


def _live(editions: list[Edition]) -> list[Edition]:
    return [one for one in editions if one.kind != EditionKind.WITHDRAWAL]


def _answer(
    editions: list[Edition], name: str, path: str, head: dict[str, Any], form: Format
) -> HttpResponse:
    title = name if name == head["name"] else f"{name} – {head['name']}"
    with timezone.override(ZoneInfo(head["time_zone"])):
        return _written(feed_of(editions, title=title, path=path, masthead=head), form)


def _written(feed: Feed, form: Format) -> HttpResponse:
    content = form.write(feed, f"{feed.home}feed/{form.ending}")
    response = HttpResponse(content, content_type=f"{form.type}; charset=utf-8")
    if feed.updated:
        response["Last-Modified"] = http_date(feed.updated.timestamp())
    return response
