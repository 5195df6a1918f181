"""What every page says of itself: its one address, its feeds, and what it lists."""

from __future__ import annotations

import re

import pytest

from articles.masthead.policy import Policy
from articles.masthead.publication import Publication
from articles.site.listing import PAGE
from articles.site.metadata.organisation import POLICIES, organisation
from tests.builders import a_contributor, a_section, an_edition
from tests.site.machines import HOSTILE, ORIGIN, STEM, TIDES, json_ld
from tests.site.metadata.vocabulary import faults

pytestmark = pytest.mark.django_db

TYPES = {
    "/": ["WebSite"],
    "/section/harbour/": ["CollectionPage", "BreadcrumbList"],
    "/tag/tides/": ["CollectionPage", "BreadcrumbList"],
    "/by/ada-lumen/": ["ProfilePage", "BreadcrumbList"],
    "/2026/": ["CollectionPage", "BreadcrumbList"],
    "/2026/11/": ["CollectionPage", "BreadcrumbList"],
    "/2026/11/23/": ["CollectionPage", "BreadcrumbList"],
    "/corrections/": ["CollectionPage", "BreadcrumbList"],
    "/about/": ["AboutPage", "BreadcrumbList"],
    "/about/corrections/": ["AboutPage", "BreadcrumbList"],
    "/2026/11/23/night-ferry/": ["ReportageNewsArticle", "BreadcrumbList"],
}
WITH_FEEDS = ["/", "/corrections/", "/section/harbour/", "/tag/tides/", "/by/ada-lumen/"]


@pytest.fixture
def paper(db):
    Publication.objects.update(
        name="The Marrick Courier",
        strapline="News of the tide",
        language="en-GB",
        contact_email="desk@courier.example",
    )
    a_section()
    a_contributor(bio=HOSTILE, email="ada@courier.example")
    an_edition(tags=TIDES)
    Policy.objects.create(title="How we correct", slug="corrections", kind="corrections")


@pytest.mark.parametrize("path", TYPES)
def test_each_page_says_what_it_is_in_words_that_exist(client, paper, path):
    things = json_ld(client.get(path))

    assert [one["@type"] for one in things] == TYPES[path]
    assert [fault for one in things for fault in faults(one)] == []


@pytest.mark.parametrize("path", TYPES)
def test_each_page_has_one_address(client, paper, path):
    html = client.get(f"{path}?utm_source=x").content.decode()

    assert re.findall(r'rel="canonical" href="([^"]+)"', html) == [f"{ORIGIN}{path}"]
    assert f'<meta property="og:url" content="{ORIGIN}{path}">' in html
    assert html.count('property="og:type"') == html.count('property="og:title"') == 1
    assert html.count('property="og:site_name" content="The Marrick Courier"') == 1


def test_the_older_stories_of_a_listing_are_a_page_of_their_own(client, paper):
    for number in range(PAGE + 1):
        an_edition(slug=f"story-{number}", tags=TIDES)
    for path in ("/section/harbour/", "/tag/tides/", "/by/ada-lumen/", "/2026/"):
        html = client.get(path).content.decode()
        older = re.search(r'href="(\?before=[^"]+)"', html)[1]

        page = client.get(f"{path}{older}").content.decode()

        assert f'rel="canonical" href="{ORIGIN}{path}{older}"' in page


@pytest.mark.parametrize("path", TYPES)
def test_programs_find_the_feeds(client, paper, path):
    html = client.get(path).content.decode()
    links = re.findall(
        r'<link rel="alternate"\s+type="([^"]+)"\s+title="[^"]+"\s+href="([^"]+)">', html
    )

    assert links[-3:] == [
        ("application/atom+xml", "/feed/"),
        ("application/rss+xml", "/feed/rss/"),
        ("application/feed+json", "/feed/json/"),
    ]
    if path in WITH_FEEDS:
        assert links[0] == ("application/atom+xml", f"{path}feed/")
    for kind, address in links:
        assert client.get(address)["Content-Type"].startswith(kind)


def test_the_site_can_be_searched(client, paper):
    [site] = json_ld(client.get("/"))

    assert site["potentialAction"]["target"]["urlTemplate"] == (
        f"{ORIGIN}/search/?q={{search_term_string}}"
    )
    assert site["publisher"]["email"] == "desk@courier.example"


def test_an_author_is_introduced(client, paper):
    person = json_ld(client.get("/by/ada-lumen/"))[0]["mainEntity"]

    assert person["@type"] == "Person"
    assert person["description"] == HOSTILE
    assert person["jobTitle"] == "Harbour reporter"


def test_the_organisation_names_its_policies_where_it_has_them():
    head = {
        "name": "C",
        "strapline": "",
        "about": "",
        "contact_email": "",
        "logo": {"name": None},
        "policies": [],
    }
    policies = [{"kind": kind, "slug": f"our-{kind}", "title": kind} for kind in POLICIES]
    others = [{"kind": "privacy", "slug": "privacy", "title": "Privacy"}]

    said = organisation({**head, "policies": policies + others, "logo": {"name": f"{STEM}.svg"}})

    assert said["correctionsPolicy"] == f"{ORIGIN}/about/our-corrections/"
    assert said["logo"]["contentUrl"] == f"{ORIGIN}/logo/{STEM}.svg"
    assert set(POLICIES.values()) <= set(said)
    assert "privacy" not in str(said)
    assert list(faults(said)) == []
    assert not set(POLICIES.values()) & set(organisation(head))
    assert organisation(head)["logo"]["contentUrl"].endswith("/icon.png")


@pytest.mark.parametrize("path", ["/nonsense/", "/tag/secret/"])
def test_what_is_not_there_says_nothing(client, paper, path):
    html = client.get(path).content.decode()

    assert "ld+json" not in html
    assert "canonical" not in html
