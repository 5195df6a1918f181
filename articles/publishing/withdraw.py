"""Withdraw: takes a story from readers and leaves a tombstone with the reason."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from articles.desk.story import Story
from articles.publishing.compose import tombstone
from articles.publishing.press import Press
from articles.publishing.refusal import NotPublic, Refused
from articles.site.edition import Edition
from articles.vocabulary import EditionKind

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def withdraw(
    story: Story, *, by: User, note: str, at: datetime | None = None, reason: str = ""
) -> Edition:
    """Publishes a withdrawal: readers get HTTP 410 with the note, and nothing of the story.

    `note` is public; `reason` is for the desk's record. What was scheduled for later is called off.
    Pictures that no other story shows go with it.
    """
    press = Press.take(story, by=by, permission="withdraw_story", at=at)
    return print_withdrawal(press, note, reason=reason)


def print_withdrawal(press: Press, note: str, *, reason: str) -> Edition:
    """What `withdraw` does, with the story under the press already."""
    if not note.strip():
        message = "Tell readers why the story is withdrawn."
        raise Refused(message)
    public = press.public()
    if public is None or public.kind == EditionKind.WITHDRAWAL:
        message = f"“{press.story}” is not public, so there is nothing to withdraw."
        raise NotPublic(message)
    imprint = press.next_imprint(EditionKind.WITHDRAWAL, note=note.strip())
    return press.print(tombstone(public, imprint), reason=reason, found=[])
