"""Sections, tags, authors: who has a page, what stands on it, and the way to the older stories."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.masthead.section import Section
from articles.site.listing import PAGE
from tests.builders import MONDAY_NOON, a_contributor, a_section, an_edition

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
TIDES = [{"slug": "tides", "name": "Tides & currents"}]
LISTINGS = ["/section/harbour/", "/tag/tides/", "/by/ada-lumen/", "/2026/", "/2026/11/"]


def stories(count, **values):
    """All published in the same instant, so that only the key orders them."""
    for number in range(count):
        an_edition(slug=f"story-{number}", headline=f"Story {number}", tags=TIDES, **values)


def headlines(response):
    return re.findall(r'class="headline"><a href="[^"]+">([^<]+)</a>', response.content.decode())


@pytest.mark.parametrize("path", LISTINGS)
def test_paging_shows_every_story_once(client, path):
    a_section()
    stories(2 * PAGE + 3)

    seen, address, pages = [], path, 0
    while address:
        response = client.get(address)
        seen += headlines(response)
        pages += 1
        older = re.search(r'href="(\?before=[^"]+)"', response.content.decode())
        address = older and f"{path}{older[1]}"

    assert pages == 3
    assert sorted(seen) == sorted(f"Story {number}" for number in range(2 * PAGE + 3))


@pytest.mark.parametrize("path", LISTINGS)
def test_a_full_page_without_older_stories_leads_nowhere(client, path):
    a_section()
    stories(PAGE)

    response = client.get(path)

    assert len(headlines(response)) == PAGE
    assert b"before=" not in response.content


@pytest.mark.parametrize("path", LISTINGS)
@pytest.mark.parametrize("count", [1, PAGE + 5])
def test_a_listing_costs_at_most_two_queries(client, django_assert_max_num_queries, path, count):
    a_section()
    a_contributor()
    stories(count)

    with django_assert_max_num_queries(2):
        response = client.get(path)

    assert response.status_code == 200


@pytest.mark.parametrize("path", ["/", *LISTINGS])
@pytest.mark.parametrize("cursor", ["1", "%00", "a" * 500, "..", "_" * 32, "ä"])
def test_a_cursor_that_is_none_of_ours_is_no_page(client, path, cursor):
    a_section()
    stories(1)

    response = client.get(f"{path}?before={cursor}")

    assert response.status_code == 404


@pytest.mark.parametrize("path", ["/", *LISTINGS])
@pytest.mark.parametrize("query", ["page=7", "before=", "utm_source=x&fbclid=y", "x[]=%ff"])
def test_what_is_not_asked_for_is_not_heard(client, path, query):
    a_section()
    stories(3)

    response = client.get(f"{path}?{query}")

    assert response.status_code == 200
    assert response.content == client.get(path).content


def test_a_section_has_its_page_before_it_has_stories(client):
    a_section("culture", name="Culture")

    html = client.get("/section/culture/").content.decode()

    assert "<h1>Culture</h1>" in html
    assert "no stories in this section yet" in html


def test_a_section_marks_itself_among_the_sections(client):
    a_section()
    a_section("culture")

    html = " ".join(client.get("/section/harbour/").content.decode().split())

    assert 'href="/section/harbour/" aria-current="page"' in html
    assert html.count("aria-current") == 1


def test_the_stories_of_a_section_that_was_given_up_stay_readable(client):
    stories(1)
    assert not Section.objects.exists()

    html = client.get("/section/harbour/").content.decode()

    assert "<h1>Harbour</h1>" in html


def test_a_tag_is_named_as_it_is_printed(client):
    stories(1)

    assert "<h1>Tides &amp; currents</h1>" in client.get("/tag/tides/").content.decode()


def test_an_author_is_introduced_from_the_masthead(client):
    a_contributor(bio="She sails <herself>.", email="ada@paper.example")
    stories(1)

    html = client.get("/by/ada-lumen/").content.decode()

    assert "<h1>Ada Lumen</h1>" in html
    assert "Harbour reporter" in html
    assert "She sails &lt;herself&gt;." in html
    assert 'href="mailto:ada@paper.example"' in html


def test_an_author_who_left_the_masthead_keeps_the_name(client):
    stories(1)

    html = client.get("/by/ada-lumen/").content.decode()

    assert "<h1>Ada Lumen</h1>" in html


@pytest.mark.parametrize("path", ["/section/secret/", "/tag/secret/", "/by/secret/"])
def test_what_only_stands_on_an_embargoed_story_has_no_page(client, path):
    a_contributor("secret")
    byline = {"name": "S", "slug": "secret", "role": "writer", "role_label": "By", "role_text": ""}
    an_edition(
        goes_live_at=timezone.now() + HOUR,
        section_slug="secret",
        tags=[{"slug": "secret", "name": "Secret"}],
        bylines=[byline],
    )

    response, reference = client.get(path), client.get(path.replace("secret", "nonsense"))

    assert response.status_code == 404
    assert response.content == reference.content


@pytest.mark.parametrize("path", ["/tag/tides/", "/by/ada-lumen/"])
def test_a_withdrawn_story_takes_its_listings_along(client, path):
    first = an_edition(tags=TIDES)
    an_edition(
        story_key=first.story_key,
        number=2,
        kind="withdrawal",
        note="Not confirmed.",
        goes_live_at=MONDAY_NOON + HOUR,
        first_published_at=MONDAY_NOON,
        tags=TIDES,
    )

    assert client.get(path).status_code == 404


def test_a_picture_in_a_listing_keeps_its_credit(client):
    figure = {
        "caption": "The ferry leaves.",
        "credit_line": "Ines Okafor/Northmark Pictures",
        "alt_text": "A lit ferry",
        "label": "File picture, May 2022",
        "renditions": [{"url": "/media/a-480.jpg", "width": 480, "height": 360}],
    }
    a_section()
    stories(2, figures=[figure])

    for path in ("/", *LISTINGS):
        html = client.get(path).content.decode()
        assert html.count("<img") == html.count("Ines Okafor/Northmark Pictures") == 2
        assert html.count("File picture, May 2022.") == 2
        assert html.count('alt="A lit ferry"') == 2


def test_a_file_picture_of_an_edition_from_before_labels_is_still_called_one(client):
    figure = {
        "caption": "The ferry leaves.",
        "credit_line": "Ines Okafor/Northmark Pictures",
        "alt_text": "A lit ferry",
        "is_file_picture": True,
        "renditions": [{"url": "/media/a-480.jpg", "width": 480, "height": 360}],
    }
    stories(1, figures=[figure])

    assert "File picture." in client.get("/").content.decode()
