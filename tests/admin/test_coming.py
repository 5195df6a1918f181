"""What is to come, at the door: listed, moved, called off; and times that need a question."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from articles.desk.story import Story
from articles.masthead.publication import Publication
from articles.publishing.planned import coming
from articles.publishing.publish import publish
from articles.publishing.release import Release
from articles.site.edition import Edition
from tests.admin.page import Page
from tests.builders import a_ready_story

pytestmark = pytest.mark.django_db

SATURDAY = datetime(2036, 10, 25, 12, 0, tzinfo=UTC)
"""In London the clocks go back that night, at 02:00 summer time; PostgreSQL is far behind it."""
HOUR = timedelta(hours=1)
SUNDAY = datetime(2036, 10, 26, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    Publication.objects.update(time_zone="Europe/London")
    with time_machine.travel(SATURDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def story(reporter, db):
    return a_ready_story(created_by=reporter)


@pytest.fixture
def desk(at_desk):
    return at_desk("editor")


def at(story, act):
    return f"/admin/articles/story/{story.pk}/{act}/"


def schedule(story, editor, standfirst, moment):
    Story.objects.filter(pk=story.pk).update(standfirst=standfirst)
    publish(story, by=editor, goes_live_at=moment, new_facts="Soundings.")


@pytest.fixture
def two(story, editor):
    schedule(story, editor, "One.", SATURDAY + HOUR)
    schedule(story, editor, "Two.", SATURDAY + 2 * HOUR)
    return [one.release.pk for one in coming(story)]


def test_each_is_listed_with_its_times_and_who_released_it(story, two, desk):
    page = Page(desk.get(at(story, "publish")))

    first, second = [one for one in page.all("li") if "Call off" in one.text]
    assert "Saturday 25 October 2036, 14:00 BST (13:00 UTC)" in first.text
    assert "Update, edition 2" in second.text
    assert "released by editor" in second.text


def test_one_is_moved_and_the_page_says_so(story, two, desk):
    response = desk.post(
        at(story, "reschedule"),
        {"release": two[0], "goes_live_at": "2036-10-25T20:15"},
        follow=True,
    )

    assert "It goes live on Saturday 25 October 2036 at 20:15 BST now." in map(
        str, response.context["messages"]
    )
    assert [one.edition.standfirst for one in coming(story)] == ["Two.", "One."]


def test_a_move_that_is_refused_keeps_what_was_typed(story, two, desk):
    for typed, status, sentence in (
        ("2036-10-25T09:00", 422, "That time is past. Give a later one."),
        ("2036-10-25T15:00", 409, "Another edition of the story goes live at that very time."),
        ("soon", 422, "That is not a time."),
        ("", 422, "Give a time."),
    ):
        response = desk.post(at(story, "reschedule"), {"release": two[0], "goes_live_at": typed})

        page = Page(response)
        assert response.status_code == status
        assert any(sentence in error for error in page.errors), page.errors
        moved = page.all("input", id=f"id_release_{two[0]}_goes_live_at")[0]
        assert moved.attributes.get("value", "") == typed
    assert len(coming(story)) == 2


def test_one_is_called_off_and_the_other_stays(story, two, desk):
    response = desk.post(at(story, "call-off"), {"release": two[1]}, follow=True)

    assert "That edition does not go live" in response.content.decode()
    assert [one.release.pk for one in coming(story)] == two[:1]


@pytest.mark.parametrize("act", ["reschedule", "call-off"])
@pytest.mark.parametrize("release", ["0", "99999999999999", "x", "987654"])
def test_what_is_not_to_come_is_said(act, release, story, two, desk):
    posted = {"release": release, "goes_live_at": "2036-10-25T20:15"}
    if act == "call-off" and release != "987654":
        return  # names nothing: all are called off

    response = desk.post(at(story, act), posted, follow=True)

    assert "not to come any more" in response.content.decode()
    assert len(coming(story)) == 2


def test_a_past_time_is_asked_about_and_now_publishes(story, desk):
    posted = {"goes_live_at": "2036-10-25T09:00"}
    page = Page(desk.post(at(story, "publish"), posted))
    (button,) = page.all("button", name="now")
    assert button.text == "Publish now"

    desk.post(at(story, "publish"), {**posted, "now": "yes"})

    assert Edition.objects.get().goes_live_at == SATURDAY


@pytest.mark.parametrize(
    ("choice", "instant"),
    [
        (0, datetime(2036, 10, 26, 0, 30, tzinfo=UTC)),
        (1, datetime(2036, 10, 26, 1, 30, tzinfo=UTC)),
    ],
)
def test_a_time_that_comes_twice_is_chosen(choice, instant, story, desk, clock):
    posted = {"goes_live_at": "2036-10-26T01:30"}
    response = desk.post(at(story, "publish"), posted)
    page = Page(response)
    assert response.status_code == 422
    readings = page.all("input", name="goes_live_at_reading")
    assert [one.attributes["value"] for one in readings] == [
        "2036-10-26T00:30:00+00:00",
        "2036-10-26T01:30:00+00:00",
    ]

    desk.post(
        at(story, "publish"),
        {**posted, "goes_live_at_reading": readings[choice].attributes["value"]},
    )

    (edition,) = Edition.objects.all()
    assert (edition.goes_live_at, edition.date.isoformat()) == (instant, "2036-10-26")
    for moment, lives in ((instant - HOUR / 60, 0), (instant, 1), (instant + HOUR, 1)):
        clock.move_to(moment)
        assert Edition.objects.live().count() == lives


def test_the_night_the_clocks_go_back_nothing_moves_or_doubles(story, editor, desk, clock):
    schedule(story, editor, "Before.", datetime(2036, 10, 26, 0, 30, tzinfo=UTC))
    schedule(story, editor, "After.", datetime(2036, 10, 26, 1, 30, tzinfo=UTC))

    page = desk.get(at(story, "publish")).content.decode()

    assert "Sunday 26 October 2036, 01:30 BST" in page
    assert "Sunday 26 October 2036, 01:30 GMT" in page
    seen = []
    for minutes in range(0, 180, 10):
        clock.move_to(datetime(2036, 10, 26, tzinfo=UTC) + timedelta(minutes=minutes))
        live = Edition.objects.live().first()
        words = live.standfirst if live else ""
        if not seen or seen[-1][1] != words:
            seen.append((minutes, words))
    assert seen == [(0, ""), (30, "Before."), (90, "After.")]


def test_a_day_over_the_change_is_as_long_as_the_clock_says(story, desk):
    desk.post(at(story, "publish"), {"goes_live_at": "2036-10-26T13:00"})

    assert Edition.objects.get().goes_live_at - SATURDAY == 25 * HOUR


def test_the_embargo_is_shown_in_each_zone_and_proposed_as_the_time(story, desk):
    Story.objects.update(
        embargo=datetime(2036, 12, 3, 5, 1, tzinfo=UTC),
        embargo_zone="America/New_York",
        embargo_note="The trust’s press office, for the survey.",
    )

    page = Page(desk.get(at(story, "publish")))

    (told,) = [one for one in page.all("p", "standing") if "embargo" in one.text]
    assert "3 December 2036, 05:01 GMT (05:01 UTC), given as 00:01 EST" in told.text
    assert "The trust’s press office, for the survey." in told.text
    assert page.fields()["goes_live_at"] == "2036-12-03T05:01"


@pytest.mark.parametrize("zone", ["", "x-evil\x00", "../../etc/passwd", "Nowhere/Never"])
def test_a_zone_that_is_none_does_no_harm(zone, story, desk):
    Story.objects.update(
        embargo=datetime(2036, 12, 3, 5, 1, tzinfo=UTC), embargo_zone=zone.replace("\x00", "")
    )

    assert "05:01 GMT (05:01 UTC)." in desk.get(at(story, "publish")).content.decode()


def test_facts_that_change_are_asked_about(story, editor, desk):
    publish(story, by=editor)
    Story.objects.update(headline="Night ferry to sail two hours earlier")
    door = at(story, "publish")
    assert "Readers have other facts than these" in desk.get(door).content.decode()

    refused = desk.post(door, {})
    lacking = desk.post(door, {"change": "news"})
    corrected = desk.post(door, {"change": "clarification"})
    desk.post(door, {"change": "news", "new_facts": "The trust moved it again."})

    assert refused.status_code == 409
    assert "“Night ferry to sail an hour earlier” became" in refused.content.decode()
    assert "Say what is new." in Page(lacking).errors
    assert corrected["Location"] == f"{at(story, 'correct')}?kind=clarification"
    assert Release.objects.get(number=2).new_facts == "The trust moved it again."


def test_spelling_is_not_asked_about(story, editor, desk):
    publish(story, by=editor)
    Story.objects.update(standfirst="The change follows new soundings at the harbour’s mouth.")
    page = Page(desk.get(at(story, "publish")))

    desk.post(at(story, "publish"), {})

    assert not page.all("input", name="change")
    assert Edition.objects.count() == 2
