"""The matrix of roles, acts and whose story it is: each cell is tried on the address itself."""

from __future__ import annotations

import pytest

from articles.desk.act import Act
from articles.desk.fronts.front import Slot
from articles.desk.note import Note
from articles.desk.story import Story
from articles.masthead.contributor import Contributor
from articles.site.edition import Edition
from tests.admin.conftest import CAST
from tests.admin.matrix import CASES
from tests.admin.page import Page
from tests.builders import a_contributor, a_front, a_ready_story, a_user

pytestmark = pytest.mark.django_db


def address(story, act):
    return f"/admin/articles/story/{story.pk}/{act}/"


def change(client, story):
    """As the page sends it; who may not open the page sends a form of their own making."""
    page = client.get(address(story, "change"))
    fields = Page(page).fields("story_form") if page.status_code == 200 else {}
    rows = {
        f"{rows}-{count}": 0
        for rows in ("bylines", "placements", "attributions", "replies")
        for count in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    made = {
        **rows,
        "slugline": story.slugline,
        "language": "en-GB",
        "kind": "reportage",
        "urgency": "5",
    }
    return client.post(
        address(story, "change"), {**made, "provenance": "own", **fields, "kicker": "Changed"}
    )


def move(to, **more):
    return lambda client, story: client.post(address(story, "move"), {"to": to, **more})


def post(act, **values):
    return lambda client, story: client.post(address(story, act), values)


def take(client, story):
    me = int(client.session["_auth_user_id"])
    return client.post(address(story, "assign"), {"to": me})


def give(client, story):
    them = a_user("taker", "Reporter")
    return client.post(address(story, "assign"), {"to": them.pk})


def put_on_front(client, story):
    rows = {"slots-TOTAL_FORMS": 0, "slots-INITIAL_FORMS": 0}
    posted = {**rows, "version": 1, "add": str(story.key)}
    return client.post(f"/admin/articles/front/{a_front().pk}/compose/", posted)


def resolve(client, story):
    note = Note.objects.create(story=story, text="When?", made_by=a_user("asker", "Editor"))
    return client.post(address(story, "notes"), {"act": "resolve", "note": note.pk})


def was_changed(story):
    return story.kicker == "Changed"


def stands(stage):
    return lambda story: story.stage == stage


WHY = {"reason": "The council’s figures are missing."}
ACTS = {
    "Change a draft": ("draft", change, was_changed),
    "Change what is subbed": ("subbed", change, was_changed),
    "Change what is cleared": ("cleared", change, was_changed),
    "File": ("draft", move("filed"), stands("filed")),
    "Take back what was filed": ("filed", move("draft"), stands("draft")),
    "Sub": ("filed", move("subbed"), stands("subbed")),
    "Hand back to the writer": ("subbed", move("draft"), stands("draft")),
    "Clear": ("subbed", move("cleared"), stands("cleared")),
    "Hold": ("filed", move("held", **WHY), stands("held")),
    "Spike a draft": ("draft", move("spiked", **WHY), stands("spiked")),
    "Spike what was filed": ("filed", move("spiked", **WHY), stands("spiked")),
    "Bring back": ("spiked", move("draft"), stands("draft")),
    "Take in hand": ("draft", take, lambda story: story.assigned_to is not None),
    "Give to somebody": ("draft", give, lambda story: story.assigned_to is not None),
    "Write a note": ("draft", post("notes", text="When?"), lambda s: s.notes.exists()),
    "Resolve a note": ("draft", resolve, lambda s: s.notes.get().resolved_at is not None),
    "Publish": ("cleared", post("publish"), lambda _story: Edition.objects.exists()),
    "Put on a front": ("cleared", put_on_front, lambda story: Slot.objects.exists()),
    "Put on legal hold": ("draft", post("hold", **WHY), lambda story: story.legal_hold != ""),
    "Lift a legal hold": ("draft", post("hold", **WHY), lambda story: story.legal_hold == ""),
}


def a_story_of(writer, act):
    """At the stage that the act wants, with the writer in its byline."""
    values = {"legal_hold": "A solicitor wrote."} if act == "Lift a legal hold" else {}
    story = a_ready_story(created_by=writer, stage=ACTS[act][0], **values)
    Contributor.objects.filter(pk=a_contributor().pk).update(user=writer)
    return story


@pytest.mark.parametrize(("act", "role", "whose", "may"), CASES)
def test_the_address_does_what_the_matrix_says(act, role, whose, may, request, at_desk):
    someone = request.getfixturevalue(CAST[role])
    writer = someone if whose == "own" else a_user("writer", "Reporter")
    story = a_story_of(writer, act)
    _, do, is_done = ACTS[act]

    response = do(at_desk(someone), story)

    story = Story.objects.get(pk=story.pk)
    assert is_done(story) is may, response.status_code
    if not may:
        hidden = response.status_code == 302 and response["Location"] == "/admin/"
        assert hidden or response.status_code in {200, 403, 404, 409}
        assert not Act.objects.exists()


def test_every_act_of_the_matrix_has_an_address():
    assert {act for act, *_ in CASES} == set(ACTS)


@pytest.mark.parametrize(("reason", "goes"), [("", False), ("Nobody else is here.", True)])
def test_one_s_own_copy_goes_out_with_a_reason_that_stays(reason, goes, editor, at_desk):
    story = a_story_of(editor, "Publish")

    at_desk(editor).post(address(story, "publish"), {"override_reason": reason})

    assert Edition.objects.exists() is goes
    assert [release.override_reason for release in story.releases.all()] == [reason] * goes
