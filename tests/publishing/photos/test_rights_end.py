"""The right to a picture ends: by the clock alone it leaves the page."""

from __future__ import annotations

from datetime import timedelta

import pytest

from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.publishing.call_off import call_off
from articles.publishing.photos.follow_rights import follow_rights
from articles.publishing.publish import publish
from articles.publishing.refusal import NothingNew, PreflightBlocks
from articles.publishing.release import Release
from articles.publishing.standing import standing_of
from articles.publishing.withdraw import withdraw
from articles.site.edition import Edition
from tests.builders import LATER_NOON as NOON
from tests.builders import a_photo, a_ready_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
CAPTION = "The night ferry leaves the quay at Marrick on Sunday."
GONE = "A picture was taken out because the right to show it has ended."


@pytest.fixture
def story(reporter):
    return a_ready_story(created_by=reporter)


@pytest.fixture
def photo(story):
    return Photo.objects.get()


def a_lease(photo, access="allow", **values):
    return Lease.objects.create(photo=photo, access=access, **values)


def live(story, at=None):
    return Edition.objects.live(at).get(story_key=story.key)


def numbers(story):
    editions = Edition.objects.filter(story_key=story.key).order_by("number")
    return [(one.number, one.kind, one.goes_live_at) for one in editions]


def test_the_page_changes_by_the_clock_alone(client, story, photo, editor, clock):
    a_lease(photo, ends_at=NOON + DAY)
    publish(story, by=editor)
    address = live(story).get_absolute_url()

    before = client.get(address).content.decode()
    clock.move_to(NOON + DAY)
    after = client.get(address).content.decode()

    assert CAPTION in before
    assert GONE not in before
    assert CAPTION not in after
    assert "Northmark" not in after
    assert GONE in after
    assert "The night ferry will sail an hour earlier" in after


def test_listings_lose_it_in_the_same_instant(client, story, photo, editor, clock):
    a_lease(photo, ends_at=NOON + DAY)
    publish(story, by=editor)

    clock.move_to(NOON + DAY - timedelta(seconds=1))
    before = client.get("/").content.decode()
    clock.move_to(NOON + DAY)
    after = client.get("/").content.decode()

    assert "Northmark" in before
    assert "Northmark" not in after


def test_the_fallback_takes_its_place_with_its_own_words(story, photo, editor):
    fallback = a_photo(caption="The quay by day.", credit_line="Ben Ash", alt_text="A bare quay")
    story.placements.update(fallback=fallback)
    a_lease(photo, ends_at=NOON + DAY)

    publish(story, by=editor)

    then = live(story, NOON + DAY)
    assert [figure["caption"] for figure in then.figures] == ["The quay by day."]
    assert "The quay by day." in then.body_html
    assert CAPTION not in then.body_html
    assert then.body_html.count("<figure") == 1


def test_the_fallback_leaves_too_when_its_own_right_ends(story, photo, editor):
    fallback = a_photo()
    story.placements.update(fallback=fallback)
    a_lease(photo, ends_at=NOON + DAY)
    a_lease(fallback, ends_at=NOON + 2 * DAY)

    publish(story, by=editor)

    assert live(story, NOON + DAY).figures
    assert not live(story, NOON + 2 * DAY).figures


@pytest.mark.parametrize(
    "lacks", [{"credit_line": ""}, {"alt_text": ""}, {"rights_category": ""}, {"state": "held"}]
)
def test_a_fallback_that_may_not_be_shown_does_not_take_its_place(story, photo, editor, lacks):
    story.placements.update(fallback=a_photo(**lacks))
    a_lease(photo, ends_at=NOON + DAY)

    publish(story, by=editor)

    assert not live(story, NOON + DAY).figures


def test_a_denial_to_come_ends_it_as_well(story, photo, editor):
    a_lease(photo, "deny", starts_at=NOON + HOUR)

    publish(story, by=editor)

    assert live(story, NOON).figures
    assert not live(story, NOON + HOUR).figures


def test_a_scheduled_update_comes_between_in_the_order_of_time(story, photo, editor):
    a_lease(photo, ends_at=NOON + DAY)
    publish(story, by=editor)
    story.refresh_from_db()
    story.headline = "Night ferry to sail two hours earlier"
    story.body = story.body.split("<figure")[0]
    story.save()
    story.placements.all().delete()

    publish(story, by=editor, goes_live_at=NOON + 2 * DAY, new_facts="Soundings.")

    assert numbers(story) == [
        (1, "first", NOON),
        (2, "picture_withdrawn", NOON + DAY),
        (3, "update", NOON + 2 * DAY),
    ]
    assert Release.objects.get(kind="update").number == 3


