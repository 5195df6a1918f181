"""Mended words are judged with the copy that readers have, and with each that is scheduled."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from articles.desk.photos.photo import Photo
from articles.publishing.photos.kill import kill
from articles.publishing.photos.mend import mend
from articles.publishing.publish import publish
from articles.publishing.refusal import PreflightBlocks
from articles.site.edition import Edition
from tests.builders import a_photo, a_ready_story
from tests.preflight.spoiling import change

pytestmark = pytest.mark.django_db
NOON = datetime(2036, 11, 24, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
REASON = "The agency agreed by telephone."


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def story(reporter, editor):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    story.refresh_from_db()
    return story


@pytest.fixture
def photo(story):
    return Photo.objects.get()


def scheduled(story, by, headline, at, **values):
    change(story, headline=headline)
    publish(story, by=by, goes_live_at=at, new_facts="Soundings.", keeps_later=True, **values)


def mended(photo, story, by):
    Photo.objects.filter(pk=photo.pk).update(caption="The day ferry leaves the quay at Marrick.")
    return mend(Photo.objects.get(pk=photo.pk), stories=[story], by=by)


def test_what_was_recorded_later_for_an_earlier_time_does_not_judge_what_stands(
    story, photo, editor, clock
):
    """The one that stands was released with a reason for its lacking right; the other was not."""
    Photo.objects.update(rights_category="")
    scheduled(story, editor, "Passed over", NOON + 2 * HOUR, override_reason=REASON)
    Photo.objects.update(rights_category="staff")
    scheduled(story, editor, "Recorded later", NOON + HOUR)
    Photo.objects.update(rights_category="")
    clock.move_to(NOON + 3 * HOUR)
    assert Edition.objects.live().get().headline == "Passed over"

    (edition,) = mended(photo, story, editor)

    assert edition.headline == "Passed over"


def test_nor_does_its_reason_excuse_what_stands_now(story, photo, editor, clock):
    scheduled(story, editor, "Not passed over", NOON + 2 * HOUR)
    Photo.objects.update(rights_category="")
    scheduled(story, editor, "Passed over", NOON + HOUR, override_reason=REASON)
    clock.move_to(NOON + 3 * HOUR)
    assert Edition.objects.live().get().headline == "Not passed over"

    with pytest.raises(PreflightBlocks, match="rights"):
        mended(photo, story, editor)


def test_what_is_scheduled_is_judged_too_and_named_by_its_time(story, photo, editor):
    second = a_photo(alt_text="The crew on the deck")
    change(story, body=f'{story.body}<figure data-photo="{second.pk}"></figure>')
    scheduled(story, editor, "With the crew", NOON + HOUR)
    Photo.objects.filter(pk=second.pk).update(credit_line="")
    before = list(Edition.objects.values_list("pk", flat=True))

    with pytest.raises(PreflightBlocks, match="In what goes live 24 November 2036, 13:00 UTC: "):
        mended(photo, story, editor)

    assert list(Edition.objects.values_list("pk", flat=True)) == before


def test_a_picture_that_was_taken_out_since_does_not_stand_in_the_way(
    story, photo, editor, photo_desk, clock
):
    second = a_photo(alt_text="The crew on the deck", content_hash="of-the-crew")
    change(story, body=f'{story.body}<figure data-photo="{second.pk}"></figure>')
    publish(story, by=editor, new_facts="The crew was named.")
    clock.shift(HOUR)
    kill(second, by=photo_desk, origin="Northmark", reason="Wrong place.")
    clock.shift(HOUR)

    (edition,) = mended(photo, story, editor)

    assert [figure["photo"] for figure in edition.figures] == [str(photo.key)]
