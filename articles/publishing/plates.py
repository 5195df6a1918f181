"""Plates: the pages of published editions are printed beforehand, so that readers need not wait.

Whoever saves editions has their plates cut once they are committed. What that has missed, a release
or a change of the masthead, which leave no plate that fits, the queue makes good, the newest first;
until then such a page is printed when somebody asks for it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator

from django.db import DatabaseError, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from procrastinate.contrib.django import app

from articles.site.cursor import Cursor
from articles.site.edition import Edition, EditionQuerySet
from articles.site.freshness import look
from articles.site.plate import Masthead, Plate
from articles.site.stories import plate_of
from articles.vocabulary import EditionKind

logger = logging.getLogger(__name__)

BATCH = 200
"""Editions that are looked at together."""


def will_be_cut(edition: Edition) -> None:
    """Has its plate cut when the transaction is committed. If that fails the edition stands
    nevertheless."""

    def cut_it() -> None:  # Django logs what the database refuses under this name
        cut([edition.pk])

    transaction.on_commit(cut_it, robust=True)


def cut(keys: Iterable[int]) -> int:
    """Cuts the plates of these editions, as far as they are there and print a story; answers how
    many it has cut. One that cannot be cut is logged, and keeps none of the others from it."""
    return sum(map(_is_cut, keys))


def _is_cut(key: int) -> bool:
    try:
        return _cut(key)
    except DatabaseError:
        raise
    except Exception:  # then Django cannot print its page either, and says why to who asks for it
        logger.exception("The plate of edition %s could not be cut.", key)
        return False


@transaction.atomic
def _cut(key: int) -> bool:
    """The edition is locked meanwhile: words that a court has taken out get into no plate.

    The masthead's number is read before the masthead: a plate may pass for older than it is, which
    costs no more than another one.
    """
    one = Edition.objects.filter(pk=key)
    masthead = one.select_for_update(no_key=True).values_list(Masthead(), flat=True).first()
    if masthead is None:
        return False
    edition = one.with_masthead().with_question().get()
    if Edition.objects.standing().filter(pk=key).exists():
        earlier = Plate.objects.filter(edition__story_key=edition.story_key)
        earlier.filter(edition__number__lt=edition.number).delete()
    if edition.kind == EditionKind.WITHDRAWAL:
        return False
    plate = plate_of(edition)
    plate.masthead = masthead
    plate.save()
    return True


@app.periodic(cron="* * * * *")
@app.task(name="articles.plates.cut_newest", queue="plates", lock="plates", queueing_lock="newest")
def cut_newest(timestamp: int) -> None:
    """Every minute: cuts what is missing, unless nothing is missing of the newest."""
    cut_missing(ends_early=True)


@app.task(name="articles.plates.cut_all", queue="plates", lock="plates", queueing_lock="all")
def cut_all() -> None:
    """When a worker starts: cuts all that is missing, and takes away what was replaced."""
    newer = Edition.objects.filter(
        story_key=OuterRef("edition__story_key"),
        number__gt=OuterRef("edition__number"),
        goes_live_at__lte=timezone.now(),
    )
    Plate.objects.filter(Exists(newer)).delete()
    cut_missing()


def cut_missing(*, ends_early: bool = False) -> int:
    """Cuts the plates of all stories, the newest first, as far as they have none that fits; answers
    how many. With `ends_early` it goes no further than to where a whole batch needs none."""
    done = 0
    for batch in _batches():
        missing = _missing(batch)
        done += cut(missing)
        if ends_early and not missing:
            break
    return done


def _batches() -> Iterator[list[Edition]]:
    """What is live, the newest first; at last what is still to come."""
    cursor: Cursor | None = None
    while True:
        standing: EditionQuerySet = Edition.objects.live(timezone.now()).newest_first()
        standing = standing.before(cursor) if cursor else standing
        batch = list(standing.only("pk", "first_published_at", "story_key")[:BATCH])
        if not batch:
            break
        yield batch
        cursor = batch[-1].cursor
    yield list(Edition.objects.still_to_come().only("pk"))


def _missing(editions: list[Edition]) -> list[int]:
    keys = [edition.pk for edition in editions]
    fitting = Plate.objects.fitting(look()).filter(edition=OuterRef("pk"))
    found = Edition.objects.filter(~Exists(fitting), pk__in=keys)
    return list(found.exclude(kind=EditionKind.WITHDRAWAL).values_list("pk", flat=True))
