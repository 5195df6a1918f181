"""`manage.py rotate_identity_keys`: puts every identity of the vault under the newest key."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.desk.vault.acts import destroy_due, rotate
from articles.desk.vault.envelope import new_key
from articles.desk.vault.keys import VaultRefused


class Command(BaseCommand):
    help = "Puts every identity under the newest of NEWSROOM_IDENTITY_KEYS, which is the first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--new-key",
            action="store_true",
            help="print a fresh key instead, to be put first in NEWSROOM_IDENTITY_KEYS",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["new_key"]:
            self.stdout.write(new_key())
            return
        destroyed = destroy_due()
        try:
            count = rotate()
        except VaultRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            f"Identities put under the newest key: {count}; destroyed in due time: {destroyed}."
        )
