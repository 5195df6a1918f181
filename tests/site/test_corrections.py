"""The corrections page: all that readers were told was wrong."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from tests.builders import MONDAY_NOON, an_edition
from tests.site.test_history import following

pytestmark = pytest.mark.django_db

PAGE = 30


def words(response):
    return " ".join(response.content.decode().split())


def corrected(number):
    first = an_edition(slug=f"story-{number}", headline=f"Story {number}.")
    return following(first, kind="correction", note=f"Note {number}.")


def test_before_the_first_one_it_says_that_there_was_none(client):
    assert "Nothing has had to be corrected yet." in words(client.get("/corrections/"))


def test_it_has_notes_with_their_stories_the_latest_first(client, django_assert_num_queries):
    for number in range(3):
        first = an_edition(
            slug=f"story-{number}",
            headline=f"Story {number}.",
            goes_live_at=MONDAY_NOON + timedelta(days=number),
        )
        following(first, kind="clarification", note=f"Note {number}.")
    following(an_edition(slug="plain"), note="")

    with django_assert_num_queries(1):
        html = words(client.get("/corrections/"))

    assert re.findall(r"Note \d", html) == ["Note 2", "Note 1", "Note 0"]
    assert "/story-2/" in html
    assert "/plain/" not in html


def test_a_withdrawal_is_told_and_what_it_took_with_it_is_not(client):
    second = corrected(1)
    following(second, number=3, kind="withdrawal", note="It was untrue.", body_html="")

    html = words(client.get("/corrections/"))

    assert "It was untrue." in html
    assert "Note 1." not in html


def test_older_ones_follow_by_cursor_and_none_is_lost_or_told_twice(client):
    for number in range(PAGE * 2 + 5):
        corrected(number)
    address, seen = "/corrections/", []
    while address:
        html = words(client.get(address))
        seen += re.findall(r"Note (\d+)", html)
        older = re.search(r'rel="next" href="(\?before=[^"]+)"', html)
        address = f"/corrections/{older[1]}" if older else ""

    assert sorted(map(int, seen)) == list(range(PAGE * 2 + 5))


def test_nonsense_in_the_cursor_is_not_found(client):
    assert client.get("/corrections/?before=nonsense").status_code == 404
