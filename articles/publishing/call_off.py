"""Call off: takes back what was to go live, before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from articles.desk.story import Story
from articles.publishing.line import Line
from articles.publishing.press import Press, call_off_pending
from articles.publishing.refusal import NotPublic

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def call_off(story: Story, *, by: User) -> None:
    """Readers keep what they have; the record keeps who called off, and when.

    Raises `Refused` when the person may not, or nothing is to go live: perhaps it just has.
    """
    press = Press.take(story, by=by, permission="publish_story")
    line = Line.of(press.story, by=by)
    if not call_off_pending(line):
        message = f"Nothing of “{story}” is to go live. Perhaps it just has: look at the site."
        raise NotPublic(message)
    line.lay()
