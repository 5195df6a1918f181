"""Sources: every quotation has one, and a person has looked at what was only proposed."""

from __future__ import annotations

from collections.abc import Iterator

from articles.markup.quotations import OPENING_MARKS, quotations
from articles.preflight.finding import Case, Fault, rule
from articles.vocabulary import ReplyState, Severity

SCARE_QUOTE_WORDS = 3
"""Up to so many words in quotation marks are a term or a title, not somebody's statement."""


MARKS = "".join(OPENING_MARKS) + "”’»›"


def _beginning(words: str) -> str:
    """Enough of a passage to find it again, without its quotation marks."""
    return words[:60].strip(MARKS + " ,.")


@rule("sources.quotation", Severity.WARN)
def quotation(case: Case) -> Iterator[Fault]:
    for found in quotations(case.dossier.story.body):
        if found.source is None and found.words > SCARE_QUOTE_WORDS:
            yield Fault(
                f"The quotation “{_beginning(found.text)}…” has no source. "
                "Mark it and say whose words they are.",
                "body",
            )


@rule("sources.exist", Severity.BLOCK)
def exist(case: Case) -> Iterator[Fault]:
    for pk in case.dossier.references.sources:
        if pk not in case.dossier.sources:
            yield Fault(
                f"A passage is marked with source {pk}, which exists no more. "
                "Mark it with another source, or remove the mark.",
                "body",
            )


@rule("sources.proposal", Severity.WARN)
def proposal(case: Case) -> Iterator[Fault]:
    for attribution in case.dossier.attributions:
        if attribution.is_proposal:
            yield Fault(
                f"That {attribution.source.public_label} said “{_beginning(attribution.passage)}…” "
                "was read out of a pasted text. Check it, then untick “proposal”.",
                "attributions",
            )


@rule("sources.reply", Severity.WARN)
def reply(case: Case) -> Iterator[Fault]:
    for request in case.dossier.replies:
        if request.state == ReplyState.TO_SEND:
            yield Fault(f"{request.party} has not been asked for comment yet. Ask.", "replies")
