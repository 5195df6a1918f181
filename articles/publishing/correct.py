"""Correct: an edition that says openly what was wrong."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from articles.desk.story import Story
from articles.publishing.press import Press
from articles.publishing.refusal import NothingNew, NotPublic, Refused
from articles.site.edition import Edition
from articles.vocabulary import EditionKind, NotePlace

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def correct(
    story: Story,
    *,
    by: User,
    note: str,
    kind: EditionKind = EditionKind.CORRECTION,
    at: datetime | None = None,
    reason: str = "",
    override_reason: str = "",
) -> Edition:
    """Publishes the story as it now stands, with a public note of what was wrong.

    The note stays on the story for good, dated, and on every later edition.
    """
    press = Press.take(
        story, by=by, permission="correct_story", at=at, override_reason=override_reason
    )
    return print_correction(press, kind, note, reason=reason)


def print_correction(
    press: Press,
    kind: EditionKind,
    note: str,
    *,
    reason: str = "",
    place: NotePlace = NotePlace.END,
) -> Edition:
    """What `correct` does, with the story under the press already."""
    if not note.strip():
        message = "Tell readers what was wrong and what is right."
        raise Refused(message)
    public = press.public()
    if public is None or public.kind == EditionKind.WITHDRAWAL:
        message = f"“{press.story}” is not public, so there is nothing to correct. "
        raise NotPublic(f"{message}Publish it instead.")
    before = press.before() or public
    if any(earlier["text"] == note.strip() for earlier in before.corrections):
        message = "This correction already stands on the story."
        raise NothingNew(message)
    imprint = press.next_imprint(kind, note=note.strip(), note_place=place)
    edition, found = press.compose(imprint)
    return press.print(edition, reason=reason, found=found)
