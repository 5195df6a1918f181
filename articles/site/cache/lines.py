"""Connections to PostgreSQL that the page cache holds for itself, beside Django's."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import DatabaseError, InterfaceError, connection
from django.db.backends.base.base import BaseDatabaseWrapper

FAILURES = (DatabaseError, InterfaceError, psycopg.Error, OSError)
LINES = 4
"""Of each process, to put pages together: more would only wait for each other."""


def connection_of_its_own() -> BaseDatabaseWrapper:
    """Outside the pool, if there is one: it is never given back, and one that listens must not be
    given to somebody else."""
    own = connection.copy()
    own.settings_dict["OPTIONS"].pop("pool", None)
    return own


class Lines:
    """Some connections that stay open, each for one question at a time."""

    def __init__(self, most: int = LINES) -> None:
        self._turns = threading.Semaphore(most)
        self._free: deque[psycopg.Connection[Any]] = deque()

    @contextmanager
    def cursor(self) -> Iterator[psycopg.Cursor[Any]]:
        """Raises one of the `FAILURES` where there is no answer; that line is used no more."""
        with self._turns:
            line = self._free.pop() if self._free else _open()
            try:
                yield psycopg.Cursor(line)
            except BaseException:
                line.close()
                raise
            self._free.append(line)

    def close(self) -> None:
        while self._free:
            self._free.pop().close()


def _open() -> psycopg.Connection[Any]:
    own = connection_of_its_own()
    own.ensure_connection()
    line: psycopg.Connection[Any] = own.connection
    return line
