"""How the constraints on notes and hand-overs are broken, past every form."""

from __future__ import annotations

from django.utils import timezone

from articles.desk.hand_over import HandOver
from articles.desk.note import Note

PEOPLE = {
    "note_says_something": lambda story: Note.objects.create(
        story=story, text="", made_by=story.created_by
    ),
    "note_resolved_by_somebody": lambda story: Note.objects.create(
        story=story, text="When?", made_by=story.created_by, resolved_at=timezone.now()
    ),
    "hand_over_says_something": lambda story: HandOver.objects.create(
        text="", made_by=story.created_by
    ),
}
