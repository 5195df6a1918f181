"""What is kept, within a bound of bytes. A robot that walks the archive pushes out nothing that
readers come back to: pages that were asked for once go before those that were asked for again."""

from __future__ import annotations

import heapq
import threading
from collections import OrderedDict

from articles.site.cache.kept import Kept

Name = tuple[str, str]
"""A page's path and the part of its query that it knows."""

BOUND = 64 * 1024 * 1024
"""Bytes in each process: some thousand pages."""
OFTEN = 3 / 4
LARGEST = 1 / 8
"""The share of the bound for pages that were asked for again, and for any one page."""


class Memory:
    def __init__(self, bound: int = BOUND) -> None:
        self.bound = bound
        self.size = 0
        self._often_size = 0
        self._once: OrderedDict[Name, Kept] = OrderedDict()  # the oldest first
        self._often: OrderedDict[Name, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._once) + len(self._often)

    def get(self, name: Name) -> Kept | None:
        with self._lock:
            page = self._often.get(name)
            if page is not None:
                self._often.move_to_end(name)
                return page
            page = self._once.pop(name, None)
            if page is not None:
                self._promote(name, page)
            return page

    def keep(self, name: Name, page: Kept) -> None:
        if page.size > self.bound * LARGEST:
            return
        with self._lock:
            known = self._often.get(name) or self._once.get(name)
            page.asked = known.asked if known else page.asked
            change = page.size - (known.size if known else 0)
            if name in self._often:
                self._often[name] = page
                self._often_size += change
            else:
                self._once.pop(name, None)
                self._once[name] = page
            self.size += change
            self._make_room()

    def asked_since(self, moment: float, *, most: int) -> list[tuple[Name, Kept]]:
        """Of those that were asked for again, the ones that somebody has asked for since, the
        latest first."""
        with self._lock:
            lately = [item for item in self._often.items() if item[1].asked > moment]
        return heapq.nlargest(most, lately, key=lambda item: item[1].asked)

    def drop(self, name: Name) -> None:
        with self._lock:
            often, once = self._often.pop(name, None), self._once.pop(name, None)
            self._often_size -= often.size if often else 0
            self.size -= sum(page.size for page in (often, once) if page)

    def _promote(self, name: Name, page: Kept) -> None:
        self._often[name] = page
        self._often_size += page.size
        while self._often_size > self.bound * OFTEN and len(self._often) > 1:
            oldest, demoted = self._often.popitem(last=False)
            self._often_size -= demoted.size
            self._once[oldest] = demoted

    def _make_room(self) -> None:
        while self.size > self.bound:
            if self._once:
                _, page = self._once.popitem(last=False)
            else:
                _, page = self._often.popitem(last=False)
                self._often_size -= page.size
            self.size -= page.size
