"""Listings of stories: the home page, a section, a tag, an author."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from articles.masthead.contributor import Contributor
from articles.masthead.section import HOME
from articles.site.cursor import Cursor
from articles.site.edition import Edition
from articles.site.front import SectionFront, front, section_front
from articles.site.listing import Listing, named, page_of, section_name
from articles.site.metadata.listing import of_author, of_home, of_listing
from articles.site.page import page
from articles.site.readers import asked_before, for_readers
from articles.site.standing_front import StandingFront, standing_front


@for_readers(reads={"before"})
def home(request: HttpRequest) -> HttpResponse:
    before = asked_before(request)
    if before is not None:
        earlier = page_of(Edition.objects.live(), before=before)
        return listing_page(
            earlier, path=reverse("site:home"), title="Earlier stories", before=before
        )
    now = timezone.now()
    return home_page(standing_front(HOME, now), now)


def home_page(standing: StandingFront, now: datetime, **typed: Any) -> HttpResponse:
    """The home page with that front, as it is at that instant; with values of the masthead that
    are being tried, in a preview."""
    head = {**standing.masthead, **typed}
    context = {"front": front(standing, now), "metadata": of_home(head)}
    return page("home.html", context, head=head)


@for_readers(reads={"before"})
def section(request: HttpRequest, slug: str) -> HttpResponse:
    """A section of the masthead has its page, with or without stories."""
    before = asked_before(request)
    if before is None:
        now = timezone.now()
        return section_page(slug, standing_front(slug, now), now)
    earlier = page_of(Edition.objects.live().in_section(slug), before=before)
    if not earlier.editions:
        message = "Nothing older in this section."
        raise Http404(message)
    return _section_page(slug, SectionFront(None, earlier), earlier.masthead, before=before)


def section_page(slug: str, standing: StandingFront, now: datetime) -> HttpResponse:
    """A section's first page with that front; Http404 when there is no such section."""
    return _section_page(slug, section_front(slug, standing, now), standing.masthead)


def _section_page(
    slug: str, found: SectionFront, head: dict[str, Any], *, before: Cursor | None = None
) -> HttpResponse:
    name = section_name(found.listing.editions, slug, head)
    path = reverse("site:section", args=[slug])
    context = {
        "front": found.front,
        "listing": found.listing,
        "title": name,
        "section": slug,
        "metadata": of_listing(path, name, found.editions, head, before=before),
    }
    return page("section.html", context, head=head)


@for_readers(reads={"before"})
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """A tag has a page when a live story carries it: tags of drafts are nobody's business."""
    before = asked_before(request)
    found = page_of(Edition.objects.live().tagged(slug), before=before)
    name = named(found.editions, slug, of="tags")["name"]
    path = reverse("site:tag", args=[slug])
    return listing_page(
        found, path=path, title=name, before=before, template="tag.html", has_feeds=True
    )


@for_readers(reads={"before"})
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """A contributor has a page when a live story carries the name."""
    before = asked_before(request)
    found = page_of(Edition.objects.live().by_contributor(slug), before=before)
    printed = named(found.editions, slug, of="bylines")
    # The masthead's row is newer than the copies; the copies outlive it.
    person = Contributor.objects.defer("user").filter(slug=slug).first() or Contributor(
        name=printed["name"], slug=slug, role_text=printed["role_text"]
    )
    context = {
        "listing": found,
        "title": person.name,
        "contributor": person,
        "metadata": of_author(person, found.masthead, before=before),
    }
    return page("author.html", context, head=found.masthead)


def listing_page(
    found: Listing,
    *,
    path: str,
    title: str,
    before: Cursor | None,
    template: str = "listing.html",
    has_feeds: bool = False,
    **context: Any,
) -> HttpResponse:
    """A page of stories; Http404 when there is not one, since nothing else shows what exists."""
    if not found.editions:
        message = "No stories."
        raise Http404(message)
    head = found.masthead
    metadata = of_listing(path, title, found.editions, head, before=before, has_feeds=has_feeds)
    return page(
        template, {"listing": found, "title": title, "metadata": metadata, **context}, head=head
    )
