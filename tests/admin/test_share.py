"""The page of preview links: made, shown once, counted, revoked."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client

from articles.desk.preview_link import PreviewLink
from articles.publishing.hold_story import hold_story
from articles.publishing.share_preview import share_preview
from tests.builders import a_ready_story, a_story

pytestmark = pytest.mark.django_db

FORM = {"for_whom": "Counsel", "lasts": "24"}
ADDRESS = re.compile(r'value="http://127\.0\.0\.1:8000(/preview/[\w-]+/)"')


@pytest.fixture
def story(reporter):
    return a_ready_story(created_by=reporter)


@pytest.fixture
def page(story):
    return f"/admin/articles/story/{story.pk}/share/"


def test_the_address_is_shown_once_and_opens_the_story(page, at_desk):
    client = at_desk("editor")

    made = client.post(page, FORM)
    (address,) = ADDRESS.findall(made.content.decode())

    assert Client().get(address).status_code == 200
    assert made["Referrer-Policy"] == "same-origin"
    assert "no-store" in made["Cache-Control"]
    again = client.get(page).content.decode()
    assert address not in again
    assert "Opened 1 time" in again


def test_it_is_revoked_by_its_button(page, at_desk):
    client = at_desk("editor")
    (address,) = ADDRESS.findall(client.post(page, FORM).content.decode())

    answer = client.post(page, {"revoke": PreviewLink.objects.get().pk}, follow=True)

    assert "The link for Counsel shows nothing any more." in answer.content.decode()
    assert "Revoked by editor" in answer.content.decode()
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("number", ["0", "x", "-1", "", "²"])
def test_a_link_that_is_not_there_cannot_be_revoked(page, number, at_desk):
    answer = at_desk("editor").post(page, {"revoke": number}, follow=True)

    assert "There is no such link of this story." in answer.content.decode()


def test_another_story_s_link_is_not_revoked_here(page, editor, reporter, at_desk):
    other = a_story(created_by=reporter, headline="Another")
    link, _ = share_preview(other, by=editor, for_whom="Counsel", lasts=timedelta(days=1))

    at_desk("editor").post(page, {"revoke": link.pk})

    link.refresh_from_db()
    assert link.revoked_at is None


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({**FORM, "for_whom": " "}, "Say who gets the link, and why."),
        ({**FORM, "lasts": "9999"}, "Select a valid choice"),
        ({**FORM, "for_whom": "x" * 201}, "at most 200 characters"),
    ],
)
def test_what_is_wrong_is_said_and_makes_no_link(page, form, sentence, at_desk):
    answer = at_desk("editor").post(page, form)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not PreviewLink.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("reporter", 403), ("photo", 403), ("admin", 404)])
def test_who_may_not_share_cannot_post_it_either(page, who, status, at_desk):
    assert at_desk(who).post(page, FORM).status_code == status
    assert not PreviewLink.objects.exists()


def test_on_legal_hold_the_page_says_who_may(page, story, legal, at_desk):
    hold_story(story, by=legal, reason="A letter came.")

    editor, counsel = at_desk("editor"), at_desk("legal")

    assert "It is on legal hold" in editor.get(page).content.decode()
    assert editor.post(page, FORM).status_code == 409
    assert counsel.post(page, FORM).status_code == 200
