"""Pages that readers are asking for are made anew by themselves, and nobody waits meanwhile."""

from __future__ import annotations

import math
import threading
import time

import pytest

from articles.site.cache import ahead
from articles.site.cache.ahead import Ahead
from articles.site.cache.cache import PageCache
from articles.site.cache.kept import kept
from articles.site.cache.memory import Memory
from articles.site.cache.watch import Era, Watch
from tests.builders import an_edition
from tests.postgres.house import eventually
from tests.site.cache.asking import NEW, OLD, STORY, Counted, ask, is_heard
from tests.site.cache.test_fresh import next_edition


@pytest.fixture
def cache(transactional_db, django_held_up, monkeypatch):
    """A cache with a watch of its own, so that its thread runs; moments are long."""
    monkeypatch.setattr(ahead, "A_MOMENT", 60)
    monkeypatch.setattr(ahead, "LATELY", 60)
    cache = PageCache(Counted(django_held_up))
    yield cache
    cache.watch.stop()
    assert eventually(lambda: "pages-ahead" not in {one.name for one in threading.enumerate()})


def asked_for(cache, path=STORY):
    for _ in range(3):
        assert OLD in ask(cache, path).body
    assert cache._django.asked == [path]


def waits(reader, cache, door):
    """What a reader gets, who gets nothing before the door is opened."""
    waiting = reader(cache)
    assert not eventually(waiting.done, seconds=0.3)
    door.set()
    return waiting.result()


def test_a_page_is_new_before_anybody_asks_for_it_again(cache):
    first = an_edition()
    asked_for(cache)

    next_edition(first)

    assert eventually(lambda: cache._django.asked == [STORY, STORY])
    assert eventually(lambda: NEW in ask(cache, STORY).body)
    assert cache._django.asked == [STORY, STORY]


def test_meanwhile_readers_have_it_as_it_was(cache, django_held_up):
    first = an_edition()
    asked_for(cache)
    door = django_held_up.shut()

    next_edition(first)
    assert django_held_up.is_made.wait(20)
    meanwhile = ask(cache, STORY)
    door.set()

    assert (meanwhile.status, OLD in meanwhile.body) == (200, True)
    assert "warning" not in meanwhile.headers
    assert eventually(lambda: NEW in ask(cache, STORY).body)


def test_but_not_what_was_taken_back(cache, django_held_up, reader):
    first = an_edition()
    asked_for(cache)
    door = django_held_up.shut()

    next_edition(first, kind="correction", note="It is two hours.")
    assert django_held_up.is_made.wait(20)

    assert NEW in waits(reader, cache, door).body


def test_and_not_for_longer_than_a_moment(cache, django_held_up, reader, monkeypatch):
    monkeypatch.setattr(ahead, "A_MOMENT", 0)
    first = an_edition()
    asked_for(cache)
    door = django_held_up.shut()

    next_edition(first)
    assert django_held_up.is_made.wait(20)

    assert NEW in waits(reader, cache, door).body


@pytest.mark.parametrize("times", [1, 3])
def test_what_nobody_asks_for_now_is_made_for_who_comes(cache, monkeypatch, times):
    first = an_edition()
    for _ in range(times):
        assert OLD in ask(cache, STORY).body
    if times > 1:
        monkeypatch.setattr(ahead, "LATELY", 0)

    next_edition(first)
    assert is_heard(cache.watch)
    time.sleep(0.2)
    assert cache._django.asked == [STORY]

    assert NEW in ask(cache, STORY).body


def test_a_page_that_cannot_be_made_keeps_no_other_from_being_made(cache, monkeypatch):
    first = an_edition()
    asked_for(cache)

    def fail(*_arguments):
        raise ZeroDivisionError

    monkeypatch.setattr(cache._ahead, "_make", fail)
    an_edition(slug="another", headline="Another story")
    assert is_heard(cache.watch)
    assert eventually(lambda: not cache.watch.changed.is_set())
    monkeypatch.setattr(cache._ahead, "_make", cache._made)

    next_edition(first)

    assert eventually(lambda: STORY in cache._django.asked[1:])


NOW = Era(7, is_past_due=False, taken_back=2, told_at=0.0)


@pytest.mark.parametrize(
    ("before", "changes", "is_in_hand"),
    [
        pytest.param({"number": 6}, {}, True, id="as it was a moment ago"),
        pytest.param({"number": 5}, {}, False, id="old before that already"),
        pytest.param({"number": 6, "taken_back": 1}, {}, False, id="taken back"),
        pytest.param({"number": 6}, {"ago": 10}, False, id="the moment is over"),
        pytest.param({"number": 6}, {"ago": math.inf}, False, id="the clock brought it"),
    ],
)
def test_which_page_does_for_a_moment(before, changes, is_in_hand):
    changes = dict(changes)
    now = NOW._replace(told_at=time.monotonic() - changes.pop("ago", 0), **changes)
    page = kept("200 OK", [], b"", era=NOW._replace(**before))
    page.asked = time.monotonic()
    own = Ahead(Memory(), Watch(), lambda *_: None)
    own._runs = True

    assert own.has_in_hand(page, now) is is_in_hand
    page.asked -= 10
    assert not own.has_in_hand(page, now)
