"""The public note, as it is proposed: what was wrong, only as far as needed, and what is right."""

from __future__ import annotations

from articles.vocabulary import EditionKind

PATTERNS = {
    EditionKind.CORRECTION: "An earlier version of this story said: {wrong}. "
    "It should have said: {right}.",
    EditionKind.CLARIFICATION: "This story has been changed to make clear: {right}.",
}
"""`correct.js` fills the same patterns in while somebody types."""


def proposed_note(kind: EditionKind, *, wrong: str, right: str) -> str:
    """A sentence to start from; empty where there is nothing to say it of."""
    if not (wrong.strip() and right.strip()):
        return ""
    return PATTERNS[kind].format(wrong=_trimmed(wrong), right=_trimmed(right))


def _trimmed(words: str) -> str:
    return words.strip().rstrip(".").strip()
