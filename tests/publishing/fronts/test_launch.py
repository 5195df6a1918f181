"""Fronts through their door: launched, put back, called off, discarded; each on record."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.fronts.draft import draft_of, save_draft
from articles.publishing.fronts.call_off import call_off_front
from articles.publishing.fronts.discard import discard
from articles.publishing.fronts.launch import launch, let_flow
from articles.publishing.fronts.launch_record import Launch
from articles.publishing.fronts.put_back import put_back
from articles.publishing.fronts.state import states
from articles.publishing.photos.kill import kill
from articles.publishing.publish import publish
from articles.publishing.refusal import NotAllowed, NothingNew, NotPublic, Refused, TooEarly
from articles.publishing.withdraw import withdraw
from articles.site.front_edition import FrontEdition
from tests.builders import a_front, a_place, a_ready_story

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture
def stories(reporter, editor):
    found = [
        a_ready_story(created_by=reporter, headline=f"Story {word}", slug=f"story-{word}")
        for word in ("one", "two", "three")
    ]
    for story in found:
        publish(story, by=editor, goes_live_at=timezone.now() - HOUR)
    return found


@pytest.fixture
def front(editor, stories):
    """The home page's, with a lead and a second in its draft."""
    places = [a_place(stories[0], "lead", headline="Said otherwise"), a_place(stories[1], "second")]
    return save_draft(a_front(), places, by=editor)


def test_a_launch_prints_the_draft_with_who_and_when(front, editor, stories):
    before = timezone.now()

    done = launch(front, by=editor)

    edition = FrontEdition.objects.get()
    assert (edition.front, edition.number) == ("", 1)
    assert edition.slots == [
        {
            "story": str(stories[0].key),
            "size": "lead",
            "kicker": "",
            "headline": "Said otherwise",
            "picture": True,
        },
        {
            "story": str(stories[1].key),
            "size": "second",
            "kicker": "",
            "headline": "",
            "picture": True,
        },
    ]
    assert (done.edition, done.number, done.launched_by) == (edition, 1, editor)
    assert before <= done.goes_live_at <= timezone.now()


@pytest.mark.parametrize("who", ["reporter", "sub_editor", "photo_desk", "legal", "administrator"])
def test_only_who_composes_launches(who, front, request):
    with pytest.raises(NotAllowed, match="may not compose fronts"):
        launch(front, by=request.getfixturevalue(who))

    assert not FrontEdition.objects.exists()


def test_who_has_left_the_desk_launches_nothing(front, editor):
    editor.is_active = False

    with pytest.raises(NotAllowed):
        launch(front, by=editor)


def test_a_withdrawn_story_is_refused(front, editor, stories):
    withdraw(stories[1], by=editor, note="It was wrong.")

    with pytest.raises(Refused) as refusal:
        launch(front, by=editor)

    assert refusal.value.sentences == ("“Story two” was withdrawn. Remove it from the front.",)
    assert not FrontEdition.objects.exists()


def test_a_story_that_is_not_published_is_refused(front, editor, reporter):
    cleared = a_ready_story(created_by=reporter, headline="Cleared", stage="cleared")
    save_draft(front, [*draft_of(front), a_place(cleared)], by=editor)

    with pytest.raises(Refused, match=r"“Cleared” is not published\. Publish it first"):
        launch(front, by=editor)


def test_a_story_to_come_is_refused_before_it_is_live_and_goes_with_a_later_front(
    front, editor, reporter
):
    at = timezone.now() + 2 * HOUR
    later = a_ready_story(created_by=reporter, headline="Later", slug="later", stage="cleared")
    publish(later, by=editor, goes_live_at=at)
    save_draft(front, [*draft_of(front), a_place(later)], by=editor)

    with pytest.raises(Refused, match=r"“Later” goes live on .* only"):
        launch(front, by=editor)
    with pytest.raises(Refused, match="only"):
        launch(front, by=editor, at=at - HOUR)
    done = launch(front, by=editor, at=at)

    assert done.goes_live_at == at
    assert FrontEdition.objects.of("").gone_live().first() is None


def test_an_empty_draft_is_not_taken_for_a_front(editor):
    with pytest.raises(Refused, match="Nothing is composed"):
        launch(a_front(), by=editor)

    with pytest.raises(NothingNew, match="newest stories first"):
        let_flow(a_front(), by=editor)


def test_the_same_front_twice_is_nothing_new(front, editor):
    launch(front, by=editor)

    with pytest.raises(NothingNew):
        launch(front, by=editor)

    assert FrontEdition.objects.count() == 1


