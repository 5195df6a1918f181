"""Two pages of one name at once: a slow one from before, a quick one from after."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from articles.site.cache import cache as page_cache
from articles.site.cache.cache import PageCache
from tests.builders import an_edition
from tests.postgres.house import eventually
from tests.site.cache.asking import Counted, ask
from tests.site.cache.test_fresh import next_edition

pytestmark = pytest.mark.django_db(transaction=True)

STORY = "/2026/11/23/night-ferry/"
OLD, NEW = b"an hour earlier", b"two hours earlier"


class HeldUp:
    """Django, whose answers are made, but not handed over as long as the door is shut."""

    def __init__(self, django):
        self.django, self.door, self.is_made = django, threading.Event(), threading.Event()
        self.door.set()

    def __call__(self, environ, start_response):
        door = self.door  # that which is shut now, and not a later one
        response = self.django(environ, start_response)
        self.is_made.set()
        assert door.wait(20)
        return response

    def shut(self):
        self.is_made.clear()
        self.door = threading.Event()
        return self.door

    def let_pass(self):
        self.door = threading.Event()
        self.door.set()


@pytest.fixture
def django_held_up(django):
    return HeldUp(django)


@pytest.fixture
def cache(django_held_up, watch):
    cache = PageCache(Counted(django_held_up))
    cache.watch = watch
    return cache


@pytest.fixture
def reader():
    with ThreadPoolExecutor(4) as threads:

        def reads(cache, path=STORY):
            def read():
                try:
                    return ask(cache, path)
                finally:
                    connection.close()

            return threads.submit(read)

        yield reads


def is_heard(cache):
    """That the watch knows of all that is committed."""

    def told():
        with connection.cursor() as cursor:
            cursor.execute("SELECT number FROM articles_public_version")
            return cursor.fetchone()[0] == cache.watch._heard.said.number

    return eventually(told)


def test_a_slow_page_from_before_is_not_taken_for_one_from_after(cache, django_held_up, reader):
    first = an_edition()
    assert is_heard(cache)
    door = django_held_up.shut()
    slow = reader(cache)
    assert django_held_up.is_made.wait(20)  # with the old words, and not handed over yet

    next_edition(first)
    assert is_heard(cache)
    django_held_up.let_pass()
    assert NEW in ask(cache, STORY).body  # without waiting for the slow one
    door.set()

    assert OLD in slow.result().body
    assert NEW in ask(cache, STORY).body
    assert NEW in ask(cache, STORY).body


def test_who_publishes_slowly_is_on_no_page_until_all_is_committed(cache):
    first = an_edition()
    assert is_heard(cache)

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
    assert is_heard(cache)
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
    monkeypatch.setattr(page_cache, "MEANWHILE", 0)
    first = an_edition()
    assert is_heard(cache)
    assert OLD in ask(cache, STORY).body
    next_edition(first)
    assert is_heard(cache)
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


@pytest.fixture
def a_moment_ago(monkeypatch):
    """So long that no slow machine misses it."""
    monkeypatch.setattr(page_cache, "MEANWHILE", 60)


def being_made(cache, django_held_up, reader, *after):
    """A reader who waits for the page while those editions have come; the door is shut."""
    for publish in after:
        publish()
    assert is_heard(cache)
    door = django_held_up.shut()
    slow = reader(cache)
    assert django_held_up.is_made.wait(20)
    return door, slow


def test_others_have_the_page_of_a_moment_ago_while_one_waits_for_the_new_one(
    cache, django_held_up, reader, a_moment_ago
):
    first = an_edition()
    assert is_heard(cache)
    assert OLD in ask(cache, STORY).body
    door, slow = being_made(cache, django_held_up, reader, lambda: next_edition(first))

    other = ask(cache, STORY)
    door.set()

    assert (other.status, OLD in other.body) == (200, True)
    assert "warning" not in other.headers
    assert NEW in slow.result().body
    assert NEW in ask(cache, STORY).body


def test_nobody_has_what_was_taken_back_a_moment_ago(cache, django_held_up, reader, a_moment_ago):
    first = an_edition()
    assert is_heard(cache)
    assert OLD in ask(cache, STORY).body
    door, _slow = being_made(
        cache,
        django_held_up,
        reader,
        lambda: next_edition(first, kind="correction", note="It is two hours."),
    )

    other = reader(cache)
    assert not eventually(other.done, seconds=0.3)
    door.set()

    assert NEW in other.result().body


def test_nobody_has_a_page_that_was_old_before_the_last_change(
    cache, django_held_up, reader, a_moment_ago
):
    first = an_edition()
    assert is_heard(cache)
    assert OLD in ask(cache, STORY).body
    next_edition(first)
    assert is_heard(cache)
    door, _slow = being_made(
        cache, django_held_up, reader, lambda: an_edition(slug="another", headline="Another")
    )

    other = reader(cache)
    assert not eventually(other.done, seconds=0.3)
    door.set()

    assert NEW in other.result().body
