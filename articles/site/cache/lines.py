"""Connections to PostgreSQL that the page cache holds for itself, beside Django's."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from typing import Any

import psycopg
from django.db import DatabaseError, InterfaceError, connection
from django.db.backends.base.base import BaseDatabaseWrapper

FAILURES = (DatabaseError, InterfaceError, psycopg.Error, OSError)
LINES = 4
"""Of each process at most, to put pages together: more would only wait for each other."""
WAIT = 2.0
"""Seconds for which one waits for a line where all are in use."""


def connection_of_its_own() -> BaseDatabaseWrapper:
    """Outside the pool, if there is one: it is never given back, and one that listens must not be
    given to somebody else."""
    own = connection.copy()
    own.settings_dict["OPTIONS"].pop("pool", None)
    return own


class Lines:
    """Some connections that stay open, each for one question at a time.

    The one that was used last is used next: its end and PostgreSQL's are still in the processor's
    caches, which halves what a question costs.
    """

    def __init__(self) -> None:
        self._turns: SimpleQueue[None] = SimpleQueue()
        for _ in range(_how_many()):
            self._turns.put(None)
        self._free: deque[psycopg.Connection[Any]] = deque()

    @contextmanager
    def one(self) -> Iterator[psycopg.Connection[Any]]:
        """Waits for a free one. Raises one of the `FAILURES` where there is none in time, or no
        answer; such a line is used no more."""
        try:
            self._turns.get(timeout=WAIT)
        except Empty:
            message = "No line was free in time."
            raise psycopg.OperationalError(message) from None
        try:
            line = self._free.pop() if self._free else _open()
            try:
                yield line
            except BaseException:
                line.close()
                raise
            self._free.append(line)
        finally:
            self._turns.put(None)

    def close(self) -> None:
        """Those that are free; they are opened again when they are needed."""
        while self._free:
            self._free.pop().close()


def _how_many() -> int:
    """No more than Django's pool has, if there is one: of many workers each has fewer."""
    pool = connection.settings_dict["OPTIONS"].get("pool")
    return min(LINES, pool["max_size"]) if pool else LINES


def _open() -> psycopg.Connection[Any]:
    own = connection_of_its_own()
    own.ensure_connection()
    line: psycopg.Connection[Any] = own.connection
    return line
