"""A page as it is kept: its bytes as they go out, and how it answers what is asked (RFC 9110)."""

from __future__ import annotations

import gzip
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from django.utils.http import parse_http_date_safe

from articles.site.cache.watch import Era

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Headers = list[tuple[str, str]]

PRESSABLE = re.compile(r"text/|application/(?:[\w.+-]+\+)?(?:xml|json)|image/svg")
TOO_SHORT = 200  # bytes, below which pressing makes nothing smaller
LEVEL = 4  # 6 takes half as long again, and twice as long for a feed, to save 2 to 5 %
OVERHEAD = 2_000  # bytes of headers and bookkeeping, roughly
OURS = {"content-length", "content-encoding", "etag", "vary"}
OF_304 = {"cache-control", "last-modified", "content-location", "expires"}
TAG = re.compile(r'"[^"]*"')
CODING = re.compile(r"([\w*-]+)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?))?\s*\Z")
LONGEST = 500  # characters of a header that are worth reading


@dataclass(kw_only=True)
class Kept:
    """`asked` is when a reader last asked for it (of the monotonic clock), and alone may change.

    `tag` is the page's ETag without its weakness; empty for one that has none.

    Plain and pressed the page has one tag, weak where it is pressed: the two are the same page, and
    a cache may tell by either that nothing changed (RFC 9110, section 8.8.3).
    """

    status: str
    plain: bytes
    pressed: bytes
    headers: Headers
    pressed_headers: Headers
    unchanged: Headers
    pressed_unchanged: Headers
    tag: str
    modified: int | None
    era: Era | None
    at: float
    asked: float = field(default=0.0, compare=False)

    @property
    def size(self) -> int:
        return len(self.plain) + len(self.pressed) + OVERHEAD

    def may_be_read(self, era: Era | None) -> bool:
        """Whether readers may have it in that era, though it is older: nothing was taken back."""
        return self.era is not None and era is not None and self.era.taken_back == era.taken_back

    def again(self, era: Era | None) -> Kept:
        """The same page, found to stand in that era too."""
        return replace(self, era=era, at=time.time())

    def answer(
        self, environ: Environ, start_response: StartResponse, *, is_stale: bool = False
    ) -> Iterable[bytes]:
        """A stale page says so and how old it is (RFC 9111, section 5.1; RFC 7234, section 5.5)."""
        old = self._old() if is_stale else []
        pressed = bool(self.pressed) and takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if self._is_known(environ):
            unchanged = self.pressed_unchanged if pressed else self.unchanged
            start_response("304 Not Modified", [*unchanged, *old])
            return [b""]
        headers = self.pressed_headers if pressed else self.headers
        start_response(self.status, [*headers, *old])  # a list that the server may change
        if environ["REQUEST_METHOD"] == "HEAD":
            return [b""]
        return [self.pressed if pressed else self.plain]

    def _old(self) -> Headers:
        age = max(0, int(time.time() - self.at))
        return [("Age", str(age)), ("Warning", '110 - "Response is Stale"')]

    def _is_known(self, environ: Environ) -> bool:
        """Whether the reader has the page: by its tag, and only without one by its time."""
        if not self.tag:
            return False
        tags = environ.get("HTTP_IF_NONE_MATCH")
        if tags is not None:
            if tags.removeprefix("W/") == self.tag:  # as nearly everybody has it
                return True
            return tags.strip() == "*" or self.tag in TAG.findall(tags)
        since = environ.get("HTTP_IF_MODIFIED_SINCE")
        if since is None or self.modified is None:
            return False
        known = parse_http_date_safe(since)
        return known is not None and self.modified <= known


def kept(
    status: str, headers: Headers, body: bytes, *, era: Era | None, pressed: bytes = b""
) -> Kept:
    """A page as Django gave it, in every form in which it can be asked for."""
    given = {name.lower(): value for name, value in headers}
    pressed = pressed or _pressed(given.get("content-type", ""), body)
    tag = given.get("etag", "").removeprefix("W/") if status.startswith("200") else ""
    rest = [(name, value) for name, value in headers if name.lower() not in OURS]
    vary = [("Vary", "Accept-Encoding")] if pressed else []
    strong, weak = ([("ETag", tag)], [("ETag", f"W/{tag}")]) if tag else ([], [])
    unchanged = [*(one for one in rest if one[0].lower() in OF_304), *vary]
    length = [("Content-Length", str(len(body)))]
    as_pressed = [("Content-Encoding", "gzip"), ("Content-Length", str(len(pressed)))]
    return Kept(
        status=status,
        plain=body,
        pressed=pressed,
        headers=[*rest, *vary, *strong, *length],
        pressed_headers=[*rest, *vary, *weak, *as_pressed],
        unchanged=[*unchanged, *strong],
        pressed_unchanged=[*unchanged, *weak],
        tag=tag,
        modified=parse_http_date_safe(given.get("last-modified", "")),
        era=era,
        at=time.time(),
    )


def _pressed(kind: str, body: bytes) -> bytes:
    """No page for readers has a secret in it that a stranger's words could be measured against."""
    if len(body) < TOO_SHORT or not PRESSABLE.match(kind):
        return b""
    pressed = gzip.compress(body, LEVEL, mtime=0)
    return pressed if len(pressed) < len(body) else b""


def takes_gzip(accepted: str) -> bool:
    """Whether `Accept-Encoding` takes gzip, and no worse than the page as it is (section 12.5.3).

    What cannot be understood, or is longer than anybody's, takes the page as it is: that everybody
    can read.
    """
    return len(accepted) <= LONGEST and _takes_gzip(accepted)


@lru_cache(maxsize=256)
def _takes_gzip(accepted: str) -> bool:
    weights: dict[str, float] = {}
    for part in accepted.lower().split(","):
        found = CODING.match(part.strip())
        if found:
            weights[found[1]] = float(found[2] or 1)
    gzipped = weights.get("gzip", weights.get("x-gzip", weights.get("*", 0.0)))
    return gzipped > 0 and gzipped >= weights.get("identity", 0.0)
