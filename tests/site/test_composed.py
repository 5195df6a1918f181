"""A query that is composed once finds what Django's own finds, for all values, in every thread."""

from __future__ import annotations

import uuid
from datetime import timedelta
from threading import Thread

import pytest
from django.db import connection
from django.utils import timezone

from articles.masthead.publication import Publication
from articles.masthead.section import HOME
from articles.site import front, stories
from articles.site.composed import AT, SLUG, Composed
from articles.site.edition import Edition
from articles.site.feeds import views as feeds
from articles.site.feeds.feed import latest
from articles.site.front import candidates, section_candidates
from articles.site.standing_front import standing_front
from tests.builders import (
    MONDAY_NOON,
    a_front_edition,
    a_place,
    a_section,
    an_edition,
)

pytestmark = pytest.mark.django_db
AN_HOUR_LATER = MONDAY_NOON + timedelta(hours=1)
TIDES = [{"slug": "tides", "name": "Tides"}]


def told(editions):
    """All that they carry, but for what Django keeps in them for itself."""
    return [
        {name: value for name, value in vars(one).items() if name != "_state"} for one in editions
    ]


@pytest.fixture
def paper():
    for slug in ("harbour", "council"):
        a_section(slug)
    first = an_edition(tags=TIDES, urgency=2)
    an_edition(
        story_key=first.story_key,
        number=2,
        goes_live_at=AN_HOUR_LATER,
        first_published_at=first.first_published_at,
        tags=TIDES,
    )
    second = an_edition(slug="tides", section_slug="council", tags=TIDES)
    an_edition(slug="to-come", goes_live_at=timezone.now() + timedelta(hours=1))
    an_edition(slug="now", goes_live_at=timezone.now() - timedelta(hours=1), urgency=1)
    a_front_edition(a_place(second, "lead"), a_place(first))
    return first, second


def test_a_story(paper):
    for edition in paper:
        for at in (timezone.now(), MONDAY_NOON):
            values = {"at": at, "day": edition.date, "slug": edition.slug}
            (composed,) = told(stories._standing(**values))

            assert [composed] == told(stories._at_address(**values))
            assert composed["masthead"]["sections"]
            assert composed["related_values"]


def test_fronts_with_slots_and_without(paper):
    now = timezone.now()
    for slug in (HOME, "harbour", "council"):
        standing = standing_front(slug, now)
        values = front._values(standing, now)
        count = len(standing.slots)

        assert count == (2 if slug == HOME else 0)
        assert told(front._home_of(count)(**values)) == told(candidates(standing, now))
        for section in ("harbour", "council"):
            composed = front._section_of(count)(slug=section, **values)
            assert told(composed) == told(section_candidates(section, standing, now))


def test_feeds(paper):
    now = timezone.now()

    def in_section(slug):
        return latest(now, lambda every: every.in_section(slug))

    assert told(feeds._of_paper(**feeds._since(now))) == told(latest(now))
    for slug in ("harbour", "council"):
        composed = feeds._of_section(slug=slug, **feeds._since(now))
        assert told(composed) == told(in_section(slug))


def test_it_is_asked_in_whatever_thread_a_reader_comes(transactional_db):
    by_slug = Composed(lambda slug: Edition.objects.filter(slug=slug), slug=SLUG)
    an_edition(slug="tides")
    found = []

    def ask():
        found.extend(by_slug(slug="tides"))
        connection.close()

    threads = [Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [one.slug for one in found] == ["tides"] * 3


def test_a_value_that_would_change_nothing_is_refused():
    composed = Composed(lambda slug, **_: Edition.objects.filter(slug=slug), slug=SLUG, at=AT)

    with pytest.raises(ValueError, match="stand nowhere"):
        composed(slug="tides", at=timezone.now())


def test_a_list_of_values_has_as_many_as_there_are_marks():
    marks = [uuid.UUID(int=1), uuid.UUID(int=2)]
    composed = Composed(lambda keys: Edition.objects.filter(story_key__in=keys), keys=marks)
    first, second = an_edition(), an_edition(slug="tides")

    assert len(composed(keys=[first.story_key, second.story_key])) == 2
    with pytest.raises(ValueError, match="zip"):
        composed(keys=[first.story_key])


def test_what_the_database_says_again_is_not_read_again(paper):
    def masthead():
        return standing_front(HOME, timezone.now()).masthead

    first = masthead()

    assert masthead() is first
    Publication.objects.update(name="The Tide")
    assert masthead() == {**first, "name": "The Tide"}
    assert first["name"] != "The Tide"
