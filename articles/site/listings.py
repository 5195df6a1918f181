"""Listings of stories: the home page, a section, a tag, an author."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from articles.masthead.contributor import Contributor
from articles.masthead.section import HOME
from articles.site.edition import Edition
from articles.site.front import front, section_front
from articles.site.listing import Listing, page_of
from articles.site.page import page
from articles.site.readers import asked_before, for_readers
from articles.site.standing_front import StandingFront, standing_front


@for_readers
def home(request: HttpRequest) -> HttpResponse:
    before = asked_before(request)
    if before is not None:
        earlier = page_of(Edition.objects.live(), before=before)
        return listing_page(earlier, title="Earlier stories")
    now = timezone.now()
    return home_page(standing_front(HOME, now), now)


def home_page(standing: StandingFront, now: datetime) -> HttpResponse:
    """The home page with that front, as it is at that instant."""
    return page("home.html", {"front": front(standing, now)}, head=standing.masthead)


@for_readers
def section(request: HttpRequest, slug: str) -> HttpResponse:
    """A section of the masthead has its page, with or without stories."""
    before = asked_before(request)
    if before is not None:
        earlier = page_of(Edition.objects.live().in_section(slug), before=before)
        title = _section_name(slug, earlier.masthead, earlier) if earlier.editions else ""
        return listing_page(earlier, template="section.html", title=title, section=slug)
    now = timezone.now()
    return section_page(slug, standing_front(slug, now), now)


def section_page(slug: str, standing: StandingFront, now: datetime) -> HttpResponse:
    """A section's first page with that front; Http404 when there is no such section."""
    found = section_front(slug, standing, now)
    title = _section_name(slug, standing.masthead, found.listing)
    context = {"front": found.front, "listing": found.listing, "title": title, "section": slug}
    return page("section.html", context, head=standing.masthead)


def _section_name(slug: str, head: dict[str, Any], found: Listing) -> str:
    """As the masthead has it, or as its newest story does where it has left the masthead."""
    names = {one["slug"]: one["name"] for one in head["sections"]}
    if not found.editions and slug not in names:
        message = "No such section."
        raise Http404(message)
    return str(names.get(slug) or found.editions[0].section_name)


@for_readers
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """A tag has a page when a live story carries it: tags of drafts are nobody's business."""
    found = page_of(Edition.objects.live().tagged(slug), before=asked_before(request))
    name = _named(found, slug, of="tags")["name"]
    return listing_page(found, template="tag.html", title=name)


@for_readers
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """A contributor has a page when a live story carries the name."""
    found = page_of(Edition.objects.live().by_contributor(slug), before=asked_before(request))
    printed = _named(found, slug, of="bylines")
    # The masthead's row is newer than the copies; the copies outlive it.
    person = Contributor.objects.filter(slug=slug).first() or Contributor(
        name=printed["name"], slug=slug, role_text=printed["role_text"]
    )
    return listing_page(found, template="author.html", title=person.name, contributor=person)


def listing_page(found: Listing, *, template: str = "listing.html", **context: Any) -> HttpResponse:
    """A page of stories; Http404 when there is not one, since nothing else shows what exists."""
    if not found.editions:
        message = "No stories."
        raise Http404(message)
    return page(template, {"listing": found, **context}, head=found.masthead)


def _named(found: Listing, slug: str, *, of: str) -> dict[str, str]:
    """The tag or byline of that slug, as the newest story prints it."""
    for edition in found.editions:
        for value in getattr(edition, of):
            if value["slug"] == slug:
                return dict(value)
    message = "No stories."
    raise Http404(message)
