"""Placed: the live editions of the stories in a front's slots, by size, as the front words them."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from articles.site.edition import Edition
from articles.vocabulary import SlotSize


@dataclass(frozen=True)
class Placed:
    """What stands composed on a page: a lead, and what is smaller. Empty when nothing does."""

    lead: Edition | None
    seconds: list[Edition]
    thirds: list[Edition]
    briefs: list[Edition]

    @property
    def editions(self) -> list[Edition]:
        """All of it, in the order of the page."""
        lead = [self.lead] if self.lead else []
        return [*lead, *self.seconds, *self.thirds, *self.briefs]


def place(slots: Iterable[dict[str, Any]], editions: Iterable[Edition]) -> Placed:
    """Fills the slots. One whose story is not among the live editions is left out.

    Where the lead is left out the one that follows moves up: a front always has its lead.
    """
    live = {str(one.story_key): one for one in editions}
    found = [(slot, live[slot["story"]]) for slot in slots if slot["story"] in live]
    by_size: dict[str, list[Edition]] = {size: [] for size in SlotSize.values}
    for slot, edition in found:
        by_size[slot["size"]].append(worded(edition, slot))
    leads = by_size[SlotSize.LEAD] or _following(by_size)
    return Placed(
        leads[0] if leads else None,
        by_size[SlotSize.SECOND],
        by_size[SlotSize.THIRD],
        by_size[SlotSize.BRIEF],
    )


def worded(edition: Edition, slot: dict[str, Any]) -> Edition:
    """The edition as the slot words it: for the page at hand, never to be saved."""
    shown = copy.copy(edition)
    shown.kicker = slot["kicker"] or edition.kicker
    shown.headline = slot["headline"] or edition.headline
    shown.figures = edition.figures if slot["picture"] else []
    return shown


def _following(by_size: dict[str, list[Edition]]) -> list[Edition]:
    """Takes the first of the largest size that there is out of its place."""
    for size in (SlotSize.SECOND, SlotSize.THIRD, SlotSize.BRIEF):
        if by_size[size]:
            return [by_size[size].pop(0)]
    return []
