"""The paper's own answers where there is no page, and what browsers ask for unasked."""

from __future__ import annotations

import pytest
from django.contrib.staticfiles import finders

from articles.masthead.publication import Publication
from tests.builders import a_section

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize("path", ["/nonsense/", "/nonsense", "/a/b/c.php", "/tag/x/", "/wp-admin/"])
def test_nonsense_meets_the_papers_own_page(client, settings, path, debug):
    settings.DEBUG = debug
    Publication.objects.update(name="The Marrick Courier")
    a_section()

    response = client.get(path)

    html = response.content.decode()
    assert response.status_code == 404
    assert "There is no page at this address" in html
    assert "The Marrick Courier" in html
    assert 'href="/section/harbour/"' in html
    assert path.strip("/") not in html
    assert "Traceback" not in html
    assert "URLconf" not in html


def test_nonsense_says_nothing_of_the_one_who_asks(client):
    response = client.post("/nonsense/", {"x": 1})

    assert response.status_code == 404
    assert not response.cookies


def test_the_desk_without_its_last_slash_is_sent_on(client):
    response = client.get("/admin")

    assert response.status_code == 301
    assert response["Location"] == "/admin/"


def test_robots_are_kept_from_the_desk(client):
    response = client.get("/robots.txt")

    assert response["Content-Type"].startswith("text/plain")
    assert response.content.decode().startswith("User-agent: *\nDisallow: /admin/\n")


def test_browsers_find_an_icon(client):
    html = client.get("/").content.decode()

    assert 'href="/static/articles/site/icon.svg"' in html
    assert client.get("/favicon.ico")["Location"] == "/static/articles/site/icon.png"
    assert finders.find("articles/site/icon.svg")
    assert finders.find("articles/site/icon.png")


def test_a_failure_on_our_side_is_told_without_the_database(
    client, monkeypatch, django_assert_num_queries
):
    def broken(*_args):
        message = "canary"
        raise RuntimeError(message)

    monkeypatch.setattr("articles.site.listings.standing_front", broken)
    client.raise_request_exception = False

    with django_assert_num_queries(0):
        response = client.get("/")

    assert response.status_code == 500
    assert b"Something went wrong on our side" in response.content
    assert b"canary" not in response.content
