"""Restrictions: what a supplier forbids and a public site cannot help doing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.desk.photos.lease import rights_of
from articles.desk.photos.placement import Placement
from articles.desk.photos.rights import GROUNDS, Use
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.placed import at, placed
from articles.vocabulary import Access, Severity

SALES = r"(?! (?:re-?sales?|sales?|selling|advertis\w*|merchandis\w*|galler\w*))"
NO_ARCHIVE = re.compile(
    rf"\b(?:no|not for|not to be) archiv(?:es?|ed|ing|al)\b{SALES}"
    r"|\bno use after\b[^.;\n]{0,40}"
    r"|\b(?:use|used) (?:only )?within \d+ (?:hours|days|weeks)\b",
    re.IGNORECASE,
)
NO_SITE = re.compile(
    rf"\b(?:no|not for|not on(?: the)?) (?:use on (?:the )?)?"
    rf"(?:internet|online|web(?:sites?)?|digital)(?: use| usage)?\b{SALES}"
    r"|\b(?:internet|online|web|digital) out\b"
    r"|\bprint (?:use )?only\b",
    re.IGNORECASE,
)
# Names have a longest length, so that a page of capitals is read in no time.
NAME = r"(?:(?:[A-Z]\.){2,6}|[A-Z][\w&’'-]{0,30})"
OUT = re.compile(
    rf"(?<![\w.&’'-])(?P<place>{NAME}(?:(?: of| and| the){{0,2}} {NAME}){{0,2}})"
    r"(?: OUT\b| out\b(?=\s*(?:\Z|[.,;:/()\n–—-]|and\b)))"
)
NO_PLACES = (
    *("HAND", "HANDED", "SOLD", "CUT", "BLACKED", "BLURRED", "PIXELATED", "CARRIED", "LEFT"),
    *("TV", "MAGS", "MAGAZINE", "MAGAZINES", "TABLOID", "TABLOIDS", "BOOK", "BOOKS"),
    *("ADVERTISING", "INTERNET", "ONLINE", "WEB", "DIGITAL"),
)
"""What stands before “out” and is no country: “MAGS OUT” does not concern us."""


@rule("restrictions.kept", Severity.BLOCK, override="override_rights")
def kept(case: Case) -> Iterator[Fault]:
    for name, placement in placed(case):
        for objection in _objections(case, placement):
            yield Fault(f"{name} {objection}", at(placement))


@rule("restrictions.known", Severity.INFO)
def known(case: Case) -> Iterator[Fault]:
    """What goes with the category, or what the desk wrote: an editor decides whether it fits."""
    for name, placement in placed(case):
        photo = placement.photo
        ground = GROUNDS.get(photo.rights_category)
        words = photo.restrictions.strip() or (ground.restrictions if ground else "")
        if words and not any(_objections(case, placement)):
            yield Fault(f"{name} may be used with a restriction: “{words}”", "placements")


def _objections(case: Case, placement: Placement) -> Iterator[str]:
    photo = placement.photo
    terms = "\n".join((photo.restrictions, photo.usage_terms, photo.instructions))
    found = NO_ARCHIVE.search(terms)
    if found and not _has_an_end(case, placement):
        yield (
            f"comes with “{found[0].strip()}”, but would stay on the site for good. "
            "Give it a lease that ends, or use another."
        )
    if found := NO_SITE.search(terms):
        yield (
            f"comes with “{found[0]}”, so it is not for a site. "
            "Use another, or ask its supplier for leave."
        )
    if outs := [one[0] for one in OUT.finditer(terms) if _is_place(one["place"])]:
        yield (
            f"comes with “{'”, “'.join(outs)}”, but the site is read everywhere. "
            "Use another, or ask its supplier for leave."
        )


def _has_an_end(case: Case, placement: Placement) -> bool:
    """Whether a lease takes it from the site by the clock."""
    use = Use(at=case.goes_live_at, story=placement.story_id)
    return any(
        term.access == Access.ALLOW and term.ends_at is not None and term.concerns(use)
        for term in rights_of(placement.photo).terms
    )


def _is_place(words: str) -> bool:
    return words.upper().split()[-1] not in NO_PLACES
