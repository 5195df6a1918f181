"""Under which name a page is kept: nothing that a reader sends gets into a page, or makes one."""

from __future__ import annotations

import pytest
from django.urls import get_resolver

from articles.site.cache.address import reads
from articles.site.cache.cache import PageCache
from articles.site.cache.memory import Memory
from articles.site.cursor import Cursor
from tests.builders import LATER_NOON, a_picture, an_edition
from tests.site.cache.asking import ask

STORY = "/2026/11/23/night-ferry/"
HOSTILE = {
    "Cookie": "desk=stolen; sessionid=evil",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-For": "10.0.0.1",
    "X-Original-URL": "/admin/evil/",
    "X-Rewrite-URL": "/admin/evil/",
    "X-HTTP-Method-Override": "POST",
    "Forwarded": "host=evil.example",
    "Authorization": "Basic evil",
    "Accept-Language": "fr-evil",
    "Accept": "application/json",
    "User-Agent": "evil",
    "Referer": "https://evil.example/",
    "Origin": "https://evil.example",
    "Range": "bytes=0-3",
    "If-Range": '"evil"',
    "Cache-Control": "no-cache",
    "Pragma": "no-cache",
    "Host": "localhost:8123",
}


@pytest.fixture(autouse=True)
def story(in_one_transaction):
    return an_edition(tags=[{"slug": "tides", "name": "Tides"}])


def test_a_page_is_made_once(cache, behind):
    first, second = ask(cache, STORY), ask(cache, STORY)

    assert first.status == 200
    assert first == second
    assert behind.asked == [STORY]


@pytest.mark.parametrize("header", HOSTILE)
def test_no_header_makes_another_page_or_gets_into_one(cache, behind, header):
    clean = ask(cache, STORY)
    cache.memory = Memory()

    poisoned = ask(cache, STORY, headers={header: HOSTILE[header]})
    after = ask(cache, STORY)

    assert clean == poisoned == after
    assert b"evil" not in after.body
    assert behind.asked == [STORY, STORY]
    assert "set-cookie" not in after.headers


def test_a_foreign_host_is_refused_whatever_is_kept(cache):
    ask(cache, STORY)

    for host in ("evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example", ""):
        assert ask(cache, STORY, headers={"Host": host}).status == 400
    assert len(cache.memory) == 1


@pytest.mark.parametrize(
    "query",
    [
        "utm_source=letter",
        "before=evil",
        "q=evil",
        "x=1&x=2",
        "%00=%ff",
        "a" * 400,
        "&&&",
        "before",
    ],
)
def test_a_parameter_that_the_address_does_not_know_is_nothing(cache, behind, query):
    plain = ask(cache, STORY)

    assert ask(cache, f"{STORY}?{query}") == plain
    assert behind.asked == [STORY]
    assert len(cache.memory) == 1


def test_a_query_too_long_for_any_of_ours_is_answered_and_not_kept(cache, behind):
    answer = ask(cache, f"/search/?q={'a' * 2_000}")

    assert answer.status == 200
    assert len(behind.asked) == 1
    assert len(cache.memory) == 0


def test_a_parameter_that_the_address_knows_has_one_spelling(cache, behind, story):
    cursor = Cursor(LATER_NOON, story.story_key)

    answers = [
        ask(cache, f"/?{query}")
        for query in (f"before={cursor}", f"x=1&before=&before={cursor}", f"bef%6Fre={cursor}&")
    ]

    assert answers[0].status == 200
    assert answers == [answers[0]] * 3
    assert ask(cache, "/").body != answers[0].body
    assert behind.asked == [f"/?before={cursor}", "/"]


def test_another_spelling_of_the_path_is_the_same_page_or_none(cache, behind):
    ask(cache, STORY)

    assert ask(cache, STORY.replace("night", "%6Eight")).status == 200
    assert ask(cache, STORY.replace("/11/", "//11/")).status == 404
    assert ask(cache, STORY.upper()).status == 404
    assert ask(cache, STORY.replace("/11/", "/%2e/11/")).status == 404
    assert len(cache.memory) == 1
    assert behind.asked[0] == STORY


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "EVIL"])
def test_whatever_does_not_read_goes_to_django(cache, behind, method):
    ask(cache, STORY)

    assert ask(cache, STORY, method).status == 405
    assert len(behind.asked) == 2
    assert len(cache.memory) == 1


@pytest.mark.parametrize(
    "path",
    [
        *("/admin/", "/admin/login/", "/preview/evil/", f"{STORY}report/", "/healthz", "/readyz"),
        *(
            "/nothing/",
            "/section/nothing/",
            "/2026/11/23/nothing/",
            "/static/articles/site/site.css",
        ),
        *("/media/" + "a" * 32 + "-640x427.avif", "/section/harbour", "/favicon.ico"),
    ],
)
def test_what_is_not_for_every_reader_and_what_is_not_there_is_not_kept(cache, path):
    ask(cache, path)
    ask(cache, path, headers={"Cookie": "desk=somebody"})

    assert len(cache.memory) == 0


def test_pages_that_may_be_kept_are_those_that_say_so():
    kept = {path for path in samples() if reads(path) is not None}

    assert kept == {path for path in samples() if path.split("/")[1] not in {"admin", "preview"}}
    assert reads(f"{STORY}report/") is None
    assert reads("/media/" + "a" * 32 + "-640x427.avif") is None


def samples():
    assert get_resolver().url_patterns
    return [
        *("/", "/section/x/", "/tag/x/", "/by/x/", "/2026/", "/2026/11/", STORY, "/corrections/"),
        *(f"{STORY}history/", f"{STORY}history/1/", "/feed/", "/tag/x/feed/json/", "/sitemap.xml"),
        *("/robots.txt", "/about/", "/about/x/", "/admin/", "/preview/x/", "/admin/logout/"),
    ]


@pytest.mark.parametrize(
    "header",
    [
        ("Set-Cookie", "who=you"),
        ("Vary", "Cookie"),
        ("Vary", "Accept-Encoding, Accept-Language"),
        ("Vary", "*"),
        ("Cache-Control", "private"),
        ("Cache-Control", "no-store"),
        ("Content-Encoding", "br"),
    ],
)
def test_a_page_that_is_for_one_reader_is_not_kept_even_at_a_readers_address(watch, header):
    def django(_environ, start_response):
        given = {"Cache-Control": "public", "Content-Type": "text/html", **dict([header])}
        start_response("200 OK", list(given.items()))
        return [a_picture()]

    cache = PageCache(django)
    cache.watch = watch

    assert ask(cache, "/").status == 200
    assert len(cache.memory) == 0
