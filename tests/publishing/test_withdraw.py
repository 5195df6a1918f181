"""Withdraw: nothing of the story is left but its address, its headline and the reason."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.publishing.publish import publish
from articles.publishing.refusal import NotAllowed, NotPublic, Refused
from articles.publishing.release import Release
from articles.publishing.withdraw import withdraw
from articles.site.edition import Edition
from tests.builders import a_ready_story

pytestmark = pytest.mark.django_db

WHY = "The account on which it rested could not be confirmed."


@pytest.fixture
def public_story(reporter, editor):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    return story


def test_it_leaves_a_tombstone(public_story, editor):
    stone = withdraw(public_story, by=editor, note=WHY, reason="Call of 14:05")

    assert not Edition.objects.live().exists()
    assert list(Edition.objects.standing()) == [stone]
    assert (stone.note, stone.body_html, stone.text, stone.figures) == (WHY, "", "", [])
    assert Release.objects.get(edition=stone).reason == "Call of 14:05"


def test_it_calls_off_what_was_scheduled(public_story, editor):
    type(public_story).objects.filter(pk=public_story.pk).update(kicker="Tomorrow")
    publish(public_story, by=editor, goes_live_at=timezone.now() + timedelta(hours=1))

    withdraw(public_story, by=editor, note=WHY)

    assert not Edition.objects.filter(goes_live_at__gt=timezone.now()).exists()


def test_a_withdrawn_story_may_come_back_as_an_update(public_story, editor):
    withdraw(public_story, by=editor, note=WHY)

    edition = publish(public_story, by=editor)

    assert (edition.number, edition.kind) == (3, "update")
    assert list(Edition.objects.live()) == [edition]


def test_readers_must_be_told_why(public_story, editor):
    with pytest.raises(Refused, match="Tell readers why"):
        withdraw(public_story, by=editor, note="")


def test_what_is_not_public_cannot_be_withdrawn(reporter, editor):
    with pytest.raises(NotPublic):
        withdraw(a_ready_story(created_by=reporter), by=editor, note=WHY)


def test_a_reporter_does_not_withdraw(public_story, reporter):
    with pytest.raises(NotAllowed):
        withdraw(public_story, by=reporter, note=WHY)
