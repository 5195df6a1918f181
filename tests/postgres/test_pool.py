"""The pool: only where a server runs, and no thread waits for what another waits for already."""

from __future__ import annotations

import threading

import pytest
from django.db import connection
from psycopg import OperationalError
from psycopg_pool import PoolTimeout

from articles.site.cache import lines
from newsroom import serve
from newsroom.postgres.pool import Gate, with_pool

ENTRY = {"ENGINE": "django.db.backends.postgresql", "CONN_MAX_AGE": 60, "OPTIONS": {"host": "x"}}


def test_a_command_has_no_pool():
    assert with_pool(ENTRY, size=0) is ENTRY


def test_a_server_has_one():
    entry = with_pool(ENTRY, size=5)

    assert entry["OPTIONS"]["pool"]["max_size"] == 5
    assert entry["OPTIONS"]["host"] == "x"
    assert (entry["ENGINE"], entry["CONN_MAX_AGE"]) == ("newsroom.postgres", 0)
    assert "pool" not in ENTRY["OPTIONS"]


@pytest.mark.parametrize(
    ("workers", "each"), [(1, 8), (5, 8), (6, 7), (8, 4), (9, 3), (16, 2), (100, 2)]
)
def test_all_workers_together_leave_room_for_others(workers, each, monkeypatch):
    monkeypatch.setenv("GRANIAN_WORKERS", str(workers))
    monkeypatch.setenv("GRANIAN_BLOCKING_THREADS", "8")

    assert serve.pool_size() == each


@pytest.mark.parametrize("workers", range(1, 17))
def test_with_the_lines_of_the_page_cache_they_do_so_too(workers, monkeypatch):
    monkeypatch.setenv("GRANIAN_WORKERS", str(workers))
    monkeypatch.setenv("GRANIAN_BLOCKING_THREADS", "8")
    pool = with_pool(ENTRY, size=serve.pool_size())["OPTIONS"]["pool"]
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "pool", pool)

    each = pool["max_size"] + lines._how_many() + 1

    assert each * workers <= 85


def test_without_a_pool_there_are_lines_too():
    assert lines._how_many() == lines.LINES


def answers() -> None:
    pass


def does_not_answer() -> None:
    raise OperationalError


@pytest.fixture
def shut():
    """A gate after a connection could not be had."""
    gate = Gate()
    with pytest.raises(PoolTimeout), gate.passed(answers):
        raise PoolTimeout
    return gate


def test_after_a_failure_one_thread_tries_and_the_others_are_told_at_once(shut):
    tries, end = threading.Event(), threading.Event()

    def try_again():
        tries.set()
        end.wait(5)

    def ask():
        with shut.passed(try_again):
            pass

    one = threading.Thread(target=ask)
    one.start()
    tries.wait(5)
    with pytest.raises(OperationalError, match="a moment ago"), shut.passed(answers):
        pytest.fail("two are trying")
    end.set()
    one.join()

    with shut.passed(does_not_answer), shut.passed(does_not_answer):
        pass  # it is open again, and nobody has to try


def test_whoever_tries_does_not_wait_for_the_pool(shut):
    for _ in range(2):
        with pytest.raises(OperationalError), shut.passed(does_not_answer):
            pytest.fail("the pool was asked")


def test_another_failure_leaves_the_gate_open():
    gate = Gate()
    with pytest.raises(OperationalError), gate.passed(answers):
        raise OperationalError

    with gate.passed(does_not_answer), gate.passed(does_not_answer):
        pass
