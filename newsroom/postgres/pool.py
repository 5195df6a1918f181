"""A pool of connections, for processes that serve: one for each thread that answers, kept open.

Commands, tests and the queue's worker have none: what they hold they need, and they end.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from psycopg import OperationalError
from psycopg_pool import PoolTimeout

WAIT = 2.0
"""Seconds for which a thread waits for a connection, and after which making one counts as failed.
There is one for each thread, so this is for a database that does not answer."""
PAUSE = 1.0
"""Seconds after a failure, in which nobody tries again."""
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
    need no database; so the others are told at once, and everybody for `PAUSE` after each try.
    """

    def __init__(self) -> None:
        self._shut_at: float | None = None
        self._trying = threading.Lock()

    @contextmanager
    def passed(self) -> Iterator[None]:
        """Raises psycopg's OperationalError where nobody need try just now."""
        shut_at = self._shut_at
        if shut_at is None:
            with self._watched():
                yield
            return
        if time.monotonic() - shut_at < PAUSE or not self._trying.acquire(blocking=False):
            message = "The database did not answer a moment ago."
            raise OperationalError(message)
        try:
            with self._watched():
                yield
            self._shut_at = None
        finally:
            self._trying.release()

    @contextmanager
    def _watched(self) -> Iterator[None]:
        try:
            yield
        except PoolTimeout:
            self._shut_at = time.monotonic()
            raise
