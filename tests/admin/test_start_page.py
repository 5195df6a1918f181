"""The start page says what is due, to each what they may see."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.fronts.draft import save_draft
from articles.desk.photos.photo import Photo
from articles.desk.reply import Reply
from articles.desk.story import Story
from articles.publishing import owed
from articles.publishing.approve import turn_down
from articles.publishing.fronts.call_off import call_off_front
from articles.publishing.fronts.launch import launch
from articles.publishing.hold_story import hold_story, lift_hold
from articles.publishing.propose import Said, propose
from articles.publishing.publish import publish
from tests.admin.test_query_counts import cost
from tests.builders import a_front, a_place, a_ready_story, a_section, a_story, a_user

pytestmark = pytest.mark.django_db

SOON = timedelta(hours=3)


def start(client):
    return client.get("/admin/").content.decode()


@pytest.fixture
def asked(reporter):
    story = a_story(created_by=reporter, headline="The quay is shut")
    return Reply.objects.create(
        story=story, party="The harbour trust", state="open", deadline=timezone.now() + SOON
    )


def test_open_requests_are_listed_the_nearest_deadline_first(asked, at_desk):
    Reply.objects.create(story=asked.story, party="The pilot", deadline=timezone.now() - SOON)
    Reply.objects.create(story=asked.story, party="The mayor", state="declined")

    page = start(at_desk("editor"))

    assert page.index("The pilot") < page.index("The harbour trust")
    assert "To send; the deadline is over" in page
    assert "The quay is shut" in page
    assert "The mayor" not in page


@pytest.mark.parametrize(
    ("who", "sees"), [("reporter", True), ("legal", True), ("admin", False), ("photo", False)]
)
def test_requests_are_shown_to_who_may_see_them(asked, at_desk, who, sees):
    assert ("The harbour trust" in start(at_desk(who))) is sees


def test_a_colleague_s_requests_are_nobody_s_business(asked, colleague, at_desk):
    assert "The harbour trust" not in start(at_desk(colleague))


@pytest.fixture
def called_off(reporter, editor, legal):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor, goes_live_at=timezone.now() + SOON)
    hold_story(story, by=legal, reason="A letter from a lawyer came.")
    return story


def test_what_was_called_off_is_listed_with_the_reason(called_off, at_desk):
    page = start(at_desk("editor"))

    assert "Called off, and not released again" in page
    assert "A letter from a lawyer came." in page


def test_once_it_is_released_again_it_is_listed_no_more(called_off, editor, legal, at_desk):
    lift_hold(called_off, by=legal, reason="It was about another ferry.")
    publish(Story.objects.get(pk=called_off.pk), by=editor, goes_live_at=timezone.now() + SOON)

    assert "Called off, and not" not in start(at_desk("editor"))


def test_many_requests_ask_the_database_no_more_than_one(asked, at_desk):
    editor = at_desk("editor")
    one = cost(editor, "/admin/")
    for number in range(10):
        Reply.objects.create(story=asked.story, party=f"The party {number}", state="open")

    assert cost(editor, "/admin/") == one


def a_line(reporter, headline, **values):
    return a_story(created_by=reporter, headline=headline, **values)


def test_mine_are_what_i_began_and_what_i_have_in_hand(reporter, colleague, editor, at_desk):
    a_line(reporter, "Begun by the reporter", deadline=timezone.now() + SOON, length=310)
    a_line(colleague, "Given to the reporter", assigned_to=reporter)
    a_line(colleague, "A colleague's own")
    a_line(reporter, "Spiked long ago", stage="spiked")

    page = start(at_desk("reporter"))

    assert page.index("Begun by the reporter") < page.index("Given to the reporter")
    assert "A colleague" not in page
    assert "Spiked long ago" not in page


def test_what_readers_have_is_mine_no_more_unless_it_is_in_my_hand(reporter, editor, at_desk):
    publish(a_ready_story(created_by=reporter, headline="Out and done"), by=editor)
    again = a_ready_story(created_by=reporter, headline="Out and in hand", assigned_to=reporter)
    publish(again, by=editor)

    page = start(at_desk("reporter"))

    assert "Out and done" not in page
    assert "Out and in hand" in page


@pytest.mark.parametrize(
    ("stage", "waits_for"),
    [
        ("filed", {"sub-editor"}),
        ("subbed", {"editor"}),
        ("cleared", {"editor"}),
        ("draft", set()),
    ],
)
def test_a_story_waits_for_whom_its_stage_says(reporter, stage, waits_for, at_desk):
    a_line(reporter, "The quay is shut", stage=stage)

    waits = {
        who
        for who in ("sub-editor", "editor", "photo", "legal", "admin")
        if "The quay is shut" in start(at_desk(who))
    }

    assert waits == waits_for


def test_a_story_that_is_overdue_says_so(reporter, at_desk):
    a_line(reporter, "The quay is shut", deadline=timezone.now() - SOON)

    assert "Overdue" in start(at_desk("reporter"))


def test_what_is_held_stands_with_its_reason(reporter, legal, at_desk):
    a_line(reporter, "Laid aside", stage="held", waiting_for="The bank's answer")
    hold_story(a_line(reporter, "The ledger"), by=legal, reason="A letter from a lawyer came.")

    page = start(at_desk("sub-editor"))

    assert "The bank&#x27;s answer" in page
    assert "A letter from a lawyer came." in page
    assert "for you to lift" not in page
    assert "for you to lift" in start(at_desk("legal"))


def test_a_picture_without_credit_waits_for_the_photo_desk(reporter, at_desk):
    story = a_ready_story(created_by=reporter, stage="filed")
    Photo.objects.update(credit_line=" ")

    assert "With a picture that has no credit" in start(at_desk("photo"))
    assert "With a picture that has no credit" not in start(at_desk("sub-editor"))
    Story.objects.filter(pk=story.pk).update(stage="draft")
    assert "With a picture that has no credit" not in start(at_desk("photo"))


def test_the_coming_hours_are_told_in_order(reporter, editor, at_desk):
    later = a_ready_story(created_by=reporter, headline="Goes live later")
    publish(later, by=editor, goes_live_at=timezone.now() + 2 * SOON)
    sooner = a_ready_story(created_by=reporter, headline="Goes live sooner", slug="sooner")
    publish(sooner, by=editor, goes_live_at=timezone.now() + SOON)
    a_line(reporter, "Under embargo", embargo=timezone.now() + SOON / 2)
    a_line(reporter, "Under embargo next week", embargo=timezone.now() + timedelta(days=7))

    page = start(at_desk("editor"))
    hours = page[page.index('id="agenda"') :]

    assert hours.index("Under embargo") < hours.index("Goes live sooner") < hours.index("later</a>")
    assert "Under embargo next week" not in hours


def test_the_coming_hours_of_others_stay_theirs(reporter, editor, colleague, at_desk):
    story = a_ready_story(created_by=reporter, headline="A secret of the harbour")
    publish(story, by=editor, goes_live_at=timezone.now() + SOON)

    assert "A secret of the harbour" in start(at_desk(reporter))
    assert "A secret of the harbour" not in start(at_desk(colleague))


def test_the_coming_hours_tell_who_composes_of_fronts(reporter, editor, at_desk):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    front = save_draft(a_front(story.section), [a_place(story, "lead")], by=editor)
    launch(front, by=editor, at=timezone.now() + SOON)
    gone = save_draft(a_front(), [a_place(story, "lead")], by=editor)
    off = launch(gone, by=editor, at=timezone.now() + SOON)
    call_off_front(gone, off.number, by=editor)
    address = "/admin/articles/front/{}/compose/"

    page = start(at_desk("editor"))

    assert address.format(front.pk) in page
    assert address.format(gone.pk) not in page
    assert address.format(front.pk) not in start(at_desk("sub-editor"))


def test_many_stories_ask_the_database_no_more_than_a_few(reporter, editor, at_desk):
    def one_of_each(number):
        for stage in ("filed", "subbed", "cleared", "held"):
            a_line(reporter, f"{stage} {number}", stage=stage, section=a_section(f"s{number}"))
        a_line(reporter, f"mine {number}", assigned_to=editor, embargo=timezone.now() + SOON)
        story = a_ready_story(created_by=reporter, slug=f"slug-{number}")
        publish(story, by=editor, goes_live_at=timezone.now() + SOON)

    client = at_desk("editor")
    for number in range(owed.MOST):  # so many are checked, and no more
        one_of_each(number)
    few = cost(client, "/admin/")
    for number in range(owed.MOST, 2 * owed.MOST):
        one_of_each(number)

    assert cost(client, "/admin/") == few


def test_a_correction_waits_for_who_may_approve_it(reporter, editor, at_desk):
    story = a_ready_story(created_by=reporter, headline="It was the other ferry")
    publish(story, by=editor)
    said = Said(note="It sails at ten.", wrong="nine", right="ten")
    correction = propose(story, said, by=editor)

    second = at_desk(a_user("second", "Editor"))
    page = start(second)
    assert "Corrections and withdrawals that wait for you" in page
    assert f"/admin/articles/story/{story.pk}/correct/" in page
    for who in ("editor", "reporter", "legal"):
        assert "that wait for you" not in start(at_desk(who))

    turn_down(correction, by=editor, reason="It was right.")
    assert "that wait for you" not in start(second)


def test_a_withdrawal_waits_for_legal_too(reporter, editor, at_desk):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    propose(story, Said(kind="withdrawal", note="It named the wrong man."), by=editor)

    assert f"/admin/articles/story/{story.pk}/withdraw/" in start(at_desk("legal"))


def test_many_corrections_ask_the_database_no_more_than_one(reporter, editor, at_desk):
    second = at_desk(a_user("second", "Editor"))

    def another():
        story = a_ready_story(created_by=reporter)
        publish(story, by=editor)
        propose(story, Said(note="It sails at ten.", wrong="nine", right="ten"), by=reporter)

    another()
    one = cost(second, "/admin/")
    for _ in range(4):
        another()

    assert cost(second, "/admin/") == one


def test_what_is_due_and_blocks_stands_with_its_sentence(reporter, at_desk):
    a_line(reporter, "Due and not ready", deadline=timezone.now() + SOON)
    a_line(reporter, "Not due at all")

    page = start(at_desk("editor"))
    due = page[page.index('id="owed"') :]

    assert "Due and not ready" in due
    assert "more." in due
    assert "Not due at all" not in due
