"""Rights: may this picture be used in this story, at this instant, and if not why.

Pure: no query, no clock. Categories and leases follow the Guardian's Grid; a denial wins over any
permission.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from articles.vocabulary import (
    Access,
    Channel,
    CreativeCommons,
    DigitalSourceType,
    PhotoState,
    RightsCategory,
)


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What one category asks for, and what goes with it unless the desk writes something else."""

    needs: tuple[str, ...] = ()  # fields of the photo
    restrictions: str = ""
    caution: str = ""


CONTEXT = "Only in the context for which it was given."
GROUNDS: dict[str, Ground] = {
    RightsCategory.AGENCY: Ground(needs=("supplier",)),
    RightsCategory.STAFF: Ground(needs=("creator",)),
    RightsCategory.CONTRACT: Ground(needs=("creator",)),
    RightsCategory.COMMISSIONED: Ground(
        needs=("creator",),
        caution="Look into the commission: for which uses, and until when, was it paid?",
    ),
    RightsCategory.POOL: Ground(
        needs=("supplier",), caution="A pool has its own rules. Ask whoever sent it."
    ),
    RightsCategory.HANDOUT: Ground(
        needs=("supplier",),
        restrictions=CONTEXT,
        caution="Given out by somebody with an interest. Say so in the caption where it matters.",
    ),
    RightsCategory.PR_IMAGE: Ground(needs=("supplier",), restrictions=CONTEXT),
    RightsCategory.PROMOTIONAL: Ground(
        needs=("supplier",), restrictions="Only with a report on the programme, film or book."
    ),
    RightsCategory.SCREENGRAB: Ground(
        needs=("supplier",),
        restrictions="Only with a report on what is shown, and no larger than that needs.",
        caution="A screengrab rests on the right to quote. Ask Legal when in doubt.",
    ),
    RightsCategory.SOCIAL_MEDIA: Ground(
        needs=("creator", "source_url", "permission"),
        caution="Posting is not permission: ask whoever made it, not whoever shared it.",
    ),
    RightsCategory.READER: Ground(needs=("creator", "permission")),
    RightsCategory.OBITUARY: Ground(
        needs=("permission",), restrictions="Only with the obituary and reports of the death."
    ),
    RightsCategory.BYLINE: Ground(needs=("creator",), restrictions="Only as a byline portrait."),
    RightsCategory.ILLUSTRATION: Ground(needs=("creator",)),
    RightsCategory.COMPOSITE: Ground(
        needs=("creator", "permission"), caution="Every part needs a right of its own."
    ),
    RightsCategory.CREATIVE_COMMONS: Ground(
        needs=("creator", "licence", "source_url"),
        caution="Name the maker, the licence and where it came from. NC licences do not cover a "
        "paper that earns money, ND ones no crop.",
    ),
    RightsCategory.PUBLIC_DOMAIN: Ground(
        needs=("source_url",), caution="Free in one country is not free in every country."
    ),
    RightsCategory.GOVERNMENT: Ground(needs=("supplier", "licence_url")),
}
FIELDS = {
    "creator": "creator",
    "supplier": "supplier",
    "source_url": "address where it came from",
    "permission": "note of who permitted it, when and how",
    "licence": "licence",
    "licence_url": "address of the licence",
}
NOT_FOR_A_PAPER = frozenset(
    {CreativeCommons.BY_NC, CreativeCommons.BY_NC_SA, CreativeCommons.BY_NC_ND}
)
MADE_BY_MACHINES = frozenset({DigitalSourceType.GENERATED, DigitalSourceType.WITH_GENERATED})


@dataclass(frozen=True, kw_only=True)
class Use:
    """The question: this story (its id; None is any), this instant, this channel, this person.

    `may_override` tells whether the person may pass over objections that can be passed over.
    """

    at: datetime
    story: int | None = None
    channel: str = Channel.SITE
    may_override: bool = False


