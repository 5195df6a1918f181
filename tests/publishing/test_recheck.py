"""What is scheduled must still pass when what it rests on changes; else it is called off."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.act import Act
from articles.desk.byline import Byline
from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.desk.references import settle_references
from articles.desk.source import Source
from articles.desk.story import Story
from articles.masthead.section import Section
from articles.publishing.close_section import close_section
from articles.publishing.hold_story import hold_story, lift_hold
from articles.publishing.photos.follow_rights import follow_rights
from articles.publishing.photos.kill import kill
from articles.publishing.publish import publish
from articles.publishing.recheck import recheck
from articles.publishing.refusal import NotAllowed, PreflightBlocks, Refused
from articles.publishing.release import Release
from articles.publishing.withdraw_source import resting_on, withdraw_source
from articles.site.edition import Edition
from tests.builders import a_ready_story

pytestmark = pytest.mark.django_db


def tomorrow():
    return timezone.now() + timedelta(days=1)


@pytest.fixture
def scheduled(reporter, editor):
    """A story that goes live tomorrow."""
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor, goes_live_at=tomorrow())
    story.refresh_from_db()
    return story


def is_called_off(story):
    """Whether nothing of the story is to come; the record agrees."""
    pending = Edition.objects.filter(story_key=story.key).still_to_come().exists()
    recorded = Release.objects.filter(story=story, called_off_at__isnull=False).exists()
    assert pending != recorded
    return recorded


def the_reason(story):
    return Act.objects.filter(story=story, kind="called_off").get().reason


def test_a_legal_hold_calls_off_and_says_why(scheduled, legal):
    called_off = hold_story(scheduled, by=legal, reason="A solicitor wrote.")

    assert called_off
    assert is_called_off(scheduled)
    assert the_reason(scheduled).startswith("It was put on legal hold. The story is on legal hold:")
    assert [act.kind for act in Act.objects.all()] == ["called_off", "held"]


def test_a_hold_is_passed_over_by_nobody_and_legal_lifts_it(scheduled, legal, editor, sub_editor):
    hold_story(scheduled, by=sub_editor, reason="A solicitor wrote.")

    with pytest.raises(PreflightBlocks, match="legal hold"):
        publish(scheduled, by=editor, override_reason="I know better.")
    with pytest.raises(NotAllowed, match="Ask Legal"):
        lift_hold(scheduled, by=editor, reason="It is fine.")
    lift_hold(scheduled, by=legal, reason="Settled.")

    assert publish(scheduled, by=editor).number == 1


def test_a_hold_needs_a_reason_and_is_not_put_twice(scheduled, legal, reporter):
    with pytest.raises(Refused, match="Say why"):
        hold_story(scheduled, by=legal, reason=" ")
    with pytest.raises(NotAllowed):
        hold_story(scheduled, by=reporter, reason="Mine.")
    hold_story(scheduled, by=legal, reason="A solicitor wrote.")
    with pytest.raises(Refused, match="on legal hold already"):
        hold_story(scheduled, by=legal, reason="Another wrote.")


def test_a_source_that_withdraws_calls_off_and_lists_what_to_repair(scheduled, editor):
    source = Source.objects.get()

    (called_off,) = withdraw_source(source, by=editor, reason="She was misheard.")

    assert called_off == scheduled
    assert is_called_off(scheduled)
    assert "Mira Holt withdrew. Mira Holt withdrew: She was misheard." in the_reason(scheduled)
    (resting,) = resting_on(source, Story.objects.all())
    assert resting.attribution.story == scheduled


def test_it_counts_what_goes_out_not_what_the_desk_has_written_since(scheduled, editor):
    source = Source.objects.get()
    scheduled.body = "<p>Nothing rests on anybody here.</p>"
    scheduled.save()
    settle_references(scheduled)

    withdraw_source(source, by=editor, reason="She was misheard.")

    assert is_called_off(scheduled)


def test_half_finished_work_at_the_desk_does_not_call_off(scheduled, editor):
    scheduled.headline, scheduled.body = "", "<p>“Nobody knows whose words these are.”</p>"
    scheduled.save()
    settle_references(scheduled)
    Byline.objects.all().delete()

    assert recheck([scheduled], by=editor, because="A test.") == []
    assert not is_called_off(scheduled)


def test_a_closed_section_calls_off(scheduled, editor):
    assert close_section(Section.objects.get(), by=editor) == [scheduled]

    assert is_called_off(scheduled)
    assert "The section Harbour is closed" in the_reason(scheduled)


def test_a_lease_that_denies_calls_off(scheduled, photo_desk):
    photo = Photo.objects.get()
    Lease.objects.create(photo=photo, access="deny")

    follow_rights(photo, by=photo_desk)

    assert is_called_off(scheduled)
    assert "a lease denies it" in the_reason(scheduled)


def test_a_killed_picture_is_taken_out_and_the_story_still_goes(scheduled, photo_desk):
    kill(Photo.objects.get(), by=photo_desk, origin="Northmark Pictures", reason="Not theirs.")

    assert not is_called_off(scheduled)
    (edition,) = Edition.objects.filter(story_key=scheduled.key, kind="first")
    assert edition.figures == []


@pytest.mark.parametrize(
    "change",
    [
        lambda story: Story.objects.filter(pk=story.pk).update(stage="spiked"),
        lambda story: Story.objects.filter(pk=story.pk).update(
            embargo=timezone.now() + timedelta(days=2)
        ),
        lambda _story: Source.objects.update(
            terms="anonymous", name="", public_description="a sailor"
        ),
    ],
    ids=["spiked", "embargo", "anonymous"],
)
def test_what_is_true_now_counts(change, scheduled, editor):
    change(scheduled)

    assert recheck([scheduled], by=editor, because="A test.") == [scheduled]
    assert is_called_off(scheduled)


def test_what_was_passed_over_with_a_reason_stays_passed_over(reporter, editor):
    story = a_ready_story(created_by=reporter)
    Photo.objects.update(rights_category="")
    publish(story, by=editor, goes_live_at=tomorrow(), override_reason="Leave by telephone.")

    assert recheck([story], by=editor, because="A test.") == []

    Source.objects.update(withdrawn_at=timezone.now(), withdrawn_by=editor, withdrawn_reason="No.")
    assert recheck([story], by=editor, because="A test.") == [story]


def test_what_readers_have_stays(reporter, editor, legal):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)

    assert not hold_story(story, by=legal, reason="A solicitor wrote.")

    assert Edition.objects.live().count() == 1


def test_only_who_may_withdraws_a_source(scheduled, reporter, editor):
    source = Source.objects.get()

    with pytest.raises(NotAllowed, match="Ask an editor"):
        withdraw_source(source, by=reporter, reason="No.")
    with pytest.raises(Refused, match="Say why"):
        withdraw_source(source, by=editor, reason=" ")
    withdraw_source(source, by=editor, reason="No.")
    with pytest.raises(Refused, match="withdrawn already"):
        withdraw_source(source, by=editor, reason="No.")
