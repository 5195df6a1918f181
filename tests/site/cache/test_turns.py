"""Two pages of one name at once: a slow one from before, a quick one from after."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from articles.site.cache import cache as page_cache
from articles.site.cache.cache import PageCache
from tests.builders import an_edition
from tests.postgres.house import eventually
from tests.site.cache.asking import NEW, OLD, STORY, Counted, ask, is_heard
from tests.site.cache.test_fresh import next_edition

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cache(django_held_up, watch):
    cache = PageCache(Counted(django_held_up))
    cache.watch = watch
    return cache


def test_a_slow_page_from_before_is_not_taken_for_one_from_after(cache, django_held_up, reader):
    first = an_edition()
    assert is_heard(cache.watch)
    door = django_held_up.shut()
    slow = reader(cache)
    assert django_held_up.is_made.wait(20)  # with the old words, and not handed over yet

    next_edition(first)
    assert is_heard(cache.watch)
    django_held_up.let_pass()
    assert NEW in ask(cache, STORY).body  # without waiting for the slow one
    door.set()

    assert OLD in slow.result().body
    assert NEW in ask(cache, STORY).body
    assert NEW in ask(cache, STORY).body


def test_who_publishes_slowly_is_on_no_page_until_all_is_committed(cache):
    first = an_edition()
    assert is_heard(cache.watch)

    with transaction.atomic():
        next_edition(first)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # the notice waits for the commit
        with ThreadPoolExecutor(1) as elsewhere:
            kept = elsewhere.submit(read_often, cache).result()

    assert OLD in kept
    assert eventually(lambda: NEW in ask(cache, STORY).body, seconds=2)


def read_often(cache):
    try:
        return [ask(cache, STORY).body for _ in range(3)][-1]
    finally:
        connection.close()


def test_a_savepoint_that_was_taken_back_does_not_swallow_what_comes_after(cache):
    first = an_edition()
    assert is_heard(cache.watch)
    assert OLD in ask(cache, STORY).body

    with transaction.atomic():
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            an_edition(slug="another", headline="Another story")
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            raise ZeroDivisionError
        next_edition(first)

    assert eventually(lambda: NEW in ask(cache, STORY).body, seconds=2)


def test_who_has_waited_long_enough_gets_the_page_that_is_known(
    cache, django_held_up, reader, monkeypatch
):
    monkeypatch.setattr(page_cache, "PATIENCE", 0.2)
    first = an_edition()
    assert is_heard(cache.watch)
    assert OLD in ask(cache, STORY).body
    next_edition(first)
    assert is_heard(cache.watch)
    door = django_held_up.shut()
    slow = reader(cache)
    assert django_held_up.is_made.wait(20)
    unknown = reader(cache, "/")
    assert eventually(lambda: len(cache._making) == 2)

    known, other = reader(cache).result(), reader(cache, "/").result()
    door.set()

    assert (known.status, OLD in known.body) == (200, True)
    assert "Stale" in known.headers["warning"]
    assert (other.status, other.headers["cache-control"]) == (503, "no-store")
    assert NEW in slow.result().body
    assert unknown.result().status == 200
