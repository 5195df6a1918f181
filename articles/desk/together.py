"""Acts on several stories together: all of them or none."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from articles.desk.story import Story
from articles.masthead.section import Section


@transaction.atomic
def set_section(stories: Iterable[Story], section: Section) -> list[Story]:
    """Those that stood elsewhere before, as they are now."""
    changed = []
    for story in _locked(stories):
        if story.section_id != section.pk:
            story.section = section
            story.save(update_fields=["section", "updated_at"])
            changed.append(story)
    return changed


@transaction.atomic
def add_tag(stories: Iterable[Story], tag: str) -> list[Story]:
    """Those that did not have it before."""
    changed = []
    for story in _locked(stories):
        if tag.lower() not in {name.lower() for name in story.tags.names()}:
            story.tags.add(tag)
            story.save(update_fields=["updated_at"])
            changed.append(story)
    return changed


def _locked(stories: Iterable[Story]) -> list[Story]:
    """In one order, so that two who do this at once do not wait for each other."""
    keys = [story.pk for story in stories]
    return list(Story.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
