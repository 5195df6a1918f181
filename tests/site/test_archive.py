"""The archive by date, in the publication's own days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from tests.builders import an_edition

pytestmark = pytest.mark.django_db


def published(moment, **values):
    return an_edition(goes_live_at=moment, slug=f"story-{moment:%Y%m%d%H}", **values)


def test_a_year_names_its_months_and_days(client):
    published(datetime(2025, 3, 1, 9, tzinfo=UTC))
    published(datetime(2025, 12, 31, 9, tzinfo=UTC))
    published(datetime(2026, 1, 1, 9, tzinfo=UTC))

    html = client.get("/2025/").content.decode()

    assert "<h1>2025</h1>" in html
    assert '<a href="/2025/03/">March</a>' in html
    assert '<a href="/2025/12/">December</a>' in html
    assert '<a href="/2025/12/31/">Wednesday 31 December</a>' in html
    assert "/2025/04/" not in html
    assert "/2026/01/01/" not in html


def test_a_month_and_a_day_lead_back(client):
    published(datetime(2024, 2, 29, 9, tzinfo=UTC))

    month = client.get("/2024/02/").content.decode()
    day = client.get("/2024/02/29/").content.decode()

    assert "<h1>February 2024</h1>" in month
    assert '<a href="/2024/">2024</a>' in month
    assert "<h1>Thursday 29 February 2024</h1>" in day
    assert '<a href="/2024/02/">February</a>' in day
    assert "/2024/02/29/story-2024022909/" in day


def test_a_story_belongs_to_the_day_of_its_own_zone(client):
    """Late on the 2nd in UTC it is already the 3rd in Auckland, 13 hours ahead."""
    published(datetime(2026, 11, 2, 23, tzinfo=UTC), date=date(2026, 11, 3))

    assert client.get("/2026/11/03/").status_code == 200
    assert client.get("/2026/11/02/").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/2026/",
        "/2026/11/",
        "/2026/11/23/",
        "/2026/02/30/",
        "/2026/13/",
        "/2026/1/",
        "/9999/",
        "/999/",
    ],
)
def test_a_date_without_a_live_story_has_no_page(client, path):
    published(timezone.now() + timedelta(hours=1), date=date(2026, 11, 23))

    response = client.get(path)

    assert response.status_code == 404
    assert response.content == client.get("/nonsense/").content


@pytest.mark.parametrize(
    ("path", "queries"), [("/2026/", 2), ("/2026/11/", 1), ("/2026/11/23/", 1)]
)
def test_the_archive_costs_at_most_two_queries(client, django_assert_num_queries, path, queries):
    published(datetime(2026, 11, 23, 9, tzinfo=UTC))

    with django_assert_num_queries(queries):
        assert client.get(path).status_code == 200
