"""The agenda: what the clock turns, what it leaves, and how it was released."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.desk.note import Note
from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.desk.story import Story
from articles.publishing.agenda import Turn, agenda
from articles.publishing.due import due_for
from articles.publishing.photos.due import ends_soon
from articles.publishing.publish import publish
from articles.publishing.release import Release
from tests.builders import a_ready_story, a_user

pytestmark = pytest.mark.django_db

NOON = datetime(2036, 11, 24, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def story(reporter):
    return a_ready_story(created_by=reporter)


@pytest.fixture
def boss(db):
    return a_user("boss", is_superuser=True)


def turns(user):
    return [
        (one.at, one.turn)
        for hour in due_for(user, now=timezone.now())["agenda"]
        for one in hour.entries
    ]


def entry(user):
    (hour,) = agenda(user, now=timezone.now())
    (one,) = hour.entries
    return one


def lease(begins, ends):
    photo = Photo.objects.get()
    Lease.objects.create(
        photo=photo, access="allow", starts_at=NOON + begins * HOUR, ends_at=NOON + ends * HOUR
    )


def test_a_right_that_ends_is_told_once_by_the_edition_that_follows(story, boss):
    lease(-1, 3)
    publish(story, by=boss)

    assert turns(boss) == [(NOON + 3 * HOUR, Turn.PICTURE_GOES)]


def test_a_right_that_ends_with_no_edition_to_follow_is_told_too(story, boss, clock):
    lease(1, 2)
    lease(5, 6)
    publish(story, by=boss, override_reason="The agency agreed on the telephone.")
    clock.shift(HOUR * 1.5)

    assert turns(boss) == [(NOON + 2 * HOUR, Turn.RIGHT_ENDS), (NOON + 6 * HOUR, Turn.PICTURE_GOES)]


def test_an_edition_before_it_that_does_not_show_the_picture_is_enough(story, boss, clock):
    lease(1, 3)
    lease(5, 6)
    publish(story, by=boss, override_reason="The agency agreed on the telephone.")
    clock.shift(HOUR * 1.5)
    figure = f'<figure data-photo="{Photo.objects.get().pk}"></figure>'
    Story.objects.filter(pk=story.pk).update(body=story.body.replace(figure, ""))
    story.placements.all().delete()
    publish(story, by=boss, goes_live_at=NOON + 2 * HOUR, new_facts="Without it.")

    assert (NOON + 3 * HOUR, Turn.RIGHT_ENDS) not in turns(boss)
    assert ends_soon(timezone.now())


def test_a_right_that_ends_after_the_coming_day_is_not_told_yet(story, boss):
    publish(story, by=boss)
    lease(-1, 25)

    assert ends_soon(timezone.now())
    assert turns(boss) == []


def test_the_pictures_of_stories_that_one_may_not_see_are_not_told(story, boss, colleague):
    publish(story, by=boss)
    lease(-1, 3)

    assert turns(boss) == [(NOON + 3 * HOUR, Turn.RIGHT_ENDS)]
    assert turns(colleague) == []


def test_the_right_that_ends_first_is_listed_first(story, reporter, boss):
    publish(story, by=boss)
    lease(-1, 30)
    other = a_ready_story(created_by=reporter, slug="other")
    publish(other, by=boss)
    newer = other.placements.get().photo
    Lease.objects.create(photo=newer, access="allow", ends_at=NOON + 40 * HOUR)

    assert [one.photo for one in ends_soon(NOON)] == [story.placements.get().photo, newer]


def test_hints_are_no_warnings(story, boss):
    Note.objects.create(story=story, text="Is that so?", made_by=boss)
    publish(story, by=boss, goes_live_at=NOON + HOUR)
    found = Release.objects.get().findings
    assert [one["severity"] for one in found] == ["warn"]
    Release.objects.update(findings=[*found, {**found[0], "severity": "info"}])

    assert (entry(boss).warnings, entry(boss).passed_over) == (1, 0)


def test_what_blocked_and_was_passed_over_is_counted_by_itself(story, boss):
    Photo.objects.update(rights_category="")
    publish(story, by=boss, goes_live_at=NOON + HOUR, override_reason="It is ours.")

    assert (entry(boss).warnings, entry(boss).passed_over) == (0, 1)
