"""Listings of stories: the home page, a section, a tag, an author."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from articles.masthead.contributor import Contributor
from articles.site.edition import Edition
from articles.site.front import front
from articles.site.listing import Listing, page_of
from articles.site.page import masthead, page
from articles.site.readers import asked_before, for_readers


@for_readers
def home(request: HttpRequest) -> HttpResponse:
    before = asked_before(request)
    if before is not None:
        earlier = page_of(Edition.objects.live(), before=before)
        return listing_page(earlier, title="Earlier stories")
    return home_page()


def home_page(**typed: Any) -> HttpResponse:
    """The front as it stands; with values of the masthead that are being tried, in a preview."""
    top = front(timezone.now())
    head = top.masthead if top else masthead()
    return page("home.html", {"front": top}, head={**head, **typed})


@for_readers
def section(request: HttpRequest, slug: str) -> HttpResponse:
    """A section of the masthead has its page, with or without stories."""
    before = asked_before(request)
    found = page_of(Edition.objects.live().in_section(slug), before=before)
    head = found.masthead if found.editions else masthead()
    names = {one["slug"]: one["name"] for one in head["sections"]}
    if not found.editions and (before or slug not in names):
        message = "No such section, or nothing older in it."
        raise Http404(message)
    name = names.get(slug) or found.editions[0].section_name
    context = {"listing": found, "title": name, "section": slug}
    return page("section.html", context, head=head)


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
