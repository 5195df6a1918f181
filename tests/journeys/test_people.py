"""Stages and people in a real browser: filed, noted on, answered, resolved, subbed, cleared."""

from __future__ import annotations

import re

import pytest

from articles.desk.note import Note
from articles.desk.story import Story
from tests.builders import a_ready_story

pytestmark = pytest.mark.django_db(transaction=True)

BODY = ".tiptap[contenteditable=true]"
SELECT = """(words) => {
  const walker = document.createTreeWalker(document.querySelector(".tiptap"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const start = walker.currentNode.data.indexOf(words);
    if (start < 0) continue;
    const range = new Range();
    range.setStart(walker.currentNode, start);
    range.setEnd(walker.currentNode, start + words.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return;
  }
}"""
WORDS = "an hour earlier from Monday"


@pytest.fixture
def story(reporter):
    return a_ready_story(created_by=reporter)


def open_story(page, story):
    page.goto(f"/admin/articles/story/{story.pk}/change/")
    page.locator(BODY).wait_for()
    page.wait_for_function("() => document.querySelector('.photo-card img')?.complete")
    page.locator("#notes-group [role=status]", has_text="open").wait_for()


def press(page, name, now):
    page.locator(".in-hand").get_by_role("button", name=name, exact=True).click()
    page.locator(".stage", has_text=now).wait_for()


def select(page, words):
    """As a person drags over them; the editor takes the selection in with the next frame."""
    page.locator(BODY).focus()
    page.evaluate(SELECT, words)
    page.locator("button[data-name=sourceMark]:not(.disabled)").wait_for()


def test_a_story_goes_from_hand_to_hand(visit, reporter, sub_editor, editor, story):
    writer = visit(reporter)
    open_story(writer, story)
    writer.fill("[name=standfirst]", "Harbour")
    press(writer, "File", "Filed")
    assert Story.objects.get().standfirst == "Harbour"

    sub = visit(sub_editor)
    open_story(sub, story)
    select(sub, WORDS)
    sub.keyboard.press("Control+Alt+M")
    sub.locator(".note-form blockquote", has_text=WORDS).wait_for()
    sub.keyboard.type("Since when? @rep")
    sub.get_by_role("option", name="@reporter").wait_for()
    sub.keyboard.press("Enter")
    sub.keyboard.press("Control+Enter")
    sub.locator(".note .note-words", has_text="Since when? @reporter").wait_for()
    note = Note.objects.get()
    assert (note.passage, note.text) == (WORDS, "Since when? @reporter")
    assert Story.objects.get().body.count("note") == 0

    answer_and_resolve(writer, story)
    assert Note.objects.filter(resolved_by=reporter).exists()

    open_story(sub, story)
    press(sub, "Subbed", "Subbed")
    boss = visit(editor)
    open_story(boss, story)
    press(boss, "Clear", "Cleared")
    assert Story.objects.get().stage == "cleared"
    writer.goto(f"/admin/articles/story/{story.pk}/change/")
    writer.get_by_text("sub-editors and editors alone change it").wait_for()
    assert writer.locator(BODY).count() == 0


def answer_and_resolve(page, story):
    """From the bell to the note, and to the words it is about."""
    page.goto("/admin/")
    page.locator(".bell.has-unread", has_text="1").click()
    page.get_by_role("button", name=re.compile("You were mentioned")).click()
    page.wait_for_url(f"**/{story.pk}/change/#notes-group")
    page.locator(".bell-count", has_text="0").wait_for()
    page.locator(BODY).wait_for()
    thread = page.locator(".note", has_text="Since when?")
    thread.get_by_role("button", name=WORDS).click()
    page.wait_for_function("(words) => getSelection().toString() === words", arg=WORDS)
    thread.get_by_role("button", name="Answer").click()
    page.keyboard.type("Since the soundings of October.")
    page.keyboard.press("Control+Enter")
    thread = page.locator(".note", has_text="Since the soundings")
    thread.get_by_role("button", name="Resolved").click()
    page.locator("#notes-group [role=status]", has_text="Nothing is open").wait_for()


def test_what_is_typed_in_a_note_outlives_a_refusal_and_an_escape_ends_it(visit, editor, story):
    page = visit(editor)
    open_story(page, story)
    page.get_by_role("button", name="Note on the story").click()
    page.keyboard.press("Control+Enter")
    page.locator(".note-form [role=alert]", has_text="Write the note.").wait_for()
    page.keyboard.type("Why?")
    page.locator(".note-form").get_by_role("button", name="Note on the story").click()
    page.locator(".note", has_text="Why?").wait_for()

    page.locator(".note").get_by_role("button", name="Answer").click()
    page.keyboard.press("Escape")

    assert page.locator(".note-form").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "Answer"


def test_enter_in_a_field_saves_and_moves_nothing(visit, editor, story):
    page = visit(editor)
    open_story(page, story)
    page.fill("[name=slugline]", "ferry-early")
    page.press("[name=slugline]", "Enter")
    page.get_by_text("was changed successfully").wait_for()

    stored = Story.objects.get()
    assert (stored.slugline, stored.stage) == ("ferry-early", "draft")


def test_holding_asks_why_and_keeps_what_was_typed(visit, editor, story):
    page = visit(editor)
    open_story(page, story)
    page.fill("[name=standfirst]", "Harbour")
    page.locator(".in-hand summary", has_text="Hold or spike").click()
    page.get_by_label("Why", exact=True).fill("The figures are missing.")
    page.get_by_role("button", name="Hold", exact=True).click()
    page.locator(".stage", has_text="Held").wait_for()

    stored = Story.objects.get()
    assert (stored.stage, stored.standfirst) == ("held", "Harbour")
    page.get_by_text("Draft to held: The figures are missing.").wait_for()


def test_notes_work_without_scripts(visit, editor, story):
    page = visit(editor, javascript=False)
    page.goto(f"/admin/articles/story/{story.pk}/change/")
    page.get_by_role("link", name="Notes").click()
    page.get_by_label("Note", exact=True).fill("Since when?")
    page.get_by_role("button", name="Note it").click()
    page.locator(".note-words", has_text="Since when?").wait_for()
    page.get_by_role("button", name="Resolved").click()

    page.get_by_text("Resolved by editor").wait_for()
