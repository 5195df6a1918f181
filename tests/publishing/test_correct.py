"""Correct: the note is public, dated, and stays on every later edition."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.photos.photo import Photo
from articles.desk.story import Story
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from articles.publishing.refusal import NotAllowed, NothingNew, NotPublic, Refused
from articles.site.edition import Edition
from articles.vocabulary import EditionKind
from tests.builders import a_ready_story

pytestmark = pytest.mark.django_db

NOTE = "An earlier version gave the wrong hour."


@pytest.fixture
def public_story(reporter, editor):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    return story


def test_it_makes_an_edition_that_says_what_was_wrong(public_story, editor):
    Story.objects.filter(pk=public_story.pk).update(headline="Night ferry to sail at ten")

    edition = correct(public_story, by=editor, note=NOTE)

    assert (edition.number, edition.kind, edition.note) == (2, "correction", NOTE)
    (entry,) = edition.corrections
    assert entry["text"] == NOTE
    assert entry["at"] == edition.goes_live_at.isoformat()


def test_the_note_stays_on_later_editions(public_story, editor):
    correct(public_story, by=editor, note=NOTE, kind=EditionKind.CLARIFICATION)
    Story.objects.filter(pk=public_story.pk).update(standfirst="New soundings.")

    later = publish(public_story, by=editor)

    assert [entry["text"] for entry in later.corrections] == [NOTE]
    assert later.kind == "update"


def test_the_same_correction_is_not_made_twice(public_story, editor):
    correct(public_story, by=editor, note=NOTE)

    with pytest.raises(NothingNew, match="already stands"):
        correct(public_story, by=editor, note=NOTE)

    assert Edition.objects.count() == 2


def test_the_pictures_of_an_old_story_do_not_stand_in_the_way(reporter, editor, client):
    story, then = a_ready_story(created_by=reporter), timezone.now() - timedelta(days=90)
    Photo.objects.update(taken_on=then.date())
    publish(story, by=editor, goes_live_at=then)
    client.force_login(editor)

    page = client.get(f"/admin/articles/story/{story.pk}/publish/").content.decode()
    edition = correct(story, by=editor, note=NOTE)

    assert "finding-block" not in page
    assert edition.number == 2


def test_a_correction_without_a_note_is_refused(public_story, editor):
    with pytest.raises(Refused, match="Tell readers what was wrong"):
        correct(public_story, by=editor, note="  ")


def test_a_story_that_is_not_public_cannot_be_corrected(reporter, editor):
    with pytest.raises(NotPublic, match="Publish it instead"):
        correct(a_ready_story(created_by=reporter), by=editor, note=NOTE)


def test_a_reporter_does_not_correct(public_story, reporter):
    with pytest.raises(NotAllowed):
        correct(public_story, by=reporter, note=NOTE)
