"""Updates, corrections, withdrawals: the same id, told as what they are; and nothing leaks."""

from __future__ import annotations

import json
from datetime import timedelta

import feedparser
import pytest
import time_machine
from defusedxml import ElementTree

from articles.site.feeds.feed import NEWEST, RECENT
from articles.site.feeds.item import WITHDRAWN
from tests.builders import MONDAY_NOON, a_section, an_edition
from tests.site.machines import (
    FORMS,
    HOUR,
    LISTINGS,
    STEM,
    TIDES,
    a_correction,
    a_figure,
    a_later,
    a_withdrawal,
    figure_html,
)

pytestmark = pytest.mark.django_db

TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
EVERY = [f"{listing}feed/{form}" for listing in [*LISTINGS, "/corrections/"] for form in FORMS]


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(MONDAY_NOON + 3 * HOUR, tick=False) as clock:
        yield clock


@pytest.fixture
def story(db):
    a_section()
    return an_edition(tags=TIDES)


def items(client, path="/feed/json/"):
    return json.loads(client.get(path).content)["items"]


def test_an_update_is_the_same_item_anew(client, story):
    [before] = items(client)
    a_later(story, headline="Night ferry to sail two hours earlier", slug="night-ferry-earlier")

    [after] = items(client)
    [entry] = feedparser.parse(client.get("/feed/").content).entries

    assert after["id"] == before["id"] == entry.id
    assert after["date_published"] == before["date_published"]
    assert after["date_modified"] == "2026-11-23T13:00:00Z"
    assert entry.updated == "2026-11-23T13:00:00Z"
    assert entry.title == "Night ferry to sail two hours earlier"
    assert after["url"].endswith("/night-ferry-earlier/")


@pytest.mark.parametrize("listing", LISTINGS)
def test_an_old_story_that_was_corrected_comes_back_among_the_new(client, story, listing, clock):
    for number in range(NEWEST):
        an_edition(
            slug=f"story-{number}",
            tags=TIDES,
            goes_live_at=MONDAY_NOON + timedelta(minutes=number + 1),
        )
    assert f"urn:uuid:{story.story_key}" not in [
        one["id"] for one in items(client, f"{listing}feed/json/")
    ]

    a_correction(story)

    assert items(client, f"{listing}feed/json/")[-1]["id"] == f"urn:uuid:{story.story_key}"
    clock.shift(RECENT)
    assert len(items(client, f"{listing}feed/json/")) == NEWEST


@pytest.mark.parametrize("listing", LISTINGS)
def test_a_withdrawn_story_leaves_a_tombstone(client, story, listing):
    an_edition(slug="other", tags=TIDES)
    a_withdrawal(story)

    root = ElementTree.fromstring(client.get(f"{listing}feed/").content)
    rss = feedparser.parse(client.get(f"{listing}feed/rss/").content).entries[0]
    first = items(client, f"{listing}feed/json/")[0]

    [stone] = root.findall(TOMBSTONE)
    assert stone.get("ref") == first["id"] == rss.id == f"urn:uuid:{story.story_key}"
    assert stone.get("when") == first["date_modified"] == "2026-11-23T13:00:00Z"
    assert stone[0].text == "The account could not be confirmed."
    assert rss.title == first["title"] == WITHDRAWN
    assert rss.summary == first["content_text"] == "The account could not be confirmed."


def test_a_story_withdrawn_elsewhere_is_not_told_of_here(client, story):
    a_section("culture")
    an_edition(slug="other", section_slug="culture", section_name="Culture")
    a_withdrawal(story)

    assert len(items(client, "/section/culture/feed/json/")) == 1


def test_a_tombstone_is_told_of_for_a_while(client, story, clock):
    a_withdrawal(story)
    assert len(items(client)) == 1

    clock.shift(RECENT)

    assert items(client) == []


def test_a_story_that_came_back_is_a_story_again(client, story):
    stone = a_withdrawal(story)
    a_later(stone, headline=story.headline)

    [item] = items(client)

    assert item["title"] == story.headline


def test_corrections_have_a_feed_of_their_own(client, story):
    corrected = a_correction(story)
    other = an_edition(slug="other", headline="Secret headline")
    a_withdrawal(other, goes_live_at=MONDAY_NOON + 2 * HOUR)

    withdrawn, correction = items(client, "/corrections/feed/json/")

    assert correction["title"] == f"Correction: {story.headline}"
    assert correction["url"].endswith("/night-ferry/#corrections")
    assert "The ferry sails at six" in correction["content_html"]
    assert correction["date_published"] == "2026-11-23T13:00:00Z"
    assert withdrawn["title"] == "Withdrawal: a story of 23 November 2026"
    assert "could not be confirmed" in withdrawn["content_html"]
    assert correction["id"] not in {withdrawn["id"], f"urn:uuid:{corrected.story_key}"}
    assert [one["id"] for one in items(client, "/corrections/feed/json/")] == [
        withdrawn["id"],
        correction["id"],
    ]


def test_the_corrections_of_a_withdrawn_story_go_with_it(client, story):
    a_withdrawal(a_correction(story))

    [only] = items(client, "/corrections/feed/json/")

    assert only["title"].startswith("Withdrawal:")


@pytest.mark.parametrize("path", EVERY)
def test_what_is_not_public_is_in_no_feed(client, story, path, clock):
    secret = {"headline": "Oystercatcher", "note": "Oystercatcher", "tags": TIDES}
    later = MONDAY_NOON + 4 * HOUR
    an_edition(slug="oystercatcher", **{**secret, "note": ""}, goes_live_at=later)
    a_correction(story, **{**secret, "goes_live_at": later})
    a_withdrawal(an_edition(slug="gone", headline="Oystercatcher", tags=TIDES))
    a_withdrawal(an_edition(slug="stays", tags=TIDES), goes_live_at=later, note="Oystercatcher")

    assert "oystercatcher" not in client.get(path).content.decode().lower()
    clock.move_to(later)
    assert "oystercatcher" in client.get(path).content.decode().lower()


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_that_is_for_the_site_alone_is_in_no_feed(client, db, form):
    figure = a_figure(is_for_site_alone=True)
    an_edition(figures=[figure], body_html=f"{figure_html(figure)}<p>Read on.</p>")

    text = client.get(f"/feed/{form}").content.decode()

    assert STEM not in text
    assert "Okafor" not in text
    assert "Read on." in text
