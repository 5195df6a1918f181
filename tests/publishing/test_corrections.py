"""Corrections: proposed by one person, approved by another, with the words before and after."""

from __future__ import annotations

import pytest

from articles.desk.act import Act
from articles.desk.notification import Notification
from articles.desk.story import Story
from articles.publishing.approve import Approval, approve, copy_seen, turn_down
from articles.publishing.correction import Correction
from articles.publishing.propose import Said, propose
from articles.publishing.public_note import proposed_note
from articles.publishing.publish import publish
from articles.publishing.refusal import NotAllowed, NotPublic, Refused
from articles.publishing.release import Release
from articles.site.edition import Edition
from tests.builders import a_ready_story, a_user

pytestmark = pytest.mark.django_db

SAID = Said(
    note="The ferry sails at ten, not at nine.",
    wrong="It sails at nine.",
    right="It sails at ten.",
    where=("headline", "body"),
    noticed_by="reader",
    noticed_note="An e-mail of Monday.",
)
GONE = Said(kind="withdrawal", note="It named the wrong man.", noticed_note="The editor decided.")


@pytest.fixture
def story(reporter, editor):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    Story.objects.filter(pk=story.pk).update(headline="Night ferry to sail at ten")
    story.refresh_from_db()
    return story


@pytest.fixture
def second(db):
    return a_user("second", "Editor")


def test_readers_get_nothing_until_a_second_person_approves(story, reporter):
    correction = propose(story, SAID, by=reporter)

    assert correction.state == "waiting"
    assert Edition.objects.count() == 1
    assert correction.changes == [
        {
            "place": "headline",
            "before": "Night ferry to sail an hour earlier",
            "after": "Night ferry to sail at ten",
        }
    ]


def test_it_is_published_with_its_note_and_tied_to_the_words(story, reporter, editor):
    correction = propose(story, SAID, by=reporter)

    edition = approve(correction, by=editor, approval=Approval())

    correction.refresh_from_db()
    assert (edition.kind, edition.note) == ("correction", SAID.note)
    assert (correction.state, correction.approved_by) == ("published", editor)
    assert correction.release == Release.objects.get(edition=edition)
    assert [one["after"] for one in correction.changes] == ["Night ferry to sail at ten"]
    assert correction.release.reason == "Wrong: It sails at nine. Right: It sails at ten."


def test_who_may_approve_is_told_and_no_longer_when_it_is_done(story, reporter, editor, second):
    correction = propose(story, SAID, by=reporter)

    told = Notification.objects.filter(kind="correction").unread()
    assert {one.user for one in told} == {editor, second}
    assert "waits for a second person: The ferry sails at ten" in told[0].text
    approve(correction, by=editor, approval=Approval())
    assert not told.all().exists()


@pytest.mark.parametrize(("place", "is_above"), [("end", False), ("top", True)])
def test_the_note_stands_where_it_was_said(place, is_above, story, reporter, editor, client):
    said = Said(note=SAID.note, wrong="nine", right="ten", note_place=place)
    edition = approve(propose(story, said, by=reporter), by=editor, approval=Approval())

    page = client.get(edition.get_absolute_url()).content.decode().partition("<main")[2]

    assert page.count(SAID.note) == 1
    assert (page.index(SAID.note) < page.index('class="body"')) is is_above
    assert edition.corrections[0]["place"] == place


def test_nobody_approves_the_own_one_without_a_reason(story, editor):
    correction = propose(story, SAID, by=editor)

    with pytest.raises(Refused, match="a second person approves it"):
        approve(correction, by=editor, approval=Approval(alone_reason=" "))
    approve(correction, by=editor, approval=Approval(alone_reason="Three in the morning."))

    assert Correction.objects.get().alone_reason == "Three in the morning."
    (act,) = story.acts.filter(kind="decided_alone")
    assert act.reason == f"Three in the morning. (Correction: {SAID.note})"
    assert act.made_by == editor


def test_a_reason_given_where_two_people_did_it_is_not_kept(story, reporter, editor):
    correction = propose(story, SAID, by=reporter)

    approve(correction, by=editor, approval=Approval(alone_reason="Whatever."))

    assert Correction.objects.get().alone_reason == ""
    assert not story.acts.filter(kind="decided_alone").exists()


