"""The vault's page: who may look at it, and what it shows to whom."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.vault.acts import seal_identity
from articles.desk.vault.identity import Identity
from articles.desk.vault.secret import Secret
from tests.admin.page import Page
from tests.builders import a_source, a_user

pytestmark = pytest.mark.django_db

NAME = "Wenna Tregale"


@pytest.fixture
def source():
    return a_source(name="", terms="anonymous", public_description="a nurse on the night shift")


@pytest.fixture
def identity(source, reporter, editor):
    return seal_identity(
        source,
        secret=Secret(name=NAME, reason="Her contract forbids it.", promised="No name."),
        knowers=[editor],
        destroy_after=timezone.localdate() + timedelta(days=30),
        by=reporter,
    )


def address(source):
    return f"/admin/articles/source/{source.pk}/identity/"


def opening(password):
    return {"act": "open", "password": password}


def opening_as(user):
    return opening(f"{user}-has-a-long-password")


def test_a_knower_sees_it_with_the_password_and_not_before(identity, source, at_desk):
    desk = at_desk("editor")

    before = desk.get(address(source))
    after = desk.post(address(source), opening_as("editor"))
    again = desk.get(address(source))

    assert [NAME in page.content.decode() for page in (before, after, again)] == [
        *(False, True, False)
    ]
    assert "no-store" in after.headers["Cache-Control"]
    assert after.headers["Referrer-Policy"] == "same-origin"
    assert "Opened – editor" in again.content.decode()


@pytest.mark.parametrize("role", ["sub-editor", "legal", "admin", "photo", "superuser"])
def test_nobody_else_does_whatever_the_role(role, identity, source, at_desk, request):
    fixture = {"sub-editor": "sub_editor", "admin": "administrator", "photo": "photo_desk"}
    if role == "superuser":
        who = a_user("root", is_superuser=True)
    else:
        who = request.getfixturevalue(fixture.get(role, role))
    desk = at_desk(who)

    answer = desk.post(address(source), opening(f"{who.username}-has-a-long-password"))
    page = desk.get(address(source))

    assert answer.status_code in {403, 404}
    assert NAME not in answer.content.decode() + page.content.decode()
    assert "Every look, and every try" not in page.content.decode()


def test_a_refused_try_stands_in_the_log_of_those_who_know(identity, source, at_desk):
    at_desk("legal").post(address(source), opening_as("legal"))

    page = at_desk("reporter").get(address(source))

    assert "Refused: not one of those who know – legal" in page.content.decode()


def test_a_wrong_password_shows_nothing_and_says_so(identity, source, at_desk):
    answer = at_desk("editor").post(address(source), opening("a guess"))

    assert answer.status_code == 403
    assert "That is not your password" in answer.content.decode()
    assert NAME not in answer.content.decode()


def test_sealing_keeps_what_was_typed_when_it_is_refused(source, editor, at_desk):
    typed = {
        "act": "seal",
        "name": NAME,
        "reason": "",
        "promised": "No name.",
        "destroy_after": (timezone.localdate() + timedelta(days=9)).isoformat(),
        "knowers": [editor.pk],
    }

    refused = at_desk("reporter").post(address(source), typed)
    sealed = at_desk("reporter").post(address(source), {**typed, "reason": "Her contract."})

    assert refused.status_code == 403
    assert "Say why the source must not be named" in refused.content.decode()
    assert Page(refused).all("input", id="seal_name")[0].attributes["value"] == NAME
    assert sealed.status_code == 302
    assert {knower.user.username for knower in Identity.objects.get().knowers.all()} == {
        *("reporter", "editor")
    }


def test_without_keys_the_page_says_so_and_the_source_can_still_be_kept(settings, source, at_desk):
    settings.IDENTITY_KEYS = []

    page = at_desk("reporter").get(address(source))

    assert "The vault is shut" in page.content.decode()
    assert 'value="seal"' not in page.content.decode()


def test_a_source_on_the_record_has_no_such_page(at_desk):
    assert at_desk("editor").get(address(a_source())).status_code == 404


def test_an_error_page_does_not_show_it(identity, source, at_desk, settings, monkeypatch):
    """Django’s own page for developers prints every variable of every frame."""
    settings.DEBUG = True

    def fail(*_args, **_kwargs):
        message = "The log is full."
        raise RuntimeError(message)

    monkeypatch.setattr("articles.desk.vault.acts.note", fail)
    desk = at_desk("editor", raise_request_exception=False)

    answer = desk.post(address(source), opening_as("editor"))

    assert answer.status_code == 500
    assert "The log is full" in answer.content.decode()
    assert NAME not in answer.content.decode()
    assert "has-a-long-password" not in answer.content.decode()
