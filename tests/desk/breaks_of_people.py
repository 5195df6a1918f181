"""What breaks the constraints of notes and hand-overs."""

from __future__ import annotations

from django.utils import timezone

from articles.desk.hand_over import HandOver
from articles.desk.note import Note
from tests.desk.breaks import breaks


@breaks("note_says_something")
def _(story):
    Note.objects.create(story=story, text="", made_by=story.created_by)


@breaks("note_resolved_by_somebody")
def _(story):
    Note.objects.create(
        story=story, text="When?", made_by=story.created_by, resolved_at=timezone.now()
    )


@breaks("hand_over_says_something")
def _(story):
    HandOver.objects.create(text="", made_by=story.created_by)
