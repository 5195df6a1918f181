"""Editions stay as they were, and `live()` says what readers may read."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from articles.site.cursor import Cursor
from articles.site.edition import Edition
from tests.builders import MONDAY_NOON, an_edition

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def a_future_edition(**values):
    return an_edition(goes_live_at=timezone.now() + HOUR, **values)


@pytest.mark.parametrize(
    "change",
    [
        lambda edition: Edition.objects.filter(pk=edition.pk).update(headline="Rewritten"),
        lambda edition: Edition.objects.bulk_update(
            [Edition(pk=edition.pk, headline="Rewritten")], ["headline"]
        ),
        lambda edition: setattr(edition, "headline", "Rewritten") or edition.save(),
        lambda _edition: run_sql("UPDATE articles_edition SET headline = 'Rewritten'"),
        lambda edition: edition.delete(),
        lambda _edition: Edition.objects.all().delete(),
        lambda _edition: run_sql("DELETE FROM articles_edition"),
        lambda _edition: run_sql("TRUNCATE articles_edition CASCADE"),
    ],
)
def test_a_live_edition_is_never_changed(change):
    edition = an_edition()
    connection.check_constraints()  # what would wait for the commit is done: TRUNCATE insists

    refusal = r"never changed|has been public|cannot be emptied"
    with pytest.raises(DatabaseError, match=refusal), transaction.atomic():
        change(edition)

    assert Edition.objects.get().headline == "Night ferry to sail an hour earlier"


def test_a_scheduled_edition_is_never_changed_either():
    edition = a_future_edition()

    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Edition.objects.filter(pk=edition.pk).update(headline="Rewritten")

    assert Edition.objects.get().headline == "Night ferry to sail an hour earlier"


def test_a_scheduled_edition_may_be_called_off():
    edition = a_future_edition()

    edition.delete()

    assert not Edition.objects.exists()


def run_sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_readers_get_the_newest_edition_of_each_story():
    first = an_edition()
    second = an_edition(
        story_key=first.story_key,
        number=2,
        goes_live_at=MONDAY_NOON + HOUR,
        first_published_at=MONDAY_NOON,
    )
    other = an_edition(slug="other")

    assert set(Edition.objects.live(MONDAY_NOON + 2 * HOUR)) == {second, other}


def test_a_scheduled_update_waits_for_its_moment():
    first = an_edition()
    second = an_edition(
        story_key=first.story_key,
        number=2,
        goes_live_at=MONDAY_NOON + HOUR,
        first_published_at=MONDAY_NOON,
    )

    just_before = Edition.objects.live(MONDAY_NOON + HOUR - timedelta(microseconds=1))
    at_the_moment = Edition.objects.live(MONDAY_NOON + HOUR)

    assert list(just_before) == [first]
    assert list(at_the_moment) == [second]


def test_an_embargoed_story_is_not_live():
    a_future_edition()

    assert not Edition.objects.live().exists()


def test_a_withdrawn_story_is_not_live_but_its_tombstone_stands():
    first = an_edition()
    gone = an_edition(
        story_key=first.story_key,
        number=2,
        kind="withdrawal",
        note="The account could not be confirmed.",
        goes_live_at=MONDAY_NOON + HOUR,
        first_published_at=MONDAY_NOON,
    )

    assert not Edition.objects.live(MONDAY_NOON + HOUR).exists()
    assert list(Edition.objects.standing(MONDAY_NOON + HOUR)) == [gone]
    assert list(Edition.objects.live(MONDAY_NOON)) == [first]


def test_history_holds_what_was_public_and_nothing_to_come():
    first = an_edition()
    an_edition(
        story_key=first.story_key,
        number=2,
        goes_live_at=timezone.now() + HOUR,
        first_published_at=MONDAY_NOON,
    )

    assert list(Edition.objects.history_of(first.story_key)) == [first]


LAST = Cursor(MONDAY_NOON - timedelta(days=300), uuid.uuid4())
LISTINGS = [
    ("edition_newest_first", lambda live: live.newest_first()[:20]),
    ("edition_section_newest", lambda live: live.in_section("s3").newest_first()[:20]),
    ("listed_newest_first", lambda live: live.tagged("rare").newest_first()[:20]),
    ("listed_newest_first", lambda live: live.tagged("common").newest_first()[:20]),
    ("listed_newest_first", lambda live: live.by_contributor("common").newest_first()[:20]),
    ("edition_address", lambda live: live.filter(date="2026-01-05", slug="story-90")),
]


def test_each_listing_walks_its_index():
    a_year_of_editions()

    plans = [(index, listing(Edition.objects.live()).explain()) for index, listing in LISTINGS]

    for index, plan in plans:
        assert index in plan, plan
        assert "edition_number_unique" in plan, plan
        assert "Seq Scan" not in plan, plan
        assert "Sort" not in plan or index == "edition_address", plan


LATER_PAGES = [
    ("edition_newest_first", lambda live: live.before(LAST)),
    ("edition_section_newest", lambda live: live.in_section("s3").before(LAST)),
    ("listed_newest_first", lambda live: live.tagged("common").before(LAST)),
]


def test_a_later_page_begins_in_the_midst_of_the_index():
    a_year_of_editions()

    pages = [(index, page(Edition.objects.live())) for index, page in LATER_PAGES]
    plans = [(index, page.newest_first()[:20].explain()) for index, page in pages]

    for index, plan in plans:
        bounds = [line for line in plan.splitlines() if "Index Cond" in line]
        assert index in plan, plan
        assert "first_published_at <=" in bounds[0], plan


def a_year_of_editions():
    """20,000 editions, enough for PostgreSQL to prefer an index to reading all.

    PostgreSQL writes them itself: each is the template, but for the columns named here.
    """
    an_edition(slug="template", goes_live_at=MONDAY_NOON - timedelta(days=365))
    moment = "template.goes_live_at + nth * interval '20 minutes'"
    term = "CASE nth WHEN 7 THEN 'rare' ELSE 'common' END"
    terms = f"jsonb_build_array(jsonb_build_object('slug', {term}, 'name', 'x'))"
    own = {
        "story_key": "gen_random_uuid()",
        "slug": "'story-' || nth % 1000",
        "section_slug": "'s' || nth % 60",
        "goes_live_at": moment,
        "first_published_at": moment,
        "date": f"(({moment}) AT TIME ZONE 'UTC')::date",
        "tags": terms,
        "bylines": terms,
    }
    columns = [
        field.column
        for field in Edition._meta.concrete_fields
        if not field.primary_key and not field.generated
    ]
    values = [own.get(column, f'template."{column}"') for column in columns]
    names = ", ".join(f'"{column}"' for column in columns)
    run_sql(
        f"INSERT INTO articles_edition ({names}) SELECT {', '.join(values)}"
        " FROM articles_edition AS template, generate_series(0, 19999) AS nth"
    )
    run_sql("ANALYZE articles_edition, articles_listed")
