"""cut_plates: prints what is missing of stories' pages now, instead of leaving it to the queue."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from articles.publishing.plates import cut_missing


class Command(BaseCommand):
    help = "Cuts the plates of stories that have none that fits, the newest first."

    def handle(self, *_args: Any, **_options: Any) -> None:
        done = cut_missing()
        self.stdout.write(f"{done} plate{'' if done == 1 else 's'} cut.")
