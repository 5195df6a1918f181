"""Rights: there is a ground on which each picture may be shown when the story goes live."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from articles.desk.photos.lease import rights_of
from articles.desk.photos.placement import Placement
from articles.desk.photos.rights import Objection, Use, ends_at, objections
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.placed import at, placed
from articles.vocabulary import Severity

SOON = timedelta(days=7)


def _objections(case: Case) -> Iterator[tuple[str, Placement, Objection]]:
    use = Use(at=case.goes_live_at, story=case.dossier.story.pk)
    for name, placement in placed(case):
        for objection in objections(rights_of(placement.photo), use):
            yield name, placement, objection


@rule("rights.denied", Severity.BLOCK)
def denied(case: Case) -> Iterator[Fault]:
    """What nobody passes over: a kill, a hold, a denial (P11, P12)."""
    for name, placement, objection in _objections(case):
        if not objection.may_be_overridden:
            yield Fault(f"{name} {objection.sentence}", at(placement))


@rule("rights.ground", Severity.BLOCK, override="override_rights")
def ground(case: Case) -> Iterator[Fault]:
    """No category, what the category lacks, a lease that does not hold (P10, P11)."""
    for name, placement, objection in _objections(case):
        if objection.may_be_overridden:
            yield Fault(f"{name} {objection.sentence}", at(placement))


@rule("rights.ends", Severity.WARN)
def ends(case: Case) -> Iterator[Fault]:
    use = Use(at=case.goes_live_at, story=case.dossier.story.pk, may_override=True)
    for name, placement in placed(case):
        end = ends_at(rights_of(placement.photo), use)
        if end is not None and use.at < end <= use.at + SOON:
            day = end.astimezone(case.goes_live_at.tzinfo)
            then = (
                "its fallback takes its place"
                if placement.fallback_id
                else "it leaves the page, and nothing takes its place"
            )
            yield Fault(
                f"The right to show {name} ends on {day:%A %d %B, %H:%M %Z}: {then}.", "placements"
            )
