"""import_story FILE: makes a draft of a plain-text story."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from articles.desk.dossier import gather
from articles.desk.story import Story
from articles.intake.paste.read import PasteRefused, read_text
from articles.intake.story import import_story
from articles.preflight.run import findings

IMPORTER = "importer"


class Command(BaseCommand):
    help = "Makes a draft of a plain-text story: headline first, then the paragraphs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--by", metavar="LOG-IN", help=f"whose draft it is; without it, the log-in {IMPORTER!r}"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            text = read_text(path.read_bytes(), name=path.name)
            imported = import_story(text, by=_person(options["by"]))
        except OSError as error:
            message = f"{path} cannot be read: {error.strerror}."
            raise CommandError(message) from error
        except PasteRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(imported.summary)
        self.stdout.write(_blocks(imported.story))


def _blocks(story: Story) -> str:
    """One sentence: how much keeps the draft from going out, and what to begin with."""
    found = findings(gather(story), goes_live_at=timezone.now())
    blocks = [one for one in found if one.blocks]
    if not blocks:
        return "Nothing keeps it from going out."
    return f"What keeps it from going out: {len(blocks)}. To begin with: {blocks[0].message}"


def _person(username: str | None) -> User:
    """The named log-in; without one, an account that owns imports and cannot log in."""
    if username is None:
        importer, created = User.objects.get_or_create(
            username=IMPORTER, defaults={"is_active": False, "first_name": "Import"}
        )
        if created:
            importer.set_unusable_password()
            importer.save()
        return importer
    try:
        return User.objects.get(username=username)
    except User.DoesNotExist as error:
        message = f"There is no log-in {username!r}. Name one that exists with --by."
        raise CommandError(message) from error
