"""How a kept page answers what readers' programs ask: encodings, conditions, HEAD, ranges."""

from __future__ import annotations

import gzip

import pytest

from articles.site.cache.kept import kept, takes_gzip
from articles.site.page import FRESH
from tests.builders import an_edition
from tests.site.cache.asking import ask

BODY = b"<p>The night ferry will sail an hour earlier.</p>" * 40
TAG = '"0123456789abcdef"'
MODIFIED = "Mon, 23 Nov 2026 12:00:00 GMT"
BEFORE, AFTER = "Mon, 23 Nov 2026 11:59:59 GMT", "Mon, 23 Nov 2026 12:00:01 GMT"


@pytest.fixture
def page():
    headers = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Cache-Control", FRESH),
        ("ETag", TAG),
        ("Last-Modified", MODIFIED),
        ("Content-Security-Policy", "default-src 'none'"),
    ]
    return kept("200 OK", headers, BODY, era=None).answer


@pytest.mark.parametrize(
    ("accepted", "is_pressed"),
    [
        ("", False),
        ("gzip", True),
        ("GZIP", True),
        ("x-gzip", True),
        ("gzip, deflate, br, zstd", True),
        ("br;q=1.0, gzip;q=0.8, *;q=0.1", True),
        ("gzip;q=1", True),
        ("gzip ; q=0.5", True),
        ("*", True),
        ("identity;q=0, gzip", True),
        ("identity;q=0, *", True),
        ("*;q=0.5, identity;q=0.1", True),
        ("gzip;q=0", False),
        ("gzip;q=0.000, *", False),
        ("gzip;q=0.5, identity", False),
        ("*;q=0", False),
        ("br", False),
        ("identity", False),
        ("deflate, identity;q=0", False),
        ("gzipped", False),
        ("gzip;q=2", False),
        ("gzip;q=nonsense", False),
        (";;;,,,", False),
        ("a," * 10_000 + "gzip", False),
    ],
)
def test_it_goes_out_compressed_to_whoever_takes_it_so(page, accepted, is_pressed):
    answer = ask(page, "/", headers={"Accept-Encoding": accepted})

    assert takes_gzip(accepted) == is_pressed
    assert answer.headers.get("content-encoding") == ("gzip" if is_pressed else None)
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-length"] == str(len(answer.body))
    assert (gzip.decompress(answer.body) if is_pressed else answer.body) == BODY
    assert answer.headers["etag"] == (f"W/{TAG}" if is_pressed else TAG)


@pytest.mark.parametrize(
    ("conditions", "status"),
    [
        ({"If-None-Match": TAG}, 304),
        ({"If-None-Match": f"W/{TAG}"}, 304),
        ({"If-None-Match": f'"other", W/{TAG}'}, 304),
        ({"If-None-Match": "*"}, 304),
        ({"If-None-Match": f'"a, {TAG[1:]}'}, 200),
        ({"If-None-Match": '"other"'}, 200),
        ({"If-None-Match": TAG.strip('"')}, 200),
        ({"If-None-Match": ""}, 200),
        ({"If-Modified-Since": MODIFIED}, 304),
        ({"If-Modified-Since": AFTER}, 304),
        ({"If-Modified-Since": BEFORE}, 200),
        ({"If-Modified-Since": "yesterday"}, 200),
        ({"If-None-Match": '"other"', "If-Modified-Since": AFTER}, 200),
        ({"If-None-Match": TAG, "If-Modified-Since": BEFORE}, 304),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_who_has_the_page_is_told_so(page, conditions, status, method):
    answer = ask(page, "/", method, headers=conditions)

    assert answer.status == status
    assert answer.headers["etag"] == TAG
    assert answer.headers["cache-control"] == FRESH
    assert answer.headers["last-modified"] == MODIFIED
    assert answer.headers["vary"] == "Accept-Encoding"
    if status == 304:
        assert answer.body == b""
        assert not {"content-length", "content-type", "content-encoding"} & answer.headers.keys()


def test_head_has_the_headers_of_get_and_no_body(page):
    for headers in ({}, {"Accept-Encoding": "gzip"}):
        got, head = (ask(page, "/", method, headers=headers) for method in ("GET", "HEAD"))

        assert head.headers == got.headers
        assert (head.status, head.body) == (200, b"")


@pytest.mark.parametrize("asked", ["bytes=0-9", "bytes=-1", "bytes=5-, 9-", "lines=1-2", "evil"])
def test_a_range_gets_the_whole_page(page, asked):
    """As a server may do (RFC 9110, section 14.2): no page is so long that a part would help."""
    answer = ask(page, "/", headers={"Range": asked, "If-Range": TAG})

    assert (answer.status, answer.body) == (200, BODY)
    assert "content-range" not in answer.headers


def test_a_tombstone_has_no_tag_and_is_never_unchanged():
    tombstone = kept("410 Gone", [("ETag", TAG)], BODY, era=None).answer

    answer = ask(tombstone, "/", headers={"If-None-Match": "*", "If-Modified-Since": AFTER})

    assert (answer.status, answer.body) == (410, BODY)


@pytest.mark.parametrize(("kind", "body"), [("image/png", BODY), ("text/plain", b"ok")])
def test_what_would_not_get_smaller_goes_out_as_it_is(kind, body):
    page = kept("200 OK", [("Content-Type", kind)], body, era=None).answer

    answer = ask(page, "/", headers={"Accept-Encoding": "gzip"})

    assert answer.body == body
    assert not {"content-encoding", "vary"} & answer.headers.keys()


@pytest.mark.parametrize("path", ["/", "/2026/11/23/night-ferry/", "/feed/", "/tag/nothing/"])
def test_every_page_goes_out_compressed_to_whoever_takes_it_so(cache, in_one_transaction, path):
    an_edition()

    plain, pressed = ask(cache, path), ask(cache, path, headers={"Accept-Encoding": "gzip, br"})

    assert gzip.decompress(pressed.body) == plain.body
    assert len(pressed.body) < len(plain.body)


def test_a_condition_that_nobody_sets_on_a_page_is_left_to_django(
    cache, behind, in_one_transaction
):
    path = an_edition().get_absolute_url()
    page = ask(cache, path)

    met = ask(cache, path, headers={"If-Match": page.headers["etag"]})
    failed = ask(cache, path, headers={"If-Match": '"other"'})

    assert [met.status, failed.status] == [200, 412]
    assert len(behind.asked) == 3
