"""Fresh at once: what changes for readers reaches every kept page, by notice and by the clock."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.utils import timezone

from articles.masthead.policy import Policy
from articles.masthead.publication import Publication
from articles.site.cache.cache import PageCache
from articles.site.cache.memory import Memory
from articles.site.cache.watch import Watch
from articles.site.front_edition import FrontEdition
from tests.builders import MONDAY_NOON, a_contributor, a_section, an_edition
from tests.postgres.house import eventually
from tests.site.cache.asking import Counted, ask

pytestmark = pytest.mark.django_db(transaction=True)

STORY = "/2026/11/23/night-ferry/"
SOON = timedelta(seconds=1)
NOT_TOLD = {
    "articles_plate": "a page put together from it is the same as one without",
    "articles_publicpicture": "the cache keeps nothing under /media/",
    "articles_listed": "follows editions, which tell",
    "articles_searchentry": "follows editions, which tell",
    "articles_searchword": "follows editions, which tell",
}


@pytest.fixture
def other(django, watch):
    """What another process has: pages of its own."""
    cache = PageCache(Counted(django))
    cache.watch, cache.memory = watch, Memory()
    return cache


def next_edition(first, **values):
    """Two hours earlier, instead of one."""
    return an_edition(
        **{
            "story_key": first.story_key,
            "number": 2,
            "first_published_at": first.first_published_at,
            "goes_live_at": MONDAY_NOON + timedelta(hours=1),
            "headline": "Night ferry to sail two hours earlier",
            "body_html": "<p>The night ferry will sail two hours earlier.</p>",
            **values,
        }
    )


def shows(cache, words, path=STORY):
    return lambda: words.encode() in ask(cache, path).body


def test_what_is_published_is_on_every_page_at_once(cache, other):
    first = an_edition()
    a_section()
    for path in ("/", STORY, "/section/harbour/", "/feed/"):
        assert all(eventually(shows(one, "an hour earlier", path)) for one in (cache, other))

    next_edition(first)

    for path in ("/", STORY, "/section/harbour/", "/feed/"):
        for one in (cache, other):
            assert eventually(shows(one, "two hours earlier", path), seconds=2)
            assert b"an hour earlier" not in ask(one, path).body


def test_what_did_not_change_is_not_made_again(cache, behind):
    an_edition()
    before = ask(cache, STORY)

    an_edition(slug="another", headline="Another story", section_slug="council")

    assert eventually(shows(cache, "Another story", "/"))
    assert ask(cache, STORY) == before
    made = [path for path in behind.asked if path == STORY]
    assert len(made) <= 2  # asked for again, and found as it was


def test_what_was_not_committed_is_on_no_page(cache):
    first = an_edition()
    assert eventually(shows(cache, "an hour earlier"))

    with transaction.atomic():
        next_edition(first)
        assert not eventually(shows(cache, "two hours earlier"), seconds=0.1)
        transaction.set_rollback(True)

    assert not eventually(shows(cache, "two hours earlier"), seconds=0.1)


def test_the_paper_itself_is_fresh_too(cache):
    an_edition()
    changes = [
        ("/", lambda: Publication.objects.update(name="The Courier"), "The Courier"),
        ("/", lambda: a_section("weather"), "Weather"),
        ("/by/ada-lumen/", lambda: a_contributor(bio="Knows the tide."), "Knows the tide."),
        ("/about/ethics/", lambda: Policy.objects.create(title="Ethics", slug="ethics"), "Ethics"),
        ("/", lambda: Publication.objects.update(name="Newsroom"), "Newsroom"),
    ]
    for path, change, words in changes:
        assert words.encode() not in ask(cache, path).body

        change()

        assert eventually(shows(cache, words, path), seconds=2)


def test_every_table_of_what_readers_get_tells():
    """A new one joins with `tells(…)` of `migrations/_tells.py`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'public_changed'"
        )
        telling = {table for (table,) in cursor.fetchall()}
    rooms = ("articles.site.", "articles.masthead.")
    models = apps.get_app_config("articles").get_models()
    theirs = {one._meta.db_table for one in models if one.__module__.startswith(rooms)}

    assert telling == theirs - NOT_TOLD.keys()


