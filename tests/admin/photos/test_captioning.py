"""The captioning screen's page, and the saving of one field of one picture."""

from __future__ import annotations

import json
import threading
from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection

from articles.desk.photos.photo import Photo
from tests.admin.page import Page
from tests.builders import a_photo

pytestmark = pytest.mark.django_db

CAPTION = "/admin/articles/photo/caption/"


def save(client, photo, field, words, before=None):
    before = getattr(photo, field, "") if before is None else before
    posted = {"photo": photo.pk, "field": field, "words": words, "before": before}
    return client.post(CAPTION, posted, headers={"Accept": "application/json"})


@pytest.fixture
def desk(at_desk):
    return at_desk("photo")


def pictures(response):
    (script,) = Page(response).all("script", id="pictures")
    return json.loads("".join(script.words))


def test_the_page_holds_the_pictures_in_the_order_they_were_named(desk):
    one, two = (
        a_photo(alt_text="", rights_category=""),
        a_photo(rights_category="staff", taken_on=date(2026, 11, 23)),
    )

    said = pictures(desk.get(f"{CAPTION}?ids={two.pk},{one.pk},{two.pk},0,x,99999999999999999999"))

    assert [picture["id"] for picture in said] == [two.pk, one.pk]
    assert said[0]["words"]["taken"] == "2026-11-23"
    assert said[0]["missing"] == []
    assert said[1]["missing"] == ["alt text", "rights"]


def test_hostile_words_do_not_get_out_of_the_page_s_data(desk):
    photo = a_photo(caption="</script><x-evil onload=alert(1)>")

    response = desk.get(f"{CAPTION}?ids={photo.pk}")

    assert Page(response).harm == []
    assert pictures(response)[0]["words"]["caption"] == photo.caption


def test_without_pictures_the_page_says_where_to_tick_some(desk):
    assert "Tick the pictures in" in desk.get(CAPTION).content.decode()


@pytest.mark.parametrize(
    ("field", "words", "kept"),
    [
        ("caption", "  The ferry\r\nleaves. ", {"caption": "The ferry\nleaves."}),
        ("alt_text", "A ferry", {"alt_text": "A ferry"}),
        ("credit_line", "Ada Lumen", {"credit_line": "Ada Lumen"}),
        ("creator", "", {"creator": ""}),
        ("supplier", "AFP", {"supplier": "AFP"}),
        ("rights_category", "agency", {"rights_category": "agency"}),
        ("people_shown", "Mira Holt\nJon Vale", {"people_shown": "Mira Holt\nJon Vale"}),
        ("place_shown", "Saltgate", {"place_shown": "Saltgate"}),
        ("taken", "2026-11", {"taken_on": date(2026, 11, 1), "taken_on_precision": "month"}),
    ],
)
def test_a_field_is_saved_by_itself(field, words, kept, desk, photo_desk):
    photo = a_photo(with_file=False)

    response = save(desk, photo, field, words)

    photo.refresh_from_db()
    assert response.status_code == 200
    assert {name: getattr(photo, name) for name in kept} == kept
    assert response.json()["words"] == words.replace("\r\n", "\n").strip()
    assert LogEntry.objects.get().user == photo_desk


def test_a_category_says_what_it_needs(desk):
    photo = a_photo(rights_category="", supplier="")

    response = save(desk, photo, "rights_category", "agency")

    assert response.json()["missing"] == ["supplier"]


def test_the_answer_says_what_is_still_missing(desk):
    photo = a_photo(with_file=False, credit_line="", alt_text="", rights_category="")

    response = save(desk, photo, "credit_line", "Ada Lumen")

    assert response.json()["missing"] == ["picture file", "alt text", "rights"]


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("taken", "yesterday", "“yesterday” is no date. Write it as 2026-11-23"),
        ("rights_category", "stolen", "Select a valid choice."),
        ("credit_line", "x" * 201, "at most 200 characters"),
        ("caption", "a\x00b", "Null characters are not allowed."),
        ("state", "killed", "cannot be changed here"),
        ("image", "originals/x.jpg", "cannot be changed here"),
    ],
)
def test_what_cannot_be_saved_is_refused_with_a_sentence(field, words, sentence, desk):
    photo = a_photo(with_file=False, rights_category="")
    before = Photo.objects.values().get()

    response = save(desk, photo, field, words, before="")

    if field in {"credit_line", "caption"}:
        response = save(desk, photo, field, words)
    assert response.status_code == 400
    assert sentence in response.json()["sentence"]
    assert Photo.objects.values().get() == before


def test_whoever_is_overtaken_is_shown_the_other_words(desk):
    photo = a_photo(with_file=False)
    Photo.objects.update(caption="Somebody else's words")

    response = save(desk, photo, "caption", "My words")

    assert response.status_code == 409
    assert response.json()["now"] == "Somebody else's words"
    assert "Choose which words stay" in response.json()["sentence"]
    assert Photo.objects.get().caption == "Somebody else's words"


def test_another_field_s_change_is_no_conflict(desk):
    photo = a_photo(with_file=False)
    Photo.objects.update(credit_line="Ada Lumen")

    assert save(desk, photo, "caption", "My words").status_code == 200
    kept = Photo.objects.get()
    assert (kept.caption, kept.credit_line) == ("My words", "Ada Lumen")


def test_the_same_words_again_are_no_conflict_and_no_change(desk):
    photo = a_photo(with_file=False)

    first, again = (save(desk, photo, "caption", "My words") for _ in range(2))

    assert (first.status_code, again.status_code) == (200, 200)
    assert LogEntry.objects.count() == 1


@pytest.mark.parametrize("who", ["reporter", "legal", "admin"])
def test_who_may_not_change_pictures_is_told_so(who, at_desk):
    photo = a_photo(with_file=False)

    response = save(at_desk(who), photo, "caption", "My words")

    assert response.status_code == 403
    assert response.json()["sentence"] == "You may not change pictures. Ask the photo desk."
    assert Photo.objects.get().caption == photo.caption
    assert at_desk(who).get(f"{CAPTION}?ids={photo.pk}").status_code == 403


@pytest.mark.parametrize("pk", ["0", "x", "", "99999999999999999999", "-1", "٣"])
def test_a_picture_that_is_not_there_is_said_not_to_be(pk, desk):
    response = desk.post(CAPTION, {"photo": pk, "field": "caption", "words": "x", "before": ""})

    assert response.status_code in {400, 404}
    assert response.json()["sentence"]


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_very_same_time_one_is_asked(at_desk, photo_desk, editor):
    photo = a_photo(with_file=False)
    clients = [at_desk(photo_desk), at_desk(editor)]
    answers = []

    def send(client, words):
        try:
            answers.append(save(client, photo, "caption", words).status_code)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=send, args=[client, f"Words {number}"])
        for number, client in enumerate(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == [200, 409]


def test_the_page_costs_the_same_for_forty_as_for_two(desk, django_assert_max_num_queries):
    ids = ",".join(str(a_photo().pk) for _ in range(40))

    with django_assert_max_num_queries(10):
        desk.get(f"{CAPTION}?ids={ids}")
