"""A story's page: the edition that stands now, or why there is none."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone

from articles.markup.pieces import GAP
from articles.markup.render import finished
from articles.site.age import old_news, years_since
from articles.site.composed import AT, SLUG, Composed
from articles.site.dates import day_of
from articles.site.edition import Edition, EditionQuerySet
from articles.site.forwarding import standing_elsewhere
from articles.site.freshness import look, mark, story_tag, unless_known_by
from articles.site.metadata.story import of_story
from articles.site.page import page, printed
from articles.site.plate import Plate
from articles.site.pressing import press
from articles.site.readers import for_readers
from articles.site.related import related
from articles.site.sourcing import cite
from articles.vocabulary import EditionKind


def _at_address(at: datetime, day: date, slug: str) -> EditionQuerySet:
    """The edition that stands there at that instant, with all that its page needs."""
    standing = Edition.objects.standing(at).with_masthead().with_related(at)
    return standing.filter(date=day, slug=slug)[:1]


_standing = Composed(_at_address, at=AT, day=date(1, 1, 1), slug=SLUG)


@for_readers
def story(request: HttpRequest, year: int, month: int, day: int, slug: str) -> HttpResponseBase:
    """200 with the story, 410 with the reason, 301 to where it is now, or 404."""
    when, now = day_of(year, month, day), timezone.now()
    found = _standing(at=now, day=when, slug=slug)
    if not found:
        return _forward(standing_elsewhere(when, slug))
    (edition,) = found
    if edition.kind == EditionKind.WITHDRAWAL:
        return tombstone_page(edition)
    years_old = years_since(edition.date, now, edition.masthead["time_zone"])
    tag = story_tag(mark(edition), years_old, edition.related_values)
    return unless_known_by(request, tag, edition.goes_live_at, partial(story_page, edition, at=now))


def story_page(edition: Edition, *, notice: str = "", at: datetime | None = None) -> HttpResponse:
    """The page of an edition that has its `masthead`, at that instant (now).

    A preview is told by its `notice`.
    """
    years_old = years_since(edition.date, at or timezone.now(), edition.masthead["time_zone"])
    pieces = {"old_news": old_news(years_old), "related": related(edition.related_values)}
    return page("story.html", _context(edition, notice) | pieces, head=edition.masthead)


def plate_of(edition: Edition) -> Plate:
    """The plate of an edition that has its `masthead` and its `question`; still to be told which
    masthead that is."""
    context = _context(edition) | {"old_news": GAP, "related": GAP}
    html = printed("story.html", context, head=edition.masthead)
    top, middle, bottom = (press(piece, level=9) for piece in html.split(GAP))
    return Plate(
        edition=edition,
        look=look(),
        zone=edition.masthead["time_zone"],
        mark=mark(edition),
        question=edition.question,
        lists=edition.lists,
        top=top,
        middle=middle,
        bottom=bottom,
    )


def _context(edition: Edition, notice: str = "") -> dict[str, Any]:
    """All that stands on the page but what changes by itself."""
    return {
        "edition": edition,
        "address": f"{settings.SITE_URL}{edition.get_absolute_url()}",
        "body": finished(edition.body_html),
        "cited": [cite(values) for values in edition.sources],
        "notice": notice,
        "metadata": None if notice else of_story(edition),
        "section": edition.section_slug,
    }


def tombstone_page(edition: Edition) -> HttpResponse:
    """410 where a story was withdrawn: when and why, and nothing of the story."""
    return page("withdrawn.html", {"edition": edition}, head=edition.masthead, status=410)


def _forward(edition: Edition | None) -> HttpResponse:
    if edition is None:
        message = "No such story."
        raise Http404(message)
    if edition.kind == EditionKind.WITHDRAWAL:
        return tombstone_page(edition)
    return HttpResponsePermanentRedirect(edition.get_absolute_url())
