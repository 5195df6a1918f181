"""The pool: only where a server runs, and no thread waits for what another waits for already."""

from __future__ import annotations

import threading
import time

import pytest
from psycopg import OperationalError
from psycopg_pool import PoolTimeout

from newsroom import serve
from newsroom.postgres import pool
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


@pytest.mark.parametrize(("workers", "each"), [(1, 8), (8, 8), (9, 7), (16, 3), (100, 2)])
def test_all_workers_together_leave_room_for_others(workers, each, monkeypatch):
    monkeypatch.setenv("GRANIAN_WORKERS", str(workers))
    monkeypatch.setenv("GRANIAN_BLOCKING_THREADS", "8")

    assert serve.pool_size() == each


def test_after_a_failure_one_thread_tries_and_the_others_are_told_at_once(monkeypatch):
    monkeypatch.setattr(pool, "PAUSE", 0.2)
    gate, tries, end = Gate(), threading.Event(), threading.Event()
    with pytest.raises(PoolTimeout), gate.passed():
        raise PoolTimeout
    with pytest.raises(OperationalError, match="a moment ago"), gate.passed():
        pytest.fail("it was tried just now")
    time.sleep(0.3)

    def try_again():
        with gate.passed():
            tries.set()
            end.wait(5)

    one = threading.Thread(target=try_again)
    one.start()
    tries.wait(5)
    with pytest.raises(OperationalError, match="a moment ago"), gate.passed():
        pytest.fail("two are trying")
    end.set()
    one.join()

    for _ in range(2):
        with gate.passed(), gate.passed():
            pass  # it answers again, and everybody may ask at once


def test_another_failure_leaves_the_gate_as_it_is():
    gate = Gate()
    with pytest.raises(OperationalError), gate.passed():
        raise OperationalError

    with gate.passed(), gate.passed():
        pass
