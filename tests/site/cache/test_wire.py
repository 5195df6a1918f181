"""What the server makes of bytes on the wire, before the cache sees a request."""

from __future__ import annotations

import re
import socket

import pytest

from tests.site.cache.test_outage import STORY, granian, postgres

__all__ = ["granian", "postgres"]  # the fixtures

STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})")
HOST = "Host: 127.0.0.1\r\n"
LAST = f"GET /robots.txt HTTP/1.1\r\n{HOST}Connection: close\r\n\r\n"
EVIL = f"GET /smuggled/ HTTP/1.1\r\n{HOST}\r\n"


def answers(granian, *requests: str) -> list[int]:
    """The statuses of all answers on one connection; the last request closes it."""
    got = b""
    with socket.create_connection(("127.0.0.1", granian.port), timeout=20) as line:
        line.sendall("".join(requests).encode("latin-1"))
        while part := line.recv(65536):
            got += part
    return [int(one) for one in STATUS.findall(got)]


def get(path: str, headers: str = HOST, *, method: str = "GET") -> str:
    return f"{method} {path} HTTP/1.1\r\n{headers}\r\n"


def test_what_is_on_the_wire_is_one_request_each(granian):
    """A kept page is answered without its request's body being read: none of it is a request."""
    granian.everywhere(STORY)
    length, chunked = f"Content-Length: {len(EVIL)}\r\n", "Transfer-Encoding: chunked\r\n"

    for requests, statuses in [
        ([get(STORY, HOST + length) + EVIL, LAST], [200, 200]),
        ([get(STORY, HOST + chunked) + f"{len(EVIL):x}\r\n{EVIL}\r\n0\r\n\r\n", LAST], [200, 200]),
        ([get(STORY, method="HEAD"), get("/nothing/", method="HEAD"), LAST], [200, 404, 200]),
        ([get(STORY, HOST + "If-None-Match: *\r\n"), LAST], [304, 200]),
        ([get(STORY, HOST + length, method="POST") + EVIL, LAST], [405, 200]),
    ]:
        assert answers(granian, *requests) == statuses, requests


@pytest.fixture
def spellings() -> list[tuple[str, int]]:
    slug = STORY.removesuffix("/")
    return [
        (f"{slug}/;a=1", 404),
        (f"{slug};a=1/", 404),
        (f"{slug}/%00", 404),
        (f"{slug}%00/", 404),
        (f"{slug}/%0a", 404),
        (f"{slug}%ff/", 404),
        (f"{slug}//", 404),
        (f"/{STORY}", 404),
        (f"/x/..{STORY}", 404),
        (f"/x/%2e%2e{STORY}", 404),
        (f"{slug}/.css", 404),
        (f"{slug}/x.css", 404),
        (f"{slug}/..;/", 404),
        ("/admin/..%2f", 302),
        ("//evil.example/", 404),
        ("//evil.example", 404),
        ("/%5cevil.example", 404),
        ("/a%0d%0aX-Evil:%201", 404),
        (f"{slug}/%2e/", 404),
        (f"http://evil.example{STORY}", 200),
        (slug, 301),
    ]


def test_odd_spellings_of_an_address_are_no_page_and_hosts_of_others_are_refused(
    granian, spellings
):
    plain = granian.get(STORY)
    closing = f"{HOST}Connection: close\r\n"

    for path, status in spellings:
        assert answers(granian, get(path, closing)) == [status], path
    for hosts in ("Host: evil.example\r\n", f"{HOST}Host: evil.example\r\n", ""):
        assert answers(granian, get(STORY, f"{hosts}Connection: close\r\n")) == [400], hosts

    after = granian.get(STORY)
    assert (after.status, after.body) == (200, plain.body)
    assert "evil" not in after.body
