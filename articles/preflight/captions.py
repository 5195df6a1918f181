"""Captions: they say who does what, where and when, in two sentences, and leave the credit out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.desk.photos.age import date_in_words, was_taken
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.photos.rights import MADE_BY_MACHINES
from articles.markup.sentences import sentences
from articles.preflight.credit_words import credit_in
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.place_and_date import names_a_date, names_a_place
from articles.preflight.placed import placed
from articles.vocabulary import Severity

MOST_SENTENCES = 2

CLAIMS_A_PHOTOGRAPH = re.compile(
    r"\b(?<!not )(?<!not a )(?<!no )(?:photographed|pictured|snapped|caught on camera"
    r"|(?:photo|photograph) (?:shows|taken|by|of)|in this (?:photo|photograph))\b",
    re.IGNORECASE,
)


@rule("captions.credit", Severity.WARN)
def credit(case: Case) -> Iterator[Fault]:
    for name, placement in placed(case):
        _, words = credit_in(placement.printed_caption, placement.photo)
        if words:
            yield Fault(
                f"{name} has its credit in the caption: “{words}”. Take it out there; "
                "the credit line is printed beside every caption.",
                "placements",
            )


@rule("captions.place_and_date", Severity.WARN)
def place_and_date(case: Case) -> Iterator[Fault]:
    if not case.dossier.story.language.lower().startswith("en"):
        return
    for name, placement in placed(case):
        if placement.printed_caption and was_taken(placement.photo):
            lacking = list(_lacking(placement))
            if lacking:
                yield Fault(
                    f"{name} has a caption that does not say {' and '.join(lacking)}. Add it.",
                    "placements",
                )


def _lacking(placement: Placement) -> Iterator[str]:
    photo, caption = placement.photo, placement.printed_caption
    if not names_a_place(caption, shown=photo.place_shown):
        place = photo.place_shown.strip()
        yield f"where it was taken ({place})" if place else "where it was taken"
    labelled = placement.is_file_picture and photo.taken_on  # the label says the date
    if not labelled and not names_a_date(caption, taken_on=photo.taken_on):
        yield f"when it was taken{_known_date(photo)}"


def _known_date(photo: Photo) -> str:
    if photo.taken_on is None:
        return ""
    return f" ({date_in_words(photo.taken_on, photo.taken_on_precision)})"


@rule("captions.length", Severity.WARN)
def length(case: Case) -> Iterator[Fault]:
    for name, placement in placed(case):
        caption, _ = credit_in(placement.printed_caption, placement.photo)
        count = len(sentences(caption))
        if count > MOST_SENTENCES:
            yield Fault(
                f"{name} has a caption of {count} sentences. Two are enough: what one sees, "
                "and what one must know to understand it.",
                "placements",
            )


@rule("captions.photograph", Severity.WARN)
def photograph(case: Case) -> Iterator[Fault]:
    """Readers are told by the label; the caption must not say the contrary."""
    for name, placement in placed(case):
        claim = CLAIMS_A_PHOTOGRAPH.search(placement.printed_caption)
        if placement.photo.digital_source_type in MADE_BY_MACHINES and claim:
            kind = placement.photo.get_digital_source_type_display()
            yield Fault(
                f"{name} is labelled “{kind}”, but its caption says “{claim[0]}”. "
                "Say that it is no photograph, or mend how it was made.",
                "placements",
            )
