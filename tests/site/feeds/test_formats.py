"""The three formats: each is what its standard asks for, and says the same of a story."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime

import feedparser
import pytest
import time_machine
from defusedxml import ElementTree

from articles.masthead.publication import Publication
from articles.site.page import FRESH
from tests.builders import MONDAY_NOON, a_section, an_edition
from tests.site.machines import (
    FORMS,
    HOSTILE,
    HOUR,
    LISTINGS,
    ORIGIN,
    SAYABLE,
    STEM,
    TIDES,
    a_correction,
    a_figure,
    figure_html,
)

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
TYPES = {"": "atom+xml", "rss/": "rss+xml", "json/": "feed+json"}


@pytest.fixture(autouse=True)
def two_hours_later():
    with time_machine.travel(MONDAY_NOON + 2 * HOUR, tick=False):
        yield


@pytest.fixture
def story(db):
    Publication.objects.update(name="The Marrick Courier", strapline="News of the tide")
    a_section()
    figure = a_figure(label="File picture, May 2022")
    return an_edition(
        tags=TIDES,
        figures=[figure],
        body_html=f'{figure_html(figure)}<p>See <a href="/2026/11/">before</a>.</p>',
    )


def parsed(client, path):
    response = client.get(path)
    assert response.status_code == 200
    found = feedparser.parse(response.content)
    assert not found.bozo, found.bozo_exception
    return found


@pytest.mark.parametrize("listing", [*LISTINGS, "/corrections/"])
@pytest.mark.parametrize("form", FORMS)
def test_each_listing_has_each_feed(client, story, listing, form):
    a_correction(story)

    response = client.get(f"{listing}feed/{form}")

    assert response.status_code == 200
    assert response["Content-Type"] == f"application/{TYPES[form]}; charset=utf-8"
    assert f"{ORIGIN}{listing}feed/{form}" in response.content.decode()


@pytest.mark.parametrize("form", ["", "rss/"])
def test_an_independent_parser_reads_the_story(client, story, form):
    found = parsed(client, f"/section/harbour/feed/{form}")

    [entry] = found.entries
    assert found.version == {"": "atom10", "rss/": "rss20"}[form]
    assert found.feed.title == "Harbour – The Marrick Courier"
    assert found.feed.link == f"{ORIGIN}/section/harbour/"
    assert entry.id == f"urn:uuid:{story.story_key}"
    assert entry.link == f"{ORIGIN}/2026/11/23/night-ferry/"
    assert entry.title == story.headline
    assert entry.summary == story.standfirst
    assert [one.name for one in entry.authors] == ["Ada Lumen"]
    assert [one.term for one in entry.tags] == ["Harbour", "Tides & currents"]
    assert entry.published_parsed[:6] == (2026, 11, 23, 12, 0, 0)
    [content] = [one for one in entry.content if one.type == "text/html"]
    assert f'<a href="{ORIGIN}/2026/11/">before</a>' in content.value
    assert f'src="{ORIGIN}/media/{STEM}-640x427.jpg"' in content.value
    [media] = entry.media_content
    assert (media["type"], media["width"], media["height"]) == ("image/jpeg", "640", "427")
    assert entry.media_credit[0]["content"] == "Ines Okafor/Northmark Pictures"
    assert (
        "File picture, May 2022. The night ferry leaves."
        in client.get(f"/feed/{form}").content.decode()
    )


def test_json_feed_says_the_same(client, story):
    feed = json.loads(client.get("/feed/json/").content)

    [item] = feed["items"]
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == "The Marrick Courier"
    assert feed["home_page_url"] == f"{ORIGIN}/"
    assert feed["feed_url"] == f"{ORIGIN}/feed/json/"
    assert item["id"] == f"urn:uuid:{story.story_key}"
    assert item["url"] == f"{ORIGIN}/2026/11/23/night-ferry/"
    assert item["authors"] == [{"name": "Ada Lumen", "url": f"{ORIGIN}/by/ada-lumen/"}]
    assert item["tags"] == ["Harbour", "Tides & currents"]
    assert item["date_published"] == item["date_modified"] == "2026-11-23T12:00:00Z"
    assert item["language"] == "en-GB"
    assert f'href="{ORIGIN}/2026/11/"' in item["content_html"]
    assert item["image"] == f"{ORIGIN}/media/{STEM}-640x427.jpg"
    [attachment] = item["attachments"]
    assert attachment["mime_type"] == "image/jpeg"
    assert attachment["title"].endswith("Ines Okafor/Northmark Pictures")


def test_atom_has_what_rfc_4287_requires(client, story):
    root = ElementTree.fromstring(client.get("/feed/").content)

    for element in (root, root.find(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        assert datetime.fromisoformat(element.find(f"{ATOM}updated").text).tzinfo
    links = {one.get("rel"): one.get("href") for one in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{ORIGIN}/feed/", "alternate": f"{ORIGIN}/"}
    assert root.find(f"{ATOM}author/{ATOM}name").text == "The Marrick Courier"
    entry = root.find(f"{ATOM}entry")
    assert uuid.UUID(entry.find(f"{ATOM}id").text) == story.story_key
    assert entry.find(f"{ATOM}content").get("type") == "html"


def test_rss_has_what_its_specification_requires(client, story):
    channel = ElementTree.fromstring(client.get("/feed/rss/").content).find("channel")

    for name in ("title", "link", "description"):
        assert channel.find(name).text
    item = channel.find("item")
    assert item.find("guid").get("isPermaLink") == "false"
    assert item.find("pubDate").text == "Mon, 23 Nov 2026 12:00:00 GMT"
    assert channel.find(f"{ATOM}link").get("rel") == "self"


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_feed_is_a_feed(client, form):
    first, second = client.get(f"/feed/{form}"), client.get(f"/feed/{form}")

    assert first.status_code == 200
    assert first.content == second.content
    if form != "json/":
        assert not feedparser.parse(first.content).bozo


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", ["/section/secret/", "/tag/secret/", "/by/secret/"])
def test_what_has_no_page_has_no_feed(client, path, form):
    assert client.get(f"{path}feed/{form}").status_code == 404


@pytest.mark.parametrize("form", ["", "rss/"])
def test_no_word_breaks_the_feed(client, form):
    an_edition(headline=HOSTILE, standfirst=HOSTILE, tags=[{"slug": "tides", "name": HOSTILE}])

    response = client.get(f"/feed/{form}")

    ElementTree.fromstring(response.content)
    [entry] = parsed(client, f"/feed/{form}").entries
    root = ElementTree.fromstring(response.content)
    titles = [one.text for one in root.iter() if one.tag in {"title", f"{ATOM}title"}]
    assert SAYABLE in titles
    assert entry.id.startswith("urn:uuid:")


def test_rss_is_read_as_html_and_atom_as_words(client):
    an_edition(standfirst="1 < 2 & <b>3</b>")

    rss = ElementTree.fromstring(client.get("/feed/rss/").content)
    atom = ElementTree.fromstring(client.get("/feed/").content)

    assert rss.find("channel/item/description").text == "1 &lt; 2 &amp; &lt;b&gt;3&lt;/b&gt;"
    assert atom.find(f"{ATOM}entry/{ATOM}summary").text == "1 < 2 & <b>3</b>"


def test_no_word_breaks_the_json(client):
    an_edition(headline=HOSTILE)

    assert json.loads(client.get("/feed/json/").content)["items"][0]["title"] == HOSTILE


def test_a_correction_stands_in_the_text(client, story):
    a_correction(story)

    [item] = json.loads(client.get("/feed/json/").content)["items"]

    assert "The ferry sails at six, not at five." in item["content_html"]


def test_the_size_of_a_picture_is_said_once_its_copy_is_made(client, story, settings):
    assert "enclosure" not in client.get("/feed/rss/").content.decode()
    folder = settings.MEDIA_ROOT / "copies"
    folder.mkdir(parents=True)
    (folder / f"{STEM}-640x427.jpg").write_bytes(b"x" * 321)

    rss, atom = parsed(client, "/feed/rss/"), parsed(client, "/feed/")
    [item] = json.loads(client.get("/feed/json/").content)["items"]

    assert rss.entries[0].enclosures[0].length == "321"
    assert atom.entries[0].enclosures[0].length == "321"
    assert item["attachments"][0]["size_in_bytes"] == 321


@pytest.mark.parametrize("form", FORMS)
def test_a_reader_who_has_the_feed_is_told_so(client, story, form):
    first = client.get(f"/feed/{form}")

    by_tag = client.get(f"/feed/{form}", headers={"If-None-Match": first["ETag"]})
    by_date = client.get(
        f"/feed/{form}", headers={"If-Modified-Since": "Mon, 23 Nov 2026 12:00:00 GMT"}
    )
    earlier = client.get(
        f"/feed/{form}", headers={"If-Modified-Since": "Mon, 23 Nov 2026 11:59:59 GMT"}
    )

    assert first["Last-Modified"] == "Mon, 23 Nov 2026 12:00:00 GMT"
    assert first["Cache-Control"] == FRESH
    assert [by_tag.status_code, by_date.status_code, earlier.status_code] == [304, 304, 200]
    assert datetime.now(UTC) > MONDAY_NOON
