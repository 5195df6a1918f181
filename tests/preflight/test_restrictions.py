"""What a supplier forbids and a public site cannot keep stands in the way; the rest does not."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest

from articles.desk.photos.lease import Lease
from articles.preflight.finding import RULES
from tests.builders import MONDAY_NOON
from tests.preflight.cases import a_case, said

RULE = "restrictions.kept"
ARCHIVE, SITE, COUNTRY = "stay on the site for good", "not for a site", "read everywhere"

FORBIDDEN = [
    ("NO ARCHIVES", "NO ARCHIVES", ARCHIVE),
    ("EDITORIAL USE ONLY - NO MARKETING. NO ARCHIVE", "NO ARCHIVE", ARCHIVE),
    ("no archiving, no resale", "no archiving", ARCHIVE),
    ("Not for archive", "Not for archive", ARCHIVE),
    ("NO USE AFTER DECEMBER 22, 2026", "NO USE AFTER DECEMBER 22, 2026", ARCHIVE),
    ("TO BE USED WITHIN 14 DAYS OF TRANSMISSION", "USED WITHIN 14 DAYS", ARCHIVE),
    ("NO INTERNET", "NO INTERNET", SITE),
    ("No web use", "No web use", SITE),
    ("MAGS OUT, NO ONLINE USE", "NO ONLINE USE", SITE),
    ("Not for use online. Not for digital use", "Not for digital use", SITE),
    ("No use on the internet", "No use on the internet", SITE),
    ("INTERNET OUT", "INTERNET OUT", SITE),
    ("Print only", "Print only", SITE),
    ("TURKEY OUT", "TURKEY OUT", COUNTRY),
    ("TURKEY OUT  NOV. 11, 2019 FILE PHOTO", "TURKEY OUT", COUNTRY),
    ("editorial use only. U.S. OUT", "U.S. OUT", COUNTRY),
    ("NORWAY OUT / SWEDEN OUT", "NORWAY OUT”, “SWEDEN OUT", COUNTRY),
    ("UK AND IRELAND OUT", "UK AND IRELAND OUT", COUNTRY),
    ("Germany out.", "Germany out", COUNTRY),
    ("New Zealand out, Australia out", "New Zealand out”, “Australia out", COUNTRY),
]


@pytest.mark.parametrize("field", ["restrictions", "usage_terms", "instructions"])
@pytest.mark.parametrize(("terms", "quoted", "why"), FORBIDDEN)
def test_what_a_site_cannot_keep_blocks_and_is_quoted(field, terms, quoted, why):
    (finding,) = RULES[RULE].findings(a_case(**{field: terms}))

    assert f"comes with “{quoted}”" in finding.message
    assert why in finding.message
    assert (finding.severity, finding.override) == ("block", "override_rights")


@pytest.mark.parametrize(
    "terms",
    [
        "",
        "Editorial use only",
        "EDITORIAL USE ONLY - MANDATORY CREDIT - NO MARKETING NO ADVERTISING CAMPAIGNS",
        "NO SALES. NO RESALE. No archive sale; no archive sales",
        "No web advertising. No online resale",
        "MAGS OUT. TV OUT. TABLOIDS OUT",
        "HAND OUT PHOTO. Handed out by the police. SOLD OUT",
        "FACES BLURRED OUT. Faces were blacked out.",
        "The concert in Turkey was sold out. She walks out of Downing Street",
        "For the archive. On the web since 2022",
        "Used within the story only",
    ],
)
def test_what_we_keep_anyway_passes(terms):
    assert said(RULE, usage_terms=terms) == []


def a_lease(**values):
    return Lease(**{"access": "allow", "ends_at": MONDAY_NOON + timedelta(days=30), **values})


@pytest.mark.parametrize(
    ("lease", "blocked"),
    [
        (a_lease(), False),
        (a_lease(channel="site"), False),
        (a_lease(story_id=7), False),
        (a_lease(story_id=8), True),
        (a_lease(channel="feed"), True),
        (a_lease(ends_at=None), True),
        (a_lease(access="deny"), True),
    ],
)
def test_a_lease_that_ends_keeps_it_out_of_the_archive(lease, blocked):
    found = said(RULE, usage_terms="NO ARCHIVES", leases=(lease,))

    assert bool(found) is blocked


def test_no_lease_opens_a_country_or_the_web():
    found = said(RULE, usage_terms="TURKEY OUT. NO INTERNET", leases=(a_lease(),))

    assert len(found) == 2


@pytest.mark.parametrize("run", ["A&", "ABC ", "A.", "NO ", "A-b’"])
def test_a_page_of_capitals_is_read_in_no_time(run):
    started = time.monotonic()

    said(RULE, usage_terms=run * 10_000)

    assert time.monotonic() - started < 2
