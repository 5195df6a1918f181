"""Acts on several stories together, in one transaction: each through the door of a save of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction

from articles.desk.keep_revision import catch_up, keep_revision
from articles.desk.mine import locked_for
from articles.desk.story import Story
from articles.masthead.section import Section

if TYPE_CHECKING:
    from django.contrib.auth.models import User

WHY = "Together with other stories."


@dataclass
class Done:
    """The stories that were changed, and each that may not be, with the sentence that says why."""

    changed: list[Story] = field(default_factory=list)
    refused: list[tuple[Story, str]] = field(default_factory=list)


def set_section(stories: Iterable[Story], section: Section, *, by: User) -> Done:
    """Puts them into the section; those that stand there already are left alone."""

    def put(story: Story) -> None:
        story.section = section
        story.save(update_fields=["section", "updated_at"])

    return _each(stories, put, by=by, unless=lambda story: story.section_id == section.pk)


def add_tag(stories: Iterable[Story], tag: str, *, by: User) -> Done:
    """Adds the tag; those that have it, in capitals or not, are left alone."""

    def put(story: Story) -> None:
        story.tags.add(tag)
        story.save(update_fields=["updated_at"])

    def has_it(story: Story) -> bool:
        return tag.lower() in {name.lower() for name in story.tags.names()}

    return _each(stories, put, by=by, unless=has_it)


@transaction.atomic
def _each(
    stories: Iterable[Story],
    put: Callable[[Story], None],
    *,
    by: User,
    unless: Callable[[Story], bool],
) -> Done:
    """Every change is a revision, made beside it.

    The rows are locked in one order, so that two who do this at once do not wait for each other.
    """
    done = Done()
    seen = Story.objects.visible_to(by).filter(pk__in=[story.pk for story in stories])
    for story in seen.select_for_update().order_by("pk"):
        if unless(story):
            continue
        if refusal := locked_for(story, by):
            done.refused.append((story, refusal))
            continue
        catch_up(story)
        put(story)
        keep_revision(story, by=by, why=WHY)
        done.changed.append(story)
    return done
