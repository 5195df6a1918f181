"""The foot of a story's page: save and move on, take it, give it; and nobody's words are lost."""

from __future__ import annotations

import pytest
from django.utils import timezone

from articles.desk.act import Act
from articles.desk.notification import Notification
from articles.desk.story import Story
from tests.admin.page import Page
from tests.builders import a_ready_story, a_story, a_user

pytestmark = pytest.mark.django_db


def address(story, act="change"):
    return f"/admin/articles/story/{story.pk}/{act}/"


def buttons(response):
    return [one.text for one in Page(response).all("button", "button") if one.text]


def said(response):
    return " ".join(str(one) for one in response.context["messages"])


@pytest.fixture
def story(reporter):
    return a_ready_story(created_by=reporter)


def press(client, story, **pressed):
    """Types a kicker and presses one of the buttons."""
    fields = Page(client.get(address(story))).fields("story_form")
    return client.post(
        address(story), {**fields, "kicker": "Typed just now", **pressed}, follow=True
    )


def test_the_stage_is_no_field_of_the_form(story, at_desk):
    fields = Page(at_desk("editor").get(address(story))).fields("story_form")

    assert "stage" not in fields
    assert "assigned_to" not in fields


def test_what_is_posted_as_a_stage_changes_none(story, at_desk):
    press(at_desk("reporter"), story, stage="cleared", assigned_to="1", stage_before="x")

    stored = Story.objects.get()
    assert (stored.kicker, stored.stage, stored.assigned_to) == ("Typed just now", "draft", None)


@pytest.mark.parametrize(
    ("stage", "role", "offered"),
    [
        ("draft", "reporter", ["File", "Spike", "Take it"]),
        ("subbed", "reporter", ["Take it"]),
        ("subbed", "editor", ["Clear", "Back to the subs", "Hand back to the writer"]),
        ("filed", "legal", []),
    ],
)
def test_the_page_offers_what_one_may_do(stage, role, offered, story, at_desk):
    Story.objects.update(stage=stage)

    found = buttons(at_desk(role).get(address(story)))

    assert found[: len(offered)] == offered
    assert found or not offered


def test_filing_saves_what_was_typed(story, at_desk):
    response = press(at_desk("reporter"), story, move_to="filed")

    stored = Story.objects.get()
    assert (stored.stage, stored.kicker) == ("filed", "Typed just now")
    assert "is filed now" in said(response)


def test_a_move_that_is_refused_leaves_the_saved_words(story, at_desk):
    response = press(at_desk("editor"), story, move_to="held", move_reason=" ")

    stored = Story.objects.get()
    assert (stored.stage, stored.kicker) == ("draft", "Typed just now")
    assert "The story is saved. Say why." in said(response)


def test_a_form_with_a_fault_moves_nothing(story, at_desk):
    response = press(at_desk("reporter"), story, move_to="filed", language="no tag")

    assert response.status_code == 200
    assert Story.objects.get().stage == "draft"


def test_whoever_typed_while_the_story_was_subbed_keeps_every_word(story, at_desk):
    client = at_desk("reporter")
    fields = Page(client.get(address(story))).fields("story_form")
    Story.objects.update(stage="subbed")

    response = client.post(address(story), {**fields, "body": "<p>Words of an hour.</p>"})

    page = Page(response)
    assert "sub-editors and editors alone change it" in " ".join(page.errors)
    assert page.fields("story_form")["body"] == "<p>Words of an hour.</p>"
    assert "Words of an hour" not in Story.objects.get().body


def test_a_save_does_not_undo_a_move_that_came_in_between(story, editor, at_desk):
    client = at_desk("editor")
    fields = Page(client.get(address(story))).fields("story_form")
    Story.objects.filter(pk=story.pk).update(stage="filed", assigned_to=editor)

    client.post(address(story), {**fields, "kicker": "Later"})

    stored = Story.objects.get()
    assert (stored.stage, stored.assigned_to, stored.kicker) == ("filed", editor, "Later")


def test_a_reporter_reads_what_is_cleared_and_is_told_why(story, at_desk):
    Story.objects.update(stage="cleared")

    response = at_desk("reporter").get(address(story))

    assert "headline" not in Page(response).fields("story_form")
    assert "sub-editors and editors alone change it" in response.content.decode()


