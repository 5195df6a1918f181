"""Health: for whoever watches the servers. Neither answer tells anything of the content."""

from __future__ import annotations

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import DatabaseError
from django.http import HttpRequest, HttpResponse


def process_is_up(_request: HttpRequest) -> HttpResponse:
    return _plain("ok", status=200)


def ready(_request: HttpRequest) -> HttpResponse:
    """200 when the database answers and every migration is applied, else 503 with a sentence."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return _plain("The database does not answer.", status=503)
    if waiting:
        return _plain(f"{len(waiting)} migrations are not applied.", status=503)
    return _plain("ready", status=200)


def _plain(text: str, *, status: int) -> HttpResponse:
    response = HttpResponse(f"{text}\n", content_type="text/plain; charset=utf-8", status=status)
    response["Cache-Control"] = "no-store"
    return response
