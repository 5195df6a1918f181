"""A pool of connections, for processes that serve: one for each thread that answers, kept open.

Commands, tests and the queue's worker have none: what they hold they need, and they end.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from psycopg import OperationalError
from psycopg_pool import PoolTimeout

WAIT = 2.0
"""Seconds for which a thread waits for a connection, and after which making one counts as failed.
There is one for each thread, so this is for a database that does not answer."""
IDLE = 60.0
"""Seconds after which a connection that nobody needs is closed."""


def with_pool(entry: dict[str, Any], *, size: int) -> dict[str, Any]:
    """The entry of DATABASES with a pool of that many connections; size 0 leaves it as it is."""
    if not size:
        return entry
    pool = {
        "min_size": 1,
        "max_size": size,
        "timeout": WAIT,
        "reconnect_timeout": WAIT,
        "max_idle": IDLE,
        "num_workers": 1,
    }
    # The pool keeps connections open, and looks at each before it is given out.
    return {
        **entry,
        "ENGINE": "newsroom.postgres",
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**entry["OPTIONS"], "pool": pool},
    }


class Gate:
    """Lets one thread at a time find out whether the database answers again, after it did not.

    A pool makes each thread wait for its time-out. Where all wait, none is left for the pages that
    need no database; so the others are told at once, and the one tries without the pool first.
    """

    def __init__(self) -> None:
        self._is_shut = False
        self._trying = threading.Lock()

    @contextmanager
    def passed(self, try_out: Callable[[], None]) -> Iterator[None]:
        """`try_out` raises psycopg's OperationalError where the database does not answer. So does
        this, and where somebody else is trying already."""
        if not self._is_shut:
            with self._watched():
                yield
            return
        if not self._trying.acquire(blocking=False):
            message = "The database did not answer a moment ago."
            raise OperationalError(message)
        try:
            try_out()
            with self._watched():
                yield
            self._is_shut = False
        finally:
            self._trying.release()

    @contextmanager
    def _watched(self) -> Iterator[None]:
        try:
            yield
        except PoolTimeout:
            self._is_shut = True
            raise