def test_an_update_before_the_end_carries_the_end_with_it(story, photo, editor):
    a_lease(photo, ends_at=NOON + DAY)
    publish(story, by=editor)
    story.refresh_from_db()
    story.headline = "Night ferry to sail two hours earlier"
    story.save()

    publish(story, by=editor, goes_live_at=NOON + HOUR, new_facts="Soundings.")

    assert numbers(story) == [
        (1, "first", NOON),
        (2, "update", NOON + HOUR),
        (3, "picture_withdrawn", NOON + DAY),
    ]
    assert live(story, NOON + DAY).headline == "Night ferry to sail two hours earlier"


def test_calling_off_leaves_what_follows_from_rights(story, photo, editor):
    a_lease(photo, ends_at=NOON + DAY)
    publish(story, by=editor)
    story.refresh_from_db()
    story.headline = "Night ferry to sail two hours earlier"
    story.save()
    publish(story, by=editor, goes_live_at=NOON + HOUR, new_facts="Soundings.")

    call_off(story, by=editor)

    assert [kind for _, kind, _ in numbers(story)] == ["first", "picture_withdrawn"]


def test_publishing_the_same_again_is_still_refused(story, photo, editor):
    a_lease(photo, ends_at=NOON + DAY)
    publish(story, by=editor)

    with pytest.raises(NothingNew):
        publish(story, by=editor)


def test_a_withdrawn_story_has_nothing_to_come(story, photo, editor):
    a_lease(photo, ends_at=NOON + DAY)
    publish(story, by=editor)

    withdraw(story, by=editor, note="It was wrong.")

    assert [kind for _, kind, _ in numbers(story)] == ["first", "withdrawal"]


def test_the_right_is_asked_for_at_the_instant_of_going_live(story, photo, editor):
    a_lease(photo, ends_at=NOON + DAY)

    with pytest.raises(PreflightBlocks, match="its lease has run out"):
        publish(story, by=editor, goes_live_at=NOON + 2 * DAY)


def test_two_pictures_that_end_together_leave_in_one_edition(story, photo, editor):
    second = a_photo(caption="The crew waves from the deck at Marrick on Sunday.")
    story.body += f'<figure data-photo="{second.pk}"></figure>'
    story.save()
    story.placements.create(photo=second, order=1)
    for one in (photo, second):
        a_lease(one, ends_at=NOON + DAY)

    publish(story, by=editor)

    assert len(numbers(story)) == 2
    assert not live(story, NOON + DAY).figures
    assert "<figure" not in live(story, NOON + DAY).body_html


def test_the_desk_sees_when_a_picture_goes(story, photo, editor):
    a_lease(photo, ends_at=NOON + DAY)
    publish(story, by=editor)

    standing = standing_of([story.key])[story.key]

    assert standing.pending is None
    assert str(standing).endswith("a picture goes 25 Nov, 12:00")


def test_a_lease_made_longer_gives_the_picture_longer(story, photo, editor):
    lease = a_lease(photo, ends_at=NOON + DAY)
    publish(story, by=editor)
    Lease.objects.filter(pk=lease.pk).update(ends_at=NOON + 3 * DAY)

    changed = follow_rights(photo, by=editor)

    assert changed == []
    assert live(story, NOON + 2 * DAY).figures
    assert not live(story, NOON + 3 * DAY).figures


def test_a_denial_from_now_on_takes_it_out_at_once(story, photo, editor, clock):
    publish(story, by=editor)
    clock.shift(HOUR)
    a_lease(photo, "deny")

    changed = follow_rights(photo, by=editor)

    assert changed == [story]
    assert not live(story).figures
    assert Release.objects.get(kind="picture_withdrawn").released_by == editor


def test_who_overrides_a_lapsed_lease_with_a_reason_publishes(story, photo, editor, reporter):
    a_lease(photo, ends_at=NOON - DAY)
    a_lease(photo, "deny", starts_at=NOON + DAY)

    with pytest.raises(PreflightBlocks):
        publish(story, by=editor)
    publish(story, by=editor, override_reason="The agency renewed by telephone.")

    release = Release.objects.get(kind="first")
    assert release.override_reason == "The agency renewed by telephone."
    assert live(story).figures
    assert not live(story, NOON + DAY).figures


def test_nobody_overrides_a_denial(story, photo, editor):
    a_lease(photo, "deny")

    with pytest.raises(PreflightBlocks, match="a lease denies it"):
        publish(story, by=editor, override_reason="I want to.")


def test_whoever_may_not_override_is_refused_for_all_reasons(story, photo, editor):
    a_lease(photo, ends_at=NOON - DAY)
    group = editor.groups.get()
    group.permissions.remove(group.permissions.get(codename="override_rights"))

    with pytest.raises(PreflightBlocks):
        publish(story, by=editor, override_reason="The agency renewed by telephone.")
