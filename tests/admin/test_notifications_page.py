"""The bell and its page: one's own, read and unread, each leading to its place."""

from __future__ import annotations

import pytest
from django.utils import timezone

from articles.desk.notification import Notification
from tests.admin.page import Page
from tests.admin.test_query_counts import cost
from tests.builders import a_story, a_user

pytestmark = pytest.mark.django_db

PAGE = "/admin/notifications/"


@pytest.fixture
def story(reporter):
    return a_story(created_by=reporter)


@pytest.fixture
def tell(story, editor):
    def tell(user, kind="moved", text="Something happened."):
        return Notification.objects.create(
            user=user, story=story, kind=kind, text=text, caused_by=editor
        )

    return tell


def bell(client, path="/admin/"):
    (found,) = Page(client.get(path)).all("span", "bell-count")
    return found.text


@pytest.mark.parametrize(
    "path", ["/admin/", "/admin/articles/story/", "/admin/articles/photo/upload/", PAGE]
)
def test_the_bell_counts_what_is_unread_on_every_page(path, tell, reporter, at_desk):
    tell(reporter)
    tell(reporter).__class__.objects.filter(pk=tell(reporter).pk).update(read_at=timezone.now())

    assert bell(at_desk("reporter"), path) == "2"


def test_a_story_s_own_page_has_the_bell_too(story, tell, reporter, at_desk):
    tell(reporter)

    assert bell(at_desk("reporter"), f"/admin/articles/story/{story.pk}/publish/") == "1"


def test_who_is_not_logged_in_has_no_bell(client):
    assert "bell-count" not in client.get("/admin/login/").content.decode()


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("mentioned", "change/#notes-group"),
        ("answered", "change/#notes-group"),
        ("assigned", "change/"),
        ("moved", "change/"),
        ("called_off", "publish/"),
    ],
)
def test_opening_one_reads_it_and_leads_to_its_place(kind, place, story, tell, reporter, at_desk):
    row = tell(reporter, kind)
    client = at_desk("reporter")

    response = client.post(PAGE, {"open": row.pk})

    assert response["Location"] == f"/admin/articles/story/{story.pk}/{place}"
    assert bell(client) == "0"


def test_one_is_kept_for_later_and_all_are_read_at_once(tell, reporter, at_desk):
    client = at_desk("reporter")
    row = tell(reporter)
    client.post(PAGE, {"open": row.pk})

    client.post(PAGE, {"unread": row.pk})
    assert bell(client) == "1"
    client.post(PAGE, {"all": "1"})

    assert bell(client) == "0"


def test_looking_at_the_page_reads_nothing(tell, reporter, at_desk):
    client = at_desk("reporter")
    tell(reporter)

    assert "Something happened." in client.get(PAGE).content.decode()
    assert bell(client) == "1"


@pytest.mark.parametrize("act", ["open", "unread"])
def test_another_s_is_nobody_s_business(act, tell, reporter, at_desk):
    theirs = tell(reporter)
    Notification.objects.update(read_at=timezone.now() if act == "unread" else None)
    before = Notification.objects.values("read_at").get()
    client = at_desk("editor")

    client.post(PAGE, {act: theirs.pk})
    client.post(PAGE, {"all": "1"})

    assert Notification.objects.values("read_at").get() == before
    assert "Something happened." not in client.get(PAGE).content.decode()


@pytest.mark.parametrize("sent", ["", "x", "987654"])
def test_what_is_none_cannot_be_opened(sent, tell, reporter, at_desk):
    assert at_desk("reporter").post(PAGE, {"open": sent}).status_code == 404


def test_none_of_a_story_that_was_taken_from_one(story, tell, colleague, at_desk):
    type(story).objects.update(assigned_to=colleague)
    row = tell(colleague)
    client = at_desk(colleague)
    assert bell(client) == "1"

    type(story).objects.update(assigned_to=None)

    assert bell(client) == "0"
    assert "Something happened." not in client.get(PAGE).content.decode()
    assert client.post(PAGE, {"open": row.pk}).status_code == 404


def test_a_full_page_costs_what_one_line_costs(tell, reporter, at_desk):
    client = at_desk("reporter")
    tell(reporter)
    one = cost(client, PAGE)
    for number in range(40):
        tell(reporter, text=f"Number {number}").story = a_story(created_by=a_user(f"u{number}"))

    assert cost(client, PAGE) == one


def test_the_bell_costs_one_query(tell, reporter, at_desk):
    client = at_desk("reporter")
    none = cost(client, "/admin/")
    for _ in range(20):
        tell(reporter)

    assert cost(client, "/admin/") == none
