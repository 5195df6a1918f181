"""What was taken back stays away: from the page as it is asked for again, and in an outage."""

from __future__ import annotations

import time
from datetime import timedelta

import psycopg
import pytest
from django.db import connection, transaction
from django.utils import timezone

from articles.masthead.publication import Publication
from articles.publishing.expunge import Order, expunge
from articles.publishing.retouch import copy_of
from articles.site.cache.cache import PageCache
from articles.site.cache.due import standing
from articles.site.cache.watch import Watch
from articles.site.edition import Edition
from articles.vocabulary import EditionKind
from tests.builders import MIRA, MONDAY_NOON, a_release, a_story, a_user, an_edition
from tests.postgres.house import eventually
from tests.site.cache.asking import Counted, ask, numbers_told

pytestmark = pytest.mark.django_db(transaction=True)

STORY = "/2026/11/23/night-ferry/"
SECRET = "Quillfeather"
ORDER = Order(reference="High Court, HC-2026-1", reason="Anonymity was ordered.")
SOON = timedelta(seconds=1)


class OutOfReach(Watch):
    """From a certain moment on it hears nothing, neither by itself nor when it asks."""

    is_out = False

    def _hear(self, said):
        if self.is_out:
            raise psycopg.OperationalError
        super()._hear(said)


@pytest.fixture
def own_watch(transactional_db):
    watch = OutOfReach()
    watch.start()
    yield watch
    watch.stop()


def cache_over(django, watch):
    cache = PageCache(Counted(django))
    cache.watch = watch
    return cache


@pytest.mark.parametrize(
    "values",
    [
        {"headline": f"{SECRET} stays ashore"},
        {"body_html": f"<p>{SECRET} stays ashore.</p>", "text": f"{SECRET} stays ashore."},
        {"sources": [{**MIRA, "label": SECRET}]},
        {"unknowns": f"Where {SECRET} is."},
        {"asked": [{"party": "The trust", "state": "open", "sentence": f"{SECRET} was asked."}]},
        {"kind": EditionKind.PICTURE_WITHDRAWN, "note": f"{SECRET} asked for it."},
    ],
    ids=lambda values: next(reversed(values)),
)
def test_words_that_a_court_takes_out_are_on_no_kept_page(cache, values):
    """Asked for with the tag of the page that has them, as the cache and every browser do."""
    legal = a_user("legal", "Legal")
    story = a_story(created_by=legal)
    first = an_edition(story_key=story.key)
    edition = copy_of(first, **{"kind": EditionKind.UPDATE, **later(story.key), **values})
    edition.save()
    a_release(story, edition=edition)
    assert eventually(lambda: SECRET.encode() in ask(cache, STORY).body)
    tag = ask(cache, STORY).headers["etag"]

    expunge(story, 2, by=legal, order=ORDER, words=[SECRET])

    assert eventually(lambda: SECRET.encode() not in ask(cache, STORY).body, seconds=2)
    assert ask(cache, STORY, headers={"If-None-Match": tag}).status == 200


def later(story_key, **values):
    noon = {"story_key": story_key, "number": 2, "first_published_at": MONDAY_NOON}
    return {**noon, "goes_live_at": MONDAY_NOON + timedelta(hours=1), **values}


def a_withdrawal(first, at):
    gone = {"kind": EditionKind.WITHDRAWAL, "note": "It was wrong.", "body_html": "", "text": ""}
    an_edition(**later(first.story_key, goes_live_at=at, **gone))


def kept_afresh(cache, number):
    """The story's page is kept, as it stands after so many editions."""
    return eventually(
        lambda: (
            ask(cache, STORY).status == 200
            and cache.watch._heard.said.number == numbers_told()
            and cache.memory.get((STORY, "")).era == cache.watch.era()
            and Edition.objects.count() == number
        )
    )


def sleep_until(moment):
    time.sleep(max(0, (moment - timezone.now()).total_seconds()))


def test_a_withdrawal_that_falls_due_in_an_outage_holds(django, own_watch):
    cache = cache_over(django, own_watch)
    first, due = an_edition(), timezone.now() + 2 * SOON
    a_withdrawal(first, due)
    assert kept_afresh(cache, 2)

    own_watch.is_out = True
    assert eventually(lambda: "warning" in ask(cache, STORY).headers)
    sleep_until(due)

    assert ask(cache, STORY).status == 410  # from Django, which has not lost the database


def test_a_withdrawal_that_fell_due_before_an_outage_holds(django, own_watch):
    """Nobody had asked for the page since, so that it is kept as it was."""
    cache = cache_over(django, own_watch)
    first, due = an_edition(), timezone.now() + SOON
    a_withdrawal(first, due)
    assert kept_afresh(cache, 2)
    sleep_until(due)
    assert eventually(lambda: own_watch._heard.said.takes_back > due.timestamp())

    own_watch.is_out = True
    assert eventually(lambda: not own_watch.is_certain())

    assert ask(cache, STORY).status == 410


def test_what_merely_falls_due_in_an_outage_leaves_readers_the_older_page(django, own_watch):
    cache = cache_over(django, own_watch)
    first, due = an_edition(), timezone.now() + SOON
    an_edition(**later(first.story_key, goes_live_at=due, headline="Two hours earlier"))
    assert kept_afresh(cache, 2)

    own_watch.is_out = True
    sleep_until(due)
    assert eventually(lambda: not own_watch.is_certain())

    answer = ask(cache, STORY)
    assert (answer.status, "Stale" in answer.headers["warning"]) == (200, True)
    assert b"an hour earlier" in answer.body


def test_a_zone_that_postgresql_does_not_know_stops_nothing(db):
    """Each side has its own list of zones, and they are of different years."""
    Publication.objects.update(time_zone="localtime")  # of Python's list, and not of PostgreSQL's
    try:
        now = timezone.now()
        due = standing(connection.connection, now).due
    finally:
        Publication.objects.update(time_zone="UTC")

    assert 0 < due - now.timestamp() <= timedelta(hours=25).total_seconds()


def test_without_the_row_that_counts_nothing_is_certain(db):
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM articles_public_version")
        with pytest.raises(psycopg.DataError, match="lost its row"):
            standing(connection.connection, timezone.now())
        transaction.set_rollback(True)
