"""Who is not logged in is sent to log in, and learns nothing from the way."""

from __future__ import annotations

import pytest
from django.test import Client

from articles.desk.story import Story
from tests.admin.addresses import OPEN, PLACES
from tests.builders import a_user

pytestmark = pytest.mark.django_db

CLOSED = [place for place in PLACES if place.name not in OPEN]
NO_SUCH_ID = 987_654


def door_of(place, path):
    """Where a stranger is sent: to log in, and then to what was asked for."""
    return "/admin/" if place.name == "logout" else f"/admin/login/?next={path}"


@pytest.fixture
def reporter(db, rows_of_the_module):
    """Whose the rows are."""
    return rows_of_the_module.writer


@pytest.mark.parametrize("place", CLOSED, ids=lambda place: place.name)
@pytest.mark.parametrize("method", ["get", "head", "post", "put", "delete"])
def test_a_stranger_is_sent_to_log_in_whatever_there_is(place, method, rows, client):
    row = rows.get(place.model, 1)

    for pk in {row, NO_SUCH_ID} if place.address(1) != place.address(2) else {row}:
        response = getattr(client, method)(place.address(pk))

        assert response.status_code == 302
        assert response["Location"] == door_of(place, place.address(pk))
        assert response.content == b""


def test_the_desk_has_addresses_to_walk():
    names = {place.name for place in PLACES}

    assert {"index", "jsi18n", "autocomplete", "articles_story_publish"} <= names
    assert {f"articles_{kind}_pick" for kind in ("photo", "source", "story")} <= names


@pytest.mark.parametrize("path", ["nonsense/", "articles/", "articles/story/1/", "articles/story"])
def test_even_addresses_that_do_not_exist_ask_for_a_log_in(path, client):
    response = client.get(f"/admin/{path}")

    assert (response.status_code, response["Location"]) == (
        302,
        f"/admin/login/?next=/admin/{path}",
    )


@pytest.mark.parametrize("spoil", [{"is_staff": False}, {"is_active": False}])
@pytest.mark.parametrize("place", CLOSED, ids=lambda place: place.name)
def test_who_has_left_the_desk_is_a_stranger(place, spoil, reporter):
    client = Client()
    client.force_login(reporter)
    type(reporter).objects.filter(pk=reporter.pk).update(**spoil)

    response = client.get(place.address())

    assert response.status_code == 302
    assert response["Location"].startswith(door_of(place, place.address()))


@pytest.mark.parametrize("name", ["reporter", "nobody"])
def test_a_wrong_log_in_says_the_same_whoever_it_names(name, reporter, client):
    response = client.post("/admin/login/", {"username": name, "password": "wrong"})

    assert response.status_code == 200
    (sentence,) = response.context["form"].non_field_errors()
    assert sentence.startswith("Please enter the correct username and password")


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:x()"])
def test_logging_in_leads_to_no_other_site(target, client, db):
    a_user("ines", "Reporter")
    form = {"username": "ines", "password": "ines-has-a-long-password", "next": target}

    response = client.post("/admin/login/", form)

    assert response.status_code == 302
    assert response["Location"] in {"/admin/", "/accounts/profile/"}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_post_without_the_token_is_refused(place, rows):
    boss = a_user("boss", is_superuser=True)
    client = Client(enforce_csrf_checks=True)
    client.force_login(boss)

    response = client.post(place.address(rows.get(place.model, 1)), {"name": "x"})

    assert response.status_code == 403
    assert Story.objects.count() == 1
