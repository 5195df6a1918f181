"""Publish: one edition, with everything copied in, and the record of who released it."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles.desk.story import Story
from articles.masthead.publication import Publication
from articles.publishing.address import AddressTaken
from articles.publishing.publish import publish
from articles.publishing.refusal import NotAllowed, NothingNew, PreflightBlocks, Refused
from articles.publishing.release import Release
from articles.site.address import Address
from articles.site.edition import Edition
from tests.builders import MONDAY_NOON, a_ready_story

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def test_it_makes_the_first_edition(reporter, editor):
    story = a_ready_story(created_by=reporter)

    edition = publish(story, by=editor)

    assert (edition.number, edition.kind) == (1, "first")
    assert edition.story_key == story.key
    assert edition.headline == "Night ferry to sail an hour earlier"
    assert edition.slug == "night-ferry-to-sail-an-hour-earlier"
    assert list(Edition.objects.live()) == [edition]


def test_it_copies_caption_credit_byline_and_source_as_values(reporter, editor):
    story = a_ready_story(created_by=reporter)

    edition = publish(story, by=editor)

    (figure,) = edition.figures
    assert figure["caption"] == "The night ferry leaves the quay at Marrick on Sunday."
    assert figure["credit_line"] == "Ines Okafor/Northmark Pictures"
    assert figure["alt_text"] == "A lit ferry moves off a dark quay"
    assert figure["renditions"][0]["url"].startswith("/media/")
    assert [byline["name"] for byline in edition.bylines] == ["Ada Lumen"]
    assert [source["label"] for source in edition.sources] == ["Mira Holt"]
    assert "Ines Okafor/Northmark Pictures" in edition.body_html
    assert "data-source" not in edition.body_html
    assert "data-story" not in edition.body_html


def test_later_changes_at_the_desk_do_not_reach_readers(reporter, editor):
    story = a_ready_story(created_by=reporter)
    edition = publish(story, by=editor)

    photo = story.placements.get().photo
    photo.credit_line = "Somebody else"
    photo.save()
    Story.objects.filter(pk=story.pk).update(headline="Rewritten")

    edition.refresh_from_db()
    assert edition.figures[0]["credit_line"] == "Ines Okafor/Northmark Pictures"
    assert edition.headline == "Night ferry to sail an hour earlier"


def test_it_writes_who_when_and_why_beside_the_edition(reporter, editor):
    story = a_ready_story(created_by=reporter)
    before = timezone.now()

    edition = publish(story, by=editor, reason="The trust confirmed it.")

    release = Release.objects.get()
    assert (release.story, release.edition, release.released_by) == (story, edition, editor)
    assert release.reason == "The trust confirmed it."
    assert before <= release.released_at <= timezone.now()


def test_a_warning_stays_on_the_record(reporter, editor):
    story = a_ready_story(created_by=reporter)
    story.provenance = "unknown"
    story.save()

    publish(story, by=editor)

    (kept,) = Release.objects.get().findings
    assert (kept["rule"], kept["severity"]) == ("workflow.provenance", "warn")


@pytest.mark.parametrize("who", ["reporter", "sub_editor", "photo_desk", "legal", "administrator"])
def test_only_an_editor_publishes(who, request, reporter):
    story = a_ready_story(created_by=reporter)

    with pytest.raises(NotAllowed, match="may not do this"):
        publish(story, by=request.getfixturevalue(who))

    assert not Edition.objects.exists()


def test_a_block_is_refused_with_its_sentence_and_nothing_is_stored(reporter, editor):
    story = a_ready_story(created_by=reporter, headline="")

    with pytest.raises(PreflightBlocks) as refusal:
        publish(story, by=editor)

    assert refusal.value.sentences == ("The story has no headline. Write one.",)
    assert not Edition.objects.exists()
    assert not Release.objects.exists()
    story.refresh_from_db()
    assert story.slug == ""


def test_a_moment_to_come_makes_a_scheduled_edition(reporter, editor):
    story = a_ready_story(created_by=reporter)
    moment = timezone.now() + HOUR

    edition = publish(story, by=editor, goes_live_at=moment)

    assert not Edition.objects.live().exists()
    assert list(Edition.objects.live(moment)) == [edition]


def test_publishing_before_the_embargo_ends_is_refused(reporter, editor):
    embargo = timezone.now() + HOUR
    story = a_ready_story(created_by=reporter, embargo=embargo)

    with pytest.raises(PreflightBlocks, match="under embargo until"):
        publish(story, by=editor, goes_live_at=embargo - timedelta(seconds=1))

    assert publish(story, by=editor, goes_live_at=embargo).goes_live_at == embargo


def test_a_new_schedule_takes_the_place_of_the_old_one_and_both_are_on_record(reporter, editor):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor, goes_live_at=timezone.now() + HOUR)

    edition = publish(story, by=editor, goes_live_at=timezone.now() + 2 * HOUR)

    assert Edition.objects.get() == edition
    called_off = Release.objects.get(edition=None)
    assert called_off.called_off_by == editor
    assert called_off.number == 1


def test_publishing_again_without_a_change_makes_no_edition(reporter, editor):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)

    with pytest.raises(NothingNew, match=r"nothing new to publish: edition 1.*released by editor"):
        publish(story, by=editor)

    assert Edition.objects.count() == 1


def test_a_changed_story_becomes_an_update_at_the_same_address(reporter, editor):
    story = a_ready_story(created_by=reporter)
    first = publish(story, by=editor, goes_live_at=MONDAY_NOON)
    story.refresh_from_db()
    story.headline = "Night ferry to sail two hours earlier"
    story.save()

    second = publish(story, by=editor, new_facts="Soundings.")

    assert (second.number, second.kind) == (2, "update")
    assert second.get_absolute_url() == first.get_absolute_url()
    assert second.first_published_at == first.first_published_at
    assert list(Edition.objects.live()) == [second]


def test_a_changed_slug_keeps_the_old_address_for_the_story(reporter, editor):
    story = a_ready_story(created_by=reporter, slug="ferry")
    publish(story, by=editor)
    Story.objects.filter(pk=story.pk).update(slug="night-ferry")

    publish(story, by=editor)

    addresses = Address.objects.filter(story_key=story.key).values_list("slug", flat=True)
    assert set(addresses) == {"ferry", "night-ferry"}


def test_two_stories_of_one_day_with_one_headline_get_two_addresses(reporter, editor):
    first = publish(a_ready_story(created_by=reporter), by=editor)
    second = publish(a_ready_story(created_by=reporter), by=editor)

    assert second.slug == f"{first.slug}-2"


def test_a_chosen_address_that_is_taken_is_refused(reporter, editor):
    publish(a_ready_story(created_by=reporter, slug="ferry"), by=editor)

    with pytest.raises(AddressTaken, match="Choose another slug"):
        publish(a_ready_story(created_by=reporter, slug="ferry"), by=editor)


def test_the_address_has_the_day_of_the_publication_s_own_zone(reporter, editor):
    Publication.objects.update(time_zone="Pacific/Auckland")
    story = a_ready_story(created_by=reporter)

    edition = publish(story, by=editor, goes_live_at=MONDAY_NOON)

    assert edition.date.isoformat() == "2026-11-24"


def test_no_edition_goes_live_before_the_one_readers_have(reporter, editor):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)

    with pytest.raises(Refused, match="cannot go live before that"):
        publish(story, by=editor, goes_live_at=MONDAY_NOON - timedelta(days=900))


@pytest.mark.django_db(transaction=True)
def test_two_people_pressing_publish_at_once_make_one_edition(reporter, editor):
    story = a_ready_story(created_by=reporter)
    start, outcomes = threading.Barrier(2), []

    def press():
        start.wait()
        try:
            outcomes.append(publish(story, by=editor).number)
        except NothingNew as refusal:
            outcomes.append(str(refusal))
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Edition.objects.count() == Release.objects.count() == 1
    assert 1 in outcomes
    assert any("nothing new" in str(outcome) for outcome in outcomes)
