"""Who sits at the desk: a client for each of the cast, and posting as the page itself would."""

from __future__ import annotations

import shutil
import threading
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client, override_settings

from articles.desk.story import Story
from tests.admin.addresses import one_of_each
from tests.builders import a_user

CAST = {
    "reporter": "reporter",
    "sub-editor": "sub_editor",
    "editor": "editor",
    "photo": "photo_desk",
    "legal": "legal",
    "admin": "administrator",
}
"""What the tables call each role, and its fixture."""


@pytest.fixture
def at_desk(request):
    """A client logged in as a user, or as the one of the cast who has that role."""

    def sit_down(who, **options):
        client = Client(**options)
        user = request.getfixturevalue(CAST[who]) if isinstance(who, str) else who
        client.force_login(user)
        return client

    return sit_down


class Rows(NamedTuple):
    writer: User
    ids: dict[str, int]
    media: Path


@pytest.fixture(scope="module")
def rows_of_the_module(django_db_setup, django_db_blocker, tmp_path_factory):
    """One of each, a reporter's, in a transaction around all tests of a file; rolled back after it.

    Each test works in a savepoint within it, so none sees what another did. Not for a file with
    tests that commit.
    """
    media = tmp_path_factory.mktemp("rows") / "media"
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(MEDIA_ROOT=media):
            writer = a_user("reporter", "Reporter")
            ids = one_of_each(created_by=writer)
        yield Rows(writer, ids, media)
        transaction.set_rollback(True)


@pytest.fixture
def rows(db, rows_of_the_module, settings):
    """The ids of one row of each model that the desk edits; its files are the test's own."""
    shutil.copytree(rows_of_the_module.media, settings.MEDIA_ROOT)
    return rows_of_the_module.ids


WAITING = "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted"


@pytest.fixture
def at_once():
    """Runs acts at the very same time: each is held at the story's row until all are there."""

    def run(story, *acts):
        results = []

        def act_alone(act):
            try:
                results.append(act())
            finally:
                connection.close()

        threads = [threading.Thread(target=act_alone, args=[act]) for act in acts]
        with transaction.atomic(), connection.cursor() as cursor:
            Story.objects.select_for_update().get(pk=story.pk)
            for thread in threads:
                thread.start()
            patience = time.monotonic() + 10
            while time.monotonic() < patience:
                cursor.execute(WAITING)
                if cursor.fetchone()[0] >= len(acts):
                    break
                time.sleep(0.02)
        for thread in threads:
            thread.join()
        return results

    return run
