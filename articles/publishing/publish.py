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
    new_facts: str = "",
    keeps_later: bool = False,
) -> Edition:
    """Makes the story's first edition, or its next one as an update.

    `goes_live_at` is the instant from which readers see it; None is now. What was scheduled for
    later gives way to it unless `keeps_later`; what goes live before it stays. With an
    `override_reason` a person who may passes over those blocks that can be passed over. Where facts
    differ from those that readers have, `new_facts` says what is new. Raises `Refused`, with
    sentences, when the person may not, the preflight blocks, facts would change silently, or there
    is nothing new.
    """
    press = Press.take(
        story,
        by=by,
        permission="publish_story",
        at=goes_live_at,
        override_reason=override_reason,
    )
    press.new_facts, press.keeps_later = new_facts.strip(), keeps_later
    edition, found = press.compose(press.next_imprint(EditionKind.UPDATE))
    press.refuse_what_is_there(edition)
    press.refuse_silent_edit(edition)
    return press.print(edition, reason=reason, found=found)
