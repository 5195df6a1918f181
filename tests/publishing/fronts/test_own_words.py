"""A front's own words for a story: told at its correction, blanked by a court's order."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.fronts.draft import draft_of, save_draft
from articles.publishing.correct import correct
from articles.publishing.expunge import Order, expunge
from articles.publishing.fronts.launch import launch
from articles.publishing.fronts.own_words import own_words
from articles.publishing.publish import publish
from articles.site.front_edition import FrontEdition
from tests.builders import a_front, a_place, a_ready_story, a_section

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture
def story(reporter, editor):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor, goes_live_at=timezone.now() - HOUR)
    story.refresh_from_db()
    return story


def a_launched(story, editor, section=None, **words):
    front = a_front(section)
    save_draft(front, [a_place(story, "lead", **words)], by=editor)
    launch(front, by=editor)
    return front


def test_only_fronts_with_words_of_their_own_are_told(story, editor):
    a_launched(story, editor, headline="An hour earlier", kicker="Ferry")
    a_launched(story, editor, section=story.section)

    assert own_words(story.key) == [
        "The front of Home has words of its own for it, “Ferry: An hour earlier”: read them again."
    ]


def test_a_front_that_readers_no_longer_have_is_not(story, editor):
    front = a_launched(story, editor, headline="An hour earlier")
    save_draft(front, [a_place(story, "lead")], by=editor)
    launch(front, by=editor)

    assert own_words(story.key) == []


def test_a_court_s_words_go_from_fronts_and_drafts_alike(story, editor, legal):
    front = a_launched(story, editor, headline="Lead: Quirrell sails earlier")
    other = a_ready_story(created_by=story.created_by, headline="Quirrell", slug="other")
    publish(other, by=editor)
    beside = a_launched(other, editor, section=a_section("sport"), headline="Quirrell again")
    story.headline = "Quirrell to sail an hour earlier"
    story.save()
    correct(story, by=editor, note="It named the wrong man.")

    order = Order(reference="HC-1", reason="Ordered.")
    expunge(story, 2, by=legal, order=order, words=["Quirrell", "lead"])

    edition = FrontEdition.objects.of("").get()
    assert edition.slots[0]["headline"] == "███: ███ sails earlier"
    assert edition.slots[0]["size"] == "lead"
    assert draft_of(front)[0].headline == "███: ███ sails earlier"
    assert FrontEdition.objects.of("sport").get().slots[0]["headline"] == "Quirrell again"
    assert draft_of(beside)[0].headline == "Quirrell again"
