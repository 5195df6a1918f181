"""Places: where in a story something is wrong, and the words that would mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Place:
    """A form field, or a stretch of the words in it.

    `field` is a field of the story's form, or one of its lists (`placements`, `attributions`,
    `replies`, `bylines`); then `row` is the id of the row, and `part` its field. In the body,
    `paragraph` counts paragraphs and subheadings from 0. `start` and `end` count characters
    (Unicode code points) of that text, a line break being one; without them the whole is meant.
    `words` are the words that stand there.
    """

    field: str = ""
    row: int | None = None
    part: str = ""
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    words: str = ""


@dataclass(frozen=True)
class Fix:
    """What one click does: puts `words` in the place of those at the finding's place.

    `label` says it on the button: “Write Mediazona”. In the place of a tick box, “1” ticks it.
    `at` is where, if that is not the finding's place. Words that begin with a blank line are a
    paragraph of their own, behind the one at that place.
    """

    label: str
    words: str
    at: Place | None = None
