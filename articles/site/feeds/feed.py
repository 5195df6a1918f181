"""A feed: a listing's newest stories, what changed lately, and what was withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from articles.site.edition import Edition, EditionQuerySet
from articles.site.feeds.item import Gone, Item, correction_of, gone, item_of
from articles.vocabulary import EditionKind

NEWEST = 30  # Google News reads at most 60 new items, and 2 MB
CHANGED = GONE = 20
RECENT = timedelta(days=14)
"""How long an older story that changed, or was withdrawn, is told of."""
CORRECTIONS = 50

Among = Callable[[EditionQuerySet], EditionQuerySet]
"""Which editions belong to the listing."""


@dataclass(frozen=True, kw_only=True)
class Feed:
    """`path` is the listing's own; the feeds stand below it."""

    title: str
    path: str
    masthead: dict[str, Any]
    items: list[Item] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)

    @property
    def home(self) -> str:
        return f"{settings.SITE_URL}{self.path}"

    @property
    def updated(self) -> datetime | None:
        """The last change of all; None of an empty feed."""
        moments = [*(one.updated for one in self.items), *(one.at for one in self.gone)]
        return max(moments, default=None)


def latest(now: datetime, among: Among = lambda every: every) -> EditionQuerySet:
    """The newest stories; older ones that changed lately; tombstones. One query."""
    since = now - RECENT
    live = among(Edition.objects.live(now))
    withdrawn = Edition.objects.standing(now).withdrawals().changed_since(since)
    chosen = (
        live.newest_first()
        .values("pk")[:NEWEST]
        .union(
            live.changed_since(since).values("pk")[:CHANGED],
            withdrawn.once_among(among(Edition.objects.all())).values("pk")[:GONE],
        )
    )
    found = Edition.objects.filter(pk__in=chosen).newest_first().with_masthead()
    return found.defer("text", "sources", "asked", "unknowns")


def told(now: datetime) -> EditionQuerySet:
    """The latest corrections, clarifications and withdrawals of all stories. One query."""
    found = Edition.objects.told(now).with_masthead()
    return found.defer("text", "sources", "asked", "unknowns", "body_html")[:CORRECTIONS]


def feed_of(
    editions: Iterable[Edition], *, title: str, path: str, masthead: dict[str, Any]
) -> Feed:
    """The feed of a choice that `latest` made."""
    live = [one for one in editions if one.kind != EditionKind.WITHDRAWAL]
    withdrawn = [one for one in editions if one.kind == EditionKind.WITHDRAWAL]
    return Feed(
        title=title,
        path=path,
        masthead=masthead,
        items=[item_of(one) for one in live],
        gone=[gone(one) for one in withdrawn],
    )


def feed_of_corrections(
    editions: Iterable[Edition], *, path: str, masthead: dict[str, Any]
) -> Feed:
    return Feed(
        title=f"Corrections and clarifications – {masthead['name']}",
        path=path,
        masthead=masthead,
        items=[correction_of(one) for one in editions],
    )