@dataclass(frozen=True, kw_only=True)
class Term:
    """A permission or a denial for a time, a channel and a story; None is an open end, or any."""

    access: str
    channel: str = Channel.ALL
    story: int | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None

    def concerns(self, use: Use) -> bool:
        """Whether it speaks of that channel and story, whatever the time."""
        return self.channel in {Channel.ALL, use.channel} and self.story in {None, use.story}

    def holds(self, use: Use) -> bool:
        """From its start on, and up to its end, which no longer belongs to it."""
        begun = self.starts_at is None or self.starts_at <= use.at
        over = self.ends_at is not None and self.ends_at <= use.at
        return begun and not over and self.concerns(use)


@dataclass(frozen=True, kw_only=True)
class Rights:
    """All of a photo that decides about its use."""

    category: str = ""
    state: str = PhotoState.USABLE
    lacking: tuple[str, ...] = ()  # what its category needs and it has not, in words
    licence: str = ""
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True)
class Objection:
    """One reason against a use, as a sentence with the remedy; some may be overridden."""

    sentence: str
    may_be_overridden: bool = False


def may_be_used(rights: Rights, use: Use) -> bool:
    """Whether nothing stands against the use that the person who asks may not pass over."""
    return all(one.may_be_overridden and use.may_override for one in objections(rights, use))


def may_go_out_for_good(rights: Rights, channel: Channel) -> bool:
    """Whether it may go out on a channel where others keep it: networks, readers of feeds."""
    terms = [term for term in rights.terms if term.channel == channel]
    return all(term.access == Access.ALLOW and term.ends_at is None for term in terms)


def objections(rights: Rights, use: Use) -> list[Objection]:
    """Why the picture may not be used so; nothing when it may."""
    return [*_of_state(rights), *_of_terms(rights, use), *_of_category(rights)]


def _of_state(rights: Rights) -> Iterator[Objection]:
    if rights.state == PhotoState.KILLED:
        yield Objection("is killed. Take it out; no copy of it may be used.")
    elif rights.state == PhotoState.HELD:
        yield Objection("is on hold while its supplier checks it. Use another for now.")


def _of_terms(rights: Rights, use: Use) -> Iterator[Objection]:
    if any(term.access == Access.DENY and term.holds(use) for term in rights.terms):
        yield Objection("may not be used here at that time: a lease denies it.")
        return
    permissions = [term for term in rights.terms if term.access == Access.ALLOW]
    permissions = [term for term in permissions if term.channel in {Channel.ALL, use.channel}]
    if not permissions or any(term.holds(use) for term in permissions):
        return
    ours = [term for term in permissions if term.concerns(use)]
    if not ours:
        why = "it is leased for another story only. Get a lease for this one."
    elif all(term.ends_at is not None and term.ends_at <= use.at for term in ours):
        why = "its lease has run out. Renew the lease."
    else:
        why = "its lease has not begun. Publish later, or mend the lease."
    yield Objection(f"may not be used here at that time: {why}", may_be_overridden=True)


def _of_category(rights: Rights) -> Iterator[Objection]:
    if not rights.category:
        yield Objection(
            "has no usage rights on record. Say on what ground it may be shown.",
            may_be_overridden=True,
        )
        return
    if rights.lacking:
        needs = " and ".join(rights.lacking)
        label = RightsCategory(rights.category).label
        yield Objection(
            f"is of the category “{label}”, which needs its {needs}. Add it.",
            may_be_overridden=True,
        )
    if rights.licence in NOT_FOR_A_PAPER:
        name = CreativeCommons(rights.licence).label
        yield Objection(
            f"is under {name}, which does not cover a paper that earns money.",
            may_be_overridden=True,
        )


def ends_at(rights: Rights, use: Use) -> datetime | None:
    """The first instant, from the use's beginning on, at which a lease stands against it.

    Whoever overrode what stood against the use when it began (`may_override`) has not overridden
    what comes later. None when no lease ever ends it.
    """
    known = set(_of_terms(rights, use)) if use.may_override else set()
    known = {one for one in known if one.may_be_overridden}
    for instant in sorted({use.at} | _turning_points(rights.terms)):
        if instant >= use.at and set(_of_terms(rights, replace(use, at=instant))) - known:
            return instant
    return None


def _turning_points(terms: Iterable[Term]) -> set[datetime]:
    return {
        instant
        for term in terms
        for instant in (term.starts_at, term.ends_at)
        if instant is not None
    }
