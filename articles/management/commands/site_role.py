"""`manage.py site_role`: prints the SQL of a database role that can read readers' pages alone."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from articles.site.database_role import NAME, grants


class Command(BaseCommand):
    help = "Prints SQL for psql: a role for processes with NEWSROOM_ROLE=site, and its rights."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--role", default=NAME, help=f"the role's name (default: {NAME})")

    def handle(self, *_args: Any, role: str, **_options: Any) -> None:
        self.stdout.write(grants(role))
