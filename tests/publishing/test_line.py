"""The line: several editions of one story to come, in order, each by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest

from articles.desk.act import Act
from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.desk.story import Story
from articles.masthead.publication import Publication
from articles.publishing.call_off import call_off
from articles.publishing.correct import correct
from articles.publishing.hold_story import hold_story
from articles.publishing.photos.kill import kill
from articles.publishing.photos.mend import mend
from articles.publishing.planned import coming
from articles.publishing.publish import publish
from articles.publishing.recheck import recheck
from articles.publishing.refusal import (
    NotAllowed,
    NothingNew,
    NotPublic,
    PreflightBlocks,
    SilentEdit,
    TooEarly,
)
from articles.publishing.release import Release
from articles.publishing.reschedule import reschedule
from articles.publishing.standing import standing_of
from articles.publishing.withdraw import withdraw
from articles.site.address import Address
from articles.site.edition import Edition
from tests.builders import LATER_NOON as NOON
from tests.builders import a_ready_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def story(reporter):
    return a_ready_story(created_by=reporter)


@pytest.fixture
def live(story, editor):
    publish(story, by=editor)
    return story


def write(story, standfirst):
    Story.objects.filter(pk=story.pk).update(standfirst=standfirst)


def schedule(story, editor, standfirst, at, **options):
    write(story, standfirst)
    return publish(story, by=editor, goes_live_at=at, new_facts="Soundings.", **options)


def to_come(story):
    return [
        (one.edition.number, one.edition.kind, one.at, one.edition.standfirst)
        for one in coming(story)
    ]


def release_of(story, number):
    return next(one.release.pk for one in coming(story) if one.edition.number == number)


def test_two_updates_stand_in_order_each_as_it_was_composed(live, editor, clock):
    schedule(live, editor, "At one.", NOON + HOUR)
    schedule(live, editor, "At two.", NOON + 2 * HOUR)

    assert to_come(live) == [
        (2, "update", NOON + HOUR, "At one."),
        (3, "update", NOON + 2 * HOUR, "At two."),
    ]
    for hours, words in ((0, "The change"), (1, "At one."), (2, "At two.")):
        clock.move_to(NOON + hours * HOUR)
        assert Edition.objects.live().get().standfirst.startswith(words)


def test_what_comes_later_gives_way_unless_it_is_kept(live, editor):
    schedule(live, editor, "At two.", NOON + 2 * HOUR)
    schedule(live, editor, "At one.", NOON + HOUR)
    assert [words for *_, words in to_come(live)] == ["At one."]
    assert Release.objects.filter(called_off_by=editor).count() == 1

    schedule(live, editor, "At three.", NOON + 3 * HOUR)
    schedule(live, editor, "At half past.", NOON + HOUR / 2, keeps_later=True)

    assert [(number, words) for number, _, _, words in to_come(live)] == [
        (2, "At half past."),
        (3, "At one."),
        (4, "At three."),
    ]


def test_publishing_now_calls_off_what_was_composed_before(live, editor):
    schedule(live, editor, "At one.", NOON + HOUR)
    write(live, "Now.")

    publish(live, by=editor, new_facts="Soundings.")

    assert to_come(live) == []
    assert Edition.objects.live().get().standfirst == "Now."


def test_one_is_called_off_and_the_other_moves_up_in_number(live, editor):
    schedule(live, editor, "At one.", NOON + HOUR)
    schedule(live, editor, "At two.", NOON + 2 * HOUR)

    call_off(live, by=editor, release=release_of(live, 2))

    assert to_come(live) == [(2, "update", NOON + 2 * HOUR, "At two.")]
    assert Release.objects.get(goes_live_at=NOON + 2 * HOUR).number == 2


def test_without_a_name_all_are_called_off(live, editor):
    schedule(live, editor, "At one.", NOON + HOUR)
    schedule(live, editor, "At two.", NOON + 2 * HOUR)

    call_off(live, by=editor)

    assert to_come(live) == []


def test_what_is_not_to_come_any_more_is_not_called_off(live, editor, clock):
    schedule(live, editor, "At one.", NOON + HOUR)
    schedule(live, editor, "At two.", NOON + 2 * HOUR)
    gone = release_of(live, 2)
    call_off(live, by=editor, release=gone)

    with pytest.raises(NotPublic, match="not to come any more"):
        call_off(live, by=editor, release=gone)

    assert len(to_come(live)) == 1


def test_one_moves_past_the_other_and_the_numbers_follow(live, editor):
    schedule(live, editor, "At one.", NOON + HOUR)
    schedule(live, editor, "At two.", NOON + 2 * HOUR)

    reschedule(live, by=editor, release=release_of(live, 2), to=NOON + 3 * HOUR)

    assert to_come(live) == [
        (2, "update", NOON + 2 * HOUR, "At two."),
        (3, "update", NOON + 3 * HOUR, "At one."),
    ]
    assert "24 November 2036, 13:00 UTC goes live 24 November 2036, 15:00" in (
        Act.objects.get(kind="rescheduled").reason
    )


@pytest.mark.parametrize(
    ("to", "refusal"),
    [(NOON - HOUR, TooEarly), (NOON + HOUR, NothingNew), (NOON + 2 * HOUR, NothingNew)],
    ids=["past", "its own time", "another one's"],
)
def test_a_move_that_makes_no_sense_is_refused(to, refusal, live, editor):
    schedule(live, editor, "At one.", NOON + HOUR)
    schedule(live, editor, "At two.", NOON + 2 * HOUR)
    before = to_come(live)

    with pytest.raises(refusal):
        reschedule(live, by=editor, release=release_of(live, 2), to=to)

    assert to_come(live) == before


def test_a_move_must_pass_the_checks_for_its_new_time(live, editor, reporter):
    schedule(live, editor, "At two.", NOON + 2 * HOUR)
    Story.objects.update(embargo=NOON + HOUR)

    with pytest.raises(PreflightBlocks, match="embargo"):
        reschedule(live, by=editor, release=release_of(live, 2), to=NOON + HOUR / 2)
    with pytest.raises(NotAllowed):
        reschedule(live, by=reporter, release=release_of(live, 2), to=NOON + DAY)

    assert to_come(live) == [(2, "update", NOON + 2 * HOUR, "At two.")]


def test_the_first_of_a_story_that_nobody_has_yet_moves_with_its_day(story, editor):
    Publication.objects.update(time_zone="Europe/London")
    schedule(story, editor, "First.", NOON + HOUR)
    schedule(story, editor, "Second.", NOON + 2 * HOUR)

    reschedule(story, by=editor, release=release_of(story, 1), to=NOON + 2 * DAY)

    assert [(kind, words) for _, kind, _, words in to_come(story)] == [
        ("first", "Second."),
        ("update", "First."),
    ]
    assert {one.first_published_at for one in Edition.objects.all()} == {NOON + 2 * HOUR}
    call_off(story, by=editor, release=release_of(story, 1))
    (edition,) = Edition.objects.all()
    assert (edition.number, edition.kind, edition.date) == (1, "first", (NOON + 2 * DAY).date())
    assert edition.first_published_at == NOON + 2 * DAY
    assert [one.date for one in Address.objects.all()] == [edition.date]


def test_a_picture_s_right_ends_between_two_of_them(live, editor):
    Lease.objects.create(photo=Photo.objects.get(), access="allow", ends_at=NOON + 2 * HOUR)
    schedule(live, editor, "At one.", NOON + HOUR)
    story = Story.objects.get()
    story.body = story.body.split("<figure")[0]
    story.save()
    story.placements.all().delete()
    schedule(live, editor, "At three.", NOON + 3 * HOUR)

    editions = Edition.objects.order_by("number").values_list("kind", "goes_live_at")

    assert list(editions) == [
        ("first", NOON),
        ("update", NOON + HOUR),
        ("picture_withdrawn", NOON + 2 * HOUR),
        ("update", NOON + 3 * HOUR),
    ]


def test_a_killed_picture_leaves_all_of_them(live, editor, photo_desk):
    schedule(live, editor, "At one.", NOON + HOUR)
    schedule(live, editor, "At two.", NOON + 2 * HOUR)

    kill(Photo.objects.get(), by=photo_desk, origin="Northmark Pictures", reason="Not theirs.")

    assert [one.edition.figures for one in coming(live)] == [[], []]
    assert Edition.objects.live().get().figures == []


def test_mended_words_of_a_picture_reach_all_of_them(live, editor):
    schedule(live, editor, "At one.", NOON + HOUR)
    schedule(live, editor, "At two.", NOON + 2 * HOUR)
    photo = Photo.objects.get()
    photo.caption = "The day ferry leaves the quay at Marrick on Sunday."
    photo.save()

    mend(photo, stories=[live], by=editor, note="It shows the day ferry.")

    for one in coming(live):
        assert one.edition.figures[0]["caption"] == photo.caption
        assert [told["text"] for told in one.edition.corrections] == ["It shows the day ferry."]
    assert [number for number, *_ in to_come(live)] == [3, 4]


def test_a_hold_calls_off_all_of_them(live, editor, legal):
    schedule(live, editor, "At one.", NOON + HOUR)
    schedule(live, editor, "At two.", NOON + 2 * HOUR)

    assert hold_story(live, by=legal, reason="A solicitor wrote.")

    assert to_come(live) == []
    assert Act.objects.get(kind="called_off").reason.count("legal hold") == 2


def test_a_later_embargo_calls_off_only_those_before_it(live, editor):
    schedule(live, editor, "At one.", NOON + HOUR)
    schedule(live, editor, "At three.", NOON + 3 * HOUR)
    Story.objects.update(embargo=NOON + 2 * HOUR)

    assert recheck([live], by=editor, because="A later embargo.") == [live]

    assert to_come(live) == [(2, "update", NOON + 3 * HOUR, "At three.")]


def test_a_withdrawal_takes_all_that_is_later(live, editor):
    schedule(live, editor, "At one.", NOON + HOUR)
    schedule(live, editor, "At two.", NOON + 2 * HOUR)

    withdraw(live, by=editor, note="It was wrong.")

    assert to_come(live) == []


def test_a_correction_that_is_called_off_is_told_by_none(live, editor):
    note = "It sails at ten."
    correct(live, by=editor, note=note, at=NOON + HOUR)
    schedule(live, editor, "At two.", NOON + 2 * HOUR)
    assert [one["text"] for one in coming(live)[1].edition.corrections] == [note]

    call_off(live, by=editor, release=release_of(live, 2))

    assert [one.edition.corrections for one in coming(live)] == [[]]


def test_a_correction_that_is_moved_is_dated_anew(live, editor):
    correct(live, by=editor, note="It sails at ten.", at=NOON + HOUR)

    reschedule(live, by=editor, release=release_of(live, 2), to=NOON + DAY)

    ((told,),) = [one.edition.corrections for one in coming(live)]
    assert told["at"] == (NOON + DAY).isoformat()


def test_the_desk_sees_how_many_are_to_come(live, editor):
    schedule(live, editor, "At one.", NOON + HOUR)
    schedule(live, editor, "At two.", NOON + 2 * HOUR)

    standing = standing_of([live.key])[live.key]

    assert str(standing).endswith("goes live 24 Nov, 13:00 and 1 more")


def test_the_same_words_at_the_same_time_are_nothing_new(live, editor):
    schedule(live, editor, "At one.", NOON + HOUR)

    with pytest.raises(NothingNew):
        schedule(live, editor, "At one.", NOON + HOUR)


def test_facts_are_compared_with_what_readers_will_have_by_then(live, editor):
    schedule(live, editor, "It costs 40 pounds.", NOON + HOUR)
    write(live, "It costs 50 pounds.")

    with pytest.raises(SilentEdit, match="“40” became “50”"):
        publish(live, by=editor, goes_live_at=NOON + 2 * HOUR)


def test_spelling_asks_nothing_and_keeps_nothing(live, editor):
    write(live, "The change follows new soundings at the harbour-mouth.")

    publish(live, by=editor, new_facts="I answered although nobody asked.")

    assert Release.objects.get(number=2).new_facts == ""


def test_what_is_new_stays_on_record(live, editor):
    schedule(live, editor, "It costs 40 pounds.", NOON + HOUR)

    assert Release.objects.get(number=2).new_facts == "Soundings."
