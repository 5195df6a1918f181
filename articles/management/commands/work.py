"""work: does what the queue holds. With none running, who needs a copy first waits for it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, cast

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import AlreadyEnqueued

from articles.publishing.plates import cut_all


class Command(BaseCommand):
    help = "Makes pictures' public copies and stories' plates, sends mails; until it is stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="End when nothing is left in the queue."
        )

    def handle(self, *_args: Any, once: bool, **_options: Any) -> None:
        # The worker connects by Django's parameters, not by its backend: it would not start the
        # embedded PostgreSQL itself, nor hold it up.
        connection.ensure_connection()
        with suppress(AlreadyEnqueued):  # after a release no plate fits any more
            cut_all.defer()
        ours = cast("DjangoConnector", app.connector)
        with app.replace_connector(ours.get_worker_connector()):
            app.run_worker(wait=not once, delete_jobs="successful", task_middleware=[and_hang_up])


def and_hang_up(job: Callable[[], Any], *_about: Any) -> Any:
    """A job has a thread, and so a connection, of its own: it leaves none open."""
    try:
        return job()
    finally:
        connection.close()
