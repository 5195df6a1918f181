"""What a feed costs: at most two queries, and no more than a walk along the indexes."""

from __future__ import annotations

import pytest
from django.utils import timezone

from articles.site.feeds.feed import latest, told
from tests.builders import a_contributor, a_section, an_edition
from tests.site.machines import FORMS, LISTINGS, TIDES, a_correction, a_withdrawal
from tests.site.test_edition import a_year_of_editions

pytestmark = pytest.mark.django_db
EVERY = [*LISTINGS, "/corrections/"]


@pytest.mark.parametrize("listing", EVERY)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("count", [1, 60])
def test_a_feed_costs_at_most_two_queries(
    client, django_assert_max_num_queries, listing, form, count
):
    a_section()
    a_contributor()
    stories = [an_edition(slug=f"story-{number}", tags=TIDES) for number in range(count)]
    a_correction(stories[0])
    for story in stories[1:3]:
        a_withdrawal(story)

    with django_assert_max_num_queries(2):
        response = client.get(f"{listing}feed/{form}")

    assert response.status_code == 200


CHOICES = [
    ("edition_newest_first", latest),
    ("edition_section_newest", lambda now: latest(now, lambda every: every.in_section("s3"))),
    ("listed_newest_first", lambda now: latest(now, lambda every: every.tagged("rare"))),
    ("listed_newest_first", lambda now: latest(now, lambda every: every.by_contributor("rare"))),
    ("edition_explained", told),
]


def test_each_feed_walks_its_indexes():
    a_year_of_editions()

    plans = [(index, choice(timezone.now()).explain()) for index, choice in CHOICES]

    for index, plan in plans:
        assert index in plan, plan
        assert "Seq Scan on articles_edition" not in plan, plan
