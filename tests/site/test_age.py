"""Old news says that it is old."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from time_machine import travel

from articles.masthead.publication import Publication
from tests.builders import an_edition

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2027-11-22T12:00:00Z", None),
        ("2027-11-23T00:30:00Z", "more than 1 year old"),
        ("2028-11-22T12:00:00Z", "more than 1 year old"),
        ("2036-11-24T12:00:00Z", "more than 10 years old"),
    ],
)
def test_the_note_comes_with_the_anniversary(client, today, said):
    edition = an_edition()

    with travel(datetime.fromisoformat(today), tick=False):
        html = client.get(edition.get_absolute_url()).content.decode()

    assert (said in html) if said else ("old-news" not in html)


def test_the_day_begins_where_the_paper_is(client):
    Publication.objects.update(time_zone="Pacific/Auckland")
    edition = an_edition()

    with travel(datetime(2027, 11, 22, 11, 30, tzinfo=UTC), tick=False):
        assert "more than 1 year" in client.get(edition.get_absolute_url()).content.decode()


def test_one_of_29_february_grows_older_on_1_march(client):
    leap = datetime(2024, 2, 29, 12, tzinfo=UTC)
    edition = an_edition(goes_live_at=leap, slug="leap")

    with travel(datetime(2025, 2, 28, 12, tzinfo=UTC), tick=False):
        assert "old-news" not in client.get(edition.get_absolute_url()).content.decode()
    with travel(datetime(2025, 3, 1, 12, tzinfo=UTC), tick=False):
        assert "more than 1 year" in client.get(edition.get_absolute_url()).content.decode()


def test_a_cache_that_has_the_page_without_the_note_is_told(client):
    edition = an_edition()
    with travel(datetime(2027, 11, 22, 12, tzinfo=UTC), tick=False):
        etag = client.get(edition.get_absolute_url())["ETag"]
        assert (
            client.get(edition.get_absolute_url(), headers={"If-None-Match": etag}).status_code
            == 304
        )

    with travel(datetime(2027, 11, 24, 12, tzinfo=UTC), tick=False):
        later = client.get(edition.get_absolute_url(), headers={"If-None-Match": etag})

    assert later.status_code == 200
