"""Lose a permission: an account is deactivated or leaves a role; what hung on it is asked again.

An editor who leaves may have been the only one who knew an anonymous source; what somebody passed
over counts only as long as they may do so.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import transaction

from articles.desk.source import Source
from articles.desk.story import Story
from articles.publishing.recheck import recheck
from articles.publishing.rests_on import stories_resting_on

if TYPE_CHECKING:
    from django.contrib.auth.models import User

BECAUSE = "Somebody on whom the checks had relied left a role."
"""On the record of the story, which does not say who knows a source."""


@transaction.atomic
def lose_permissions(person: User, lost: Collection[str], *, by: User) -> list[Story]:
    """Calls off what is scheduled and no longer passes without them; answers those stories."""
    if not lost:
        return []
    known = Source.objects.filter(identity__knowers__user=person)
    passed_over = Story.objects.filter(dismissals__made_by=person).distinct()
    stories = {*stories_resting_on(*known), *passed_over}
    return recheck(stories, by=by, because=BECAUSE)
