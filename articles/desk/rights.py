"""Rights: may this picture be used here, at this instant, and if not why. Pure: no query, no clock.

Categories and leases follow the Guardian's Grid; a denial wins over any permission.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
class Lease:
    """A permission or a denial for a time and a channel; an open end is None."""

    access: str
    channel: str = Channel.ALL
    starts_at: datetime | None = None
    ends_at: datetime | None = None

    def holds(self, at: datetime, channel: str) -> bool:
        """From its start on, and up to its end, which no longer belongs to it."""
        begun = self.starts_at is None or self.starts_at <= at
        over = self.ends_at is not None and self.ends_at <= at
        return begun and not over and self.channel in {Channel.ALL, channel}


@dataclass(frozen=True, kw_only=True)
class Rights:
    """All of a photo that decides about its use."""

    category: str = ""
    state: str = PhotoState.USABLE
    lacking: tuple[str, ...] = ()  # what its category needs and it has not, in words
    licence: str = ""
    leases: tuple[Lease, ...] = ()


@dataclass(frozen=True)
class Objection:
    """One reason against a use, as a sentence with the remedy; some may be overridden."""

    sentence: str
    may_be_overridden: bool = False


def objections(rights: Rights, *, at: datetime, channel: str = Channel.SITE) -> list[Objection]:
    """Why the picture may not be used on the channel at that instant; nothing when it may."""
    return [*_of_state(rights), *_of_leases(rights, at, channel), *_of_category(rights)]


def _of_state(rights: Rights) -> Iterator[Objection]:
    if rights.state == PhotoState.KILLED:
        yield Objection("is killed. Take it out; no copy of it may be used.")
    elif rights.state == PhotoState.HELD:
        yield Objection("is on hold while its supplier checks it. Use another for now.")


def _of_leases(rights: Rights, at: datetime, channel: str) -> Iterator[Objection]:
    holding = [lease for lease in rights.leases if lease.holds(at, channel)]
    if any(lease.access == Access.DENY for lease in holding):
        yield Objection("may not be used here at that time: a lease denies it.")
        return
    allowing = [
        lease
        for lease in rights.leases
        if lease.access == Access.ALLOW and lease.channel in {Channel.ALL, channel}
    ]
    if allowing and not any(lease in holding for lease in allowing):
        over = all(lease.ends_at is not None and lease.ends_at <= at for lease in allowing)
        when = "has run out" if over else "has not begun"
        yield Objection(
            f"may not be used at that time: its lease {when}. Renew the lease.",
            may_be_overridden=True,
        )


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


def ends_at(rights: Rights, *, after: datetime, channel: str = Channel.SITE) -> datetime | None:
    """The first instant after `after` that brings an objection which was not there then.

    Whoever overrode what stood against a use at its start has not overridden its end.
    """
    known = set(objections(rights, at=after, channel=channel))
    for instant in sorted(_turning_points(rights.leases)):
        if instant > after and set(objections(rights, at=instant, channel=channel)) - known:
            return instant
    return None


def _turning_points(leases: Iterable[Lease]) -> set[datetime]:
    return {
        instant
        for lease in leases
        for instant in (lease.starts_at, lease.ends_at)
        if instant is not None
    }
