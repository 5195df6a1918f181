"""Searching: what is found, what never is, and that no question is an error."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.site.cursor import Cursor
from articles.site.search import matches
from tests.builders import MONDAY_NOON, a_section, an_edition

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def search(client, q, **fields):
    response = client.get("/search/", {"q": q, **fields})
    assert response.status_code == 200
    return response.content.decode()


def found(html):
    """The headlines that are listed, without their marks."""
    headlines = re.findall(r'<h2 class="headline">\s*<a href="[^"]+">(.*?)</a>', html, re.DOTALL)
    return [re.sub(r"</?mark>", "", one).strip() for one in headlines]


def a_story(headline, text="", **values):
    slug = re.sub("[^a-z0-9]+", "-", headline.lower()).strip("-")
    return an_edition(headline=headline, text=text, standfirst="", slug=slug, **values)


def test_a_story_is_found_by_any_form_of_its_words(client):
    a_story("Ferries were sailing late")
    a_story("Fähren fuhren verspätet", "In den Häusern war Licht.", language="de-DE")

    assert found(search(client, "ferry sails")) == ["Ferries were sailing late"]
    assert found(search(client, "Haus")) == ["Fähren fuhren verspätet"]


def test_a_name_is_found_as_it_is_written(client):
    a_story("A day at the court", "Judge Banks was heard.")
    a_story("A day at the bank", "It closed.")

    assert found(search(client, '"Judge Banks"')) == ["A day at the court"]
    assert len(found(search(client, "Ada Lumen"))) == 2


def test_the_headline_weighs_most(client):
    a_story("A quiet day", "The tide was high. The tide was low. The tide, the tide.")
    a_story("Tide turns at last", "It rained.")
    a_story("Rain", "The tide.")

    assert found(search(client, "tide"))[0] == "Tide turns at last"


@pytest.mark.parametrize(
    ("question", "headlines"),
    [
        ("ferry -late", ["Ferry sails"]),
        ("late OR sails", ["Ferry late", "Ferry sails"]),
        ('"sails ferry"', []),
        ('"ferry sails"', ["Ferry sails"]),
        ('ferry "', ["Ferry late", "Ferry sails"]),
        ('"ferry', ["Ferry late", "Ferry sails"]),
        ("or ferry or", ["Ferry late", "Ferry sails"]),
        ("ferry & | ! <-> :* ()", ["Ferry late", "Ferry sails"]),
        ('ferry - -- -""', ["Ferry late", "Ferry sails"]),
        ("FERRY\x00late", ["Ferry late"]),
        ("-ferry", []),
        ("_ -ferry", []),
    ],
)
def test_an_operator_narrows_or_says_nothing(client, question, headlines):
    a_story("Ferry late")
    a_story("Ferry sails")

    assert sorted(found(search(client, question))) == headlines


HOSTILE = [
    *("", " ", "\x00", "🚢", "'", '"', "\\", "_", "%", "!!!", "the", "=s=harbour", "-" * 300),
    *('"' * 301, "a" * 10_000, "a b " * 5_000, "שלום", "مرحبا", "\u202eferry", "e\u0301té"),
    *("a:*b & (", "<script>alert(1)</script>", "or or or", "'; DROP TABLE articles_edition; --"),
]


@pytest.mark.parametrize("question", HOSTILE)
def test_no_question_is_an_error(client, question, django_assert_max_num_queries):
    a_story("A ferry sails")

    with django_assert_max_num_queries(3):
        html = search(client, question)

    assert found(html) in ([], ["A ferry sails"])
    assert 'role="status"' in html
    assert "<script>alert" not in html


@pytest.mark.parametrize("typed", ["harbuor", "harbor", "harbourr", "hrabour", "Harbaur"])
def test_one_wrong_letter_is_forgiven(client, typed):
    a_story("Harbour wall to be mended")

    html = search(client, f"{typed} wall")

    assert found(html) == ["Harbour wall to be mended"]
    assert "<strong>harbour</strong>" in html


def test_a_word_that_readers_cannot_read_is_not_offered(client):
    a_story("Merger of the banks", goes_live_at=timezone.now() + HOUR)
    gone = a_story("Scandal at the quay")
    an_edition(
        story_key=gone.story_key,
        number=2,
        kind="withdrawal",
        note="Wrong.",
        headline=gone.headline,
        goes_live_at=MONDAY_NOON + HOUR,
        first_published_at=MONDAY_NOON,
    )

    pages = [search(client, word) for word in ("merger", "mergr", "scandal", "scandl", "nonsense")]
    same = [re.sub(r"\w+ – Search|value=\"\w+\"", "", html) for html in pages]

    assert all(found(html) == [] for html in pages)
    assert len(set(same)) == 1


def test_only_the_edition_that_stands_is_found(client):
    first = a_story("Night ferry", "It sails at ten.")
    a_story(
        "Night ferry",
        "It sails at nine.",
        story_key=first.story_key,
        number=2,
        goes_live_at=MONDAY_NOON + HOUR,
        first_published_at=MONDAY_NOON,
    )

    assert found(search(client, "ferry")) == ["Night ferry"]
    assert found(search(client, "nine")) == ["Night ferry"]
    assert found(search(client, "eleven")) == []
    assert "It sails at <mark>ten</mark>" not in search(client, "ten")


def test_words_are_marked_and_markup_of_the_text_is_not(client):
    a_story("Ferry & <b>tide</b>", "A <i>ferry</i> \ue000sailed\ue001 at night.")

    html = search(client, "ferry")

    assert "<mark>Ferry</mark> &amp; &lt;b&gt;tide&lt;/b&gt;" in html
    assert "<mark>ferry</mark>" in html
    assert "<i><mark>" not in html
    assert "<mark>sailed</mark>" not in html


@pytest.mark.parametrize(
    ("fields", "headlines"),
    [
        ({"section": "harbour"}, ["Ferry by Ada"]),
        ({"author": "ben-ash"}, ["Ferry by Ben"]),
        ({"section": "harbour", "author": "ben-ash"}, []),
        ({"since": "2026-11-23"}, ["Ferry by Ada"]),
        ({"until": "2026-11-22"}, ["Ferry by Ben"]),
        ({"since": "2026-11-20", "until": "2026-11-20"}, ["Ferry by Ben"]),
        ({"when": "never", "section": "'", "since": "x"}, ["Ferry by Ada", "Ferry by Ben"]),
    ],
)
def test_a_search_is_narrowed(client, fields, headlines):
    a_section()
    ben = {"name": "Ben Ash", "slug": "ben-ash", "role": "writer", "role_label": "By"}
    friday = MONDAY_NOON - timedelta(days=3)
    a_story("Ferry by Ada")
    a_story("Ferry by Ben", section_slug="culture", bylines=[ben], goes_live_at=friday)

    assert sorted(found(search(client, "ferry", **fields))) == headlines


@pytest.mark.parametrize(("when", "count"), [("today", 1), ("week", 2), ("month", 3), ("year", 4)])
def test_a_search_is_narrowed_to_the_last_days(client, time_machine, when, count):
    time_machine.move_to(MONDAY_NOON + HOUR, tick=False)
    for days in (0, 6, 20, 200, 900):
        a_story(f"Ferry {days}", goes_live_at=MONDAY_NOON - timedelta(days=days))

    assert len(found(search(client, "ferry", when=when))) == count


def test_a_day_that_is_none_is_told(client):
    assert "“2026-02-30” is not a day." in search(client, "ferry", since="2026-02-30")


@pytest.mark.parametrize("sort", ["", "newest"])
@pytest.mark.parametrize("count", [3, 45, 230])
def test_paging_shows_every_story_once(client, sort, count, django_assert_max_num_queries):
    for number in range(count):
        a_story(f"Ferry {number}", goes_live_at=MONDAY_NOON - number * timedelta(days=2))

    seen, query = [], f"?q=ferry&sort={sort}"
    while query:
        with django_assert_max_num_queries(3):
            html = client.get(f"/search/{query}").content.decode()
        seen += found(html)
        older = re.search(r'rel="next" href="(\?[^"]+)"', html)
        query = older and older[1].replace("&amp;", "&")

    assert len(seen) == len(set(seen)) == count
    if sort:
        assert seen == [f"Ferry {number}" for number in range(count)]


def test_a_search_that_takes_too_long_is_taken_up_where_it_stopped(client, monkeypatch):
    monkeypatch.setattr(matches, "PATIENCE", timedelta())
    a_story("Ferry of old", goes_live_at=MONDAY_NOON - timedelta(days=900))

    html, pages = search(client, "ferry"), 1
    assert "Among the newer stories there is none" in html
    while not found(html) and pages < 40:
        older = re.search(r'rel="next" href="(\?[^"]+)"', html)[1].replace("&amp;", "&")
        html, pages = client.get(f"/search/{older}").content.decode(), pages + 1

    assert found(html) == ["Ferry of old"]
    assert 2 < pages < 40


@pytest.mark.parametrize(("year", "count"), [(1, 0), (9999, 1)])
def test_a_page_at_the_end_of_the_calendar_has_what_is_before(client, year, count):
    a_story("Ferry")
    place = Cursor(datetime(year, 12, 31, tzinfo=UTC), uuid.uuid4())

    assert len(found(search(client, "ferry", before=f"{place}.0"))) == count


@pytest.mark.parametrize("before", ["1", "%00", "ä" * 32, "a" * 500, ".5"])
def test_a_page_that_is_none_of_ours_is_no_page(client, before):
    assert client.get("/search/", {"q": "ferry", "before": before}).status_code == 404


def test_the_page_is_known_again_and_sends_machines_to_the_form(client):
    a_story("Ferry")

    first = client.get("/search/?q=ferry")
    second = client.get("/search/?q=ferry", headers={"If-None-Match": first["ETag"]})

    assert second.status_code == 304
    assert '<link rel="canonical" href="http://127.0.0.1:8000/search/">' in first.content.decode()
    assert not first.cookies
