"""Whose a story is, and what a person may do with it now: the questions that `workflow` answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.desk.story import Story
from articles.desk.workflow import May, Move, moves_of, why_not_write
from articles.vocabulary import Stage

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User


def may(user: User | AnonymousUser) -> May:
    return lambda codename: user.has_perm(f"articles.{codename}")


def is_own(story: Story, user: User | AnonymousUser) -> bool:
    """Whether the person began it, stands in its byline, or has it in hand."""
    return Story.objects.own(user).filter(pk=story.pk).exists()


def moves_for(story: Story, user: User | AnonymousUser) -> list[tuple[Stage, Move]]:
    return list(moves_of(story, may=may(user), own=is_own(story, user)))


def locked_for(story: Story, user: User | AnonymousUser) -> str:
    """Why this person may not change the words at this stage; empty: they may."""
    return why_not_write(story, may=may(user))
