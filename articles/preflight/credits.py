"""Credits: names as they are written, and everybody named who must be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.imaging.credit import normal_capitals
from articles.imaging.suppliers import SUPPLIERS
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.placed import placed
from articles.vocabulary import Severity


@rule("credits.capitals", Severity.INFO)
def capitals(case: Case) -> Iterator[Fault]:
    for name, placement in placed(case):
        creator = placement.photo.creator.strip()
        usual = normal_capitals(creator)
        # One word in capitals may be an abbreviation: NASA, RNLI.
        if " " in creator and usual != creator and creator.lower() not in SUPPLIERS:
            yield Fault(
                f"{name} has its creator in capitals: {creator}. Write {usual}.", "placements"
            )


@rule("credits.supplier", Severity.WARN)
def supplier(case: Case) -> Iterator[Fault]:
    for name, placement in placed(case):
        photo = placement.photo
        senders = dict.fromkeys((photo.supplier.strip(), photo.distributor.strip()))
        missing = [one for one in senders if one and not _is_named(one, photo.credit_line)]
        if missing and photo.credit_line.strip():
            yield Fault(
                f"{name} came from {' and '.join(missing)}, but its credit line does not say so: "
                f"“{photo.credit_line}”. Add {'it' if len(missing) == 1 else 'them'}.",
                "placements",
            )


@rule("credits.pattern", Severity.WARN)
def pattern(case: Case) -> Iterator[Fault]:
    """Who passes on the pictures of others stands behind “via”, as they ask for it (P4)."""
    for name, placement in placed(case):
        photo = placement.photo
        sender, through = photo.supplier.strip(), photo.distributor.strip()
        line = photo.credit_line.strip()
        if not (photo.creator.strip() and sender and through and sender != through):
            continue
        if _is_named(sender, line) and _is_named(through, line) and " via " not in line:
            asked = f"{normal_capitals(photo.creator.strip())}/{sender} via {through}"
            yield Fault(
                f"{name} is credited “{line}”. {through} asks for “{asked}”: change it in the "
                "photo.",
                "placements",
            )


@rule("credits.proposal", Severity.WARN)
def proposal(case: Case) -> Iterator[Fault]:
    for name, placement in placed(case):
        if placement.photo.credit_is_proposal:
            yield Fault(
                f"{name} has a credit that was taken apart by rule: "
                f"“{placement.photo.credit_line}”. Look at it in the photo, and untick “credit is "
                "a proposal”.",
                "placements",
            )


def _is_named(sender: str, line: str) -> bool:
    """Whether the line names it, by any of the names that the supplier goes by."""
    printed = SUPPLIERS.get(sender.lower(), sender)
    names = {sender, printed, *(name for name, known in SUPPLIERS.items() if known == printed)}
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line, re.IGNORECASE) for name in names)
