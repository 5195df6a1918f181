"""Words mended at a picture reach the pages that show it, when a person says so."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.desk.photos.photo import Photo
from articles.publishing.hold_story import hold_story
from articles.publishing.photos.mend import mend, proposals
from articles.publishing.publish import publish
from articles.publishing.refusal import NotAllowed, NothingNew, PreflightBlocks
from articles.site.edition import Edition
from tests.builders import a_ready_story, a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(reporter, editor):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    story.refresh_from_db()
    return story


@pytest.fixture
def photo(story):
    photo = Photo.objects.get()
    photo.caption = "The day ferry leaves the quay at Marrick on Sunday."
    photo.credit_line = "Ines Okafor/Northmark"
    photo.save()
    return photo


def live(story):
    return Edition.objects.live().get(story_key=story.key)


def test_the_live_story_is_named_with_both_wordings(photo):
    (proposal,) = proposals(photo)

    assert proposal.is_change
    assert next((one.name, one.now[:13], one.then[:11]) for one in proposal.differences) == (
        "caption",
        "The night fer",
        "The day fer",
    )
    assert not proposal.has_own_words


def test_a_use_with_its_own_caption_is_shown_beside(story, photo):
    story.placements.update(caption="The night ferry leaves the quay at Marrick on Sunday.")

    (proposal,) = proposals(photo)

    assert proposal.has_own_words
    assert [one.name for one in proposal.differences if one.is_change] == ["credit"]


def test_readers_get_the_words_and_nothing_of_the_draft(story, photo, photo_desk):
    story.headline = "A headline still in the making"
    story.save()

    (edition,) = mend(photo, stories=[story], by=photo_desk)

    assert edition == live(story)
    assert edition.kind == "update"
    assert edition.headline == "Night ferry to sail an hour earlier"
    assert edition.figures[0]["credit_line"] == "Ines Okafor/Northmark"
    assert "The day ferry" in edition.body_html
    assert "The night ferry leaves" not in edition.body_html


def test_with_a_note_it_is_a_correction_that_stays(story, photo, editor):
    mend(photo, stories=[story], by=editor, note="The picture shows the day ferry.")

    (correction,) = live(story).corrections
    assert live(story).kind == "correction"
    assert correction["text"] == "The picture shows the day ferry."
    assert correction["number"] == 2


def test_what_is_scheduled_gets_them_too_and_the_correction(story, photo, editor):
    story.headline = "Night ferry to sail two hours earlier"
    story.save()
    Photo.objects.update(caption="The night ferry leaves the quay at Marrick on Sunday.")
    publish(
        story, by=editor, goes_live_at=timezone.now() + timedelta(days=1), new_facts="Soundings."
    )
    photo.save()

    mend(photo, stories=[story], by=editor, note="The picture shows the day ferry.")

    scheduled = Edition.objects.get(story_key=story.key, number=3)
    assert scheduled.headline == "Night ferry to sail two hours earlier"
    assert "The day ferry" in scheduled.body_html
    assert [one["text"] for one in scheduled.corrections] == ["The picture shows the day ferry."]


def test_nothing_to_change_is_said(story, photo, editor):
    mend(photo, stories=[story], by=editor)

    with pytest.raises(NothingNew):
        mend(photo, stories=[story], by=editor)


def test_a_reporter_changes_nothing_before_readers(story, photo, reporter):
    with pytest.raises(NotAllowed):
        mend(photo, stories=[story], by=reporter)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda _: Photo.objects.update(credit_line=""), "has no credit line"),
        (lambda _: Photo.objects.update(caption=""), "has no caption"),
        (lambda _: Photo.objects.update(alt_text=""), "has no alt text"),
        (lambda _: Photo.objects.update(state="held"), "on hold"),
        (lambda story: hold_story(story, by=a_user("l", "Legal"), reason="Writ."), "legal hold"),
    ],
)
def test_what_blocks_a_picture_blocks_its_mended_words(story, photo, editor, spoil, sentence):
    spoil(story)
    before = Edition.objects.count()

    with pytest.raises(PreflightBlocks, match=sentence):
        mend(Photo.objects.get(pk=photo.pk), stories=[story], by=editor)

    assert Edition.objects.count() == before


def test_a_picture_does_not_age_with_its_story(story, photo, editor):
    """Three days old when the story went out, and more than thirty when its caption is mended."""
    Photo.objects.update(taken_on=timezone.localdate() - timedelta(days=3))

    with time_machine.travel(timezone.now() + timedelta(days=40)):
        assert mend(photo, stories=[story], by=editor)


def test_what_was_passed_over_at_the_release_is_passed_over_here(story, photo, editor):
    Photo.objects.update(rights_category="")
    story.refresh_from_db()
    story.headline = "Night ferry to sail two hours earlier"
    story.save()
    passed = {"override_reason": "The agency agreed by telephone.", "new_facts": "Soundings."}
    publish(story, by=editor, **passed)
    Photo.objects.update(caption="The night ferry leaves the quay at Marrick on Monday.")

    assert mend(Photo.objects.get(), stories=[story], by=editor)


def test_a_picture_that_has_grown_old_since_is_mended_still(story, photo, editor):
    """It was new when readers got the story, weeks ago."""
    Photo.objects.update(taken_on=date(2026, 11, 20))

    with time_machine.travel(timezone.now() + timedelta(days=60), tick=False):
        assert mend(Photo.objects.get(), stories=[story], by=editor)


def test_that_holds_too_when_the_picture_has_left_the_draft(story, photo, editor):
    Photo.objects.update(rights_category="")
    story.headline = "Night ferry to sail two hours earlier"
    story.save()
    publish(
        story, by=editor, override_reason="The agency agreed by telephone.", new_facts="New hour."
    )
    story.placements.all().delete()
    Photo.objects.update(caption="The night ferry leaves the quay at Marrick on Monday.")

    assert mend(Photo.objects.get(), stories=[story], by=editor)
