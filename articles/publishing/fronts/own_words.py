"""Own words: where a front says of a story something else than the story does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.utils import timezone

from articles.desk.fronts.front import Front, Slot
from articles.publishing.blank import Blanking
from articles.site.front_edition import FrontEdition

WORDS = ("kicker", "headline")


def own_words(story_key: UUID) -> list[str]:
    """A sentence for each front that readers have and that words the story by itself.

    Such words stand until the next launch: a correction of the story does not reach them.
    """
    standing = FrontEdition.objects.filter(goes_live_at__lte=timezone.now())
    newest = standing.order_by("front", "-goes_live_at", "-number").distinct("front")
    found = {one.front: list(_of(story_key, one.slots)) for one in newest}
    fronts = Front.objects.select_related("section")
    return [
        f"The front of {front} has words of its own for it, “{words}”: read them again."
        for front in fronts
        for words in found.get(front.slug, [])
    ]


def blank_fronts(story_key: UUID, blanking: Blanking) -> None:
    """Blanks the story's words on every front edition and draft; the guard must be lifted."""
    kept = FrontEdition.objects.filter(slots__contains=[{"story": str(story_key)}])
    for edition in kept:
        slots = [
            {**slot, **{name: blanking.text(slot[name]) for name in WORDS}}
            if slot["story"] == str(story_key)
            else slot
            for slot in edition.slots
        ]
        if slots != edition.slots:
            FrontEdition.objects.filter(pk=edition.pk).update(slots=slots)
    for slot in Slot.objects.filter(story__key=story_key):
        slot.kicker, slot.headline = blanking.text(slot.kicker), blanking.text(slot.headline)
        slot.save(update_fields=WORDS)


def _of(story_key: UUID, slots: list[dict[str, Any]]) -> Iterator[str]:
    for slot in slots:
        words = ": ".join(slot[name] for name in WORDS if slot[name])
        if slot["story"] == str(story_key) and words:
            yield words
