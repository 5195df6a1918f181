"""Schedules and corrections in a real browser, as two editors and a reader meet them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.desk.story import Story
from articles.masthead.publication import Publication
from articles.publishing.correction import Correction
from articles.publishing.planned import coming
from articles.publishing.propose import Said, propose
from articles.publishing.publish import publish
from articles.site.edition import Edition
from tests.builders import a_ready_story, a_story, a_user

pytestmark = pytest.mark.django_db(transaction=True)

TYPED = "%Y-%m-%dT%H:%M"


@pytest.fixture
def story(reporter, editor):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    return story


def door(page, story, act="publish"):
    page.goto(f"/admin/articles/story/{story.pk}/{act}/")


def schedule(page, story, standfirst, moment):
    """As an editor who has changed the copy and now gives it a time."""
    Story.objects.filter(pk=story.pk).update(standfirst=standfirst)
    door(page, story)
    page.fill("#id_goes_live_at", moment.strftime(TYPED))
    page.get_by_label("An update with new facts").check()
    page.get_by_label("What is new").fill("Two soundings were taken.")
    page.get_by_role("button", name="Publish", exact=True).click()
    page.get_by_text("goes live on").first.wait_for()


def test_an_editor_schedules_two_moves_one_and_cancels_the_other(visit, story, editor):
    page, now = visit(editor), timezone.now()
    schedule(page, story, "Soundings of 2 metres.", now + timedelta(hours=20))
    schedule(page, story, "Soundings of 3 metres.", now + timedelta(hours=30))
    door(page, story)
    first = page.locator(".coming > li").first

    first.locator("summary").click()
    first.get_by_label("Goes live at").fill((now + timedelta(hours=40)).strftime(TYPED))
    first.get_by_role("button", name="Change the time").click()

    page.get_by_text("It goes live on").wait_for()
    assert [one.edition.standfirst for one in coming(story)] == [
        "Soundings of 3 metres.",
        "Soundings of 2 metres.",
    ]
    page.locator(".coming > li").last.get_by_role("button", name="Call off").click()
    page.get_by_text("That edition does not go live").wait_for()
    assert page.locator(".coming > li").count() == 1
    assert [one.edition.number for one in coming(story)] == [2]


def test_a_live_story_is_corrected_by_two_editors_and_the_reader_is_told(visit, story, editor):
    Story.objects.filter(pk=story.pk).update(headline="Night ferry to sail two hours earlier")
    page = visit(editor)
    door(page, story)
    page.get_by_text("Readers have other facts than these:").wait_for()
    page.get_by_label("A correction: it was wrong").check()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.wait_for_url(re.compile(r"/correct/"))
    assert page.locator(".differences ins").all_text_contents() == [" [added: two hours] "]
    page.get_by_label("What was wrong").fill("it sails an hour earlier.")
    page.get_by_label("What is right").fill("it sails two hours earlier")
    page.get_by_label("Headline").check()
    page.get_by_label("Above the story, for grave errors").check()
    note = (
        "An earlier version of this story said: it sails an hour earlier. "
        "It should have said: it sails two hours earlier."
    )
    assert page.locator("#id_note").input_value() == note
    page.get_by_role("button", name="Send").click()
    page.get_by_text("waits for a second person, who has been told").wait_for()

    other = visit(a_user("second", "Editor"))
    door(other, story, "correct")
    other.locator(".public-note", has_text=note).wait_for()
    other.get_by_role("button", name="Approve and publish").click()
    other.get_by_text("is published, with its note").wait_for()

    reader = visit(javascript=False)
    reader.goto(Edition.objects.get(number=2).get_absolute_url())
    assert note in reader.locator(".correction-top").inner_text()
    assert reader.locator("h1").inner_text() == "Night ferry to sail two hours earlier"
    assert Correction.objects.get().approved_by.username == "second"


def test_a_note_of_one_s_own_is_not_written_over(visit, story, editor):
    page = visit(editor)
    door(page, story, "correct")
    page.get_by_label("What was wrong").fill("nine")
    page.get_by_label("What is right").fill("ten")
    page.locator("#id_note").fill("My own words.")

    page.get_by_label("What is right").fill("eleven")

    assert page.locator("#id_note").input_value() == "My own words."


def test_a_correction_at_a_time_is_on_the_agenda_and_called_off_at_the_door(
    visit, story, reporter, editor
):
    said = Said(note="It sails at ten, not at nine.", wrong="nine", right="ten")
    propose(story, said, by=reporter)
    page = visit(editor)
    page.goto("/admin/")
    page.get_by_role("link", name="Correction of “Night ferry").click()
    page.locator(".public-note", has_text=said.note).wait_for()

    page.get_by_label("Goes live at").fill((timezone.now() + timedelta(hours=3)).strftime(TYPED))
    page.get_by_role("button", name="Approve and publish").click()
    page.get_by_text("goes live on").first.wait_for()
    page.goto("/admin/")
    page.locator(".board-clock", has_text="Changes").get_by_text("Night ferry").wait_for()
    door(page, story)
    page.get_by_role("button", name="Call off what goes live").click()
    page.get_by_text("does not go live. What readers have stays.").wait_for()

    assert coming(story) == []
    assert Correction.objects.get().was_called_off


def test_which_passing_of_an_hour_is_meant_is_said_by_keyboard_and_without_script(visit, reporter):
    Publication.objects.update(time_zone="Europe/London")
    draft = a_story(created_by=reporter, headline="Under embargo")
    page = visit(reporter, javascript=False)
    page.goto(f"/admin/articles/story/{draft.pk}/change/")
    page.locator("#id_standfirst").fill("Typed just now.")
    page.locator("details:has(#id_embargo) summary").press("Enter")
    page.locator("#id_embargo").fill("2027-10-31T01:30")
    page.locator("#id_embargo").press("Enter")
    page.get_by_text("Say which of the two is meant.").wait_for()
    assert page.locator("#id_standfirst").input_value() == "Typed just now."

    second = page.get_by_label("The second passing: 01:30 GMT")
    second.focus()
    page.keyboard.press("Space")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    draft.refresh_from_db()
    assert draft.embargo == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
    assert draft.standfirst == "Typed just now."
