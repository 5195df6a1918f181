"""Connections to PostgreSQL that the page cache holds for itself, beside Django's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from queue import SimpleQueue
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
        self._free: SimpleQueue[psycopg.Connection[Any] | None] = SimpleQueue()
        for _ in range(most):
            self._free.put(None)  # for one that is still to be opened

    @contextmanager
    def cursor(self) -> Iterator[psycopg.Cursor[Any]]:
        """Waits for a free one. Raises one of the `FAILURES` where there is no answer; that line is
        used no more."""
        line = self._free.get()
        try:
            line = line or _open()
            yield psycopg.Cursor(line)
        except BaseException:
            if line is not None:
                line.close()
            line = None
            raise
        finally:
            self._free.put(line)

    def close(self) -> None:
        """Those that are free; they are opened again when they are needed."""
        for _ in range(self._free.qsize()):
            line = self._free.get()
            if line is not None:
                line.close()
            self._free.put(None)


def _open() -> psycopg.Connection[Any]:
    own = connection_of_its_own()
    own.ensure_connection()
    line: psycopg.Connection[Any] = own.connection
    return line
