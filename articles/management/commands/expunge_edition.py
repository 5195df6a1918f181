"""`manage.py expunge_edition`: by a court's order an edition, or words of it, goes for good."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from articles.desk.story import Story
from articles.publishing.expunge import Order, expunge
from articles.publishing.refusal import Refused
from articles.publishing.standing import standing_of
from articles.site.address import Address


class Command(BaseCommand):
    help = (
        "Takes one edition out of the record, or blanks words in it, by a court's order. Nothing "
        "else ever changes what was public: correct or withdraw the story where that is enough."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("story", help="its key, or its address: /2026/11/23/night-ferry/")
        parser.add_argument("number", type=int, help="of the edition")
        parser.add_argument("--by", required=True, help="user name of who answers for it")
        parser.add_argument("--order", required=True, help="the court, the reference, the day")
        parser.add_argument("--reason", required=True, help="why, without what has to go")
        parser.add_argument(
            "--blank",
            action="append",
            default=[],
            metavar="WORDS",
            help="blank these words and keep the edition; may be given several times",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        story = _story(options["story"])
        person = User.objects.filter(username=options["by"]).first()
        if person is None:
            message = f"Nobody has the log-in “{options['by']}”."
            raise CommandError(message)
        order = Order(reference=options["order"], reason=options["reason"])
        number, words = options["number"], options["blank"]
        try:
            count = expunge(story, number, by=person, order=order, words=words)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        done = f"{count} place(s) of edition {number} blanked" if words else f"Edition {number} out"
        self.stdout.write(
            f"{done}; readers now: {standing_of([story.key])[story.key]}. The draft and its "
            "revisions, the other editions and older backups are as they were: look there too."
        )


def _story(named: str) -> Story:
    """By key or by public address, with or without the site's own name before it."""
    message = f"No story is known as “{named}”. Give its key, or its address on the site."
    try:
        key = UUID(named)
    except ValueError:
        key = _key_at(named, message)
    story = Story.objects.filter(key=key).first()
    if story is None:
        raise CommandError(message)
    return story


def _key_at(address: str, message: str) -> UUID:
    try:
        year, month, day, slug = address.rstrip("/").split("/")[-4:]
        found = Address.objects.filter(date=date(int(year), int(month), int(day)), slug=slug)
    except ValueError as error:
        raise CommandError(message) from error
    key = found.values_list("story_key", flat=True).first()
    if key is None:
        raise CommandError(message)
    return key
