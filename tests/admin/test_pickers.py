"""The editor's dialogs: what they find, for whom, and how something new is made in them."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from articles.desk.photos.photo import Photo
from articles.desk.source import Source
from articles.desk.story import Story
from tests.admin.page import Page
from tests.builders import a_photo, a_picture, a_source, a_story

pytestmark = pytest.mark.django_db

KINDS = ["photo", "source", "story"]


def found(client, kind, query=""):
    response = client.get(f"/admin/articles/{kind}/pick/{query}")
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    return response.json()["results"]


def make(kind, reporter, number=0):
    """One that the word “ferry” finds."""
    if kind == "photo":
        return a_photo(caption=f"The ferry {number}")
    if kind == "source":
        return a_source(name=f"The ferry line {number}")
    return a_story(created_by=reporter, headline=f"The ferry {number}")


@pytest.mark.parametrize(
    ("kind", "words", "values"),
    [
        ("photo", "quay marrick", {"caption": "The quay at Marrick"}),
        ("photo", "LIT", {"alt_text": "A lit ferry"}),
        ("photo", "okafor", {"creator": "Ines Okafor"}),
        ("photo", "northmark", {"credit_line": "Northmark Pictures"}),
        ("photo", "saltgate", {"place_shown": "Saltgate"}),
        ("source", "holt master", {"name": "Mira Holt", "public_description": "harbour master"}),
        ("story", "tides", {"headline": "Of tides"}),
        ("story", "dredger", {"slugline": "dredger-cost"}),
        ("story", "of dredger", {"headline": "Of tides", "slugline": "dredger-cost"}),
    ],
)
def test_a_dialog_finds_by_any_of_its_words(kind, words, values, reporter, at_desk):
    blank = {"caption": "x", "alt_text": "", "creator": "", "credit_line": ""}
    if kind == "photo":
        a_photo(**blank)
        wanted = a_photo(**blank | values)
    elif kind == "source":
        a_source(name="Jon Vale", public_description="trader")
        wanted = a_source(**values)
    else:
        a_story(created_by=reporter, slugline="other")
        wanted = a_story(created_by=reporter, **values)

    cards = found(at_desk("reporter"), kind, f"?q={words}")

    assert [card["id"] for card in cards] == [wanted.pk]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "query",
    [
        "?q=%27%20OR%201=1--",
        "?q=%00",
        "?q=%25",
        "?q=_",
        "?q=%5C",
        "?q=" + "x" * 5000,
        "?q=" + "a+" * 500,
        "?q=%FF%FE",
        "?q=%ED%A0%80",
        "?id=x&id=-1&id=1e3&id=%00&id=",
        "?id=99999999999999999999999",
        "?id=%D9%A3",  # a digit, but of another script
        "?id=" + "&id=".join(str(number) for number in range(10**6, 10**6 + 500)),
    ],
)
def test_a_hostile_question_finds_nothing_and_breaks_nothing(kind, query, reporter, at_desk):
    make(kind, reporter)

    cards = found(at_desk("reporter"), kind, query)

    # What is left of some is no word at all: then the newest are offered.
    assert cards == [] or query == "?q=%00" or query.startswith("?q=a+")


@pytest.mark.parametrize("kind", KINDS)
def test_a_dialog_offers_the_newest_and_not_the_archive(kind, reporter, at_desk):
    rows = [make(kind, reporter, number) for number in range(25)]

    cards = found(at_desk("reporter"), kind, "?q=ferry")

    assert [card["id"] for card in cards] == [row.pk for row in reversed(rows[5:])]


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_archive_answers_an_empty_list(kind, at_desk):
    assert found(at_desk("reporter"), kind) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_dialog_costs_the_same_however_much_it_finds(
    kind, reporter, at_desk, django_assert_max_num_queries
):
    for number in range(20):
        make(kind, reporter, number)
    client = at_desk("reporter")

    with django_assert_max_num_queries(7):
        found(client, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_cards_are_given_by_their_ids(kind, reporter, at_desk):
    rows = [make(kind, reporter, number) for number in range(3)]

    cards = found(at_desk("reporter"), kind, f"?id={rows[0].pk}&id={rows[2].pk}")

    assert {card["id"] for card in cards} == {rows[0].pk, rows[2].pk}


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("reporter", {"photo", "source", "story"}),
        ("sub-editor", {"photo", "source", "story"}),
        ("editor", {"photo", "source", "story"}),
        ("photo", {"photo", "source", "story"}),
        ("legal", {"photo", "source", "story"}),
        ("admin", set()),
    ],
)
def test_who_is_offered_what(who, sees, reporter, at_desk):
    for kind in KINDS:
        make(kind, reporter)

    assert {kind for kind in KINDS if found(at_desk(who), kind)} == sees


@pytest.mark.parametrize(
    ("posted", "kept"),
    [
        ({"name": "Mira Holt"}, "Mira Holt"),
        ({"terms": "anonymous", "public_description": "a nurse"}, "a nurse"),
    ],
)
def test_a_source_is_made_without_leaving_the_story(posted, kept, at_desk):
    response = at_desk("reporter").post(
        "/admin/articles/source/pick/",
        {"kind": "person", "terms": "on_record", "first_hand": "on", **posted},
    )

    assert response.status_code == 201
    source = Source.objects.get()
    assert (response.json()["id"], response.json()["label"]) == (source.pk, kept)


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({"name": ""}, "A source on the record needs its name."),
        (
            {"terms": "anonymous", "public_description": "a nurse"},
            "An anonymous source has no name",
        ),
        ({"terms": "not_named"}, "Select a valid choice."),
        ({"terms": "anonymous", "name": ""}, "Say how readers are told of this source"),
        ({"url": "javascript:alert(1)"}, "Enter a valid URL."),
        ({"url": "https://example.org\nx"}, "Enter a valid URL."),
        ({"kind": "ghost"}, "Select a valid choice."),
        ({"retrieved_on": "yesterday"}, "Enter a valid date."),
        ({"name": "x" * 161}, "at most 160 characters"),
    ],
)
def test_a_source_that_cannot_stand_is_refused_with_a_sentence(posted, sentence, at_desk):
    form = {"kind": "person", "terms": "on_record", "name": "Mira Holt", "first_hand": "on"}

    response = at_desk("reporter").post("/admin/articles/source/pick/", {**form, **posted})

    assert response.status_code == 400
    sentences = [one for many in response.json()["errors"].values() for one in many]
    assert any(sentence in one for one in sentences), sentences
    assert not Source.objects.exists()


def test_a_photo_is_made_without_leaving_the_story(at_desk):
    picture = SimpleUploadedFile("ferry.jpg", a_picture(), "image/jpeg")

    response = at_desk("reporter").post(
        "/admin/articles/photo/pick/", {"image": picture, "alt_text": "A lit ferry"}
    )

    photo = Photo.objects.get()
    assert response.status_code == 201
    assert response.json()["missing"] == ["credit line", "caption", "rights"]
    thumbnail = at_desk("reporter").get(response.json()["thumbnail"])
    assert b"".join(thumbnail.streaming_content).startswith(b"\xff\xd8\xff")
    assert photo.has_file


@pytest.mark.parametrize("kind", ["photo", "source"])
@pytest.mark.parametrize("who", ["legal", "admin", "photo"])
def test_who_may_not_add_is_refused_in_the_dialog_too(kind, who, at_desk):
    response = at_desk(who).post(f"/admin/articles/{kind}/pick/", {"name": "Mira", "caption": "x"})

    if (kind, who) == ("photo", "photo"):
        assert response.status_code == 201
    else:
        assert response.status_code == 403
        assert response.json()["errors"]["__all__"][0].startswith("You may not add this.")
        assert not Source.objects.exists()
        assert not Photo.objects.exists()


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_stories_are_only_asked_for(method, at_desk):
    assert getattr(at_desk("editor"), method)("/admin/articles/story/pick/").status_code == 405


@pytest.mark.parametrize("kind", ["photo", "source"])
def test_a_dialog_needs_the_page_s_token(kind, editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    form = {"name": "Mira Holt", "kind": "person", "terms": "on_record", "caption": "x"}
    path = f"/admin/articles/{kind}/pick/"
    assert client.post(path, form).status_code == 403

    token = Page(client.get("/admin/articles/story/add/")).fields("story_form")

    response = client.post(path, form, headers={"X-CSRFToken": token["csrfmiddlewaretoken"]})
    assert response.status_code == 201


def test_the_byline_s_own_search_is_for_those_who_may_see_contributors(at_desk, reporter):
    path = (
        "/admin/autocomplete/?term=ada&app_label=articles&model_name=byline&field_name=contributor"
    )
    assert at_desk("reporter").get(path).status_code == 200
    Story.objects.all().delete()
    reporter.groups.clear()

    client = Client()
    client.force_login(reporter)
    assert client.get(path).status_code == 403
