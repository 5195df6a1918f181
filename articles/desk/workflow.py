"""Workflow: who may move a story from which stage to which, and who may write at which stage.

One table, and pure: `publishing.move` carries a move out, the desk's pages offer the moves of it,
and `docs/editors.md` shows it. What keeps a story from readers is not here: see `preflight`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from articles.desk.story import Story
from articles.vocabulary import Stage

May = Callable[[str], bool]
"""Whether the person has the permission of that codename."""
FILE, SUB, CLEAR, SHELVE = "file_story", "sub_story", "clear_story", "shelve_story"


@dataclass(frozen=True)
class Move:
    """One move: what the button says, and the permission it takes, of an own story and another's.

    A story is one's own when one began it, stands in its byline, or has it in hand.
    """

    label: str
    own: str
    others: str
    wants_reason: bool = False

    def permission(self, *, own: bool) -> str:
        return self.own if own else self.others


ON_THE_WAY = (Stage.DRAFT, Stage.FILED, Stage.SUBBED, Stage.CLEARED)
SHELVED = (Stage.HELD, Stage.SPIKED)

MOVES: dict[tuple[Stage, Stage], Move] = {
    (Stage.DRAFT, Stage.FILED): Move("File", FILE, SUB),
    (Stage.FILED, Stage.DRAFT): Move("Back to draft", FILE, SUB),
    (Stage.FILED, Stage.SUBBED): Move("Subbed", SUB, SUB),
    (Stage.SUBBED, Stage.CLEARED): Move("Clear", CLEAR, CLEAR),
    (Stage.SUBBED, Stage.FILED): Move("Back to the subs", SUB, SUB),
    (Stage.SUBBED, Stage.DRAFT): Move("Hand back to the writer", SUB, SUB),
    (Stage.CLEARED, Stage.SUBBED): Move("Take back the clearance", SUB, SUB),
    (Stage.CLEARED, Stage.DRAFT): Move("Hand back to the writer", SUB, SUB),
    **{(one, Stage.HELD): Move("Hold", SHELVE, SHELVE, wants_reason=True) for one in ON_THE_WAY},
    (Stage.DRAFT, Stage.SPIKED): Move("Spike", FILE, SHELVE, wants_reason=True),
    (Stage.FILED, Stage.SPIKED): Move("Spike", SHELVE, SHELVE, wants_reason=True),
    (Stage.SUBBED, Stage.SPIKED): Move("Spike", SHELVE, SHELVE, wants_reason=True),
    (Stage.CLEARED, Stage.SPIKED): Move("Spike", SHELVE, SHELVE, wants_reason=True),
    (Stage.HELD, Stage.SPIKED): Move("Spike", SHELVE, SHELVE, wants_reason=True),
    **{
        (shelf, one): Move(f"Bring back as {one.label.lower()}", SHELVE, SHELVE)
        for shelf in SHELVED
        for one in ON_THE_WAY
    },
}

WRITES: dict[Stage, str] = {
    Stage.DRAFT: "change_story",
    Stage.FILED: "change_story",
    Stage.SUBBED: SUB,
    Stage.CLEARED: SUB,
    Stage.SPIKED: SUB,
}
"""What it takes to change the words at each stage; a held story is as it was before."""


def moves_of(story: Story, *, may: May, own: bool) -> Iterator[tuple[Stage, Move]]:
    """The moves that this person may make now. A shelved story goes back to where it was alone."""
    for (start, end), move in MOVES.items():
        if start == story.stage and may(move.permission(own=own)) and _leads_back(story, end):
            yield end, move


def why_not_move(story: Story, to: Stage, *, may: May, own: bool) -> str:
    """Why the person may not make this move; empty: they may."""
    now = Stage(story.stage)
    move = MOVES.get((now, to))
    if move is None:
        return f"“{story}” is {_word(now)}, and from there it does not become {_word(to)}."
    if not may(move.permission(own=own)):
        return f"You may not make “{story}” {_word(to)}. Ask {ASK[move.permission(own=own)]}."
    if not _leads_back(story, to):
        return f"“{story}” goes back to where it was: {_word(stage_before(story))}."
    return ""


ASK = {
    FILE: "whoever writes it",
    SUB: "a sub-editor",
    CLEAR: "an editor",
    SHELVE: "a sub-editor or an editor",
}


def stage_before(story: Story) -> Stage:
    """Where a held or spiked story stood before; one that never was anywhere is a draft."""
    return Stage(story.stage_before or Stage.DRAFT)


def why_not_write(story: Story, *, may: May) -> str:
    """Why the person may not change the words now; empty: they may."""
    stage = Stage(story.stage)
    if stage == Stage.HELD:
        stage = stage_before(story)
    if not may("change_story"):
        return "You may read this story, not change it."
    if may(WRITES[stage]):
        return ""
    return (
        f"The story is {_word(stage)}, so sub-editors and editors alone change it. "
        "Ask one to hand it back, or leave a note."
    )


def _leads_back(story: Story, to: Stage) -> bool:
    return story.stage not in SHELVED or to in SHELVED or to == stage_before(story)


def _word(stage: Stage) -> str:
    return "a draft" if stage == Stage.DRAFT else stage.label.lower()
