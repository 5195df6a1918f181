"""A story's public address: made from the headline, claimed once, never given to another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from articles.desk.story import Story
from articles.publishing.refusal import Refused
from articles.site.address import Address
from articles.site.edition import Edition

LONGEST = 80


class AddressTaken(Refused):
    """Another story of that day already has the address."""


def claim_address(story: Story, day: date) -> str:
    """The slug under which the story stands on that day; takes it for the story for ever.

    A slug that an editor chose is taken as it is or refused; one made from the headline gets a
    number when another story of the day has it.
    """
    if story.slug:
        if not _claim(story, day, story.slug):
            message = (
                f"Another story of {day:%d %B %Y} has the address “{story.slug}”. "
                "Choose another slug."
            )
            raise AddressTaken(message)
        return story.slug
    wish = slugify(story.headline)[: LONGEST - 4].rstrip("-") or story.key.hex[:12]
    return _claim_one_like(story, day, wish)


def moved_address(story: Story, day: date, slug: str) -> str:
    """The slug on another day, for an edition that goes live on that day instead.

    Nobody stands by to be refused, so where another story has it a number is added.
    """
    if _claim(story, day, slug):
        return slug
    return _claim_one_like(story, day, slug[: LONGEST - 4].rstrip("-"))


def give_back(story: Story, addresses: Iterable[tuple[date, str]]) -> None:
    """Lets go of those addresses that no edition of the story has: no reader has met them."""
    for day, slug in addresses:
        editions = Edition.objects.filter(story_key=story.key, date=day, slug=slug)
        if not editions.exists():
            Address.objects.filter(story_key=story.key, date=day, slug=slug).delete()


def _claim_one_like(story: Story, day: date, wish: str) -> str:
    number, slug = 1, wish
    while not _claim(story, day, slug):
        number += 1
        slug = f"{wish}-{number}"
    story.slug = slug
    story.save(update_fields=["slug"])
    return slug


def _claim(story: Story, day: date, slug: str) -> bool:
    """Whether the address is the story's: it was, or it is now. Two claims at once cannot win."""
    try:
        with transaction.atomic():
            address, _ = Address.objects.get_or_create(
                date=day, slug=slug, defaults={"story_key": story.key}
            )
    except IntegrityError:
        return False
    return address.story_key == story.key
