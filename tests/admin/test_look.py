"""The preview: as wide as readers' screens, and with tomorrow's clock."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from tests.builders import a_photo, a_ready_story

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture
def story(reporter):
    return a_ready_story(created_by=reporter)


def local(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")


def look(client, story, **query):
    return client.get(f"/admin/articles/story/{story.pk}/look/", query).content.decode()


def preview(client, story, **query):
    return client.get(f"/admin/articles/story/{story.pk}/preview/", query).content.decode()


def a_right_until(moment):
    Lease.objects.create(photo=Photo.objects.get(), access="allow", ends_at=moment)


@pytest.mark.parametrize("width", ["telephone", "tablet", "desktop"])
def test_each_width_is_a_link_and_a_frame(story, width, at_desk):
    page = look(at_desk("editor"), story, width=width)

    assert f'class="look-{width}"' in page
    assert f'href="?width={width}"' in page
    assert f'src="/admin/articles/story/{story.pk}/preview/"' in page


def test_the_clock_is_kept_from_width_to_width(story, at_desk):
    at = local(timezone.now() + 30 * HOUR)

    page = look(at_desk("editor"), story, width="tablet", at=at)

    quoted = at.replace(":", "%3A")
    assert f'href="?width=telephone&amp;at={quoted}"' in page
    assert f"preview/?at={quoted}" in page


def test_a_picture_whose_right_ends_is_gone_by_then(story, at_desk):
    a_right_until(timezone.now() + 2 * HOUR)
    client, later = at_desk("editor"), local(timezone.now() + 3 * HOUR)

    assert "<img" in preview(client, story)
    assert "<img" not in preview(client, story, at=later)
    assert "Picture 1 has left the page by then" in look(client, story, at=later)


def test_its_fallback_stands_there_instead(story, at_desk):
    a_right_until(timezone.now() + 2 * HOUR)
    other = a_photo(caption="The same quay by day.", alt_text="A quay by day")
    Placement.objects.update(fallback=other)

    page = preview(at_desk("editor"), story, at=local(timezone.now() + 3 * HOUR))

    assert "The same quay by day." in page
    assert f"/admin/articles/photo/{other.pk}/large/" in page


def test_an_embargo_that_still_holds_at_that_moment_is_said(story, at_desk):
    story.embargo = timezone.now() + 5 * HOUR
    story.save()
    client = at_desk("editor")

    before = look(client, story, at=local(timezone.now() + 4 * HOUR))
    after = look(client, story, at=local(timezone.now() + 6 * HOUR))

    assert "the embargo holds until" in before
    assert "the embargo holds until" not in after


def test_the_page_says_the_time_that_the_clock_shows(story, at_desk):
    page = preview(at_desk("editor"), story, at="2027-03-04T05:06")

    assert "4 March 2027" in page


@pytest.mark.parametrize("at", ["soon", "9999-12-31T23:59", "2026-03-29T01:30:00+99:00", "\x00"])
def test_nonsense_for_a_clock_is_now(story, at, at_desk):
    client = at_desk("editor")

    assert "Night ferry" in preview(client, story, at=at)
    assert "look-desktop" in look(client, story, at=at, width="<x-evil>")


def test_only_who_may_share_is_shown_the_way(story, at_desk):
    way = f"/admin/articles/story/{story.pk}/share/"

    assert way in look(at_desk("editor"), story)
    assert way not in look(at_desk("reporter"), story)
