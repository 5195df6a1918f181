"""Workflow: who may release it, and what keeps it back whatever the words."""

from __future__ import annotations

from collections.abc import Iterator

from articles.preflight.finding import Case, Fault, rule
from articles.vocabulary import Provenance, Severity


@rule("workflow.hold", Severity.BLOCK)
def hold(case: Case) -> Iterator[Fault]:
    """A legal hold is passed over by nobody; Legal lifts it (L1)."""
    if case.dossier.story.legal_hold:
        yield Fault(
            f"The story is on legal hold: {case.dossier.story.legal_hold} Only Legal lifts it."
        )


@rule("workflow.two_people", Severity.BLOCK, override="override_workflow")
def two_people(case: Case) -> Iterator[Fault]:
    """Whoever wrote it does not release it alone (W1)."""
    writers = {byline.contributor.user_id for byline in case.dossier.bylines}
    if case.released_by is not None and case.released_by in writers:
        yield Fault(
            "You wrote this story, so another editor releases it. "
            "When there is nobody else, say why.",
            "bylines",
        )


@rule("workflow.notes", Severity.WARN)
def notes(case: Case) -> Iterator[Fault]:
    """What somebody at the desk asked is answered before readers ask it (W3)."""
    number = case.dossier.open_notes
    if number:
        are = "1 note is" if number == 1 else f"{number} notes are"
        yield Fault(f"{are} still open. Answer and resolve what was noted.", "notes")


@rule("workflow.provenance", Severity.WARN)
def provenance(case: Case) -> Iterator[Fault]:
    """Another publisher's text is licensed or written anew (T10)."""
    story = case.dossier.story
    if story.provenance in {Provenance.PUBLISHER, Provenance.UNKNOWN}:
        whose = story.provenance_note.strip()
        named = f" ({whose})" if whose else ""
        came = (
            f"came from another publisher{named}, and no leave to print it is on record"
            if story.provenance == Provenance.PUBLISHER
            else f"came in, and nobody has said where from{named}"
        )
        yield Fault(
            f"The text {came}. Get leave, or write it anew, and say so under “Where from”.",
            "provenance",
        )
