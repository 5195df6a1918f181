"""The draft of a front: read and written as a whole, never over what somebody else has changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from articles.desk.fronts.front import Front, Slot
from articles.desk.story import Story
from articles.vocabulary import SlotSize

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MOST = 40
"""Slots of a front; what goes below flows by itself."""


class DraftRefused(Exception):
    """The draft was not saved. `sentences` say why, and what to do."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


class ChangedByOther(DraftRefused):
    """The draft has changed since the form was opened."""

    def __init__(self, front: Front) -> None:
        who = front.changed_by.get_full_name() or front.changed_by if front.changed_by else ""
        when = date_format(timezone.localtime(front.changed_at), "j F, H:i")
        super().__init__(
            f"{who or 'Somebody'} changed this front on {when}, after you opened it. Nothing of "
            "yours is saved yet. Look at theirs, or save again to put yours in its place."
        )
        self.version = front.version


@dataclass(frozen=True, kw_only=True)
class Place:
    """What stands in one slot, by the story's permanent key. Its place is its place in the list."""

    story: str
    size: str = SlotSize.THIRD
    kicker: str = ""
    headline: str = ""
    picture: bool = True


def draft_of(front: Front) -> list[Place]:
    """The draft from the top to the foot, in one query."""
    return places_in(front.slots.with_keys())


def places_in(slots: Iterable[Slot]) -> list[Place]:
    """The slots as values; they come in their order, with their stories' keys."""
    return [
        Place(
            story=str(slot.story.key),
            size=slot.size,
            kicker=slot.kicker,
            headline=slot.headline,
            picture=slot.shows_picture,
        )
        for slot in slots
    ]


@transaction.atomic
def save_draft(
    front: Front, places: Sequence[Place], *, by: User, version: int | None = None
) -> Front:
    """Puts these slots in place of the draft's; answers the front with its new `version`.

    `version` is the one that the person saw; None does not ask. Raises `ChangedByOther` when it is
    not the present one, and `DraftRefused` when the places break a rule. A draft that would stay
    as it is is left alone, so that its version counts changes.
    """
    locked = Front.objects.select_for_update().get(pk=front.pk)
    if draft_of(locked) == list(places):
        return locked
    if version is not None and version != locked.version:
        raise ChangedByOther(locked)
    stories = _stories(places)
    refuse_places(places, {key: str(story) for key, story in stories.items()})
    locked.slots.all().delete()
    Slot.objects.bulk_create(
        Slot(
            front=locked,
            position=position,
            story=stories[place.story],
            size=place.size,
            kicker=place.kicker,
            headline=place.headline,
            shows_picture=place.picture,
        )
        for position, place in enumerate(places, 1)
    )
    locked.version += 1
    locked.changed_by, locked.changed_at = by, timezone.now()
    locked.save(update_fields=["version", "changed_by", "changed_at"])
    return locked


def refuse_places(places: Sequence[Place], names: dict[str, str]) -> None:
    """Raises `DraftRefused` with a sentence for each rule that the places break.

    `names` are the stories' headlines by key; a place whose story has none is gone from the desk.
    """
    keys = [place.story for place in places]
    said = [f"“{names[key]}” stands on the front twice. Remove it once." for key in _twice(keys)]
    leads = [names.get(one.story, "") for one in places if one.size == SlotSize.LEAD]
    if len(leads) > 1:
        listed = " and ".join(f"“{name}”" for name in leads)
        said.append(f"A front has one lead. Make one of them smaller: {listed}.")
    if len(places) > MOST:
        said.append(f"A front has at most {MOST} slots: what is below flows by itself.")
    if said:
        raise DraftRefused(*said)


def _twice(keys: list[str]) -> Iterable[str]:
    return dict.fromkeys(key for key in keys if keys.count(key) > 1)


def _stories(places: Sequence[Place]) -> dict[str, Story]:
    """The stories by key; one that is not at the desk is refused."""
    wanted = {place.story for place in places}
    found = {str(one.key): one for one in Story.objects.for_list().filter(key__in=wanted)}
    if len(found) < len(wanted):
        message = "A story of this front is no longer at the desk. Remove it from its slot."
        raise DraftRefused(message)
    return found
