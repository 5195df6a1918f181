"""Two editions of one story, compared as readers got them."""

from __future__ import annotations

import re

import pytest

from articles.desk.photos.placement import Placement
from articles.markup.diff import pages
from articles.publishing.publish import publish
from tests.builders import a_ready_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(reporter):
    return a_ready_story(created_by=reporter)


def kinds(first, second):
    return [(one.tag, one.kind) for one in pages(first.body_html, second.body_html)]


def test_what_nobody_changed_is_the_same(story, editor):
    first = publish(story, by=editor)

    assert kinds(first, first) == [("p", "same"), ("figure", "same"), ("p", "same")]


def test_words_captions_and_what_moved_are_told(story, editor):
    first = publish(story, by=editor)
    figure = re.search("<figure.*</figure>", story.body)[0]
    story.body = story.body.replace(figure, "").replace("Monday", "Tuesday") + figure
    story.save()
    placement = Placement.objects.get(story=story)
    placement.caption = "The night ferry leaves the quay at Marrick on Saturday."
    placement.save()

    second = publish(story, by=editor, new_facts="The day is another one.")

    assert kinds(first, second) == [("p", "changed"), ("p", "same"), ("figure", "moved")]
    picture = pages(first.body_html, second.body_html)[-1]
    assert picture.photo == str(placement.photo.key)
    assert [one.text for one in picture.pieces if one.kind == "added"] == ["Saturday"]
