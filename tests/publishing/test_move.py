"""Moving a story: the record, the reason, where it was, who is told, what is called off."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.act import Act
from articles.desk.notification import Notification
from articles.desk.story import Story
from articles.publishing.move import move
from articles.publishing.publish import publish
from articles.publishing.refusal import NotAllowed, PreflightBlocks, Refused
from articles.site.edition import Edition
from articles.vocabulary import Stage
from tests.builders import a_ready_story, a_story, a_user

pytestmark = pytest.mark.django_db

WHY = "The council’s figures are missing."


@pytest.fixture
def story(reporter):
    return a_story(created_by=reporter)


def now(story):
    return Story.objects.get(pk=story.pk).stage


def test_a_move_stays_on_the_story_s_record(story, reporter):
    move(story, to=Stage.FILED, by=reporter)

    assert now(story) == "filed"
    (act,) = Act.objects.all()
    assert (act.kind, act.made_by, act.reason) == ("moved", reporter, "Draft to filed.")


def test_the_writer_and_who_has_it_in_hand_are_told_and_who_moved_it_is_not(
    story, reporter, colleague, sub_editor
):
    Story.objects.update(assigned_to=colleague)
    move(story, to=Stage.FILED, by=reporter)
    assert [one.user for one in Notification.objects.all()] == [colleague]

    move(story, to=Stage.SUBBED, by=sub_editor)

    told = Notification.objects.filter(caused_by=sub_editor)
    assert {one.user for one in told} == {reporter, colleague}
    assert "subeditor moved “ferry-timetable” from filed to subbed." in told[0].text


@pytest.mark.parametrize("to", [Stage.HELD, Stage.SPIKED])
def test_holding_and_spiking_want_a_reason_and_it_comes_back_to_where_it_was(
    to, story, reporter, editor
):
    move(story, to=Stage.FILED, by=reporter)
    with pytest.raises(Refused, match="Say why"):
        move(story, to=to, by=editor, reason="  ")
    assert now(story) == "filed"

    move(story, to=to, by=editor, reason=WHY)
    assert Act.objects.first().reason == f"Filed to {to}: {WHY}"
    with pytest.raises(NotAllowed, match="goes back to where it was: filed"):
        move(story, to=Stage.DRAFT, by=editor)
    move(story, to=Stage.FILED, by=editor)

    assert now(story) == "filed"
    assert Story.objects.get().stage_before == ""


def test_a_held_story_that_is_spiked_still_knows_where_it_was(story, reporter, editor):
    move(story, to=Stage.FILED, by=reporter)
    move(story, to=Stage.HELD, by=editor, reason=WHY)
    move(story, to=Stage.SPIKED, by=editor, reason=WHY)

    move(story, to=Stage.FILED, by=editor)

    assert now(story) == "filed"


def test_nobody_makes_a_move_that_the_table_does_not_have(story, reporter, editor):
    with pytest.raises(NotAllowed):
        move(story, to=Stage.CLEARED, by=editor)
    with pytest.raises(NotAllowed):
        move(story, to=Stage.FILED, by=a_user("other", "Reporter"))
    reporter.is_active = False
    with pytest.raises(NotAllowed):
        move(story, to=Stage.FILED, by=reporter)

    assert now(story) == "draft"
    assert not Act.objects.exists()


def test_a_move_is_judged_by_the_stage_that_is_stored(story, reporter, editor):
    stale = Story.objects.get(pk=story.pk)
    move(story, to=Stage.FILED, by=reporter)

    with pytest.raises(NotAllowed, match="is filed, and from there"):
        move(stale, to=Stage.FILED, by=editor)


def test_what_is_scheduled_and_held_is_called_off_and_they_are_told(reporter, editor):
    night = a_user("night", "Editor")
    story = a_ready_story(created_by=reporter, stage="cleared", assigned_to=a_user("sub", "Editor"))
    publish(story, by=editor, goes_live_at=timezone.now() + timedelta(hours=3))

    called_off = move(story, to=Stage.HELD, by=night, reason=WHY)

    assert called_off
    assert not Edition.objects.exists()
    told = Notification.objects.filter(kind="called_off")
    assert {one.user.username for one in told} == {"reporter", "sub", "editor"}
    with pytest.raises(PreflightBlocks, match="is held"):
        publish(story, by=editor)


def test_what_readers_have_stays_when_the_story_is_spiked(reporter, editor):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)

    assert not move(story, to=Stage.SPIKED, by=editor, reason=WHY)

    assert Edition.objects.live().exists()
