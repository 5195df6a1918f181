"""Noting: writes notes on a story, answers them, resolves them and takes them up again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.desk.mentions import names_in
from articles.desk.note import Note
from articles.desk.notify import notify
from articles.desk.story import Story
from articles.vocabulary import NotificationKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet


@dataclass(frozen=True)
class Noted:
    """What was written, and the log-ins it names that were not told: nobody, or may not see it."""

    note: Note
    not_told: tuple[str, ...] = ()


def people_on(story: Story) -> QuerySet[User]:
    """Everybody who may see the story: those who may be mentioned."""
    everywhere = User.objects.with_perm("articles.see_every_story").values("pk")
    own = Q(stories=story) | Q(contributor__bylines__story=story) | Q(assigned_stories=story)
    people = User.objects.filter(is_active=True, is_staff=True)
    return people.filter(Q(pk__in=everywhere) | own).distinct().order_by("username")


@transaction.atomic
def write_note(
    story: Story, *, text: str, by: User, passage: str = "", answers: Note | None = None
) -> Noted:
    """A note on the story, or on words of its body; or an answer, which belongs to its thread.

    Who is mentioned is told, and so is everybody of the thread that is answered.
    """
    thread = (answers.answers or answers) if answers else None
    note = Note.objects.create(
        story=story,
        answers=thread,
        passage="" if thread else passage.strip(),
        text=text.strip(),
        made_by=by,
    )
    names = names_in(text)
    mentioned = {one.username: one for one in people_on(story).filter(username__in=names)}
    note.mentions.set(mentioned.values())
    where = f"“{story}”"
    said = note.text
    notify(
        story,
        NotificationKind.MENTIONED,
        f"{by} mentions you in a note on {where}: {said}",
        to=mentioned.values(),
        by=by,
    )
    if thread:
        others = [one for one in _of_thread(thread) if one.username not in mentioned]
        text = f"{by} answered a note on {where}: {said}"
        notify(story, NotificationKind.ANSWERED, text, to=others, by=by)
    return Noted(note, tuple(name for name in names if name not in mentioned))


def _of_thread(thread: Note) -> Iterable[User]:
    written = Note.objects.filter(Q(pk=thread.pk) | Q(answers=thread)).values("made_by")
    return User.objects.filter(pk__in=written)


@transaction.atomic
def resolve(note: Note, *, by: User) -> None:
    """Closes the thread. Saying it twice changes nothing."""
    thread = Note.objects.select_for_update(of=("self",)).get(pk=note.answers_id or note.pk)
    if thread.resolved_at is None:
        thread.resolved_at, thread.resolved_by = timezone.now(), by
        thread.save(update_fields=["resolved_at", "resolved_by"])


@transaction.atomic
def take_up_again(note: Note, *, by: User) -> None:
    """Opens the thread again, and tells whoever wrote in it."""
    thread = Note.objects.select_for_update(of=("self",)).get(pk=note.answers_id or note.pk)
    if thread.resolved_at is None:
        return
    thread.resolved_at = thread.resolved_by = None
    thread.save(update_fields=["resolved_at", "resolved_by"])
    text = f"{by} took up a note on “{thread.story}” again: {thread.text}"
    notify(thread.story, NotificationKind.ANSWERED, text, to=_of_thread(thread), by=by)
