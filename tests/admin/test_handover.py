"""The hand-over: what is open, by section, and what the leader of the shift adds and keeps."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.hand_over import HandOver
from articles.desk.note import Note
from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.desk.reply import Reply
from articles.desk.story import Story
from articles.publishing.handover import NO_SECTION, what_is_open
from articles.publishing.hold_story import hold_story
from articles.publishing.move import move
from articles.publishing.publish import publish
from articles.vocabulary import Stage
from tests.admin.test_query_counts import cost
from tests.builders import a_photo, a_ready_story, a_section, a_story

pytestmark = pytest.mark.django_db

PAGE = "/admin/handover/"
SOON = timedelta(hours=3)


def now():
    return timezone.now()


def lists(user):
    """Section -> title of a list -> its lines."""
    return {
        one["section"]: {part["title"]: part["lines"] for part in one["lists"]}
        for one in what_is_open(user, now=now())
    }


def the_line(user, title, section="Harbour"):
    (line,) = lists(user)[section][title]
    return line["title"], line["said"]


@pytest.fixture
def story(reporter):
    return a_story(created_by=reporter, headline="The quay is shut", section=a_section())


def test_a_quiet_desk_has_nothing_to_hand_over(story, editor, at_desk):
    assert lists(editor) == {}
    assert "Nothing is open." in at_desk("editor").get(PAGE).content.decode()


def test_what_is_held_says_why(story, editor, legal):
    move(story, to=Stage.HELD, by=editor, reason="The figures are missing.")

    assert the_line(editor, "Held, and why") == (
        "The quay is shut",
        "Draft to held: The figures are missing.",
    )

    move(story, to=Stage.DRAFT, by=editor)
    hold_story(story, by=legal, reason="A letter came.")
    assert the_line(editor, "Held, and why")[1] == "Legal hold: A letter came."


def test_what_is_under_embargo_says_who_agreed(story, editor):
    Story.objects.update(embargo=now() + SOON, embargo_note="Agreed with the trust.")

    assert the_line(editor, "Under embargo")[1] == "Agreed with the trust."


def test_what_goes_live_within_a_day_is_listed_and_what_comes_later_is_not(reporter, editor):
    soon, later = (a_ready_story(created_by=reporter, headline=f"Ferry {n}") for n in "ab")
    publish(soon, by=editor, goes_live_at=now() + SOON)
    publish(later, by=editor, goes_live_at=now() + timedelta(hours=30))

    assert the_line(editor, "Going live in the next 24 hours")[0] == "Ferry a"


def test_open_requests_say_when_they_are_late(story, editor):
    Reply.objects.create(story=story, party="The trust", state="open", deadline=now() - SOON)
    Reply.objects.create(story=story, party="The mayor", state="declined")

    said = the_line(editor, "Requests for comment that are open")[1]
    assert said == "The trust: asked, no answer yet; the deadline is over"


def test_open_notes_are_listed_and_answers_are_not(story, editor, reporter):
    note = Note.objects.create(story=story, text="Since when?", made_by=editor)
    Note.objects.create(story=story, text="At nine.", answers=note, made_by=reporter)

    assert the_line(editor, "Notes that are open")[1] == "editor: Since when?"


def test_pictures_whose_right_ends_are_listed(reporter, editor):
    story = a_ready_story(created_by=reporter)
    Lease.objects.create(photo=Photo.objects.get(), access="allow", ends_at=now() + SOON)
    publish(story, by=editor)

    title, said = the_line(editor, "Pictures whose right ends")
    assert title == "Night ferry to sail an hour earlier"
    assert said.startswith("The right to “")


def test_what_was_called_off_is_listed(reporter, editor, legal):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor, goes_live_at=now() + SOON)
    hold_story(story, by=legal, reason="A letter came.")

    assert "A letter came." in the_line(editor, "Called off")[1]


@pytest.mark.parametrize(("stage", "listed"), [("draft", True), ("filed", True), ("subbed", False)])
def test_copy_is_overdue_until_it_is_subbed(stage, listed, story, editor, reporter):
    late = {"deadline": now() - SOON, "waiting_for": "a call", "assigned_to": reporter}
    Story.objects.update(stage=stage, **late)

    assert bool(lists(editor)) is listed
    if listed:
        said = the_line(editor, "Overdue")[1]
        assert said.endswith("reporter has it in hand; waiting for a call")


def test_stories_of_no_section_stand_last(story, reporter, editor):
    a_story(created_by=reporter, embargo=now() + SOON)
    Story.objects.update(embargo=now() + SOON)

    assert list(lists(editor)) == ["Harbour", NO_SECTION]


def test_each_desk_has_its_own(story, reporter, at_desk):
    section = a_section("sport")
    a_story(created_by=reporter, headline="The late match", section=section)
    Story.objects.update(embargo=now() + SOON)
    client = at_desk("editor")

    page = client.get(f"{PAGE}?section=Sport").content.decode()
    client.post(f"{PAGE}?section=Sport", {"text": "The match is late."})

    assert "The late match" in page
    assert "The quay is shut" not in page
    assert [one["section"] for one in HandOver.objects.get().lists] == ["Sport"]


def test_it_is_kept_as_it_was(story, editor, at_desk):
    move(story, to=Stage.HELD, by=editor, reason="The figures are missing.")
    client = at_desk("editor")

    kept = client.post(PAGE, {"text": "Ring the trust at seven."})
    move(story, to=Stage.DRAFT, by=editor)
    Story.objects.update(headline="The quay is open")

    page = client.get(kept["Location"]).content.decode()
    assert "Ring the trust at seven." in page
    assert "The figures are missing." in page
    assert "The quay is shut" in page
    assert "Ring the trust at seven." in client.get(PAGE).content.decode()
    assert HandOver.objects.get().made_by == editor


@pytest.mark.parametrize("text", ["", "  ", "\u202e"])
def test_an_empty_one_is_refused(text, at_desk):
    response = at_desk("editor").post(PAGE, {"text": text})

    assert response.status_code == 422
    assert "Write what the next shift should know." in response.content.decode()


@pytest.mark.parametrize(
    ("role", "reads", "writes"),
    [
        ("reporter", False, False),
        ("sub-editor", True, True),
        ("editor", True, True),
        ("photo", True, False),
        ("legal", True, False),
        ("admin", False, False),
    ],
)
def test_who_reads_and_who_writes_one(role, reads, writes, editor, at_desk):
    kept = HandOver.objects.create(text="All quiet.", made_by=editor)
    client = at_desk(role)

    answers = [client.get(path).status_code for path in (PAGE, f"{PAGE}{kept.pk}/")]
    client.post(PAGE, {"text": "Mine."})

    assert answers == [200 if reads else 403] * 2
    assert (HandOver.objects.count() == 2) is writes


def test_a_busy_desk_costs_what_a_quiet_one_costs(reporter, editor, at_desk):
    client = at_desk("editor")

    def busy(number):
        story = a_ready_story(created_by=reporter, section=a_section(f"section-{number}"))
        publish(story, by=editor, goes_live_at=now() + SOON)
        other = a_story(
            created_by=reporter,
            section=a_section(f"section-{number}"),
            deadline=now() - SOON,
            embargo=now() + SOON,
            assigned_to=reporter,
        )
        Reply.objects.create(story=other, party="The trust", state="open")
        Note.objects.create(story=other, text="When?", made_by=editor)
        held = a_story(created_by=reporter)
        move(held, to=Stage.HELD, by=editor, reason="Later.")
        a_photo()

    busy(0)
    few = cost(client, PAGE)
    for number in range(1, 12):
        busy(number)

    assert cost(client, PAGE) == few
