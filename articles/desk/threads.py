"""Threads: the notes of a story as one reads them, each with its answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.desk.note import Note
from articles.desk.story import Story
from articles.markup.text import plain_text


@dataclass
class Thread:
    """A note and its answers. `is_gone`: the words that it is about are not in the body now."""

    note: Note
    answers: list[Note] = field(default_factory=list)
    is_gone: bool = False

    @property
    def is_open(self) -> bool:
        return self.note.resolved_at is None


def threads_of(story: Story) -> list[Thread]:
    """Open ones first, each kind in the order in which they were begun. One query."""
    body = _squeezed(plain_text(story.body))
    threads: dict[int, Thread] = {}
    notes = story.notes.select_related("made_by", "resolved_by").order_by("pk")
    for note in notes:
        if note.answers_id is None:
            gone = bool(note.passage) and _squeezed(note.passage) not in body
            threads[note.pk] = Thread(note, is_gone=gone)
        elif note.answers_id in threads:
            threads[note.answers_id].answers.append(note)
    return sorted(threads.values(), key=lambda thread: not thread.is_open)


def _squeezed(words: str) -> str:
    """Without what a browser and the stored text write differently: blanks and line ends."""
    return " ".join(words.split())