def test_a_front_to_come_is_due_at_its_instant(cache):
    first = an_edition()
    slot = {"story": str(first.story_key), "size": "lead", "kicker": "", "picture": True}
    slots = [{**slot, "headline": "In the front's own words"}]
    due = timezone.now() + SOON
    FrontEdition.objects.create(front="", number=1, goes_live_at=due, slots=slots)
    assert not shows(cache, "own words", "/")()

    time.sleep(max(0, (due - timezone.now()).total_seconds()))

    assert shows(cache, "own words", "/")()


def test_an_embargo_ends_by_the_clock_without_any_publishing(cache, other):
    first = an_edition()
    due = timezone.now() + SOON
    next_edition(first, goes_live_at=due)
    early = []

    while timezone.now() < due - timedelta(milliseconds=50):
        bodies = [ask(one, path).body for one in (cache, other) for path in ("/", STORY)]
        early += bodies if timezone.now() < due else []
    time.sleep(max(0, (due - timezone.now()).total_seconds()))
    late = [ask(one, path).body for one in (cache, other) for path in ("/", STORY)]

    assert early
    assert not any(b"two hours" in body for body in early)
    assert all(b"two hours" in body and b"an hour" not in body for body in late)


def test_urgent_news_leaves_the_top_by_the_clock(cache):
    a_day_ago = timezone.now() - timedelta(hours=24)
    an_edition(slug="fire", urgency=1, goes_live_at=a_day_ago + SOON, headline="Fire on the quay")
    an_edition(slug="calm", goes_live_at=timezone.now() - SOON, headline="All calm")
    first, later = "Fire on the quay", "All calm"

    def leads(words):
        body = ask(cache, "/").body.decode()
        return body.index(words) == min(body.index(first), body.index(later))

    assert leads(first)
    assert eventually(lambda: leads(later), seconds=4)


def test_a_story_grows_a_year_older_at_midnight_of_the_papers_zone(watch):
    Publication.objects.update(time_zone="Pacific/Auckland")

    assert eventually(lambda: watch.era() is not None and watch._heard.said.due)
    due = timezone.now().fromtimestamp(watch._heard.said.due, tz=Publication.objects.get().zone)
    Publication.objects.update(time_zone="UTC")

    assert due > timezone.now()
    assert due - timezone.now() <= timedelta(hours=25)


def test_a_line_that_was_cut_is_taken_up_again_and_nothing_is_missed(cache):
    first = an_edition()
    assert eventually(shows(cache, "an hour earlier"))

    assert cut_the_line() == 1
    next_edition(first)

    assert eventually(shows(cache, "two hours earlier"), seconds=3)
    assert eventually(lambda: listeners() == 1, seconds=3)


def test_a_change_of_which_no_notice_came_is_found_by_asking(cache, behind):
    an_edition()
    assert eventually(shows(cache, "an hour earlier"))
    eventually(lambda: shows(cache, "an hour earlier")() and len(behind.asked) >= 1, seconds=1)
    made = len(behind.asked)

    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_public_version SET number = number + 1")

    assert eventually(lambda: ask(cache, STORY) and len(behind.asked) > made, seconds=3)


class Deaf(Watch):
    """One that gets no line of its own, where PostgreSQL has no connection left for it."""

    def start(self):
        self._lost(OSError("no connection left"))


def test_without_a_line_of_its_own_readers_threads_ask(django):
    first = an_edition()
    cache = PageCache(Counted(django))
    cache.watch = Deaf()
    assert eventually(shows(cache, "an hour earlier"))
    assert len(cache.memory) == 1

    next_edition(first)

    assert eventually(shows(cache, "two hours earlier"), seconds=3)


LISTENING = "datname = current_database() AND query LIKE '%version.taken_back%'"
LISTENING += " AND pid <> pg_backend_pid()"


def listeners():
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM pg_stat_activity WHERE {LISTENING}")
        return cursor.fetchone()[0]


def cut_the_line():
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {LISTENING}")
        return len(cursor.fetchall())
