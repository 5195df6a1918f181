"""The front and the archive stay quick however much was published: they walk indexes and stop."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection, transaction
from django.utils import timezone

from articles.masthead.section import HOME
from articles.site.cache import due
from articles.site.edition import Edition
from articles.site.front import candidates, section_candidates
from articles.site.standing_front import standing_front
from tests.builders import a_section
from tests.site.test_edition import a_year_of_editions, run_sql

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def a_year(django_db_setup, django_db_blocker):
    """In a transaction around all tests of this file; each works in a savepoint within it."""
    with django_db_blocker.unblock(), transaction.atomic():
        a_year_of_editions()
        yield
        transaction.set_rollback(True)


def test_the_front_and_the_archive_walk_their_indexes():
    for number in range(6):
        a_section(f"s{number}")
    run_sql("ANALYZE articles_section")
    day = date(2026, 3, 1)

    now = timezone.now()
    front = candidates(standing_front(HOME, now), now).explain()
    archive = Edition.objects.live().dated(day, day).newest_first()[:20].explain()

    for plan in (front, archive):
        assert "edition_newest_first" in plan, plan
        assert "edition_number_unique" in plan, plan
        assert "Seq Scan on articles_edition" not in plan, plan
    assert "edition_section_newest" in front, front
    assert "articles_edition_pkey" in front, front


def test_composed_fronts_walk_their_indexes():
    a_section("s7")
    run_sql("ANALYZE articles_section")
    keys = Edition.objects.order_by("pk").values_list("story_key", flat=True)[:30]
    slots = [{"story": str(key)} for key in keys]
    now = timezone.now()
    standing = replace(standing_front(HOME, now), slots=slots)

    for chosen in (candidates(standing, now), section_candidates("s7", standing, now)):
        plan = chosen.explain()
        assert "Seq Scan on articles_edition" not in plan, plan
        assert "edition_section_newest" in plan, plan
        assert "edition_number_unique" in plan, plan


def test_how_things_stand_is_found_by_a_step_in_an_index():
    """Every process asks it once a second."""
    connection.ensure_connection()
    asked = Explained(connection.connection)

    due.standing(asked, timezone.now())

    assert "edition_goes_live" in asked.plan, asked.plan
    assert "edition_newest_first" in asked.plan, asked.plan
    assert "Seq Scan on articles_edition" not in asked.plan, asked.plan


class Explained:
    """psycopg's connection; the plan of what it was asked is kept."""

    def __init__(self, line):
        self.line, self.plan = line, ""

    def execute(self, query, values):
        rows = self.line.execute(f"EXPLAIN {query}", values).fetchall()
        self.plan = "\n".join(row for (row,) in rows)
        return self.line.execute(query, values)
