"""A story's page: the edition that stands now, or why there is none."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone

from articles.markup.render import finished
from articles.site.age import years_old
from articles.site.composed import AT, SLUG, Composed
from articles.site.dates import day_of
from articles.site.edition import Edition, EditionQuerySet
from articles.site.forwarding import standing_elsewhere
from articles.site.freshness import unless_known_by
from articles.site.metadata.story import of_story
from articles.site.page import page
from articles.site.readers import for_readers
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
    when = day_of(year, month, day)
    found = _standing(at=timezone.now(), day=when, slug=slug)
    if not found:
        return _forward(standing_elsewhere(when, slug))
    (edition,) = found
    if edition.kind == EditionKind.WITHDRAWAL:
        return tombstone_page(edition)
    return unless_known_by(request, edition, story_page)


def story_page(edition: Edition, *, notice: str = "", at: datetime | None = None) -> HttpResponse:
    """The page of an edition that has its `masthead`, at that instant (now).

    A preview is told by its `notice`.
    """
    context = {
        "edition": edition,
        "address": f"{settings.SITE_URL}{edition.get_absolute_url()}",
        "body": finished(edition.body_html),
        "cited": [cite(values) for values in edition.sources],
        "notice": notice,
        "years_old": years_old(edition, at=at or timezone.now()),
        "metadata": None if notice else of_story(edition),
        "section": edition.section_slug,
    }
    return page("story.html", context, head=edition.masthead)


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
