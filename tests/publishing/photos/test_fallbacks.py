"""A picture that is to take another's place: what changes about it changes what is to come."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.publishing.photos.follow_changes import follow_changes, follow_fallbacks
from articles.publishing.photos.follow_rights import follow_rights
from articles.publishing.photos.hold import hold, lift
from articles.publishing.publish import publish
from articles.site.edition import Edition
from tests.builders import a_photo, a_ready_story

pytestmark = pytest.mark.django_db
NOON = datetime(2036, 11, 24, 12, 0, tzinfo=UTC)
"""Far enough ahead that PostgreSQL, by its own clock, takes nothing for public yet."""
DAY = timedelta(days=1)
NOTICE = {"origin": "Northmark", "reason": "The place is in doubt."}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def story(reporter):
    story = a_ready_story(created_by=reporter)
    Lease.objects.create(photo=Photo.objects.get(), access="allow", ends_at=NOON + DAY)
    return story


@pytest.fixture
def fallback(story, editor):
    fallback = a_photo(caption="The quay by day.")
    story.placements.update(fallback=fallback)
    publish(story, by=editor)
    return fallback


def tomorrow(story):
    """The captions that readers get once the right to the first picture has ended."""
    (edition,) = Edition.objects.filter(story_key=story.key, goes_live_at=NOON + DAY)
    return [figure["caption"] for figure in edition.figures]


def test_it_takes_the_place_with_the_words_that_it_has_now(story, fallback, photo_desk):
    Photo.objects.filter(pk=fallback.pk).update(caption="The quay in the evening.")

    follow_changes(Photo.objects.get(pk=fallback.pk), ["caption"], by=photo_desk)

    assert tomorrow(story) == ["The quay in the evening."]


def test_one_that_lacked_something_takes_the_place_once_it_lacks_nothing(story, editor, photo_desk):
    fallback = a_photo(caption="The quay by day.", alt_text="")
    story.placements.update(fallback=fallback)
    publish(story, by=editor)
    assert tomorrow(story) == []
    Photo.objects.filter(pk=fallback.pk).update(alt_text="A bare quay")

    follow_changes(Photo.objects.get(pk=fallback.pk), ["alt_text"], by=photo_desk)

    assert tomorrow(story) == ["The quay by day."]


def test_one_without_a_right_takes_the_place_once_it_has_one(story, editor, photo_desk):
    fallback = a_photo(caption="The quay by day.")
    lease = Lease.objects.create(photo=fallback, access="deny")
    story.placements.update(fallback=fallback)
    publish(story, by=editor)
    assert tomorrow(story) == []
    lease.delete()

    follow_rights(fallback, by=photo_desk)

    assert tomorrow(story) == ["The quay by day."]


def test_held_it_does_not_take_the_place_and_lifted_it_does_again(story, fallback, photo_desk):
    hold(fallback, by=photo_desk, **NOTICE)
    held = tomorrow(story)

    lift(fallback, by=photo_desk, **NOTICE)

    assert (held, tomorrow(story)) == ([], ["The quay by day."])


def test_another_one_named_at_the_story_takes_the_place(story, fallback, editor):
    story.placements.update(fallback=a_photo(caption="The lighthouse."))

    follow_fallbacks(story, by=editor)

    assert tomorrow(story) == ["The lighthouse."]


def test_what_people_have_scheduled_stays_as_it_was_composed(story, fallback, editor, photo_desk):
    story.refresh_from_db()
    story.headline = "Night ferry to sail two hours earlier"
    story.save()
    publish(story, by=editor, goes_live_at=NOON + DAY / 2, new_facts="Soundings.")
    story.headline = "A headline in the making"
    story.save()

    follow_changes(fallback, ["caption"], by=photo_desk)

    editions = Edition.objects.filter(story_key=story.key).order_by("number")
    assert [(one.number, one.headline) for one in editions] == [
        (1, "Night ferry to sail an hour earlier"),
        (2, "Night ferry to sail two hours earlier"),
        (3, "Night ferry to sail two hours earlier"),
    ]


def test_a_story_that_is_to_lose_no_picture_is_left_alone(reporter, editor):
    story = a_ready_story(created_by=reporter)
    fallback = a_photo()
    story.placements.update(fallback=fallback)
    publish(story, by=editor)
    before = list(Edition.objects.values_list("pk", flat=True))

    follow_changes(fallback, ["caption"], by=editor)
    follow_fallbacks(story, by=editor)

    assert list(Edition.objects.values_list("pk", flat=True)) == before
