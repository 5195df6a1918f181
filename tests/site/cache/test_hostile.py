"""What somebody sends who means harm: odd spellings, floods, headers without end."""

from __future__ import annotations

import pytest

from articles.site.cache import address, kept
from articles.site.cache.address import is_ours
from articles.site.cache.kept import takes_gzip
from articles.site.cursor import Cursor
from tests.builders import LATER_NOON, an_edition
from tests.site.cache.asking import ask

STORY = "/2026/11/23/night-ferry/"


@pytest.fixture
def story(in_one_transaction):
    return an_edition()


@pytest.mark.parametrize(
    "query",
    [
        "q=tides&q=ferry",
        "q=%66erry",
        "q=ferry&q",
        "q=ferry&q=",
        "Q=tides&q[]=tides&q.=tides&q=ferry",
        "q=tides;q=ferry",
        "q=ferry%00",
        "q=%ff%fe",
        "q=%ED%A0%80",
        "q=%F0%9F%9A%A2&sort=newest&sort=",
        "section=harbour&q=ferry&section=%00",
        "before=%00&q=ferry",
        "before=nonsense",
    ],
)
def test_a_query_means_what_it_means_without_the_cache(cache, django, story, query):
    with_it, without = (ask(one, f"/search/?{query}") for one in (cache, django))

    assert (with_it.status, with_it.body) == (without.status, without.body)


def test_a_parameter_given_many_times_makes_one_page(cache, behind, story):
    cursor = Cursor(LATER_NOON, story.story_key)

    answers = [ask(cache, f"/?{'before=evil&' * times}before={cursor}") for times in range(5)]

    assert answers == [answers[0]] * 5
    assert len(behind.asked) == len(cache.memory) == 1


@pytest.mark.parametrize("query", ["fbclid=" + "a" * 3_000, "q=\xe9", "&" * 5_000])
def test_no_query_gets_past_a_page_that_reads_none(cache, behind, story, query):
    plain = ask(cache, STORY)

    assert ask(cache, f"{STORY}?{query}") == plain
    assert behind.asked == [STORY]


def test_a_flood_of_searches_leaves_what_readers_come_back_to(cache, behind, story):
    ask(cache, "/")
    ask(cache, "/")
    cache.memory.bound = 20 * cache.memory.size

    for number in range(100):
        for _ in range(2):  # so that each of them looks like one that is asked for again
            ask(cache, f"/search/?q=flood-{number}")
        ask(cache, "/")
        assert cache.memory.size <= cache.memory.bound

    assert behind.asked.count("/") == 1


def test_a_flood_of_addresses_that_are_not_there_is_not_kept(cache, story):
    for number in range(50):
        assert ask(cache, f"/nothing-{number}/").status == 404
        assert ask(cache, f"/section/{number}/").status == 404

    assert len(cache.memory) == 0


def test_headers_without_end_are_not_remembered():
    """What is remembered of them has a number of entries as its bound, so each must be short."""
    before = [address._is_ours.cache_info().currsize, kept._takes_gzip.cache_info().currsize]

    for number in range(10):
        assert not is_ours(f"{'a' * 10_000}{number}.example")
        assert not takes_gzip(f"gzip, {'a' * 10_000}{number}")

    after = [address._is_ours.cache_info().currsize, kept._takes_gzip.cache_info().currsize]
    assert after == before


def test_what_forbids_gzip_is_read_to_its_end():
    assert not takes_gzip("a," * 246 + "gzip;q=0")
    assert not takes_gzip("a," * 247 + "gzip;q=0")


def test_a_server_that_changes_the_headers_it_was_given_changes_no_page(cache, story):
    """As it may (PEP 3333): “the server may change its contents in any way it desires”."""

    def rude(environ, start_response):
        def take(status, headers):
            start_response(status, list(headers))
            headers[:] = [("Set-Cookie", "who=you")]

        return cache(environ, take)

    clean = ask(rude, STORY)

    for headers in ({}, {"If-None-Match": "*"}, {"Accept-Encoding": "gzip"}):
        ask(rude, STORY, headers=headers)
        assert "set-cookie" not in ask(rude, STORY, headers=headers).headers
    assert ask(rude, STORY) == clean
