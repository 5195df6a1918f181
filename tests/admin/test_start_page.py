"""The start page says what is due, to each what they may see."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.reply import Reply
from articles.desk.story import Story
from articles.publishing.hold_story import hold_story, lift_hold
from articles.publishing.publish import publish
from tests.admin.test_query_counts import cost
from tests.builders import a_ready_story, a_story

pytestmark = pytest.mark.django_db

SOON = timedelta(hours=3)


def start(client):
    return client.get("/admin/").content.decode()


@pytest.fixture
def asked(reporter):
    story = a_story(created_by=reporter, headline="The quay is shut")
    return Reply.objects.create(
        story=story, party="The harbour trust", state="open", deadline=timezone.now() + SOON
    )


def test_open_requests_are_listed_the_nearest_deadline_first(asked, at_desk):
    Reply.objects.create(story=asked.story, party="The pilot", deadline=timezone.now() - SOON)
    Reply.objects.create(story=asked.story, party="The mayor", state="declined")

    page = start(at_desk("editor"))

    assert page.index("The pilot") < page.index("The harbour trust")
    assert "To send; the deadline is over" in page
    assert "The quay is shut" in page
    assert "The mayor" not in page


@pytest.mark.parametrize(
    ("who", "sees"), [("reporter", True), ("legal", True), ("admin", False), ("photo", False)]
)
def test_requests_are_shown_to_who_may_see_them(asked, at_desk, who, sees):
    assert ("The harbour trust" in start(at_desk(who))) is sees


def test_a_colleague_s_requests_are_nobody_s_business(asked, colleague, at_desk):
    assert "The harbour trust" not in start(at_desk(colleague))


@pytest.fixture
def called_off(reporter, editor, legal):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor, goes_live_at=timezone.now() + SOON)
    hold_story(story, by=legal, reason="A letter from a lawyer came.")
    return story


def test_what_was_called_off_is_listed_with_the_reason(called_off, at_desk):
    page = start(at_desk("editor"))

    assert "Called off, and not released again" in page
    assert "A letter from a lawyer came." in page


def test_once_it_is_released_again_it_is_listed_no_more(called_off, editor, legal, at_desk):
    lift_hold(called_off, by=legal, reason="It was about another ferry.")
    publish(Story.objects.get(pk=called_off.pk), by=editor, goes_live_at=timezone.now() + SOON)

    assert "Called off, and not" not in start(at_desk("editor"))


def test_many_requests_ask_the_database_no_more_than_one(asked, at_desk):
    editor = at_desk("editor")
    one = cost(editor, "/admin/")
    for number in range(10):
        Reply.objects.create(story=asked.story, party=f"The party {number}", state="open")

    assert cost(editor, "/admin/") == one
