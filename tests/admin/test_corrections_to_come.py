"""A correction's time on its page: proposed, decided, past, twice; the door moves and stops it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from articles.desk.story import Story
from articles.masthead.publication import Publication
from articles.publishing.correction import Correction
from articles.publishing.planned import coming
from articles.publishing.publish import publish
from tests.admin.page import Page
from tests.admin.test_corrections import POSTED
from tests.builders import a_ready_story

pytestmark = pytest.mark.django_db

NOON = datetime(2036, 10, 25, 11, 0, tzinfo=UTC)
TWICE = "2036-10-26T01:30"


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def story(clock, reporter, editor):
    Publication.objects.update(time_zone="Europe/London")
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    Story.objects.filter(pk=story.pk).update(headline="Night ferry to sail two hours earlier")
    return story


def at(story, act="correct"):
    return f"/admin/articles/story/{story.pk}/{act}/"


def test_a_time_is_proposed_and_the_second_person_keeps_or_changes_it(story, at_desk):
    at_desk("reporter").post(at(story), {**POSTED, "goes_live_at": "2036-10-25T15:00"})
    editor = at_desk("editor")
    page = Page(editor.get(at(story)))
    assert page.fields()["goes_live_at"] == "2036-10-25T15:00"

    response = editor.post(
        at(story),
        {**page.fields(), "goes_live_at": "2036-10-25T16:00", "act": "approve"},
        follow=True,
    )

    assert "goes live on Saturday 25 October 2036 at 16:00 BST" in response.content.decode()
    assert [one.at for one in coming(story)] == [datetime(2036, 10, 25, 15, 0, tzinfo=UTC)]
    assert "goes live Saturday 25 October 2036, 16:00 BST" in editor.get(at(story)).content.decode()


def test_the_door_moves_it_and_calls_it_off(story, at_desk):
    editor = at_desk("editor")
    editor.post(at(story), {**POSTED, "goes_live_at": "2036-10-25T15:00", "alone_reason": "Night."})
    (plan,) = coming(story)

    moved = {"release": plan.release.pk, "goes_live_at": "2036-10-25T17:00"}
    editor.post(at(story, "reschedule"), moved)
    assert [one.at.hour for one in coming(story)] == [16]
    editor.post(at(story, "call-off"), {"release": plan.release.pk})

    assert coming(story) == []
    assert "called off before readers had it" in editor.get(at(story)).content.decode()


def test_a_past_time_is_said_and_nothing_is_lost(story, at_desk):
    response = at_desk("editor").post(at(story), {**POSTED, "goes_live_at": "2036-10-25T09:00"})

    page = Page(response)
    assert response.status_code == 422
    assert "That time is past. Give a later one, or none for now." in page.errors
    assert page.fields()["note"] == POSTED["note"]
    assert not Correction.objects.exists()


def test_what_was_proposed_for_a_time_that_is_past_is_decided_all_the_same(story, at_desk, clock):
    at_desk("reporter").post(at(story), {**POSTED, "goes_live_at": "2036-10-25T15:00"})
    clock.move_to(NOON + timedelta(days=1))
    editor = at_desk("editor")
    page = Page(editor.get(at(story)))
    assert "which is past" in editor.get(at(story)).content.decode()

    editor.post(at(story), {**page.fields(), "act": "approve"})

    assert Correction.objects.get().state == "published"
    assert coming(story) == []


@pytest.mark.parametrize("goes_live_at", ["2036-10-25T09:00", "nonsense"])
def test_it_is_turned_down_whatever_stands_in_the_time(story, at_desk, goes_live_at):
    at_desk("reporter").post(at(story), POSTED)

    posted = {"act": "turn_down", "why_not": "It was right.", "goes_live_at": goes_live_at}
    at_desk("editor").post(at(story), posted)

    assert Correction.objects.get().state == "turned_down"


def test_a_time_that_comes_twice_is_chosen_and_kept_for_the_second_person(story, at_desk):
    reporter, editor = at_desk("reporter"), at_desk("editor")
    asked = Page(reporter.post(at(story), {**POSTED, "goes_live_at": TWICE}))
    _, second = asked.all("input", name="goes_live_at_reading")
    assert any("The second passing: 01:30 GMT" in one.text for one in asked.all("label"))

    chosen = {**asked.fields(), "goes_live_at_reading": second.attributes["value"]}
    reporter.post(at(story), {**chosen, "where": ["headline"]})
    assert Correction.objects.get().goes_live_at == datetime(2036, 10, 26, 1, 30, tzinfo=UTC)
    page = Page(editor.get(at(story)))
    editor.post(at(story), {**page.fields(), "act": "approve"})

    assert [one.at for one in coming(story)] == [datetime(2036, 10, 26, 1, 30, tzinfo=UTC)]


def test_a_withdrawal_asks_for_no_time(story, at_desk):
    page = Page(at_desk("editor").get(at(story, "withdraw")))

    assert not page.all("input", name="goes_live_at")