@pytest.mark.parametrize("act", ["dismiss", "proposals"])
def test_a_reporter_changes_a_subbed_story_by_no_other_way(act, story, at_desk):
    Story.objects.update(stage="subbed")
    values = {"key": "a" * 24, "rule": "names.spellings", "message": "x", "reason": "y"}

    response = at_desk("reporter").post(address(story, act), values)

    assert response.status_code in {403, 404}
    assert not story.dismissals.exists()


def test_a_refusal_at_the_address_is_a_sentence_and_the_way_back(story, at_desk):
    response = at_desk("reporter").post(address(story, "move"), {"to": "cleared"})

    assert response.status_code == 403
    assert "from there it does not become cleared" in response.content.decode()


@pytest.mark.parametrize("to", ["", "published", "HELD"])
def test_nonsense_is_no_stage(to, story, at_desk):
    assert at_desk("editor").post(address(story, "move"), {"to": to}).status_code == 422


def test_taking_a_story_stays_on_record(story, sub_editor, at_desk):
    press(at_desk("sub-editor"), story, give_now=str(sub_editor.pk))

    assert Story.objects.get().assigned_to == sub_editor
    assert Act.objects.get().reason == "Taken by subeditor."
    assert not Notification.objects.exists()


def test_who_gets_a_story_is_told_and_may_lay_it_down(story, colleague, at_desk):
    press(at_desk("editor"), story, give="1", give_to=str(colleague.pk))
    assert [one.user for one in Notification.objects.all()] == [colleague]

    response = press(at_desk(colleague), story, give_now="nobody")

    assert Story.objects.get().assigned_to is None
    assert response.redirect_chain[-1][0] == "/admin/articles/story/"
    assert "Nobody has “Night ferry to sail an hour earlier” in hand now." in said(response)


@pytest.mark.parametrize("to", ["", "0", "987654", "x"])
def test_nobody_of_that_id_gets_a_story(to, story, at_desk):
    assert at_desk("editor").post(address(story, "assign"), {"to": to}).status_code == 422


def test_who_does_not_write_gets_no_story(story, legal, at_desk):
    response = at_desk("editor").post(address(story, "assign"), {"to": legal.pk})

    assert response.status_code == 403
    assert "does not write or edit stories" in response.content.decode()


def test_a_reporter_does_not_take_what_another_has_in_hand(story, editor, at_desk, reporter):
    Story.objects.update(assigned_to=editor)

    response = at_desk("reporter").post(address(story, "assign"), {"to": reporter.pk})

    assert response.status_code == 403
    assert "editor has the story in hand" in response.content.decode()


@pytest.mark.parametrize(
    ("length", "planned", "words"),
    [
        (1, None, "1 word"),
        (1412, None, "1,412 words"),
        (412, 500, "412 words; 88 under what is planned"),
        (500, 412, "500 words; 88 over what is planned"),
        (500, 500, "500 words; as planned"),
    ],
)
def test_the_present_length_stands_beside_the_planned_one(length, planned, words, story, at_desk):
    Story.objects.update(length=length, planned_length=planned)

    assert words in at_desk("editor").get(address(story)).content.decode()


def test_deadline_and_what_it_waits_for_are_saved(story, at_desk):
    values = {"deadline": "2026-12-01T18:00", "planned_length": "400", "waiting_for": " a\ncall "}

    press(at_desk("reporter"), story, **values)

    stored = Story.objects.get()
    assert timezone.localtime(stored.deadline).hour == 18
    assert (stored.planned_length, stored.waiting_for) == (400, "a call")


def test_moving_another_s_draft_looks_like_moving_nothing(at_desk):
    hidden = a_story(created_by=a_user("somebody", "Reporter"))

    for act in ("move", "assign", "notes"):
        answers = [
            at_desk("reporter").post(f"/admin/articles/story/{pk}/{act}/", {"to": "filed"})
            for pk in (hidden.pk, hidden.pk + 1000)
        ]
        assert [one.status_code for one in answers] == [404, 404]
