"""Contradictions: one thing that happened once, told of two places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.preflight.finding import Case, Fault, rule
from articles.preflight.happenings import GROUPS, Happening, happenings
from articles.vocabulary import Severity


@rule("places.contradict", Severity.INFO)
def contradict(case: Case) -> Iterator[Fault]:
    """Arrested in Luhansk in one paragraph and on arrival in Moscow in another (T13).

    Only what happens once is compared, with what was last told of the same people.
    """
    if not case.is_english:
        return
    lines = [line for line in case.body if line.tag == "p"]
    text = "\n".join(line.text for line in lines)
    told = happenings(lines)
    for number, one in enumerate(told):
        earlier = next(
            (past for past in reversed(told[:number]) if _is_of_the_same(one, past)), None
        )
        if earlier and earlier.line is not one.line and _contradicts(one, earlier, text):
            yield Fault(
                f"“{one.kind}” is told of {one.place} here, and of {earlier.place} in "
                f"{earlier.line.name.lower()}. Find out which is right.",
                one.line.place(one.start, one.end),
            )


def _is_of_the_same(one: Happening, earlier: Happening) -> bool:
    """Of the same one, who is spoken of again; “the group” may be any people told of before."""
    if one.kind != earlier.kind or not one.who.is_known:
        return False
    counts = {one.who.count, earlier.who.count} - {""}
    if len(counts) > 1:
        return False
    in_a_group = {one.who.word, earlier.who.word} & GROUPS
    return one.who.word == earlier.who.word or bool(
        in_a_group and one.who.is_many and earlier.who.is_many
    )


def _contradicts(one: Happening, earlier: Happening, text: str) -> bool:
    """Whether both cannot be: other towns, none of which the text puts into another.

    A town may lie in a region, but not where those come only then who were taken in the region.
    """
    differ = one.years and earlier.years and not one.years & earlier.years
    in_a_region = one.is_in_a_region or earlier.is_in_a_region
    may_lie_in_it = in_a_region and not (one.on_arrival or earlier.on_arrival)
    if differ or may_lie_in_it or one.towns & earlier.towns:
        return False
    pairs = [(new, old) for new in one.towns for old in earlier.towns]
    return not any(_lies_in(new, old, text) or _lies_in(old, new, text) for new, old in pairs)


def _lies_in(one: str, other: str, text: str) -> bool:
    """Whether the text says so: “Alchevsk in Luhansk”, “Alchevsk, in the east of Luhansk”."""
    near = r",?(?: in| near| outside| of)?(?: [a-z]{1,12}){0,4} "
    return re.search(rf"\b{re.escape(one)}{near}{re.escape(other)}\b", text) is not None
