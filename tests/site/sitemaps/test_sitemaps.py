"""Sitemaps: valid, whole, bounded; what is not public is in none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
import xmlschema
from defusedxml import ElementTree
from django.db import connection
from django.utils import timezone

from articles.site.sitemaps.months import WITH_STORIES, months_with_stories
from tests.builders import MONDAY_NOON, a_section, an_edition
from tests.site.machines import (
    HOSTILE,
    HOUR,
    ORIGIN,
    SAYABLE,
    STEM,
    a_figure,
    a_later,
    a_withdrawal,
)
from tests.site.test_edition import a_year_of_editions

pytestmark = pytest.mark.django_db

HERE = Path(__file__).parent
VENDOR = HERE.parents[1] / "vendor"
EXTENSIONS = {
    "http://www.google.com/schemas/sitemap-news/0.9": str(HERE / "news.xsd"),
    "http://www.google.com/schemas/sitemap-image/1.1": str(HERE / "image.xsd"),
}
URLS = xmlschema.XMLSchema(VENDOR / "sitemap.xsd", locations=EXTENSIONS)
INDEX = xmlschema.XMLSchema(VENDOR / "siteindex.xsd")
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
NOVEMBER = "/sitemap-2026-11.xml"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(MONDAY_NOON + 3 * HOUR, tick=False) as clock:
        yield clock


def addresses(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    root = ElementTree.fromstring(response.content)
    return [one.text.removeprefix(ORIGIN) for one in root.iter(LOC)]


def test_robots_are_told_of_them(client):
    text = client.get("/robots.txt").content.decode()

    assert f"Sitemap: {ORIGIN}/sitemap.xml\n" in text
    assert f"Sitemap: {ORIGIN}/sitemap-news.xml\n" in text


def test_every_story_is_in_the_part_of_its_month(client):
    a_section()
    an_edition()
    an_edition(slug="older", goes_live_at=datetime(2026, 9, 30, 12, tzinfo=UTC))

    parts = addresses(client, "/sitemap.xml")

    assert parts == ["/sitemap-pages.xml", NOVEMBER, "/sitemap-2026-09.xml"]
    assert addresses(client, NOVEMBER) == ["/2026/11/23/night-ferry/"]
    assert addresses(client, "/sitemap-2026-09.xml") == ["/2026/09/30/older/"]
    assert addresses(client, "/sitemap-pages.xml") == ["/", "/section/harbour/", "/corrections/"]
    for path in (address for part in parts for address in addresses(client, part)):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", [NOVEMBER, "/sitemap-pages.xml", "/sitemap-news.xml"])
def test_each_part_is_valid(client, path):
    a_section()
    an_edition(headline=HOSTILE, figures=[a_figure(), a_figure(renditions=[])])
    an_edition(slug="other", language="zh-Hant")

    content = client.get(path).content.decode()

    URLS.validate(content)


def test_the_index_is_valid(client):
    an_edition()

    INDEX.validate(client.get("/sitemap.xml").content.decode())


@pytest.mark.parametrize(
    ("schema", "right", "wrong"),
    [
        (INDEX, "</sitemap>", "<loc>http://x.example/y</loc></sitemap>"),
        (URLS, "<news:language>en", "<news:language>en-GB"),
        (URLS, "</news:title>", "</news:title><news:genres>Blog</news:genres>"),
        (URLS, "<loc>http", "<loc/><loc>http"),
    ],
)
def test_the_schemas_can_refuse(client, schema, right, wrong):
    an_edition()
    path = "/sitemap.xml" if schema is INDEX else "/sitemap-news.xml"
    text = client.get(path).content.decode()
    assert right in text

    assert schema.is_valid(text)
    assert not schema.is_valid(text.replace(right, wrong))


def test_pictures_are_named(client):
    an_edition(figures=[a_figure()])

    text = client.get(NOVEMBER).content.decode()

    assert f"<image:loc>{ORIGIN}/media/{STEM}-640x427.jpg</image:loc>" in text


def test_the_news_are_those_of_two_days(client, clock):
    an_edition(slug="old", goes_live_at=MONDAY_NOON - 44 * HOUR)
    an_edition(slug="new", headline=HOSTILE, language="en-GB")

    text = client.get("/sitemap-news.xml").content.decode()
    assert addresses(client, "/sitemap-news.xml") == ["/2026/11/23/new/", "/2026/11/21/old/"]
    clock.shift(timedelta(hours=2))

    assert addresses(client, "/sitemap-news.xml") == ["/2026/11/23/new/"]
    titles = [one.text for one in ElementTree.fromstring(text).iter() if "title" in one.tag]
    assert SAYABLE in titles
    assert "<news:publication_date>2026-11-23T12:00:00Z" in text
    assert "<news:language>en</news:language>" in text


def test_an_update_does_not_make_news_of_an_old_story(client):
    a_later(an_edition(goes_live_at=MONDAY_NOON - 72 * HOUR), goes_live_at=MONDAY_NOON)

    assert addresses(client, "/sitemap-news.xml") == []


@pytest.mark.parametrize("path", ["/sitemap.xml", NOVEMBER, "/sitemap-news.xml"])
def test_what_is_not_public_is_in_none(client, path, clock):
    later = MONDAY_NOON + 4 * HOUR
    an_edition(slug="seen")
    before = client.get(path).content
    an_edition(slug="embargoed", goes_live_at=later, date=MONDAY_NOON.date())
    a_withdrawal(an_edition(slug="withdrawn"))
    a_withdrawal(
        an_edition(slug="gone", goes_live_at=datetime(2026, 10, 3, 12, tzinfo=UTC)),
    )

    assert client.get(path).content == before
    clock.move_to(later)
    assert (client.get(path).content == before) is (path == "/sitemap.xml")


def test_a_story_that_moved_is_at_its_new_address_alone(client):
    a_later(an_edition(), slug="ferry")

    assert addresses(client, NOVEMBER) == ["/2026/11/23/ferry/"]


@pytest.mark.parametrize("path", ["/sitemap-2026-10.xml", "/sitemap-2026-13.xml"])
def test_a_month_without_stories_has_no_part(client, path):
    an_edition()

    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "path", ["/sitemap.xml", NOVEMBER, "/sitemap-pages.xml", "/sitemap-news.xml"]
)
@pytest.mark.parametrize("count", [1, 25])
def test_each_costs_one_query(client, django_assert_num_queries, path, count):
    for number in range(count):
        an_edition(slug=f"story-{number}", figures=[a_figure()])

    with django_assert_num_queries(1):
        client.get(path)


@pytest.mark.parametrize("path", ["/sitemap.xml", NOVEMBER, "/sitemap-news.xml"])
def test_a_robot_that_has_it_is_told_so(client, path):
    an_edition()
    first = client.get(path)

    assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_months_are_found_without_reading_the_archive(clock):
    clock.move_to(datetime.now(UTC) + timedelta(days=1))
    a_year_of_editions()

    found = months_with_stories(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(
            f"EXPLAIN {WITH_STORIES}", {"now": timezone.now(), "withdrawal": "withdrawal"}
        )
        plan = "\n".join(line for (line,) in cursor.fetchall())

    assert found == sorted(found, reverse=True)
    assert 10 <= len(found) <= 13
    assert "edition_address" in plan, plan
    assert "Seq Scan" not in plan, plan
