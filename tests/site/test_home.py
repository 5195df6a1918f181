"""The home page: newest first, what is urgent on top, every section in its place."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.masthead.section import HOME
from articles.site.front import NEWEST, OF_SECTION
from articles.site.front import front as front_of
from articles.site.standing_front import standing_front
from tests.builders import MONDAY_NOON, a_section, an_edition

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def a_story(number, **values):
    """The story of that number; the higher the number, the newer."""
    moment = values.pop("at", MONDAY_NOON - timedelta(days=60) + number * HOUR)
    return an_edition(
        **{
            "slug": f"story-{number}",
            "headline": f"Story {number}",
            "goes_live_at": moment,
            **values,
        }
    )


def front(now):
    return front_of(standing_front(HOME, now), now)


def headlines(response):
    return re.findall(r'class="headline"><a href="[^"]+">([^<]+)</a>', response.content.decode())


def test_the_newest_leads(client):
    a_section()
    for number in range(5):
        a_story(number)

    assert headlines(client.get("/")) == [f"Story {number}" for number in (4, 3, 2, 1, 0)]


def test_an_urgent_story_of_the_last_day_goes_on_top(client):
    now = timezone.now()
    a_story(1, at=now - 20 * HOUR, urgency=3)
    a_story(2, at=now - 2 * HOUR)
    a_story(3, at=now - HOUR, urgency=4)

    assert headlines(client.get("/")) == ["Story 1", "Story 3", "Story 2"]


def test_an_urgent_story_of_the_day_before_has_had_its_day(client):
    now = timezone.now()
    a_story(1, at=now - 25 * HOUR, urgency=1)
    a_story(2, at=now - 2 * HOUR)

    assert headlines(client.get("/")) == ["Story 2", "Story 1"]


def test_an_urgent_story_stays_on_top_when_many_are_newer():
    now = timezone.now()
    a_story(0, at=now - 23 * HOUR, urgency=2)
    for number in range(1, NEWEST + 5):
        a_story(number, at=now - 20 * HOUR + number * timedelta(minutes=1))

    found = front(now)

    assert found.lead.headline == "Story 0"
    assert len({one.pk for one in found.editions}) == len(found.editions)


def test_no_story_stands_twice_and_sections_follow_in_their_order(client):
    for position, slug in enumerate(["harbour", "sport", "culture"]):
        a_section(slug, position=position)
    for number in range(40):
        slug = ("sport", "harbour")[number % 2]
        a_story(number, section_slug=slug, section_name=slug.title())

    response = client.get("/")

    shown = headlines(response)
    assert len(shown) == len(set(shown)) == NEWEST + 4 + 4
    rivers = re.findall(r'class="river-name">\s*<a href="([^"]+)"', response.content.decode())
    assert rivers == ["/section/harbour/", "/section/sport/"]


def test_a_quiet_section_keeps_its_river_however_much_the_others_publish():
    a_section("harbour", position=1)
    a_section("culture", position=2)
    a_story(0, section_slug="culture", section_name="Culture")
    for number in range(1, OF_SECTION + 20):
        a_story(number)

    found = front(timezone.now())

    assert [river.slug for river in found.rivers] == ["harbour", "culture"]
    assert [river.lead.headline for river in found.rivers][1] == "Story 0"


def test_of_a_sections_newest_the_one_with_a_picture_leads():
    a_section()
    figure = {"renditions": [], "caption": "", "credit_line": "", "alt_text": ""}
    for number in range(NEWEST + 4):
        a_story(number, figures=[figure] if number == 1 else [])

    river = front(timezone.now()).rivers[0]

    assert river.lead.headline == "Story 1"
    assert [one.headline for one in river.more] == ["Story 3", "Story 2", "Story 0"]


def test_older_stories_go_on_where_the_newest_end(client):
    for number in range(NEWEST + 30):
        a_story(number)

    shown, path = set(headlines(client.get("/"))), "/"
    while match := re.search(r'href="(\?before=[^"]+)"', client.get(path).content.decode()):
        path = f"/{match[1]}"
        page = headlines(client.get(path))
        assert not shown & set(page)
        shown |= set(page)

    assert shown == {f"Story {number}" for number in range(NEWEST + 30)}


@pytest.mark.parametrize(("stories", "queries"), [(0, 2), (1, 2), (4, 2), (40, 2)])
def test_home_costs_at_most_two_queries(client, django_assert_num_queries, stories, queries):
    a_section()
    for number in range(stories):
        a_story(number, tags=[{"slug": "tides", "name": "Tides"}])

    with django_assert_num_queries(queries):
        response = client.get("/")

    assert response.status_code == 200
    assert ("Latest" in response.content.decode()) == (stories > 3)


def test_a_paper_that_has_not_published_says_so(client):
    a_section()

    html = client.get("/").content.decode()

    assert "The first stories will stand here" in html
    assert 'href="/section/harbour/"' in html
    assert "Older stories" not in html


def test_the_front_says_when_it_last_changed(client):
    first = a_story(1, at=MONDAY_NOON)
    a_story(2, at=MONDAY_NOON - HOUR)
    an_edition(
        story_key=first.story_key,
        number=2,
        goes_live_at=MONDAY_NOON + HOUR,
        first_published_at=MONDAY_NOON,
        slug=first.slug,
    )

    html = client.get("/").content.decode()

    assert '<time datetime="2026-11-23T13:00:00+00:00">' in html
    assert "Last updated 13:00 UTC" in html


def test_what_is_to_come_is_not_on_the_front(client):
    a_story(1)
    a_story(2, at=timezone.now() + HOUR)

    assert headlines(client.get("/")) == ["Story 1"]
