"""Findable: the desk finds a story by the words that readers have, when its copy has others by now.

The story keeps them as lexemes, of the edition that stands and of those to come. They are settled
whenever its line of editions changes, as nothing else changes what readers will have; what the
clock replaces in between is told apart when it is found.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.contrib.postgres.search import SearchVector
from django.db.models import TextChoices, Value
from django.utils import timezone

from articles.desk.search import question
from articles.desk.story import Story
from articles.site.edition import Edition

WORDS = ("headline", "kicker", "standfirst", "text")
BETWEEN = "\n"


class Found(TextChoices):
    """Where the words stand when they do not stand in the copy of the desk."""

    LIVE = "live", "In what readers have; not in the copy here."
    COMING = "coming", "In an edition to come; not in the copy here."
    EARLIER = "earlier", "In an edition that readers have no longer; not in the copy here."


def settle_findable(story_key: UUID) -> None:
    """Keeps with the story what is found of its editions; None when it has none."""
    now = timezone.now()
    own = Edition.objects.filter(story_key=story_key)
    editions = [*own.standing(now), *own.still_to_come(now)]
    words = dict.fromkeys(getattr(one, name) for one in editions for name in WORDS)
    lexemes = SearchVector(Value(BETWEEN.join(words)), config="simple") if editions else None
    Story.objects.filter(key=story_key).update(public_search=lexemes)


def found_elsewhere(stories: Iterable[Story], words: str, *, now: datetime) -> dict[UUID, Found]:
    """Of these stories, which a search for the words has found: those whose copy has them not.

    Two queries, however many stories.
    """
    asked = question(words)
    if asked is None:
        return {}
    keys = {story.pk: story.key for story in stories}
    here = set(Story.objects.filter(pk__in=keys, search=asked).values_list("pk", flat=True))
    found = {key: Found.EARLIER for pk, key in keys.items() if pk not in here}
    editions = Edition.objects.filter(story_key__in=found)
    said = SearchVector(*WORDS, config="simple")
    live = editions.live(now).annotate(said=said).filter(said=asked).values("story_key")
    coming = editions.still_to_come(now).annotate(said=said).filter(said=asked).values("story_key")
    told = live.values_list("story_key", Value(Found.LIVE.value)).union(
        coming.values_list("story_key", Value(Found.COMING.value))
    )
    for key, where in sorted(told, key=lambda one: one[1] == Found.LIVE):
        found[key] = Found(where)
    return found
