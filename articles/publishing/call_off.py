"""Call off: takes back what was to go live, before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from articles.desk.story import Story
from articles.publishing.line import Line
from articles.publishing.planned import the_planned
from articles.publishing.press import Press
from articles.publishing.refusal import NotPublic

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def call_off(story: Story, *, by: User, release: int | None = None) -> None:
    """Takes back the edition with that release, or all that is to come; the others stay.

    Readers keep what they have; the record keeps who called off, and when. Raises `Refused` when
    the person may not, or it is not to go live: perhaps it just has.
    """
    press = Press.take(story, by=by, permission="publish_story")
    line = Line.of(press.story, by=by)
    plans = line.take_up()
    if not plans:
        message = f"Nothing of “{story}” is to go live. Perhaps it just has: look at the site."
        raise NotPublic(message)
    gone = plans if release is None else [the_planned(plans, release, story=story)]
    line.call_off(gone)
    line.lay(plan for plan in plans if plan not in gone)
