"""Who sits at the desk: a client for each of the cast, and posting as the page itself would."""

from __future__ import annotations

import threading
import time

import pytest
from django.db import connection, transaction
from django.test import Client

from articles.desk.story import Story

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
