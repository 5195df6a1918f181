"""The notes' own page, which needs no script, and the data for the panel beside the copy."""

from __future__ import annotations

import pytest

from articles.desk.note import Note
from articles.desk.notification import Notification
from tests.admin.page import Page
from tests.admin.test_query_counts import cost
from tests.builders import a_story, a_user

pytestmark = pytest.mark.django_db

DATA = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def story(reporter):
    return a_story(created_by=reporter, body="<p>The ferry sails at nine.</p>")


@pytest.fixture
def notes(story):
    return f"/admin/articles/story/{story.pk}/notes/"


@pytest.fixture
def note(story, sub_editor):
    return Note.objects.create(story=story, text="When?", passage="at ten", made_by=sub_editor)


def test_a_note_is_written_and_answered_without_a_script(notes, at_desk):
    at_desk("sub-editor").post(notes, {"text": "When? @reporter", "passage": "at nine"})
    note = Note.objects.get()
    client = at_desk("reporter")
    answer = {"act": "answer", "note": note.pk, "text": "Tonight."}
    page = client.post(notes, answer, follow=True).content.decode()

    assert "at nine" in page
    assert "Tonight." in page
    assert note.thread.get().text == "Tonight."
    assert {(one.user.username, one.kind) for one in Notification.objects.all()} == {
        ("reporter", "mentioned"),
        ("subeditor", "answered"),
    }


def test_who_was_not_told_is_named(notes, colleague, at_desk):
    page = at_desk("editor").post(notes, {"text": "@colleague look"}, follow=True)

    assert "@colleague was not told: no log-in of that name" in page.content.decode()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"text": " "}, "Write the note."),
        ({"text": "\u202e"}, "Write the note."),
        ({"text": "x" * 2001}, "at most 2000 characters"),
        ({"text": "When?", "passage": "x" * 501}, "Select fewer words"),
    ],
)
def test_a_refusal_keeps_the_words(values, sentence, notes, at_desk):
    kept = {"passage": "at nine", **values}

    response = at_desk("editor").post(notes, kept)

    page = Page(response)
    assert response.status_code == 422
    assert sentence in " ".join(page.errors)
    assert page.fields()["passage"] == kept["passage"]
    assert page.fields()["text"].strip() == kept["text"].strip()
    assert not Note.objects.exists()


def test_an_empty_answer_is_refused_at_its_thread(notes, note, at_desk):
    response = at_desk("editor").post(notes, {"act": "answer", "note": note.pk, "text": ""})

    assert response.status_code == 422
    assert Page(response).errors == ["Write the note."]


def test_words_that_are_gone_are_said_to_be_gone(notes, note, at_desk):
    assert "not in the body any more" in at_desk("legal").get(notes).content.decode()


def test_a_thread_is_resolved_and_taken_up_again(notes, note, at_desk):
    client = at_desk("reporter")
    client.post(notes, {"act": "resolve", "note": note.pk})
    assert not Note.objects.open().exists()
    assert "Resolved by reporter" in client.get(notes).content.decode()

    client.post(notes, {"act": "reopen", "note": note.pk})

    assert Note.objects.open().exists()


@pytest.mark.parametrize("act", ["resolve", "reopen", "answer"])
def test_a_note_of_another_story_is_none_of_this_one(act, notes, note, reporter, at_desk):
    Note.objects.update(story=a_story(created_by=a_user("somebody", "Reporter")))

    for pk in (note.pk, note.pk + 1000, "x", ""):
        response = at_desk("reporter").post(notes, {"act": act, "note": pk, "text": "Hm."})
        assert response.status_code == 404
    assert Note.objects.get().resolved_at is None


def test_the_panel_gets_threads_and_who_may_be_mentioned(notes, note, colleague, at_desk):
    response = at_desk("reporter").get(notes, **DATA)

    said = response.json()
    assert "no-store" in response["Cache-Control"]
    (thread,) = said["threads"]
    assert (thread["text"], thread["gone"], thread["resolved"]) == ("When?", True, "")
    names = {one["name"] for one in said["people"]}
    assert names == {"reporter", "subeditor"}


def test_the_panel_is_told_what_is_wrong(notes, at_desk):
    response = at_desk("editor").post(notes, {"text": ""}, **DATA)

    assert (response.status_code, response.json()) == (422, {"error": "Write the note."})


def test_legal_and_the_photo_desk_see_the_panel(story, at_desk):
    for role in ("legal", "photo"):
        page = Page(at_desk(role).get(f"/admin/articles/story/{story.pk}/change/"))
        (panel,) = page.all("section", id="notes-group")
        assert "data-may-write" in panel.attributes


def test_many_notes_cost_what_one_costs(story, notes, note, at_desk):
    client = at_desk("editor")
    few = cost(client, notes)
    for number in range(12):
        asker = a_user(f"asker-{number}", "Editor")
        more = Note.objects.create(story=story, text="Why?", made_by=asker)
        Note.objects.create(story=story, text="So.", answers=more, made_by=asker)

    assert cost(client, notes) == few
