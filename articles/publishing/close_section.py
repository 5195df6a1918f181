"""Close a section: nothing goes out in it any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from articles.desk.story import Story
from articles.masthead.section import Section
from articles.publishing.recheck import recheck
from articles.site.edition import Edition

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def close_section(section: Section, *, by: User) -> list[Story]:
    """Calls off what is scheduled in it; answers those stories. What is public in it stays."""
    section.is_closed = True
    section.save(update_fields=["is_closed"])
    scheduled = Edition.objects.in_section(section.slug).still_to_come()
    stories = Story.objects.filter(key__in=scheduled.values("story_key"))
    return recheck(stories, by=by, because=f"The section {section.name} was closed.")
