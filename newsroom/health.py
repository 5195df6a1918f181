"""Health: for whoever watches the servers. Neither answer tells anything of the content."""

from __future__ import annotations

from functools import cache

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse


def process_is_up(_request: HttpRequest) -> HttpResponse:
    return _plain("ok", status=200)


def ready(_request: HttpRequest) -> HttpResponse:
    """200 when the database answers and every migration is applied, else 503 with a sentence."""
    try:
        waiting = _needed() - MigrationRecorder(connection).applied_migrations().keys()
    except (DatabaseError, InterfaceError):
        return _plain("The database does not answer.", status=503)
    if waiting:
        return _plain(f"{len(waiting)} migrations are not applied.", status=503)
    return _plain("ready", status=200)


@cache
def _needed() -> frozenset[tuple[str, str]]:
    """The migrations of this process's own code. Those of a release that lies on the disk already,
    and is not loaded yet, are no concern of it: it goes on serving."""
    return frozenset(MigrationLoader(None).graph.nodes)


def _plain(text: str, *, status: int) -> HttpResponse:
    response = HttpResponse(f"{text}\n", content_type="text/plain; charset=utf-8", status=status)
    response["Cache-Control"] = "no-store"
    return response
