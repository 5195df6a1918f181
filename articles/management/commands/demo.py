"""demo: brings the demo newsroom up to date, loads it once, and says how to get in."""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from articles.desk.story import Story
from articles.management.demo.load import load
from articles.management.demo.paper import Paper
from articles.management.demo.people import LOG_INS, PASSWORD


class Command(BaseCommand):
    help = "Loads an invented town paper into an empty newsroom. A second run changes nothing."

    def handle(self, *_args: Any, **_options: Any) -> None:
        if not settings.DEBUG:
            message = (
                "The demo is for trying out only: its password is known. Set NEWSROOM_DEBUG=1."
            )
            raise CommandError(message)
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Preparing the database …")
            call_command("migrate", verbosity=0)
        if not Story.objects.exists():
            self.stdout.write("Drawing the pictures and printing the paper …")
            self.stdout.write(f"{load(Paper())} stories are in.")
        home = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
        self.stdout.write(f"\n  The site   {home}/\n  The desk   {home}/admin/")
        self.stdout.write(f"  Log in as  {', '.join(LOG_INS)} with the password {PASSWORD}\n")
        self.stdout.write("  Stop with Ctrl+C. What you write is kept.\n")
