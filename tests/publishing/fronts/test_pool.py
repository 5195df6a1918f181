"""The pool: what may stand on a front, live or cleared, newest first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.publishing.fronts.pool import pool
from articles.publishing.publish import publish
from articles.publishing.withdraw import withdraw
from tests.builders import a_ready_story, a_story

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def names(offers):
    return [offer.headline for offer in offers]


@pytest.fixture
def newsroom(reporter, editor):
    """Two live, one withdrawn, one cleared, one in writing."""
    live = {}
    for hours, word in ((3, "ferry"), (2, "bridge"), (1, "wrong")):
        story = a_ready_story(created_by=reporter, headline=f"The {word}", slug=word)
        publish(story, by=editor, goes_live_at=timezone.now() - hours * HOUR)
        live[word] = story
    withdraw(live["wrong"], by=editor, note="It was wrong.")
    a_story(created_by=reporter, headline="The cleared", stage="cleared")
    a_story(created_by=reporter, headline="The draft")
    return live


def test_it_has_the_live_and_the_cleared_newest_first(newsroom, editor):
    assert names(pool(editor)) == ["The cleared", "The bridge", "The ferry"]


def test_it_is_searched_by_words(newsroom, editor):
    assert names(pool(editor, "bridge")) == ["The bridge"]
    assert names(pool(editor, "the ")) == ["The cleared", "The bridge", "The ferry"]
    assert names(pool(editor, "nothing-of-the-kind")) == []


def test_it_shows_the_headline_that_readers_have(newsroom, editor):
    story = newsroom["ferry"]
    story.headline = "The ferry, rewritten"
    story.save()

    assert "The ferry" in names(pool(editor))


def test_it_shows_nobody_what_they_may_not_see(newsroom, colleague):
    assert pool(colleague) == []


def test_a_search_costs_the_same_however_much_it_finds(
    newsroom, editor, reporter, django_assert_num_queries
):
    editor.has_perm("articles.see_every_story")
    with django_assert_num_queries(2):
        pool(editor, "the")
    for number in range(20):
        a_story(created_by=reporter, headline=f"The {number}", stage="cleared")
    with django_assert_num_queries(2):
        pool(editor, "the")
