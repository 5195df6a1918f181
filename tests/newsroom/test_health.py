"""Health answers for the servers' watchers, and tells nothing else."""

from __future__ import annotations

import pytest
from django.db.migrations.recorder import MigrationRecorder


def test_the_process_is_up(client):
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_ready_when_every_migration_is_applied(client):
    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_not_ready_when_a_migration_is_missing(client):
    newest = MigrationRecorder.Migration.objects.filter(app="articles").latest("name")
    newest.delete()

    response = client.get("/readyz")

    assert (response.status_code, response.content) == (503, b"1 migrations are not applied.\n")
