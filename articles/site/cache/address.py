"""Which requests a kept page may answer, and under which name it is kept.

The name has in it the path and those parameters that the address itself knows: its view says so
(`readers.for_readers`). All else that a request carries neither makes a page nor changes one.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from django.conf import settings
from django.core.handlers.wsgi import get_path_info
from django.http.request import split_domain_port, validate_host
from django.urls import Resolver404, resolve

from articles.site.cache.kept import LONGEST, Environ
from articles.site.cache.memory import Name

METHODS = {"GET", "HEAD"}
ASKS_FOR_MORE = frozenset({"HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE"})
"""Conditions that nobody sets on a page that is only read; Django answers them."""


def name_of(environ: Environ) -> Name | None:
    """The name of the page that is asked for; None for what is none of the cache's business.

    A request for a host that is not ours is among that: Django refuses it.
    """
    path = environ.get("PATH_INFO", "")
    if (
        environ["REQUEST_METHOD"] not in METHODS
        or environ.get("SCRIPT_NAME")
        or not ASKS_FOR_MORE.isdisjoint(environ)
        or len(path) > LONGEST
        or not is_ours(environ.get("HTTP_HOST", ""))
    ):
        return None
    known, query = reads(path), environ.get("QUERY_STRING", "")
    if known is None:
        return None
    if not (known and query):
        return path, ""
    if len(query) > LONGEST or not query.isascii():
        return None
    return path, _known_part(query, known)


@lru_cache(maxsize=4096)
def reads(path: str) -> tuple[str, ...] | None:
    """The parameters that the page at this path reads, in one order; None where no page may be
    kept."""
    try:
        found = resolve(get_path_info({"PATH_INFO": path}))
    except Resolver404:
        return None
    known: Collection[str] | None = getattr(found.func, "reads", None)
    return None if known is None else tuple(sorted(known))


def is_ours(host: str) -> bool:
    return len(host) <= LONGEST and _is_ours(host)


@lru_cache(maxsize=256)
def _is_ours(host: str) -> bool:
    domain, _port = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


@lru_cache(maxsize=1024)
def _known_part(query: str, known: tuple[str, ...]) -> str:
    """In one order and one spelling, without what is empty; of many values the last one counts,
    as it does for the view."""
    given = parse_qs(query, keep_blank_values=True)
    last = [(one, given[one][-1]) for one in known if one in given]
    return urlencode([(one, value) for one, value in last if value])


def request_for(name: Name, *, tag: str = "") -> dict[str, Any]:
    """A request for that page which carries nothing of any reader's; with the tag of a page that
    may still stand."""
    site = urlsplit(settings.SITE_URL)
    host = next(one for one in (str(site.hostname), *settings.ALLOWED_HOSTS) if is_ours(one))
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": name[0],
        "QUERY_STRING": name[1],
        "SERVER_PROTOCOL": "HTTP/1.1",
        "SERVER_NAME": host,
        "SERVER_PORT": "443" if site.scheme == "https" else "80",
        "HTTP_HOST": host,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": BytesIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        **({"HTTP_IF_NONE_MATCH": tag} if tag else {}),
    }
