"""Calling off: before anybody could read it, an edition can be taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.publishing.call_off import call_off
from articles.publishing.publish import publish
from articles.publishing.refusal import NotAllowed, NotPublic
from articles.publishing.release import Release
from articles.site.address import Address
from articles.site.edition import Edition
from tests.builders import a_ready_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(reporter):
    return a_ready_story(created_by=reporter)


def tomorrow():
    return timezone.now() + timedelta(days=1)


def test_what_was_scheduled_is_gone_and_the_record_says_who(story, editor):
    publish(story, by=editor, goes_live_at=tomorrow())

    call_off(story, by=editor)

    assert not Edition.objects.exists()
    assert Release.objects.get().called_off_by == editor
    assert not Address.objects.exists()


def test_readers_keep_the_edition_they_have_and_its_address(story, editor):
    first = publish(story, by=editor)
    story.refresh_from_db()
    story.headline = "Night ferry to sail two hours earlier"
    story.save()
    publish(story, by=editor, goes_live_at=tomorrow(), new_facts="Soundings.")

    call_off(story, by=editor)

    assert Edition.objects.get() == first
    assert Address.objects.get().slug == first.slug


def test_a_new_schedule_gives_back_the_address_of_the_old_day_alone(story, editor):
    publish(story, by=editor, goes_live_at=tomorrow())

    edition = publish(story, by=editor, goes_live_at=tomorrow() + timedelta(days=3))

    assert Address.objects.get().date == edition.date


def test_what_is_live_cannot_be_called_off(story, editor):
    publish(story, by=editor)

    with pytest.raises(NotPublic, match="Perhaps it just has"):
        call_off(story, by=editor)


def test_a_reporter_may_not(story, editor, reporter):
    publish(story, by=editor, goes_live_at=tomorrow())

    with pytest.raises(NotAllowed):
        call_off(story, by=reporter)

    assert Edition.objects.exists()


def test_the_door_offers_it_while_something_is_scheduled(client, story, editor):
    client.force_login(editor)
    door = reverse("admin:articles_story_publish", args=[story.pk])
    address = reverse("admin:articles_story_call_off", args=[story.pk])
    assert address not in client.get(door).content.decode()
    publish(story, by=editor, goes_live_at=tomorrow())
    assert address in client.get(door).content.decode()

    response = client.post(address, follow=True)

    assert "does not go live" in response.content.decode()
    assert not Edition.objects.exists()
