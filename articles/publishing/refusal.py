"""Refusals: why the door stays shut, each with its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from articles.preflight.finding import Finding
from articles.publishing.silent import Fact


class Refused(Exception):
    """The story was not released. `sentences` say why, and what to do."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


class NotAllowed(Refused):
    """The person may not do this."""


class PreflightBlocks(Refused):
    """The preflight found something that blocks."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(*(finding.message for finding in findings if finding.blocks))
        self.findings = findings


class NothingNew(Refused):
    """Readers already have exactly this, or will have it at that moment."""


class NotPublic(Refused):
    """The story is not before readers, so there is nothing to correct or withdraw."""


class SilentEdit(Refused):
    """Facts of a live story would change without a word to readers."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        super().__init__(
            "Readers have other facts than these. Correct or clarify the story, or, when it is "
            "news, say what is new.",
            *(f"It changes the {fact}." for fact in facts),
        )
        self.facts = facts


class TooEarly(Refused):
    """The moment lies before what readers already have."""
