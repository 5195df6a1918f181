"""The watch: whether what is kept still stands. One thread and one connection in each process.

It listens to PostgreSQL's notices, so that a change is known at once, and asks once a second
besides: a notice can be lost with its connection, and some set-ups deliver none (a read replica, a
pooler between us). So nothing else has to be done when listening fails, and nothing when it works
again.
"""

from __future__ import annotations

import logging
import math
import os
import threading
import time
from typing import Any, NamedTuple

import psycopg
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from articles.site.cache.due import Standing, standing
from articles.site.cache.lines import FAILURES, connection_of_its_own

logger = logging.getLogger(__name__)

CHANNEL = "newsroom_public"
ASK_EVERY = 1.0
"""Seconds."""
SILENCE = 3.0
"""Seconds without an answer after which nothing is certain any more: the line may hang."""
FIRST_WORD = 2.0
"""Seconds that the first reader waits for, so that the first page can be kept already."""


class Era(NamedTuple):
    """A page made in this era stands as long as the era lasts."""

    number: int
    is_past_due: bool
    """The clock has passed the instant that was due, and the watch has not looked since."""
    taken_back: int
    """Changes when something was taken back, and when an edition goes live that does so."""
    told_at: float
    """When we were told of the change that began it, by the monotonic clock. Minus infinity where
    the clock brought it: of that everybody knew beforehand."""


class Heard(NamedTuple):
    """What the last answer said, at what instant of the monotonic clock, and which era it began."""

    said: Standing
    at: float
    era: Era


class Watch:
    def __init__(self) -> None:
        self._heard: Heard | None = None
        self._is_cut = False
        self._first_word = threading.Event()
        self._stop = threading.Event()
        self.changed = threading.Event()
        """Set when an era begins, and when the watch ends, for the one who waits for that."""
        self._lock = threading.Lock()
        self._asking = threading.Lock()
        self._asked = 0.0
        self._process = 0

    def start(self) -> bool:
        """In the process that answers readers, and not before: a thread does not survive a fork.

        True for the one call that has started it.
        """
        if self._process == os.getpid():
            return False
        with self._lock:
            is_first = self._process != os.getpid()
            if is_first:
                self._process = os.getpid()
                threading.Thread(target=self._run, name="page-cache", daemon=True).start()
        self._first_word.wait(FIRST_WORD)
        return is_first

    def stop(self) -> None:
        """Ends the thread, within a second. What is kept is doubtful soon afterwards."""
        self._stop.set()
        self.changed.set()

    @property
    def is_stopped(self) -> bool:
        return self._stop.is_set()

    def era(self) -> Era | None:
        """The present one; None as long as nothing was heard."""
        heard = self._heard
        if heard is None:
            return None
        now = time.time()
        if now < heard.said.due:
            return heard.era
        taken_back = heard.era.taken_back + (now >= heard.said.takes_back)
        return heard.era._replace(is_past_due=True, taken_back=taken_back, told_at=-math.inf)

    def said_in(self, era: Era | None) -> Standing | None:
        """What the database has said that began this era; None once it has passed."""
        heard = self._heard
        return heard.said if heard is not None and heard.era == era else None

    def is_certain(self) -> bool:
        """Whether the database has just told how things stand, or tells so when it is asked now.

        As long as the thread hears nothing, one of the readers' threads asks, once a second.
        """
        if self._is_known():
            return True
        if self._asking.acquire(blocking=False):
            try:
                self._ask()
            finally:
                self._asking.release()
        return self._is_known()

    def _is_known(self) -> bool:
        heard = self._heard
        lasts = ASK_EVERY if self._is_cut else SILENCE
        return heard is not None and time.monotonic() - heard.at < lasts

    def _ask(self) -> None:
        if time.monotonic() - self._asked < ASK_EVERY:
            return
        self._asked = time.monotonic()
        own = connection_of_its_own()  # where nobody listens, a pool would let this thread wait
        try:
            own.ensure_connection()
            self._hear(standing(own.connection, timezone.now()))
        except FAILURES:
            return
        finally:
            own.close()

    def _run(self) -> None:
        own = connection_of_its_own()
        while not self._stop.is_set():
            heard_before = self._heard
            try:
                self._listen(own)
            except FAILURES as error:
                self._lost(error)
            finally:
                own.close()
            if self._heard is heard_before:
                self._stop.wait(ASK_EVERY)

    def _listen(self, own: BaseDatabaseWrapper) -> None:
        own.ensure_connection()
        line: Any = own.connection
        try:
            line.execute(f"LISTEN {CHANNEL}")
        except psycopg.errors.ReadOnlySqlTransaction:
            logger.info("This database delivers no notices. It is asked once a second instead.")
        while not self._stop.is_set():
            self._hear(standing(line, timezone.now()))
            if self._is_cut:
                logger.warning("The page cache hears from the database again.")
            self._is_cut = False
            for _ in line.notifies(timeout=self._pause(), stop_after=1):
                pass

    def _pause(self) -> float:
        """Until the next question: at the instant that is due it is asked, too."""
        due = self._heard.said.due if self._heard else 0.0
        return min(ASK_EVERY, max(0.001, due - time.time()))

    def _hear(self, said: Standing) -> None:
        with self._lock:
            before, era = self._heard, _era_after(self._heard, said)
            self._heard = Heard(said, time.monotonic(), era)
        if before is not None and before.era != era:
            self.changed.set()
        self._first_word.set()

    def _lost(self, error: Exception) -> None:
        if not self._is_cut:
            logger.warning("The page cache does not hear from the database, and asks: %s", error)
        self._is_cut = True
        self._first_word.set()


def _era_after(before: Heard | None, said: Standing) -> Era:
    """Both are counted here: PostgreSQL's own numbers do not tell what the clock has brought."""
    if before is None:
        return Era(0, is_past_due=False, taken_back=0, told_at=-math.inf)
    era, known = before.era, before.said
    if said == known:
        return era
    took_back = (said.taken_back != known.taken_back) + (said.takes_back != known.takes_back)
    return Era(
        era.number + 1,
        is_past_due=False,
        taken_back=era.taken_back + took_back,
        told_at=time.monotonic() if time.time() < known.due else -math.inf,
    )
