"""Corrections at a time to come: in the story's line, moved and called off like any edition."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from articles.desk.story import Story
from articles.publishing.agenda import agenda
from articles.publishing.approve import Approval, approve
from articles.publishing.call_off import call_off
from articles.publishing.planned import coming
from articles.publishing.propose import Said, propose
from articles.publishing.publish import publish
from articles.publishing.refusal import Refused
from articles.publishing.reschedule import reschedule
from articles.site.edition import Edition
from tests.builders import a_ready_story

pytestmark = pytest.mark.django_db

NOON = datetime(2036, 11, 24, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
SAID = Said(
    note="The ferry sails at ten, not at nine.",
    wrong="It sails at nine.",
    right="It sails at ten.",
    goes_live_at=NOON + 2 * HOUR,
)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def story(clock, reporter, editor):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    return rewritten(story, "Night ferry to sail at ten")


def rewritten(story, headline):
    Story.objects.filter(pk=story.pk).update(headline=headline)
    story.refresh_from_db()
    return story


def corrected(story, reporter, editor, at=SAID.goes_live_at):
    correction = propose(story, SAID, by=reporter)
    approve(correction, by=editor, approval=Approval(goes_live_at=at))
    correction.refresh_from_db()
    return correction


def headline(story):
    return Edition.objects.live().get(story_key=story.key).headline


def test_readers_have_it_from_its_time_on(story, reporter, editor, clock):
    correction = corrected(story, reporter, editor)

    assert correction.goes_live_at == NOON + 2 * HOUR
    assert correction.is_to_come
    assert headline(story) == "Night ferry to sail an hour earlier"
    clock.move_to(NOON + 2 * HOUR)
    live = Edition.objects.live().get()
    assert (live.headline, live.kind) == ("Night ferry to sail at ten", "correction")
    assert live.corrections[0]["at"] == (NOON + 2 * HOUR).isoformat()
    assert not correction.is_to_come


def test_it_stands_on_the_agenda(story, reporter, editor, clock):
    corrected(story, reporter, editor)

    ((entry,),) = (hour.entries for hour in agenda(editor, now=NOON))

    assert (entry.at, entry.of) == (NOON + 2 * HOUR, story)


def test_it_is_moved_with_the_date_of_its_note(story, reporter, editor, clock):
    release = corrected(story, reporter, editor).release

    reschedule(story, by=editor, release=release.pk, to=NOON + 3 * HOUR)

    (plan,) = coming(story)
    assert plan.at == NOON + 3 * HOUR
    assert plan.edition.corrections[0]["at"] == (NOON + 3 * HOUR).isoformat()


def test_called_off_it_is_not_told_and_says_so(story, reporter, editor, clock):
    correction = corrected(story, reporter, editor)

    call_off(story, by=editor, release=correction.release.pk)

    correction.refresh_from_db()
    assert correction.was_called_off
    assert not correction.is_to_come
    clock.move_to(NOON + 3 * HOUR)
    assert headline(story) == "Night ferry to sail an hour earlier"


def test_what_goes_live_before_it_stays_and_what_goes_after_gives_way(
    story, reporter, editor, clock
):
    for after in (1, 4):
        rewritten(story, f"At noon and {after}")
        publish(
            story,
            by=editor,
            goes_live_at=NOON + after * HOUR,
            keeps_later=True,
            new_facts="A new timetable.",
        )
    rewritten(story, "Night ferry to sail at ten")

    correction = corrected(story, reporter, editor)

    assert [(one.edition.number, one.edition.headline) for one in coming(story)] == [
        (2, "At noon and 1"),
        (3, "Night ferry to sail at ten"),
    ]
    assert correction.changes[0]["before"] == "At noon and 1"


def test_an_update_kept_after_it_carries_its_note(story, reporter, editor, clock):
    corrected(story, reporter, editor)
    rewritten(story, "Night ferry to sail at ten, and at four")

    publish(story, by=editor, goes_live_at=NOON + 3 * HOUR, new_facts="A second ferry.")

    clock.move_to(NOON + 3 * HOUR)
    live = Edition.objects.live().get()
    assert [one["text"] for one in live.corrections] == [SAID.note]


def test_the_same_note_is_not_told_twice(story, reporter, editor, clock):
    corrected(story, reporter, editor)
    again = propose(story, SAID, by=reporter)

    with pytest.raises(Refused, match="already stands on the story"):
        approve(again, by=editor, approval=Approval(goes_live_at=NOON + 3 * HOUR))


def test_a_withdrawal_has_no_time(story, legal, editor, clock):
    gone = {"kind": "withdrawal", "note": "It named the wrong man."}

    with pytest.raises(Refused, match="A withdrawal goes out at once"):
        propose(story, Said(**gone, goes_live_at=NOON + HOUR), by=legal)
    waiting = propose(story, Said(**gone), by=legal)
    with pytest.raises(Refused, match="A withdrawal goes out at once"):
        approve(waiting, by=editor, approval=Approval(goes_live_at=NOON + HOUR))
