"""A cache over the whole of Django, with its own line to PostgreSQL."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection

from articles.site.cache import lines
from articles.site.cache.cache import PageCache
from articles.site.cache.memory import Memory
from articles.site.cache.watch import Watch
from tests.site.cache.asking import STORY, Counted, HeldUp, ask

ANSWER = WSGIHandler.__call__  # as it is before a test in a browser puts its gate before it


@pytest.fixture(autouse=True)
def lines_are_closed(monkeypatch):
    """Those that a cache holds for as long as its process lasts, and a test does not."""
    opened, really = [], lines._open

    def and_noted():
        opened.append(really())
        return opened[-1]

    monkeypatch.setattr(lines, "_open", and_noted)
    yield
    for line in opened:
        line.close()


@pytest.fixture(scope="session")
def django():
    handler = WSGIHandler()
    return lambda environ, start_response: ANSWER(handler, environ, start_response)


@pytest.fixture
def in_one_transaction(db):
    """Requests are answered inside the test's own transaction, as Django's test client does it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture(scope="session")
def watch(django_db_setup, django_db_blocker):
    watch = Watch()
    with django_db_blocker.unblock():
        watch.start()
    yield watch
    watch.stop()


@pytest.fixture
def behind(django):
    return Counted(django)


@pytest.fixture
def cache(behind, watch):
    cache = PageCache(behind)
    cache.watch, cache.memory = watch, Memory()
    return cache


@pytest.fixture
def django_held_up(django):
    return HeldUp(django)


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
