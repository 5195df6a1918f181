"""After a change, the pages that readers are just asking for are made anew before they ask again.

One thread in each process, one page after the other: a reader whose page is known has to share the
interpreter with one maker and not with eight. For that moment readers get such a page as it was
before; who asks for one that nobody has asked for lately waits for the new one, and so does
everybody where something was taken back.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from django.db import connection

from articles.site.cache.kept import Kept
from articles.site.cache.memory import Memory, Name
from articles.site.cache.watch import Era, Watch

logger = logging.getLogger(__name__)

LATELY = 5.0
"""Seconds. A proxy that keeps a page for a second or two asks this often for what readers read."""
MOST = 50
"""Pages that are made so after a change."""
A_MOMENT = 0.1
"""Seconds after a change in which readers may have the page as it was before."""


class Ahead:
    def __init__(
        self, memory: Memory, watch: Watch, make: Callable[[Name, Kept, Era], object]
    ) -> None:
        """`make` makes a page and keeps it, unless somebody does so already."""
        self._memory, self._watch, self._make = memory, watch, make
        self._runs = False

    def start(self) -> None:
        self._runs = True
        threading.Thread(target=self._run, name="pages-ahead", daemon=True).start()

    def has_in_hand(self, page: Kept, era: Era) -> bool:
        """Whether a newer one of this page is on its way, so that this one does for a moment."""
        return (
            self._runs
            and page.era is not None
            and page.era.number >= era.number - 1
            and page.may_be_read(era)
            and time.monotonic() - era.told_at < A_MOMENT
            and time.monotonic() - page.asked < LATELY
        )

    def _run(self) -> None:
        while self._watch.changed.wait() and not self._watch.is_stopped:
            self._watch.changed.clear()
            self._make_all()
            connection.close()  # or back into the pool: the next change may be hours away

    def _make_all(self) -> None:
        era = self._watch.era()
        for name, page in self._memory.asked_since(time.monotonic() - LATELY, most=MOST):
            if era is None or self._watch.era() != era:
                return  # there is news again
            if page.era != era:
                try:
                    self._make(name, page, era)
                except Exception:  # whoever asks for it next meets the same, and is answered
                    logger.warning("A page could not be made ahead of readers.", exc_info=True)
