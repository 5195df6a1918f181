"""Pictures: each has its file, its credit line, a caption and an alt text."""

from __future__ import annotations

from collections.abc import Iterator

from articles.preflight.finding import Case, Fault, rule
from articles.preflight.placed import placed
from articles.vocabulary import Severity


@rule("pictures.exist", Severity.BLOCK)
def exist(case: Case) -> Iterator[Fault]:
    for number, pk in enumerate(case.dossier.references.photos, start=1):
        if pk not in case.dossier.placements:
            yield Fault(
                f"Picture {number} of the body exists no more. Remove it, or place another.",
                "body",
            )


@rule("pictures.file", Severity.BLOCK)
def file(case: Case) -> Iterator[Fault]:
    for name, placement in placed(case):
        if not placement.photo.has_file:
            yield Fault(f"{name} has no picture file. Add the file to the photo.", "placements")


@rule("pictures.credit", Severity.BLOCK)
def credit(case: Case) -> Iterator[Fault]:
    for name, placement in placed(case):
        if not placement.photo.credit_line.strip():
            yield Fault(
                f"{name} has no credit line. Say who took it, or choose who gave it.", "placements"
            )


@rule("pictures.caption", Severity.BLOCK)
def caption(case: Case) -> Iterator[Fault]:
    for name, placement in placed(case):
        if not placement.printed_caption:
            yield Fault(f"{name} has no caption. Say who does what, where and when.", "placements")


@rule("pictures.alt_text", Severity.BLOCK)
def alt_text(case: Case) -> Iterator[Fault]:
    for name, placement in placed(case):
        if not placement.printed_alt_text:
            yield Fault(
                f"{name} has no alt text. Say what one sees, for those who cannot see it.",
                "placements",
            )


@rule("pictures.proposal", Severity.WARN)
def proposal(case: Case) -> Iterator[Fault]:
    for name, placement in placed(case):
        if placement.is_proposal:
            yield Fault(
                f"{name} was read out of a pasted text. Check its caption and credit, "
                "then untick “proposal”.",
                "placements",
            )
