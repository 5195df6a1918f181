"""May this picture be used, at this instant, here; and if not why: a table of cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from articles.desk.photos.rights import GROUNDS, Rights, Term, Use, ends_at, may_be_used, objections
from articles.vocabulary import Access, Channel, PhotoState, RightsCategory
from tests.builders import MONDAY_NOON

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
NOON = Use(at=MONDAY_NOON, story=7)


def allowed(**values):
    return Term(access=Access.ALLOW, **values)


def denied(**values):
    return Term(access=Access.DENY, **values)


def rights(**values):
    return Rights(**{"category": RightsCategory.STAFF, **values})


MAY = {
    "staff without a lease": rights(),
    "a lease that has begun": rights(terms=(allowed(starts_at=MONDAY_NOON),)),
    "a lease that is not over": rights(terms=(allowed(ends_at=MONDAY_NOON + HOUR),)),
    "one of two leases holds": rights(
        terms=(allowed(ends_at=MONDAY_NOON), allowed(starts_at=MONDAY_NOON))
    ),
    "a denial of another channel": rights(terms=(denied(channel=Channel.SOCIAL),)),
    "a denial that is over": rights(terms=(denied(ends_at=MONDAY_NOON),)),
    "a denial that has not begun": rights(terms=(denied(starts_at=MONDAY_NOON + HOUR),)),
    "a denial for another story": rights(terms=(denied(story=8),)),
    "a permission for this story": rights(terms=(allowed(story=7),)),
    "a permission for another channel alone": rights(terms=(allowed(channel=Channel.FEED),)),
}
MAY_NOT = {
    "no category": (rights(category=""), "no usage rights on record", True),
    "a lease that is over": (
        rights(terms=(allowed(ends_at=MONDAY_NOON),)),
        "its lease has run out",
        True,
    ),
    "a lease still to come": (
        rights(terms=(allowed(starts_at=MONDAY_NOON + HOUR),)),
        "its lease has not begun",
        True,
    ),
    "a denial wins over a permission": (rights(terms=(allowed(), denied())), "denies it", False),
    "a denial for this channel": (
        rights(terms=(allowed(), denied(channel=Channel.SITE))),
        "denies it",
        False,
    ),
    "a lease for another story only": (
        rights(terms=(allowed(story=8),)),
        "for another story only",
        True,
    ),
    "a denial for this story": (rights(terms=(allowed(), denied(story=7))), "denies it", False),
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
    assert objections(MAY[case], NOON) == []


@pytest.mark.parametrize("case", MAY_NOT)
def test_it_may_not_be_used_and_the_sentence_says_why(case):
    spoilt, sentence, may_be_overridden = MAY_NOT[case]

    found = objections(spoilt, NOON)

    assert len(found) == 1
    assert sentence in found[0].sentence
    assert found[0].may_be_overridden is may_be_overridden


@pytest.mark.parametrize("case", MAY_NOT)
def test_only_who_may_override_passes_over_what_can_be_passed_over(case):
    spoilt, _, may_be_overridden = MAY_NOT[case]

    assert not may_be_used(spoilt, NOON)
    assert may_be_used(spoilt, replace(NOON, may_override=True)) is may_be_overridden


def test_every_category_has_its_ground():
    assert set(GROUNDS) == set(RightsCategory)


ENDS = {
    "never": (rights(terms=(allowed(),)), None),
    "with the lease": (rights(terms=(allowed(ends_at=MONDAY_NOON + DAY),)), DAY),
    "with the last of two leases that overlap": (
        rights(
            terms=(
                allowed(ends_at=MONDAY_NOON + DAY),
                allowed(starts_at=MONDAY_NOON + HOUR, ends_at=MONDAY_NOON + 2 * DAY),
            )
        ),
        2 * DAY,
    ),
    "in the gap between two leases": (
        rights(
            terms=(
                allowed(ends_at=MONDAY_NOON + DAY),
                allowed(starts_at=MONDAY_NOON + 2 * DAY),
            )
        ),
        DAY,
    ),
    "when a denial begins": (rights(terms=(denied(starts_at=MONDAY_NOON + HOUR),)), HOUR),
    "overridden, but not for good": (
        rights(
            category=RightsCategory.AGENCY,
            lacking=("supplier",),
            terms=(allowed(ends_at=MONDAY_NOON + DAY),),
        ),
        DAY,
    ),
}


@pytest.mark.parametrize("case", ENDS)
def test_the_right_ends(case):
    given, after = ENDS[case]

    assert ends_at(given, NOON) == (MONDAY_NOON + after if after else None)
