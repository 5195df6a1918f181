"""A story's history: every edition that readers have had, and what each changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Subquery
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from articles.markup.diff import Change, Kind, Piece, pages, words
from articles.site.dates import day_of
from articles.site.edition import Edition
from articles.site.figure import exchange_figure
from articles.site.forwarding import standing_elsewhere
from articles.site.page import page
from articles.site.readers import for_readers
from articles.site.stories import tombstone_page
from articles.vocabulary import EditionKind

HEAD = ("kicker", "headline", "standfirst", "dateline")
LABELS = {"kicker": "Kicker", "headline": "Headline", "standfirst": "Standfirst"}
LABELS |= {"dateline": "Reporting from"}


@dataclass(frozen=True)
class Line:
    """One of the lines above the text, with what became of its words."""

    name: str
    label: str
    pieces: tuple[Piece, ...]

    @property
    def is_changed(self) -> bool:
        return any(piece.kind != Kind.SAME for piece in self.pieces)


@dataclass(frozen=True)
class Shown:
    """An edition of a story as its history shows it, beside the one before it."""

    edition: Edition
    before: Edition | None
    after: Edition | None
    lines: tuple[Line, ...]
    changes: tuple[Change, ...]

    @property
    def is_changed(self) -> bool:
        """Whether anything in its words or pictures is other than before."""
        kinds = {one.kind for one in self.changes}
        return any(line.is_changed for line in self.lines) or kinds > {Kind.SAME}


@for_readers
def history(_request: HttpRequest, year: int, month: int, day: int, slug: str) -> HttpResponseBase:
    """All editions, the newest first. Of a story that was withdrawn there is the tombstone."""
    editions = _history(year, month, day, slug)
    if isinstance(editions, HttpResponse):
        return editions
    newest = editions[-1]
    context = {"editions": editions[::-1], "edition": newest, "section": newest.section_slug}
    return page("history.html", context, head=newest.masthead)


@for_readers
def edition(
    _request: HttpRequest, year: int, month: int, day: int, slug: str, number: int
) -> HttpResponseBase:
    """One edition, with what it changed word by word."""
    editions = _history(year, month, day, slug, number=number)
    if isinstance(editions, HttpResponse):
        return editions
    at = next((at for at, one in enumerate(editions) if one.number == number), None)
    if at is None:
        message = "The story has had no such edition."
        raise Http404(message)
    newest = editions[-1]
    shown = compared(editions, at)
    context = {"shown": shown, "edition": shown.edition, "section": newest.section_slug}
    return page("edition.html", context, head=newest.masthead)


def _history(
    year: int, month: int, day: int, slug: str, *, number: int | None = None
) -> list[Edition] | HttpResponse:
    """The story's editions, the first one first; or the answer that there are none here."""
    when = day_of(year, month, day)
    here = Edition.objects.standing().filter(date=when, slug=slug)
    found = Edition.objects.history_of(Subquery(here.values("story_key")[:1])).with_masthead()
    editions = list(found)
    if not editions:
        there = standing_elsewhere(when, slug)
        if there is None:
            message = "No such story."
            raise Http404(message)
        return _at(there, number)
    if editions[-1].kind == EditionKind.WITHDRAWAL:
        return tombstone_page(editions[-1])
    return editions


def _at(there: Edition, number: int | None) -> HttpResponse:
    if there.kind == EditionKind.WITHDRAWAL:
        return tombstone_page(there)
    place = [there.date.year, there.date.month, there.date.day, there.slug]
    name = "site:history" if number is None else "site:edition"
    args = place if number is None else [*place, number]
    return HttpResponsePermanentRedirect(reverse(name, args=args))


def compared(editions: list[Edition], at: int) -> Shown:
    """The edition at that place of the story's history, with what it changed.

    A picture that was taken from readers since is not shown here either, nor its caption.
    """
    edition, before = editions[at], editions[at - 1] if at else None
    gone = set(_taken_away(editions))
    old, new = (_without(one, gone) if one else "" for one in (before or edition, edition))
    return Shown(
        edition=edition,
        before=before,
        after=editions[at + 1] if at + 1 < len(editions) else None,
        lines=tuple(_lines(before or edition, edition)),
        changes=tuple(pages(old, new)),
    )


def _lines(before: Edition, edition: Edition) -> Iterator[Line]:
    for name in HEAD:
        old, new = getattr(before, name), getattr(edition, name)
        if old or new:
            yield Line(name, LABELS[name], tuple(words(old, new)))


def _taken_away(editions: Iterable[Edition]) -> Iterator[str]:
    """The keys of the pictures that some edition took from readers, and no later one has again."""
    editions = list(editions)
    newest = {figure["photo"] for figure in editions[-1].figures}
    for earlier, later in pairwise(editions):
        if later.kind == EditionKind.PICTURE_WITHDRAWN:
            kept = {figure["photo"] for figure in later.figures}
            for figure in earlier.figures:
                if figure["photo"] not in kept | newest:
                    yield figure["photo"]


def _without(edition: Edition, gone: set[str]) -> str:
    html = edition.body_html
    for key in gone:
        html = exchange_figure(html, key, "")
    return html
