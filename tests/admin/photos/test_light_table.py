"""The light table: what it shows and finds, what it costs, and where its acts lead."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.publishing.publish import publish
from tests.admin.page import Page
from tests.builders import a_photo, a_ready_story, a_story, a_user

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/photo/"


def cards(client, query=""):
    """What the light table shows: the text of each card."""
    return [one.text for one in Page(client.get(LIST + query)).all("li", "card")]


def test_a_card_shows_the_picture_its_words_and_how_it_stands(at_desk):
    photo = a_photo(rights_category="staff", alt_text="")

    page = Page(at_desk("photo").get(LIST))

    (card,) = page.all("li", "card")
    (image,) = [one for one in page.all("img") if "thumbnail" in one.attributes["src"]]
    badges = [one.text for one in page.all("li", "badge")]
    assert image.attributes["src"] == f"/admin/articles/photo/{photo.pk}/thumbnail/"
    assert photo.credit_line in card.text
    assert photo.caption in card.text
    assert badges == ["Staff photographer", "no alt text"]


@pytest.mark.parametrize(
    ("values", "badge"),
    [
        ({"rights_category": ""}, "no rights on record"),
        ({"rights_category": "agency"}, "Agency without its supplier"),
        ({"rights_category": "staff", "licence": "by-nc"}, "may not be used"),
        ({"rights_category": "staff", "credit_line": ""}, "no credit line"),
        ({"rights_category": "staff", "state": "held"}, "On hold"),
        ({"rights_category": "staff", "state": "killed"}, "Killed"),
    ],
)
def test_a_card_says_what_stands_against_its_picture(values, badge, at_desk):
    a_photo(**values)

    page = Page(at_desk("photo").get(LIST))

    assert badge in [one.text for one in page.all("li", "badge")]


def test_a_card_says_when_a_right_ends(at_desk):
    photo = a_photo(rights_category="staff")
    Lease.objects.create(photo=photo, access="allow", ends_at=timezone.now() + timedelta(days=2))

    (card,) = cards(at_desk("photo"))

    assert "Staff photographer, until" in card


@pytest.fixture
def library(reporter, editor):
    """Pictures named after what is particular about them."""
    live = a_ready_story(created_by=reporter)
    publish(live, by=editor)
    in_print = live.placements.get().photo
    Photo.objects.filter(pk=in_print.pk).update(caption="live", rights_category="staff")
    ready = {"rights_category": "staff"}
    placed = a_photo(caption="placed", **ready)
    a_story(created_by=reporter, body=f'<figure data-photo="{placed.pk}"></figure>')
    a_photo(caption="uncredited", credit_line="", **ready)
    a_photo(caption="unknown", rights_category="")
    a_photo(caption="held", state="held", **ready)
    ending = a_photo(caption="ending", taken_on=date(2025, 3, 4), **ready)
    Lease.objects.create(photo=ending, access="allow", ends_at=timezone.now() + timedelta(days=2))


EVERY = {"live", "placed", "uncredited", "unknown", "held", "ending"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", EVERY),
        ("?q=2025-03", {"ending"}),
        ("?q=PLACED+okafor", {"placed"}),
        ("?missing=credit", {"uncredited"}),
        ("?missing=rights", {"unknown"}),
        ("?missing=any", {"uncredited", "unknown"}),
        ("?missing=file", set()),
        ("?missing=nonsense", EVERY),
        ("?rights=unknown", {"unknown"}),
        ("?rights=usable", EVERY - {"unknown", "held"}),
        ("?rights=refused", {"unknown", "held"}),
        ("?rights=ending", {"ending"}),
        ("?rights=nonsense", EVERY),
        ("?used=live", {"live"}),
        ("?used=any", {"live", "placed"}),
        ("?used=none", EVERY - {"live", "placed"}),
        ("?state__exact=held", {"held"}),
        ("?rights_category__exact=staff&missing=credit", {"uncredited"}),
        ("?q=okafor&rights=ending", {"ending"}),
    ],
)
def test_the_table_finds(query, found, library, at_desk):
    shown = cards(at_desk("photo"), query)

    assert {word for word in EVERY if any(f" {word} " in f" {card} " for card in shown)} == found
    assert len(shown) == len(found)


def test_what_others_write_in_secret_does_not_show_in_the_filter(library, at_desk):
    assert len(cards(at_desk("reporter"), "?used=any")) == 2

    photo, somebody = a_photo(caption="new"), a_user("somebody", "Reporter")
    a_story(created_by=somebody, body=f'<figure data-photo="{photo.pk}"></figure>')

    assert len(cards(at_desk("reporter"), "?used=any")) == 2
    assert len(cards(at_desk("photo"), "?used=any")) == 3


QUERIES = ["", "?q=ferry+2025", "?missing=any", "?rights=ending", "?used=live", "?rights=usable"]


@pytest.mark.parametrize("query", QUERIES)
def test_sixty_pictures_cost_what_three_cost(query, at_desk):
    client = at_desk("photo")
    costs = []
    for number in (3, 57):
        for _ in range(number):
            photo = a_photo(rights_category="staff")
            end = timezone.now() + timedelta(days=2)
            Lease.objects.create(photo=photo, access="allow", ends_at=end)
        client.get(LIST + query)
        with CaptureQueriesContext(connection) as queries:
            client.get(LIST + query)
        costs.append(len(queries))

    assert costs[0] == costs[1] <= 14


@pytest.mark.parametrize(
    ("action", "page"), [("caption_them", "caption"), ("credit_them", "credit")]
)
def test_an_act_leads_to_its_page_with_what_was_ticked(action, page, at_desk):
    one, _, two = a_photo(), a_photo(), a_photo()

    response = at_desk("photo").post(
        LIST, {"action": action, "_selected_action": [one.pk, two.pk], "index": "0"}
    )

    assert response.status_code == 302
    assert response["Location"] == f"/admin/articles/photo/{page}/?ids={two.pk},{one.pk}"


def test_an_act_takes_no_more_than_it_can_show(at_desk, monkeypatch):
    monkeypatch.setattr("articles.admin.photos.chosen.MOST", 2)
    ids = [a_photo().pk for _ in range(3)]

    response = at_desk("photo").post(
        LIST,
        {"action": "caption_them", "_selected_action": ids, "index": "0"},
        follow=True,
    )

    assert "Choose at most" in response.content.decode()


def test_who_may_not_change_pictures_has_nothing_to_tick(at_desk):
    a_photo()

    page = Page(at_desk("reporter").get(LIST))

    assert len(page.all("li", "card")) == 1
    assert page.all("input", "action-select") == []


@pytest.mark.parametrize(
    ("who", "sees"),
    [("photo", True), ("reporter", True), ("editor", True), ("legal", True), ("admin", False)],
)
def test_the_start_page_tells_those_who_see_photos_what_waits(who, sees, at_desk):
    a_photo(credit_line="")

    page = Page(at_desk(who).get("/admin/"))

    links = [one.attributes["href"] for one in page.all("a")]
    assert ("/admin/articles/photo/?missing=credit" in links) is sees
    may_add = who in {"photo", "reporter", "editor"}
    assert ("/admin/articles/photo/upload/" in links) is may_add
