"""The library: what the database finds is what `rights` decides for each picture alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from articles.desk.photos.lease import Lease, rights_of
from articles.desk.photos.library import (
    Standing,
    end_of,
    lacking,
    search,
    standing_so,
    waiting,
)
from articles.desk.photos.photo import Photo
from articles.desk.photos.rights import GROUNDS, Use, may_be_used
from articles.desk.photos.taken import NoDate, days_of, read_taken, write_taken
from articles.vocabulary import Access, Channel, CreativeCommons, PhotoState, RightsCategory
from tests.builders import MONDAY_NOON, a_photo, a_story

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
BEFORE, AFTER = MONDAY_NOON - HOUR, MONDAY_NOON + HOUR
FULL = {
    "supplier": "AFP",
    "source_url": "https://example.org/",
    "permission": "by mail",
    "licence": "by",
    "licence_url": "https://example.org/licence",
}
LEASES = {
    "none": [],
    "allowed": [{"access": Access.ALLOW}],
    "allowed from now": [{"access": Access.ALLOW, "starts_at": MONDAY_NOON}],
    "allowed till now": [{"access": Access.ALLOW, "ends_at": MONDAY_NOON}],
    "allowed later": [{"access": Access.ALLOW, "starts_at": AFTER}],
    "allowed for an hour": [{"access": Access.ALLOW, "ends_at": AFTER}],
    "allowed on social cards": [{"access": Access.ALLOW, "channel": Channel.SOCIAL}],
    "allowed on the site": [{"access": Access.ALLOW, "channel": Channel.SITE}],
    "denied": [{"access": Access.DENY}],
    "denied on social cards": [{"access": Access.DENY, "channel": Channel.SOCIAL}],
    "denied later": [{"access": Access.DENY, "starts_at": AFTER}],
    "denied till now": [{"access": Access.DENY, "ends_at": MONDAY_NOON}],
    "allowed and denied": [{"access": Access.ALLOW}, {"access": Access.DENY}],
    "one over, one on": [
        {"access": Access.ALLOW, "ends_at": BEFORE},
        {"access": Access.ALLOW, "starts_at": BEFORE},
    ],
    "allowed in a story": [{"access": Access.ALLOW, "story": True}],
    "denied in a story": [{"access": Access.DENY, "story": True}],
}
STATES = {
    "usable": {"rights_category": "staff"},
    "without a category": {"rights_category": ""},
    "held": {"rights_category": "staff", "state": PhotoState.HELD},
    "killed": {"rights_category": "staff", "state": PhotoState.KILLED},
    "not for a paper": {"rights_category": "staff", "licence": CreativeCommons.BY_NC},
    "without its creator": {"rights_category": "staff", "creator": " \n "},
}


def agrees(photo):
    """What the database says of the picture is what the rule says."""
    use = Use(at=MONDAY_NOON)
    may = may_be_used(rights_of(photo), use)
    end = end_of(photo, at=MONDAY_NOON)
    said = {
        standing: standing_so(Photo.objects.all(), standing, at=MONDAY_NOON)
        .filter(pk=photo.pk)
        .exists()
        for standing in Standing
    }
    assert said[Standing.USABLE] is may
    assert said[Standing.REFUSED] is not may
    assert said[Standing.UNKNOWN] is (photo.rights_category == "")
    soon = end is not None and end <= MONDAY_NOON + timedelta(days=7)
    assert said[Standing.ENDING] is soon


@pytest.mark.parametrize("leases", LEASES)
def test_leases_weigh_in_the_database_as_in_the_rule(leases, reporter):
    photo = a_photo(rights_category="staff")
    for values in LEASES[leases]:
        story = a_story(created_by=reporter) if values.get("story") else None
        Lease.objects.create(photo=photo, **{**values, "story": story})

    agrees(photo)


@pytest.mark.parametrize("state", STATES)
def test_the_picture_itself_weighs_in_the_database_as_in_the_rule(state):
    agrees(a_photo(**STATES[state]))


@pytest.mark.parametrize("category", RightsCategory.values)
def test_each_category_needs_in_the_database_what_it_needs_in_the_rule(category):
    agrees(a_photo(rights_category=category, **FULL))
    for name in GROUNDS[category].needs:
        agrees(a_photo(**{**FULL, "rights_category": category, name: ""}))


def test_a_right_that_ends_in_eight_days_does_not_end_soon():
    photo = a_photo(rights_category="staff")
    end = MONDAY_NOON + timedelta(days=8)
    Lease.objects.create(photo=photo, access=Access.ALLOW, ends_at=end)

    agrees(photo)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("quay marrick", {"caption": "The quay at Marrick"}),
        ("FELT", {"creator": "Joanna Felt"}),
        ("getty", {"supplier": "Getty Images"}),
        ("holt", {"people_shown": "Jon Vale\nMira Holt"}),
        ("saltgate", {"place_shown": "Saltgate"}),
        ("2025", {"taken_on": date(2025, 3, 4)}),
        ("2025-03", {"taken_on": date(2025, 3, 4)}),
        ("2025-03-04", {"taken_on": date(2025, 3, 4)}),
        ("2025 saltgate", {"taken_on": date(2025, 12, 31), "place_shown": "Saltgate"}),
        ("1925", {"caption": "The quay in 1925"}),
        ("AFP-77", {"supplier_image_id": "afp-7712"}),
    ],
)
def test_the_search_finds_by_any_word_and_by_date(words, values):
    blank = {"caption": "x", "alt_text": "", "creator": "", "credit_line": ""}
    a_photo(**blank, taken_on=date(2024, 3, 4))
    wanted = a_photo(**{**blank, **values})

    assert list(search(Photo.objects.all(), words)) == [wanted]


@pytest.mark.parametrize(
    ("words", "day", "precision"),
    [
        ("", None, "day"),
        ("2026", date(2026, 1, 1), "year"),
        ("2026-11", date(2026, 11, 1), "month"),
        (" 2026-11-23 ", date(2026, 11, 23), "day"),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_written(words, day, precision):
    photo = Photo()
    photo.taken_on, photo.taken_on_precision = read_taken(words)

    assert (photo.taken_on, photo.taken_on_precision) == (day, precision)
    assert write_taken(photo) == words.strip()


@pytest.mark.parametrize(
    "words", ["yesterday", "23.11.2026", "2026-13", "2026-02-30", "0001", "9999", "2026-", "-1"]
)
def test_what_is_no_date_is_refused_with_a_sentence(words):
    with pytest.raises(NoDate, match=r"Write it as 2026-11-23"):
        read_taken(words)
    assert days_of(words) is None


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_month_and_a_year_mean_all_their_days(words, first, last):
    assert days_of(words) == (first, last)


def test_what_pictures_lack_is_counted():
    a_photo(rights_category="staff")
    a_photo(rights_category="staff", credit_line=" ", alt_text="")
    a_photo(with_file=False, rights_category="")

    counts = lacking(Photo.objects.all())

    assert counts == {"any": 2, "file": 1, "credit": 1, "caption": 0, "alt": 1, "rights": 1}


def test_the_start_page_says_what_waits():
    photo = a_photo(rights_category="staff")
    Lease.objects.create(photo=photo, access=Access.ALLOW, ends_at=AFTER)
    a_photo(rights_category="staff", credit_line="")

    said = [(one.number, one.words) for one in waiting(Photo.objects.all(), at=MONDAY_NOON)]

    assert said == [
        (1, "with a right that ends within 7 days"),
        (1, "lack something"),
        (1, "without credit line"),
    ]
