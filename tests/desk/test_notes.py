"""Notes: threads, mentions, resolved and taken up again, and words that are gone."""

from __future__ import annotations

import pytest

from articles.desk.assign import assign
from articles.desk.mentions import names_in
from articles.desk.note import Note
from articles.desk.notification import Notification
from articles.desk.noting import people_on, resolve, take_up_again, write_note
from articles.desk.story import Story
from articles.desk.threads import threads_of
from articles.publishing.publish import publish
from articles.site.edition import Edition
from tests.builders import a_ready_story, a_story, a_user
from tests.crawl import everything_public

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(reporter):
    return a_story(
        created_by=reporter, body="<p>The ferry sails <b>at nine</b> tonight.</p><p>Late.</p>"
    )


def told():
    return [(one.user.username, one.kind) for one in Notification.objects.order_by("pk")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ask @reporter, and @sub.editor.", ["reporter", "sub.editor"]),
        ("@reporter @reporter", ["reporter"]),
        ("(@reporter) “@editor”", ["reporter", "editor"]),
        ("Mail desk@example.org", []),
        ("@ nobody, @@twice", []),
        ("@ada@example.org said so.", ["ada@example.org"]),
    ],
)
def test_an_at_and_a_log_in_is_a_mention(text, names):
    assert names_in(text) == names


def test_who_is_mentioned_is_told_with_the_words(story, sub_editor):
    write_note(story, text="Since when? @reporter", passage="at nine", by=sub_editor)

    (one,) = Notification.objects.all()
    assert (one.user.username, one.kind, one.caused_by) == ("reporter", "mentioned", sub_editor)
    assert one.text.endswith(": Since when? @reporter")
    assert [user.username for user in Note.objects.get().mentions.all()] == ["reporter"]


def test_who_may_not_see_the_story_is_not_told_and_the_writer_hears_so(story, editor, colleague):
    noted = write_note(story, text="@colleague @nobody @reporter look", by=editor)

    assert noted.not_told == ("colleague", "nobody")
    assert told() == [("reporter", "mentioned")]


def test_whoever_has_the_story_in_hand_can_be_mentioned(story, editor, colleague):
    assign(story, to=colleague, by=editor)

    noted = write_note(story, text="@colleague look", by=editor)

    assert noted.not_told == ()
    assert set(people_on(story)) >= {colleague, editor}


def test_those_of_a_thread_are_told_of_its_answers_once(story, reporter, sub_editor, editor):
    first = write_note(story, text="When?", by=sub_editor).note
    write_note(story, text="At nine. @editor", by=reporter, answers=first)

    last = write_note(story, text="@subeditor good?", by=editor, answers=first).note

    assert told() == [
        ("editor", "mentioned"),
        ("subeditor", "answered"),
        ("subeditor", "mentioned"),
        ("reporter", "answered"),
    ]
    assert last.answers == first


def test_an_answer_to_an_answer_belongs_to_the_same_thread(story, reporter, sub_editor):
    first = write_note(story, text="When?", by=sub_editor).note
    second = write_note(story, text="At nine.", by=reporter, answers=first).note

    third = write_note(story, text="Good.", by=sub_editor, answers=second).note

    (thread,) = threads_of(story)
    assert [note.pk for note in thread.answers] == [second.pk, third.pk]


def test_a_note_is_resolved_and_taken_up_again(story, reporter, sub_editor):
    note = write_note(story, text="When?", by=sub_editor).note
    resolve(note, by=reporter)
    resolve(note, by=sub_editor)
    note.refresh_from_db()
    assert (note.resolved_by, Note.objects.open().count()) == (reporter, 0)

    take_up_again(note, by=reporter)

    assert list(Note.objects.open()) == [note]
    assert told() == [("subeditor", "answered")]


@pytest.mark.parametrize(
    ("passage", "gone"),
    [
        ("sails at nine", False),
        ("tonight.\n\nLate.", False),
        ("at ten", True),
        ("", False),
    ],
)
def test_words_that_are_gone_are_said_to_be_gone(passage, gone, story, editor):
    write_note(story, text="Sure?", passage=passage, by=editor)

    (thread,) = threads_of(story)

    assert thread.is_gone is gone


def test_open_threads_stand_before_resolved_ones(story, editor):
    notes = [write_note(story, text=text, by=editor).note for text in "abc"]
    resolve(notes[0], by=editor)

    assert [thread.note.text for thread in threads_of(story)] == ["b", "c", "a"]


def test_nobody_sees_the_notes_of_a_story_that_is_not_theirs(story, editor, colleague, reporter):
    write_note(story, text="When?", by=editor)

    assert Note.objects.visible_to(reporter).exists()
    assert not Note.objects.visible_to(colleague).exists()


def test_readers_never_get_a_note(reporter, editor, client, at_the_preview):
    story = a_ready_story(created_by=reporter)
    secret = "Zanzibar must not know of this."
    write_note(story, text=secret, passage="Zanzibar words", by=editor)
    publish(story, by=editor)

    pages = everything_public(Edition.objects.get().get_absolute_url())

    assert len(pages) > 5
    assert not [path for path, answer in pages.items() if "Zanzibar" in answer]
    assert "Zanzibar" not in at_the_preview(story)


@pytest.fixture
def at_the_preview(client):
    def look(story):
        client.force_login(a_user("boss", is_superuser=True))
        return client.get(f"/admin/articles/story/{story.pk}/preview/").content.decode()

    return look


def test_a_story_given_to_somebody_is_seen_by_them(story, colleague, editor):
    assign(story, to=colleague, by=editor)

    assert list(Story.objects.visible_to(colleague)) == [story]
    assert told() == [("colleague", "assigned")]