def test_what_changed_since_it_was_looked_at_is_looked_at_again(story, reporter, editor):
    correction, seen = propose(story, SAID, by=reporter), copy_seen(story)
    Story.objects.filter(pk=story.pk).update(standfirst="Something else.")

    with pytest.raises(Refused, match="changed since you looked"):
        approve(correction, by=editor, approval=Approval(seen=seen))

    assert Edition.objects.count() == 1


def test_one_waits_at_a_time(story, reporter, editor):
    propose(story, SAID, by=reporter)

    with pytest.raises(Refused, match="waits already"):
        propose(story, SAID, by=editor)


def test_a_withdrawal_does_not_wait_for_a_correction(story, reporter, legal):
    propose(story, SAID, by=reporter)

    withdrawal = propose(story, GONE, by=legal)
    approve(withdrawal, by=legal, approval=Approval(alone_reason="An injunction."))

    assert not Edition.objects.live().exists()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (Said(note=" ", wrong="nine", right="ten"), "Write what readers are told"),
        (Said(note="So.", wrong="nine", right=" "), "what was wrong and what is right"),
        (Said(note="So.", wrong="", right="ten"), "what was wrong and what is right"),
    ],
)
def test_what_lacks_is_said(said, sentence, story, reporter):
    with pytest.raises(Refused, match=sentence):
        propose(story, said, by=reporter)


def test_who_may_not_is_refused(story, reporter, sub_editor, legal, photo_desk, editor):
    for who in (legal, photo_desk):
        with pytest.raises(NotAllowed):
            propose(story, SAID, by=who)
    with pytest.raises(NotAllowed):
        propose(story, GONE, by=reporter)
    correction = propose(story, SAID, by=sub_editor)
    with pytest.raises(NotAllowed):
        approve(correction, by=reporter, approval=Approval())
    with pytest.raises(NotAllowed):
        turn_down(correction, by=reporter, reason="No.")


def test_what_is_not_public_is_not_corrected(reporter):
    with pytest.raises(NotPublic):
        propose(a_ready_story(created_by=reporter), SAID, by=reporter)


def test_turned_down_it_stays_on_record_with_the_reason(story, reporter, editor):
    correction = propose(story, SAID, by=reporter)

    with pytest.raises(Refused, match="Say why"):
        turn_down(correction, by=editor, reason=" ")
    turn_down(correction, by=editor, reason="It was right.")

    assert Correction.objects.get().state == "turned_down"
    assert Act.objects.get(kind="turned_down").reason.startswith("It was right.")
    with pytest.raises(Refused, match="does not wait any more"):
        approve(correction, by=editor, approval=Approval())


def test_who_proposed_it_takes_it_back(story, reporter):
    turn_down(propose(story, SAID, by=reporter), by=reporter, reason="I misread.")

    assert Correction.objects.get().state == "turned_down"


def test_a_withdrawal_needs_two_people_too(story, editor, legal, client):
    correction = propose(story, GONE, by=legal)
    assert client.get(Edition.objects.get().get_absolute_url()).status_code == 200

    edition = approve(correction, by=editor, approval=Approval())

    response = client.get(edition.get_absolute_url())
    assert response.status_code == 410
    assert GONE.note in response.content.decode()
    assert Release.objects.get(edition=edition).reason == "The editor decided."


def test_legal_alone_withdraws_with_a_reason(story, legal):
    correction = propose(story, GONE, by=legal)

    approve(correction, by=legal, approval=Approval(alone_reason="An injunction, at midnight."))

    assert not Edition.objects.live().exists()


def test_a_note_is_proposed_from_wrong_and_right():
    assert proposed_note("correction", wrong="it sails at nine.", right="it sails at ten ") == (
        "An earlier version of this story said: it sails at nine. "
        "It should have said: it sails at ten."
    )
    assert proposed_note("clarification", wrong="x", right="the hour is local") == (
        "This story has been changed to make clear: the hour is local."
    )
    assert proposed_note("correction", wrong=" ", right="x") == ""
