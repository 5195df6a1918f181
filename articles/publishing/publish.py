"""Publish: puts a story before readers, now or at a moment to come."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from articles.desk.story import Story
from articles.publishing.press import Press
from articles.site.edition import Edition
from articles.vocabulary import EditionKind

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def publish(
    story: Story,
    *,
    by: User,
    goes_live_at: datetime | None = None,
    reason: str = "",
    override_reason: str = "",
) -> Edition:
    """Makes the story's first edition, or its next one as an update.

    `goes_live_at` is the instant from which readers see it; None is now. An edition of the story
    that was scheduled and has not gone live gives way to this one. With an `override_reason` a
    person who may passes over those blocks that can be passed over. Raises `Refused`, with
    sentences, when the person may not, the preflight blocks, or there is nothing new.
    """
    press = Press.take(
        story,
        by=by,
        permission="publish_story",
        at=goes_live_at,
        override_reason=override_reason,
    )
    edition, found = press.compose(press.next_imprint(EditionKind.UPDATE))
    press.refuse_what_is_there(edition)
    return press.print(edition, reason=reason, found=found)
