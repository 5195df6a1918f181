"""What is kept has a bound, and what readers come back to stays."""

from __future__ import annotations

import pytest

from articles.site.cache.kept import OVERHEAD, kept
from articles.site.cache.memory import Memory

SIZE = 10_000
ROOM = 16


@pytest.fixture
def memory():
    return Memory(ROOM * SIZE)


def a_page(size=SIZE):
    return kept("200 OK", [("Content-Type", "image/png")], b"." * (size - OVERHEAD), era=None)


def fill(memory, count, name="archive"):
    for number in range(count):
        memory.keep((f"/{name}/{number}/", ""), a_page())


def test_it_is_never_larger_than_its_bound(memory):
    for number in range(10 * ROOM):
        memory.keep(("/", f"before={number}"), a_page(SIZE + number))

        assert memory.size <= memory.bound
    assert 0 < len(memory) <= ROOM


def test_the_page_that_was_not_asked_for_the_longest_goes_first(memory):
    fill(memory, ROOM + 1)

    assert memory.get(("/archive/0/", "")) is None
    assert memory.get(("/archive/1/", "")) is not None


def test_a_walk_through_the_archive_pushes_out_nothing_that_was_asked_for_again(memory):
    memory.keep(("/", ""), a_page())
    memory.get(("/", ""))

    fill(memory, 10 * ROOM)

    assert memory.get(("/", "")) is not None


def test_new_pages_find_room_though_all_of_the_old_are_read_often(memory):
    fill(memory, ROOM)
    for number in range(ROOM):
        memory.get((f"/archive/{number}/", ""))

    memory.keep(("/new/", ""), a_page())
    memory.keep(("/newer/", ""), a_page())

    assert memory.get(("/new/", "")) is not None
    assert memory.get(("/newer/", "")) is not None


def test_a_page_takes_the_place_of_its_older_self(memory):
    for again in (False, True, True):
        memory.keep(("/", ""), a_page())
        if again:
            memory.get(("/", ""))

    assert (len(memory), memory.size) == (1, SIZE)


def test_a_page_that_would_fill_the_memory_is_not_kept(memory):
    memory.keep(("/sitemap.xml", ""), a_page(memory.bound // 4))

    assert (len(memory), memory.size) == (0, 0)


def test_what_is_dropped_frees_its_room(memory):
    fill(memory, 3)
    memory.get(("/archive/1/", ""))

    for number in range(3):
        memory.drop((f"/archive/{number}/", ""))
    memory.drop(("/never/", ""))

    assert (len(memory), memory.size) == (0, 0)
