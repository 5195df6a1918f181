"""Expunge: by a court's order an edition, or words of it, leaves the record for good.

The one lawful exception to “editions are never changed”. The database is told the reason inside
the transaction, the numbers stay as they are, and the story's record says that it was done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from django.db import connection, transaction

from articles.desk.act import Act
from articles.desk.story import Story
from articles.markup.render import words_of
from articles.publishing.blank import Blanking
from articles.publishing.compose import digest
from articles.publishing.correction import Correction
from articles.publishing.findable import settle_findable
from articles.publishing.fronts.own_words import blank_fronts
from articles.publishing.refusal import NotAllowed, NotPublic, Refused
from articles.publishing.release import Release
from articles.publishing.windows import settle
from articles.site.copies import discard
from articles.site.edition import Edition
from articles.site.picture import PublicPicture
from articles.vocabulary import ActKind

if TYPE_CHECKING:
    from django.contrib.auth.models import User

SHORTEST = 3


@dataclass(frozen=True, kw_only=True)
class Order:
    """Who ordered it and why. Both stay on record, so neither repeats what has to go."""

    reference: str
    reason: str

    def __str__(self) -> str:
        return f"{self.reference.strip()}: {self.reason.strip()}"


@transaction.atomic
def expunge(story: Story, number: int, *, by: User, order: Order, words: Iterable[str] = ()) -> int:
    """Takes the edition out; with `words` it stays, with each of them blanked. Answers how often.

    What the desk kept of it beside goes too. Pictures that nothing shows any more are closed.
    Raises `Refused` without a reason and an order, when the person may not, when the edition is not
    public, or when the words are not in it.
    """
    if not (order.reason.strip() and order.reference.strip()):
        message = "Give the reason, and the reference of the order."
        raise Refused(message)
    if not (by.is_active and by.has_perm("articles.withdraw_story")):
        message = f"{by} may not do this. Name somebody who may withdraw stories."
        raise NotAllowed(message)
    locked = Story.objects.select_for_update().get(pk=story.pk)
    edition = Edition.objects.history_of(locked.key).filter(number=number).first()
    if edition is None:
        message = f"“{locked}” has no public edition {number}. What is to come is called off."
        raise NotPublic(message)
    blanking = _blanking(words, order)
    with _lawfully(order):
        if blanking is None:
            _take_out(edition)
        else:
            _blank(edition, blanking)
    _close([figure["photo"] for figure in edition.figures])
    settle_findable(locked.key)
    done = f"Edition {number} is gone" if blanking is None else f"Words of edition {number} are"
    reason = f"{done}{'' if blanking is None else ' blanked'}. {order}"
    Act.objects.create(story=locked, kind=ActKind.EXPUNGED, reason=reason, made_by=by)
    return blanking.count if blanking else 1


def _blanking(words: Iterable[str], order: Order) -> Blanking | None:
    wanted = [one.strip() for one in words]
    if not wanted:
        return None
    if any(len(one) < SHORTEST for one in wanted):
        message = f"Words to be blanked have at least {SHORTEST} letters."
        raise Refused(message)
    blanking = Blanking.of(wanted)
    if blanking.stands_in(str(order)):
        message = "The reason names what has to go. Say it without: it stays on record."
        raise Refused(message)
    return blanking


@contextmanager
def _lawfully(order: Order) -> Iterator[None]:
    """Lifts the edition guard by naming the reason to the database, and lowers it again."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('newsroom.expunge', %s, true)", [str(order)])
        yield
        cursor.execute("SELECT set_config('newsroom.expunge', '', true)")


def _take_out(edition: Edition) -> None:
    if edition == Edition.objects.history_of(edition.story_key).last():
        message = (
            f"Edition {edition.number} is what readers have. Publish a next one, or withdraw the "
            "story; then take it out."
        )
        raise Refused(message)
    releases = Release.objects.filter(edition=edition)
    Correction.objects.filter(release__in=releases).update(changes=[])
    releases.update(as_released={}, findings=[])
    Edition.objects.filter(pk=edition.pk).delete()


def _blank(edition: Edition, blanking: Blanking) -> None:
    changed = blanking.edition(edition)
    if not changed:
        message = f"The words do not stand in edition {edition.number}."
        raise Refused(message)
    for name, value in changed.items():
        setattr(edition, name, value)
    if blanking.stands_in(words_of(edition.body_html)):
        message = "The words stand across a mark, such as a link. Name their parts one by one."
        raise Refused(message)
    Edition.objects.filter(pk=edition.pk).update(**changed, digest=digest(edition))
    beside = Blanking(blanking.pattern)  # with a count of its own
    blank_fronts(edition.story_key, beside)
    for release in Release.objects.filter(edition=edition):
        release.as_released = beside.value(release.as_released)
        release.findings = beside.value(release.findings)
        release.save(update_fields=["as_released", "findings"])
        for correction in Correction.objects.filter(release=release):
            correction.changes = beside.value(correction.changes)
            correction.save(update_fields=["changes"])


def _close(photo_keys: list[str]) -> None:
    """The public addresses follow the editions that are left; copies of the others are deleted."""
    rows = PublicPicture.objects.filter(photo_key__in=photo_keys)
    before = set(rows.values_list("stem", flat=True))
    settle(photo_keys)
    gone = before - set(rows.values_list("stem", flat=True))
    transaction.on_commit(partial(discard, sorted(gone)))
