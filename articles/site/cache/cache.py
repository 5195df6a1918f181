"""The page cache: the outermost WSGI layer. What it does not keep goes on to Django as it came."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import Any

from articles.site.cache.address import name_of, request_for
from articles.site.cache.ahead import Ahead
from articles.site.cache.kept import Environ, Headers, Kept, StartResponse, kept
from articles.site.cache.memory import BOUND, Memory, Name
from articles.site.cache.plates import Plates
from articles.site.cache.shared import Shared
from articles.site.cache.watch import Era, Watch
from articles.site.errors import unavailable

Application = Callable[[Environ, StartResponse], Iterable[bytes]]

KEPT = {"200", "410"}
UNAVAILABLE = "503"
NOT_MODIFIED = "304"
PATIENCE = 60
"""Seconds for which a reader waits for a page that is being made for another one."""


class PageCache:
    def __init__(
        self, django: Application, *, bound: int = BOUND, shared: Shared | None = None
    ) -> None:
        self._django = django
        self._shared = shared
        self.memory = Memory(bound)
        self.watch = Watch()
        self._ahead = Ahead(self.memory, self.watch, self._made)
        self.plates = Plates()
        self._making: dict[tuple[Name, Era | None], Future[Kept]] = {}
        self._lock = threading.Lock()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        name = name_of(environ)
        if name is None:
            return self._django(environ, start_response)
        if self.watch.start():
            self._ahead.start()
        is_certain, era, page = self.watch.is_certain(), self.watch.era(), self.memory.get(name)
        if page is not None:
            if is_certain and era and (page.era == era or self._ahead.has_in_hand(page, era)):
                page.asked = time.monotonic()
                return page.answer(environ, start_response)
            if not is_certain and page.may_be_read(era):
                return page.answer(environ, start_response, is_stale=True)
        made = self._made(name, page, era if is_certain else None)
        if made.status.startswith(UNAVAILABLE) and page is not None and page.may_be_read(era):
            return page.answer(environ, start_response, is_stale=True)
        return made.answer(environ, start_response)

    def _made(self, name: Name, old: Kept | None, era: Era | None) -> Kept:
        """However many ask for it at once, the page is made once; if that fails, it fails for all
        of them, and nobody tries again before they have gone."""
        with self._lock:
            making = self._making.get((name, era))
            if making is None:
                mine = self._making[name, era] = Future[Kept]()
        if making is not None:
            try:
                return making.result(PATIENCE)
            except TimeoutError:
                return _nothing_yet()
        try:
            page = self.memory.get(name)
            if page is None or era is None or page.era != era:  # nobody was quicker
                page = self._made_now(name, old, era)
            mine.set_result(page)
        except BaseException as error:
            mine.set_exception(error)
            raise
        finally:
            with self._lock:
                del self._making[name, era]
        return page

    def _made_now(self, name: Name, old: Kept | None, era: Era | None) -> Kept:
        """Or by another worker that was quicker."""
        said = self.watch.said_in(era)
        if self._shared is None or era is None or said is None:
            page = self._fresh(name, old, era)
        else:
            page = self._shared.once(name, said, era=era, make=lambda: self._fresh(name, old, era))
        if page.era is not None:
            self.memory.keep(name, page)
        elif not page.status.startswith("5"):
            self.memory.drop(name)
        return page

    def _fresh(self, name: Name, old: Kept | None, era: Era | None) -> Kept:
        """From the story's plate, or by Django."""
        return self.plates.page(name, old, era) or self._ask_django(name, old, era)

    def _ask_django(self, name: Name, old: Kept | None, era: Era | None) -> Kept:
        """Asks with the tag of the older page: most pages outlive most changes elsewhere. A page
        that is not to be kept gets no era."""
        status, headers, body = self._response(request_for(name, tag=old.tag if old else ""))
        is_for_everyone = _is_for_everyone(headers)
        lasts = era if is_for_everyone else None
        if is_for_everyone and status.startswith("200"):
            self.plates.learn(name, headers)
        if old is not None and status.startswith(NOT_MODIFIED):
            return old.again(lasts)
        return kept(status, headers, body, era=lasts if status[:3] in KEPT else None)

    def _response(self, request: dict[str, Any]) -> tuple[str, Headers, bytes]:
        started: list[tuple[str, Headers]] = []

        def start_response(status: str, headers: Headers, _exc_info: Any = None) -> None:
            started.append((status, headers))

        response = self._django(request, start_response)
        try:
            body = b"".join(response)
        finally:
            close = getattr(response, "close", None)
            if close is not None:
                close()
        return (*started[-1], body)


def _nothing_yet() -> Kept:
    """Who makes the page is still at it: as good as no answer, and a known page may stand in."""
    page = unavailable()
    return kept(f"{UNAVAILABLE} Service Unavailable", list(page.items()), page.content, era=None)


def _is_for_everyone(headers: Headers) -> bool:
    """A second look at what the view has said: public, for all alike, and as it is."""
    given = {name.lower(): value.lower() for name, value in headers}
    varies = {one.strip() for one in given.get("vary", "").split(",")} - {"", "accept-encoding"}
    return (
        "public" in given.get("cache-control", "")
        and not varies
        and not {"set-cookie", "content-encoding"} & given.keys()
    )
