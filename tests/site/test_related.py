"""Related stories: what is near and alike, never what readers cannot read, and still one query."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.builders import MONDAY_NOON, an_edition

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def tags(*slugs):
    return [{"slug": slug, "name": slug.title()} for slug in slugs]


def a_story(headline, **values):
    return an_edition(headline=headline, slug=headline.lower().replace(" ", "-"), **values)


def related(client, edition):
    html = client.get(edition.get_absolute_url()).content.decode()
    section = html.partition('<section class="related"')[2].partition("</section>")[0]
    return re.findall(r'<a href="[^"]+">([^<]+)</a>', section)


@pytest.fixture
def story(db):
    return a_story("Ferry sails early", tags=tags("tides", "ferries"))


def test_tags_bring_stories_and_likeness_orders_them(client, story, django_assert_num_queries):
    a_story("School budget cut", tags=tags("tides"))
    a_story("Ferry sails late", tags=tags("tides"))
    a_story("Ferry of another town", tags=tags("towns"))

    with django_assert_num_queries(1):
        names = related(client, story)

    assert names == ["Ferry sails late", "School budget cut"]


def test_at_most_four_and_not_itself(client, story):
    for number in range(6):
        a_story(f"Ferry {number}", tags=tags("tides"))

    names = related(client, story)

    assert len(names) == 4
    assert story.headline not in names


def test_a_story_without_tags_has_those_of_its_section_that_are_alike(client):
    story = a_story("Ferry sails early")
    a_story("Ferry sails late")
    a_story("Budget cut", standfirst="", text="")
    a_story("Ferry in culture", section_slug="culture")

    assert related(client, story) == ["Ferry sails late"]


def test_what_readers_cannot_read_is_not_related(client, story):
    a_story("Ferry to come", tags=tags("tides"), goes_live_at=timezone.now() + HOUR)
    gone = a_story("Ferry withdrawn", tags=tags("tides"))
    an_edition(
        story_key=gone.story_key,
        number=2,
        kind="withdrawal",
        note="Wrong.",
        slug=gone.slug,
        goes_live_at=MONDAY_NOON + HOUR,
        first_published_at=MONDAY_NOON,
    )
    old = a_story("Ferry old headline", tags=tags("tides"))
    an_edition(
        story_key=old.story_key,
        number=2,
        headline="Ferry new headline",
        slug=old.slug,
        tags=tags("tides"),
        goes_live_at=MONDAY_NOON + HOUR,
        first_published_at=MONDAY_NOON,
    )

    assert related(client, story) == ["Ferry new headline"]


@pytest.mark.parametrize("headline", ["The", "'\\", "🚢", "It's a \\ 'quoted' one"])
def test_any_headline_can_be_compared(client, headline):
    story = an_edition(headline=headline, slug="odd", tags=tags("tides"))
    a_story("Ferry", tags=tags("tides"))

    assert related(client, story) == ["Ferry"]


def test_a_new_related_story_is_a_new_page(client, story):
    first = client.get(story.get_absolute_url())
    a_story("Ferry sails late", tags=tags("tides"))

    second = client.get(story.get_absolute_url(), headers={"If-None-Match": first["ETag"]})

    assert second.status_code == 200
    assert second["ETag"] != first["ETag"]
