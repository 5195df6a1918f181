"""May this picture be used, at this instant, here; and if not why: a table of cases."""

from __future__ import annotations

from datetime import timedelta

import pytest

from articles.desk.rights import GROUNDS, Lease, Rights, ends_at, objections
from articles.vocabulary import Access, Channel, PhotoState, RightsCategory
from tests.builders import MONDAY_NOON

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def allowed(**values):
    return Lease(access=Access.ALLOW, **values)


def denied(**values):
    return Lease(access=Access.DENY, **values)


def rights(**values):
    return Rights(**{"category": RightsCategory.STAFF, **values})


MAY = {
    "staff without a lease": rights(),
    "a lease that has begun": rights(leases=(allowed(starts_at=MONDAY_NOON),)),
    "a lease that is not over": rights(leases=(allowed(ends_at=MONDAY_NOON + HOUR),)),
    "one of two leases holds": rights(
        leases=(allowed(ends_at=MONDAY_NOON), allowed(starts_at=MONDAY_NOON))
    ),
    "a denial of another channel": rights(leases=(denied(channel=Channel.SOCIAL),)),
    "a denial that is over": rights(leases=(denied(ends_at=MONDAY_NOON),)),
    "a denial that has not begun": rights(leases=(denied(starts_at=MONDAY_NOON + HOUR),)),
    "a permission for another channel alone": rights(leases=(allowed(channel=Channel.FEED),)),
}
MAY_NOT = {
    "no category": (rights(category=""), "no usage rights on record", True),
    "a lease that is over": (
        rights(leases=(allowed(ends_at=MONDAY_NOON),)),
        "its lease has run out",
        True,
    ),
    "a lease still to come": (
        rights(leases=(allowed(starts_at=MONDAY_NOON + HOUR),)),
        "its lease has not begun",
        True,
    ),
    "a denial wins over a permission": (rights(leases=(allowed(), denied())), "denies it", False),
    "a denial for this channel": (
        rights(leases=(allowed(), denied(channel=Channel.SITE))),
        "denies it",
        False,
    ),
    "killed": (rights(state=PhotoState.KILLED), "is killed", False),
    "held": (rights(state=PhotoState.HELD), "is on hold", False),
    "what its category needs is missing": (
        rights(category=RightsCategory.AGENCY, lacking=("supplier",)),
        "“Agency”, which needs its supplier",
        True,
    ),
    "a licence without commerce": (
        rights(category=RightsCategory.CREATIVE_COMMONS, licence="by-nc"),
        "CC BY-NC 4.0",
        True,
    ),
}


@pytest.mark.parametrize("case", MAY)
def test_it_may_be_used(case):
    assert objections(MAY[case], at=MONDAY_NOON) == []


@pytest.mark.parametrize("case", MAY_NOT)
def test_it_may_not_be_used_and_the_sentence_says_why(case):
    spoilt, sentence, may_be_overridden = MAY_NOT[case]

    found = objections(spoilt, at=MONDAY_NOON)

    assert len(found) == 1
    assert sentence in found[0].sentence
    assert found[0].may_be_overridden is may_be_overridden


def test_every_category_has_its_ground():
    assert set(GROUNDS) == set(RightsCategory)


ENDS = {
    "never": (rights(leases=(allowed(),)), None),
    "with the lease": (rights(leases=(allowed(ends_at=MONDAY_NOON + DAY),)), DAY),
    "with the last of two leases that overlap": (
        rights(
            leases=(
                allowed(ends_at=MONDAY_NOON + DAY),
                allowed(starts_at=MONDAY_NOON + HOUR, ends_at=MONDAY_NOON + 2 * DAY),
            )
        ),
        2 * DAY,
    ),
    "in the gap between two leases": (
        rights(
            leases=(
                allowed(ends_at=MONDAY_NOON + DAY),
                allowed(starts_at=MONDAY_NOON + 2 * DAY),
            )
        ),
        DAY,
    ),
    "when a denial begins": (rights(leases=(denied(starts_at=MONDAY_NOON + HOUR),)), HOUR),
    "overridden, but not for good": (
        rights(
            category=RightsCategory.AGENCY,
            lacking=("supplier",),
            leases=(allowed(ends_at=MONDAY_NOON + DAY),),
        ),
        DAY,
    ),
}


@pytest.mark.parametrize("case", ENDS)
def test_the_right_ends(case):
    given, after = ENDS[case]

    assert ends_at(given, after=MONDAY_NOON) == (MONDAY_NOON + after if after else None)
