"""A crowd that asks for one page at once costs one page, also where it cannot be made."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from articles.site.cache.cache import PageCache
from tests.builders import an_edition
from tests.site.cache.asking import Counted, ask

pytestmark = pytest.mark.django_db(transaction=True)

CROWD = 16
STORY = "/2026/11/23/night-ferry/"


def crowd(cache, path=STORY):
    """All of them stand at the door before the first is let in."""
    door = threading.Barrier(CROWD)

    def reader(_number):
        door.wait()
        try:
            return ask(cache, path)
        finally:
            connection.close()

    with ThreadPoolExecutor(CROWD) as readers:
        return list(readers.map(reader, range(CROWD)))


def slowly(application):
    def answer(environ, start_response):
        time.sleep(0.3)
        return application(environ, start_response)

    return answer


def over(application, watch):
    behind = Counted(application)
    cache = PageCache(slowly(behind))
    cache.watch = watch
    return cache, behind


def test_a_page_is_made_once_for_all(django, watch):
    an_edition()
    cache, behind = over(django, watch)

    answers = crowd(cache)

    assert answers == [answers[0]] * CROWD
    assert answers[0].status == 200
    assert behind.asked == [STORY]


def test_a_page_that_is_not_there_is_looked_up_once_for_all(django, watch):
    cache, behind = over(django, watch)

    answers = crowd(cache)

    assert {answer.status for answer in answers} == {404}
    assert behind.asked == [STORY]


def test_what_fails_fails_once_for_all_and_is_tried_again_by_who_comes_later(watch):
    def django(_environ, start_response):
        start_response("503 Service Unavailable", [("Content-Type", "text/plain")])
        return [b"Back in a moment"]

    cache, behind = over(django, watch)

    assert {answer.status for answer in crowd(cache)} == {503}
    assert len(behind.asked) == 1
    assert ask(cache, STORY).status == 503
    assert len(behind.asked) == 2
    assert len(cache.memory) == 0


def test_nobody_waits_for_ever_for_one_who_broke_down(watch):
    def django(_environ, _start_response):
        raise MemoryError

    cache, behind = over(django, watch)

    with pytest.raises(MemoryError):
        crowd(cache)

    assert len(behind.asked) == 1
    assert not cache._making
