"""What is going on at the demo's desk: a draft in hand, with what was noted on it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth.models import User

from articles.desk.assign import assign
from articles.desk.noting import write_note
from articles.desk.story import Story
from articles.markup.text import plain_text

LENGTH = 400  # words that were planned for it


def hand_out(draft: Story, people: dict[str, User], *, now: datetime) -> None:
    """The sub-editor gives the draft to the reporter and asks; the reporter has answered."""
    sub, reporter = people["sub"], people["reporter"]
    Story.objects.filter(pk=draft.pk).update(
        deadline=now + timedelta(hours=5), planned_length=LENGTH, waiting_for="the treasurer"
    )
    assign(draft, to=reporter, by=sub)
    second = plain_text(draft.body).split("\n\n")[1]
    question = "Who says so? @reporter, ring them before this goes anywhere."
    note = write_note(draft, text=question, passage=second.partition(".")[0], by=sub).note
    write_note(draft, text="Rang at four, no answer. Trying again.", by=reporter, answers=note)
