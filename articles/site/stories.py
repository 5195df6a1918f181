"""A story's page: the edition that stands now, or why there is none."""

from __future__ import annotations

from datetime import date, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponsePermanentRedirect
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from articles.markup.render import finished
from articles.site.address import Address
from articles.site.edition import Edition
from articles.site.page import page
from articles.vocabulary import EditionKind


@require_safe
def story(request: HttpRequest, year: int, month: int, day: int, slug: str) -> HttpResponse:
    """200 with the story, 410 with the reason, 301 to where it is now, or 404."""
    when = _day(year, month, day)
    edition = Edition.objects.standing().with_masthead().filter(date=when, slug=slug).first()
    if edition is None:
        return _moved(when, slug)
    return _conditional(request, story_page(edition), edition)


def story_page(edition: Edition) -> HttpResponse:
    """The page of an edition that carries its masthead (`with_masthead`)."""
    if edition.kind == EditionKind.WITHDRAWAL:
        return page("withdrawn.html", {"edition": edition}, head=edition.masthead, status=410)
    corrections = [
        {**entry, "at": datetime.fromisoformat(entry["at"])} for entry in edition.corrections
    ]
    context = {
        "edition": edition,
        "body": finished(edition.body_html),
        "corrections": corrections,
        "section": edition.section_slug,
    }
    return page("story.html", context, head=edition.masthead)


def _moved(when: date, slug: str) -> HttpResponse:
    """An address the story once had leads to the present one. It betrays nothing unpublished."""
    address = Address.objects.filter(date=when, slug=slug).first()
    edition = (
        Edition.objects.standing().filter(story_key=address.story_key).first() if address else None
    )
    if edition is None:
        raise Http404
    return HttpResponsePermanentRedirect(edition.get_absolute_url())


def _conditional(request: HttpRequest, response: HttpResponse, edition: Edition) -> HttpResponse:
    etag = f'"{edition.digest[:20]}-{edition.number}"'
    modified = int(edition.goes_live_at.timestamp())
    response["ETag"] = etag
    response["Last-Modified"] = http_date(modified)
    return get_conditional_response(request, etag, modified, response) or response


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Http404 from error
