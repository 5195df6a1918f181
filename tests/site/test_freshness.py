"""Caches: everything may be kept, nothing is served without asking, no visitor is told apart."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client

from articles.masthead.publication import Publication
from articles.site.page import FRESH
from tests.builders import MONDAY_NOON, a_section, a_user, an_edition

pytestmark = pytest.mark.django_db

PAGES = [
    "/",
    "/section/harbour/",
    "/tag/tides/",
    "/by/ada-lumen/",
    "/search/",
    "/search/?q=ferry",
    "/2026/",
    "/2026/11/",
    "/2026/11/23/",
    "/2026/11/23/night-ferry/",
    "/feed/",
    "/section/harbour/feed/rss/",
    "/tag/tides/feed/json/",
]


@pytest.fixture
def story(db):
    a_section()
    return an_edition(tags=[{"slug": "tides", "name": "Tides"}])


@pytest.mark.parametrize("path", PAGES)
def test_a_reader_who_has_the_page_is_told_so(client, story, path):
    first = client.get(path)

    second = client.get(path, headers={"If-None-Match": first["ETag"]})

    assert first.status_code == 200
    assert second.status_code == 304
    assert second.content == b""
    assert second["ETag"] == first["ETag"]
    assert second["Cache-Control"] == first["Cache-Control"] == FRESH


@pytest.mark.parametrize("path", PAGES)
def test_a_new_name_of_the_paper_is_a_new_page(client, story, path):
    first = client.get(path)
    Publication.objects.update(name="The Marrick Courier")

    second = client.get(path, headers={"If-None-Match": first["ETag"]})

    assert second.status_code == 200
    assert b"The Marrick Courier" in second.content


def test_a_correction_is_a_new_page(client, story):
    first = client.get(story.get_absolute_url())
    an_edition(
        story_key=story.story_key,
        number=2,
        goes_live_at=MONDAY_NOON + timedelta(seconds=1),
        first_published_at=MONDAY_NOON,
        headline="Night ferry to sail two hours earlier",
    )

    second = client.get(story.get_absolute_url(), headers={"If-None-Match": first["ETag"]})

    assert second.status_code == 200
    assert b"two hours earlier" in second.content


def test_a_story_is_dated_by_its_edition(client, story):
    response = client.get(story.get_absolute_url())

    assert response["Last-Modified"] == "Mon, 23 Nov 2026 12:00:00 GMT"
    again = client.get(
        story.get_absolute_url(), headers={"If-Modified-Since": response["Last-Modified"]}
    )
    assert again.status_code == 304


def test_an_unchanged_story_is_not_rendered_again(client, story, django_assert_num_queries):
    etag = client.get(story.get_absolute_url())["ETag"]

    with django_assert_num_queries(1):
        response = client.get(story.get_absolute_url(), headers={"If-None-Match": etag})

    assert response.status_code == 304
    assert response.templates == []


@pytest.mark.parametrize("path", [*PAGES, "/nonsense/", "/robots.txt"])
def test_readers_are_not_told_apart(client, story, path):
    editor = Client()
    editor.force_login(a_user("editor", "Editor"))

    stranger, known = client.get(path), editor.get(path)

    assert stranger.content == known.content
    for response in (stranger, known):
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        assert "no-store" not in response.get("Cache-Control", "")


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_only_read(story, path):
    strict = Client(enforce_csrf_checks=True)

    assert strict.head(path).status_code == 200
    assert strict.post(path, {"x": 1}).status_code == 405
    assert strict.delete(path).status_code == 405


@pytest.mark.parametrize("path", PAGES)
def test_pages_run_no_script_and_fetch_nothing_from_elsewhere(client, story, path):
    response = client.get(path)

    html = response.content.replace(b'<script type="application/ld+json">', b"")  # data
    scripts = re.findall(r"<script[^>]*>", html.decode())
    assert all(re.search(r'src="/static/articles/site/[^"]+\.js"', one) for one in scripts)
    assert b" style=" not in response.content
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "nonce" not in policy
    assert "unsafe-inline" not in policy
