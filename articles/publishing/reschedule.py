"""Reschedule: what is scheduled goes live at another time, word for word as it was composed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from articles.desk.act import Act
from articles.desk.story import Story
from articles.publishing.line import Line
from articles.publishing.planned import Planned, the_planned
from articles.publishing.press import Press
from articles.publishing.recheck import blocks_of
from articles.publishing.refusal import NothingNew, PreflightBlocks, TooEarly
from articles.publishing.retouch import copy_of
from articles.vocabulary import ActKind

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def reschedule(story: Story, *, by: User, release: int, to: datetime) -> None:
    """Moves the edition with that release; the others keep their times, and the order follows.

    It must pass the checks for its new time: an embargo, a lease. Raises `Refused` when it does
    not, when the person may not, when the time is past, or when it has just gone live.
    """
    press = Press.take(story, by=by, permission="publish_story")
    if to <= timezone.now():
        message = "That time is past. Give a later one."
        raise TooEarly(message)
    line = Line.of(press.story, by=by)
    plans = line.take_up()
    plan = the_planned(plans, release, story=story)
    _refuse_taken(to, plans, plan)
    moved = plan.altered(lambda edition: copy_of(edition, goes_live_at=to))
    if blocks := blocks_of(moved.release, moved.edition, press.story):
        raise PreflightBlocks(blocks)
    line.lay(moved if one is plan else one for one in plans)
    reason = f"What was to go live {press.in_words(plan.at)} goes live {press.in_words(to)}."
    Act.objects.create(story=press.story, kind=ActKind.RESCHEDULED, reason=reason, made_by=by)


def _refuse_taken(to: datetime, plans: list[Planned], plan: Planned) -> None:
    if to == plan.at:
        message = "It goes live at that time already."
        raise NothingNew(message)
    if any(one.at == to for one in plans):
        message = "Another edition of the story goes live at that very time. Choose another one."
        raise NothingNew(message)
