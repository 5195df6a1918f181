"""A desk of 20,000 stories and 1,000 photos costs the queries of one of 1,000, and walks indexes.

The full size, 100,000 and 20,000, is measured by `make bench`: it takes too long to fill here.
"""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.admin.story_filters import Tab
from benchmarks.archive import fill
from tests.admin.test_query_counts import cost
from tests.builders import a_user

pytestmark = pytest.mark.django_db

SMALL, LARGE = (1_000, 200), (20_000, 1_000)
LIST = "/admin/articles/story/"
LISTS = {
    **{tab: f"{LIST}?tab={tab}" for tab in Tab.values},
    "search": f"{LIST}?q=harbour+topic12",
    "common words": f"{LIST}?q=harbour",
    "no such word": f"{LIST}?q=oystercatcher",
    "overdue": f"{LIST}?due=over",
    "language": f"{LIST}?language=uk",
    "nobody's": f"{LIST}?hand=nobody",
}
PAGES = {"start page": "/admin/", "photos": "/admin/articles/photo/", **LISTS}
START_PAGE = 90
"""Queries at most: it runs the checks of five stories, and each asks what it needs."""
READS_ALL = "Seq Scan on articles_story"


def sit_down(name, role):
    """A client of somebody who has stories in the archive."""
    user = User.objects.get(username=name)
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client


def costs(client):
    return {name: cost(client, path) for name, path in PAGES.items()}


def full(costs):
    """Those of pages that had something to show: an empty list asks the database less."""
    return {name for name in PAGES if costs[name] != costs["no such word"]}


def stories_read_whole(client, path):
    """The queries of a page for which PostgreSQL reads every story."""
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    found = []
    for query in queries.captured_queries:
        if query["sql"].startswith("SELECT") and "articles_story" in query["sql"]:
            with connection.cursor() as cursor:
                cursor.execute("EXPLAIN " + query["sql"].replace("%", "%%"))
                plan = "\n".join(line for (line,) in cursor.fetchall())
            if READS_ALL in plan:
                found.append(f"{query['sql'][:3000]}\n{plan}")
    return found


def test_a_large_desk_costs_no_more_queries_and_reads_no_table_of_stories_whole():
    a_user("somebody")
    fill(*SMALL)
    editor = sit_down("person-3", "Editor")
    few = costs(editor)

    fill(*LARGE)

    many = costs(editor)
    lists = full(few) - {"start page"}
    assert {name: many[name] for name in lists} == {name: few[name] for name in lists}
    assert max(few["start page"], many["start page"]) <= START_PAGE
    assert {"start page", "all", "filed", "mine", "search", "overdue", "photos"} <= full(few)
    for client in (editor, sit_down("person-4", "Reporter")):
        for name, path in {"start page": "/admin/", **LISTS}.items():
            assert stories_read_whole(client, path) == [], name
