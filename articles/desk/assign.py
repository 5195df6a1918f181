"""Assign: who has a story in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import User
from django.db import transaction

from articles.desk.act import Act
from articles.desk.notify import notify
from articles.desk.refusal import NotYours
from articles.desk.story import Story
from articles.vocabulary import ActKind, NotificationKind

if TYPE_CHECKING:
    from django.db.models import QuerySet


def who_may_have_it() -> QuerySet[User]:
    """Everybody who writes or edits."""
    writers = User.objects.with_perm("articles.change_story")
    return writers.filter(is_staff=True).order_by("username")


def why_not_assign(story: Story, *, to: User | None, by: User) -> str:
    """Whoever gives stories to others may do all; others take what is free, and lay it down."""
    if by.has_perm("articles.assign_story"):
        return ""
    if not by.has_perm("articles.change_story"):
        return "You may not take stories in hand. Ask an editor."
    if to not in {by, None}:
        return "You may take the story yourself. Ask an editor to give it to somebody else."
    if story.assigned_to_id not in {by.pk, None}:
        return f"{story.assigned_to} has the story in hand. Ask them, or an editor."
    return ""


@transaction.atomic
def assign(story: Story, *, to: User | None, by: User) -> None:
    """Gives the story to somebody, or to nobody; whoever gets it sees it, and is told."""
    locked = Story.objects.select_for_update(of=("self",)).get(pk=story.pk)
    refusal = why_not_assign(locked, to=to, by=by)
    if not refusal and to is not None and not who_may_have_it().filter(pk=to.pk).exists():
        refusal = f"{to} does not write or edit stories. Give it to somebody who does."
    if refusal:
        raise NotYours(refusal)
    if locked.assigned_to_id == (to and to.pk):
        return
    before, locked.assigned_to = locked.assigned_to, to
    locked.save(update_fields=["assigned_to"])  # the words did not change
    record = (
        f"Taken by {by}." if to == by else f"Given to {to}." if to else f"{before} lays it down."
    )
    Act.objects.create(story=locked, kind=ActKind.ASSIGNED, reason=record, made_by=by)
    if to is not None:
        said = f"{by} gave you “{locked}”."
        notify(locked, NotificationKind.ASSIGNED, said, to=[to], by=by)
