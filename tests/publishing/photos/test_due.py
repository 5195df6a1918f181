"""What the photo desk must look at today: rights that end, pictures live without a right."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.publishing.photos import due
from articles.publishing.photos.due import ends_soon, without_right, words_behind
from articles.publishing.publish import publish
from tests.builders import a_photo, a_ready_story, a_story

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def story(reporter, editor):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    return story


@pytest.fixture
def photo(story):
    return Photo.objects.get()


@pytest.mark.parametrize(
    ("lease", "is_due"),
    [
        ({"access": "allow", "ends_at": 6 * DAY}, True),
        ({"access": "allow", "ends_at": 8 * DAY}, False),
        ({"access": "allow", "ends_at": -1 * DAY}, False),
        ({"access": "deny", "starts_at": 2 * DAY}, True),
        ({"access": "deny", "starts_at": 9 * DAY}, False),
        ({"access": "deny", "starts_at": 2 * DAY, "channel": "social"}, False),
        ({"access": "deny", "ends_at": 2 * DAY, "starts_at": -2 * DAY}, False),
    ],
)
def test_a_right_that_ends_within_seven_days_is_due(photo, lease, is_due):
    now = timezone.now()
    times = {name: now + value for name, value in lease.items() if name.endswith("_at")}
    Lease.objects.create(photo=photo, **{**lease, **times})

    found = ends_soon(now)

    assert [one.photo for one in found] == ([photo] if is_due else [])


def test_one_that_no_reader_sees_is_not_due(story):
    unseen = a_photo(rights_category="")
    now = timezone.now()
    Lease.objects.create(photo=unseen, access="allow", ends_at=now + DAY)

    assert ends_soon(now) == []
    assert without_right(now) == []


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"rights_category": ""}, "no usage rights on record"),
        ({"rights_category": "agency"}, "which needs its supplier"),
        ({"rights_category": "reader"}, "which needs its note of who permitted it"),
        ({"rights_category": "agency", "supplier": " "}, "which needs its supplier"),
        ({"state": "held"}, "is on hold"),
        ({"licence": "by-nc"}, "does not cover a paper that earns money"),
    ],
)
def test_a_live_picture_without_a_right_is_named_with_the_reason(story, photo, values, words):
    Photo.objects.update(**values)

    (one,) = without_right(timezone.now())

    assert one.edition.story_key == story.key
    assert words in one.why


def test_a_picture_with_its_right_is_not_listed(photo):
    Lease.objects.create(photo=photo, access="allow", ends_at=timezone.now() + DAY)

    assert without_right(timezone.now()) == []


def test_a_lease_that_denies_it_to_this_story_is_named(story, photo):
    Lease.objects.create(photo=photo, access="deny", story=story)

    (one,) = without_right(timezone.now())

    assert "a lease denies it" in one.why


def test_a_lease_that_denies_it_to_another_story_is_not(photo, reporter):
    Lease.objects.create(photo=photo, access="deny", story=a_story(created_by=reporter))

    assert without_right(timezone.now()) == []


@pytest.mark.parametrize("wanted", [without_right, words_behind])
def test_pictures_that_are_in_order_do_not_push_one_that_is_not_off_the_list(
    wanted, story, photo, reporter, editor, monkeypatch
):
    monkeypatch.setattr(due, "MOST", 1)
    photo.caption, photo.rights_category = "The ferry of Monday.", ""
    photo.save()
    newer = a_ready_story(created_by=reporter, slug="newer")
    publish(newer, by=editor)
    in_order = newer.placements.get().photo
    Lease.objects.create(photo=in_order, access="allow", ends_at=timezone.now() + DAY)

    assert [one.photo for one in wanted(timezone.now())] == [photo]


def test_both_lists_take_few_queries(photo, django_assert_max_num_queries):
    Photo.objects.update(rights_category="")

    with django_assert_max_num_queries(8):
        ends_soon(timezone.now())
        without_right(timezone.now())


@pytest.mark.parametrize(
    ("mended", "is_behind"),
    [
        ({"credit_line": "Ines Okafor/AFP"}, True),
        ({"caption": "The night ferry comes in at Marrick on Sunday."}, True),
        ({"alt_text": "A lit ferry at a quay"}, True),
        ({"place_shown": "Saltgate"}, False),
        ({"credit_line": " Ines Okafor/Northmark Pictures "}, False),
    ],
)
def test_mended_words_that_readers_do_not_have_are_due(photo, mended, is_behind):
    for name, words in mended.items():
        setattr(photo, name, words)
    photo.save()

    found = words_behind(timezone.now())

    assert [one.photo for one in found] == ([photo] if is_behind else [])


def test_a_story_s_own_caption_is_not_behind(story, photo):
    story.placements.update(caption=photo.caption)
    photo.caption = "The night ferry comes in."
    photo.save()

    assert words_behind(timezone.now()) == []