def test_nothing_goes_live_before_what_readers_have(front, editor):
    launch(front, by=editor)

    with pytest.raises(TooEarly, match="Readers have had front edition 1 since"):
        launch(front, by=editor, at=timezone.now() - HOUR)


def test_a_draft_that_somebody_else_has_changed_is_not_launched_unseen(front, editor, stories):
    save_draft(front, [a_place(stories[2], "lead")], by=editor)

    with pytest.raises(Refused, match="changed this front"):
        launch(front, by=editor, version=front.version)

    assert not FrontEdition.objects.exists()


def test_a_scheduled_front_is_called_off_and_its_number_not_used_again(front, editor):
    planned = launch(front, by=editor, at=timezone.now() + HOUR)

    call_off_front(front, planned.number, by=editor)

    record = Launch.objects.get()
    assert (record.edition, record.called_off_by) == (None, editor)
    assert launch(front, by=editor).number == 2
    with pytest.raises(NotPublic, match="is not to come"):
        call_off_front(front, 2, by=editor)


def test_an_earlier_front_is_put_back_as_the_next_one(front, editor, stories):
    launch(front, by=editor)
    save_draft(front, [a_place(stories[2], "lead")], by=editor)
    launch(front, by=editor)

    done, gone = put_back(front, 1, by=editor)

    assert (done.number, done.put_back, gone) == (3, 1, [])
    first, third = FrontEdition.objects.get(number=1), FrontEdition.objects.get(number=3)
    assert third.slots == first.slots
    assert [place.headline for place in draft_of(front)] == ["Said otherwise", ""]


def test_putting_back_leaves_a_draft_that_waits_as_it_is(front, editor, stories):
    launch(front, by=editor)
    save_draft(front, [a_place(stories[2], "lead")], by=editor)
    launch(front, by=editor)
    waiting = [a_place(stories[1], "lead")]
    save_draft(front, waiting, by=editor)

    put_back(front, 1, by=editor)

    assert draft_of(front) == waiting


def test_putting_back_leaves_out_what_was_withdrawn_and_says_so(front, editor, stories):
    launch(front, by=editor)
    save_draft(front, [a_place(stories[2], "lead")], by=editor)
    launch(front, by=editor)
    withdraw(stories[0], by=editor, note="It was wrong.")

    done, gone = put_back(front, 1, by=editor)

    assert gone == ["Story one"]
    assert [slot["story"] for slot in done.edition.slots] == [str(stories[1].key)]
    withdraw(stories[1], by=editor, note="It was wrong.")
    with pytest.raises(Refused, match="No story of front edition 1 is live any more"):
        put_back(front, 1, by=editor)


def test_what_readers_never_had_is_not_put_back(front, editor):
    planned = launch(front, by=editor, at=timezone.now() + HOUR)

    with pytest.raises(NotPublic, match="Readers never had front edition 1"):
        put_back(front, planned.number, by=editor)


def test_the_page_is_let_to_compose_itself(front, editor):
    launch(front, by=editor)

    done = let_flow(front, by=editor)

    assert done.edition.slots == []
    assert len(draft_of(front)) == 2


def test_a_discarded_draft_is_what_readers_have(front, editor, stories):
    launch(front, by=editor)
    saved = save_draft(front, [a_place(stories[2], "lead")], by=editor)

    with pytest.raises(Refused, match="changed this front"):
        discard(front, by=editor, version=front.version)
    discard(front, by=editor, version=saved.version)

    assert [place.headline for place in draft_of(front)] == ["Said otherwise", ""]


def test_the_state_says_what_stands_what_comes_and_whether_the_draft_waits(
    front, editor, stories, django_assert_num_queries
):
    assert (str(states([front])[front.pk]), states([front])[front.pk].waits) == (
        "newest first, by itself",
        True,
    )
    launch(front, by=editor)
    save_draft(front, [a_place(stories[2], "lead")], by=editor)
    launch(front, by=editor, at=timezone.now() + HOUR)

    with django_assert_num_queries(3):
        state = states([front])[front.pk]

    assert str(state).startswith("front edition 1, since ")
    assert "; the next one goes live " in str(state)
    assert state.waits


def test_a_killed_picture_leaves_the_front_and_comes_back_with_none(front, editor, stories, client):
    launch(front, by=editor)
    photo = stories[0].placements.get().photo
    credit = "Ines Okafor/Northmark Pictures"
    assert credit in client.get("/").content.decode()

    for story in stories:
        kill(story.placements.get().photo, by=editor, origin="Northmark", reason="Staged.")
    save_draft(front, [a_place(stories[0], "lead")], by=editor)
    launch(front, by=editor)

    page = client.get("/").content.decode()
    assert photo.credit_line == credit
    assert credit not in page
    assert "Story one" in page
