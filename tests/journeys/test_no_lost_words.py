"""Nobody loses a word: tabs that die, sessions that end, and two browsers on one story."""

from __future__ import annotations

import re

import pytest
from django.contrib.sessions.models import Session

from articles.desk.presence import Presence
from articles.desk.story import Story
from articles.desk.working_copy import WorkingCopy
from articles.publishing.publish import publish
from tests.browser import log_in
from tests.builders import a_ready_story, a_story

pytestmark = pytest.mark.django_db(transaction=True)

BODY = ".tiptap[contenteditable=true]"
TWO = "<p>The ferry sails at noon.</p><p>The quay is shut.</p>"


def change(story):
    return f"/admin/articles/story/{story.pk}/change/"


def opened(page, story):
    page.goto(change(story))
    page.locator(BODY).wait_for()
    return page


def write(page, words, paragraph=0):
    """Types at the end of a paragraph of the body."""
    page.locator(f"{BODY} p").nth(paragraph).click()
    page.keyboard.press("End")
    page.keyboard.type(words)


def kept(page):
    page.locator(".kept", has_text=re.compile(r"Kept \d\d:\d\d:\d\d")).wait_for()


def save(page):
    page.click("[name=_continue]")


def saved(page):
    save(page)
    page.get_by_text("successfully").wait_for()


@pytest.fixture
def story(reporter):
    return a_story(created_by=reporter, headline="The quay", body=TWO)


def test_a_tab_that_dies_gives_the_text_back(visit, reporter, story):
    page = opened(visit(reporter), story)
    write(page, " Words of an hour.")
    page.fill("#id_standfirst", "A standfirst of an hour.")
    kept(page)
    page.context.close()

    again = opened(visit(reporter), story)
    assert again.locator(BODY).inner_text().count("hour") == 0
    bar = again.locator(".standing-unsaved")
    assert re.search(r"You typed here until .* and did not save\. 9 words differ", bar.inner_text())
    again.get_by_role("button", name="Give it back").click()

    again.locator(BODY, has_text="noon. Words of an hour.").wait_for()
    assert again.input_value("#id_standfirst") == "A standfirst of an hour."
    assert Story.objects.get().body == TWO
    kept(again)
    saved(again)
    assert "Words of an hour." in Story.objects.get().body
    assert not WorkingCopy.objects.exists()
    assert not again.locator(".standing-unsaved").count()


def test_a_story_that_was_never_saved_is_kept_too(visit, reporter):
    page = visit(reporter)
    page.goto("/admin/articles/story/add/")
    page.locator(BODY).wait_for()
    write(page, "All that there is.")
    kept(page)
    page.context.close()

    again = visit(reporter)
    again.goto("/admin/articles/story/add/")
    again.get_by_role("button", name="Give it back").click()
    again.locator(BODY, has_text="All that there is.").wait_for()
    again.fill("#id_slugline", "quay")
    saved(again)

    assert Story.objects.get().body == "<p>All that there is.</p>"
    assert not WorkingCopy.objects.exists()


def test_what_was_typed_may_be_thrown_away(visit, reporter, story):
    page = opened(visit(reporter), story)
    write(page, " Nonsense.")
    kept(page)
    page.context.close()

    again = opened(visit(reporter), story)
    again.get_by_role("button", name="Throw it away").click()

    again.wait_for_url(f"**{change(story)}")
    again.locator(BODY).wait_for()
    assert not again.locator(".standing-unsaved").count()
    assert not WorkingCopy.objects.exists()


def test_a_session_that_ends_while_typing_loses_nothing(visit, reporter, story):
    page = opened(visit(reporter), story)
    Session.objects.all().delete()
    write(page, " Late words.")
    page.locator(".not-kept", has_text="Log in again in another tab").wait_for()

    save(page)  # is held back: it would end at the log-in page
    assert "Late words." in page.locator(BODY).inner_text()
    tab = page.context.new_page()
    log_in(tab, reporter)
    kept(page)
    saved(page)

    assert "Late words." in Story.objects.get().body


def test_another_s_log_in_does_not_get_the_words(visit, reporter, editor, story):
    page = opened(visit(reporter), story)
    tab = page.context.new_page()
    tab.context.clear_cookies()
    log_in(tab, editor)
    write(page, " Secret words.")

    page.locator(".not-kept", has_text="has logged in here meanwhile").wait_for()
    save(page)
    assert "Secret words." in page.locator(BODY).inner_text()
    assert not WorkingCopy.objects.exists()
    assert Story.objects.get().body == TWO


def test_two_browsers_see_each_other(visit, reporter, editor, story):
    mine, theirs = opened(visit(reporter), story), visit(editor)
    mine.focus("#id_standfirst")
    mine.keyboard.type("Now")
    kept(mine)
    opened(theirs, story)

    theirs.locator(".presence", has_text="reporter is writing in “Standfirst”.").wait_for()
    mine.focus("#id_headline")  # its beat asks who is there
    mine.locator(".presence", has_text="editor has it open.").wait_for()
    theirs.goto("/admin/")
    mine.focus("#id_kicker")
    mine.locator(".presence:not(:has(span))").wait_for(state="attached")
    assert Presence.objects.count() == 1


def test_two_who_change_different_paragraphs_are_merged(visit, reporter, editor, story):
    mine, theirs = opened(visit(reporter), story), opened(visit(editor), story)
    write(theirs, " Theirs.", paragraph=1)
    saved(theirs)
    write(mine, " Mine.", paragraph=0)
    save(mine)

    mine.get_by_text("editor saved revision 2 while you were writing").wait_for()
    body = "<p>The ferry sails at noon. Mine.</p><p>The quay is shut. Theirs.</p>"
    assert Story.objects.get().body == body
    assert "Theirs." in mine.locator(BODY).inner_text()


@pytest.mark.parametrize(
    ("choice", "first"),
    [
        ("Keep yours", "<p>The ferry sails at noon. Mine.</p>"),
        ("Keep theirs", "<p>The ferry sails at noon. Theirs.</p>"),
        (
            "Keep both, yours first",
            "<p>The ferry sails at noon. Mine.</p><p>The ferry sails at noon. Theirs.</p>",
        ),
    ],
)
def test_two_who_change_one_paragraph_see_both_texts(visit, reporter, story, choice, first):
    """In two tabs of one person."""
    mine = opened(visit(reporter), story)
    theirs = opened(mine.context.new_page(), story)
    write(theirs, " Theirs.")
    saved(theirs)
    write(mine, " Mine.")
    mine.fill("#id_standfirst", "Beside it.")
    save(mine)

    mine.get_by_text("1 place was changed by both of you").wait_for()
    texts = mine.locator(".clash-words")
    assert "Mine." in texts.nth(0).inner_text()
    assert "Theirs." in texts.nth(1).inner_text()
    assert "Mine." not in Story.objects.get().body
    save(mine)  # without a choice
    mine.get_by_text("Not saved yet.").wait_for()
    mine.get_by_label(choice, exact=True).check()
    saved(mine)

    stored = Story.objects.get()
    assert (stored.body, stored.standfirst) == (f"{first}<p>The quay is shut.</p>", "Beside it.")


def test_one_text_is_written_of_both_by_keyboard(visit, reporter, editor, story):
    mine, theirs = opened(visit(reporter), story), opened(visit(editor), story)
    write(theirs, " Theirs.")
    saved(theirs)
    write(mine, " Mine.")
    save(mine)
    mine.get_by_label("Keep yours").focus()
    mine.keyboard.press("ArrowUp")  # round to the last choice
    editor_of_both = mine.locator(".clash-own .tiptap[contenteditable=true]")
    editor_of_both.wait_for()
    while not editor_of_both.evaluate("(one) => one === document.activeElement"):
        mine.keyboard.press("Tab")
    mine.keyboard.press("Control+End")
    mine.keyboard.type(" Ours.")
    mine.get_by_role("button", name="Save with these choices").focus()
    with mine.expect_navigation():
        mine.keyboard.press("Enter")
    mine.get_by_text("successfully").wait_for()

    first, second, rest = Story.objects.get().body.split("</p>", 2)
    assert first.endswith("Mine.")
    assert second.endswith("Theirs. Ours.")
    assert rest == "<p>The quay is shut.</p>"


def test_a_clash_may_be_written_out_of(visit, reporter, editor, story):
    mine, theirs = opened(visit(reporter), story), opened(visit(editor), story)
    write(theirs, " Theirs.")
    saved(theirs)
    write(mine, " Mine.")
    save(mine)
    mine.get_by_label("Keep both").check()
    mine.get_by_role("button", name="Go on writing").click()

    mine.locator(BODY, has_text="Theirs.").wait_for()
    assert mine.get_by_text("It is not saved yet").is_visible()
    assert "Mine." not in Story.objects.get().body
    write(mine, " More.")
    saved(mine)

    assert "noon. Mine. More." in Story.objects.get().body


def test_a_save_keeps_the_place_and_the_scroll(visit, reporter):
    body = "".join(f"<p>Paragraph {n} of a long text about the harbour.</p>" for n in range(60))
    story = a_story(created_by=reporter, headline="Long", body=body)
    page = opened(visit(reporter), story)
    write(page, " Here.", paragraph=40)
    before = page.locator(f"{BODY} p").nth(40).bounding_box()["y"]
    page.locator("[name=_continue]").evaluate("button => button.form.requestSubmit(button)")
    page.get_by_text("successfully").wait_for()
    page.locator(BODY).wait_for()

    page.wait_for_function("() => document.activeElement?.matches('.tiptap')")
    after = page.locator(f"{BODY} p").nth(40).bounding_box()["y"]
    assert abs(after - before) < 60
    page.keyboard.type(" And on.")
    assert "Here. And on." in page.locator(BODY).inner_text()


def test_the_draft_is_compared_with_what_readers_have(visit, editor):
    story = a_ready_story(created_by=editor)
    publish(story, by=editor, override_reason="A test.")
    page = opened(visit(editor), story)
    page.fill("#id_headline", "Night ferry to sail an hour later")
    write(page, " It is said.")
    saved(page)
    page.goto(f"/admin/articles/story/{story.pk}/history/")
    page.get_by_role("link", name="Compare the draft with what readers have").click()

    assert page.locator("del", has_text="earlier").is_visible()
    assert page.locator("ins", has_text="later").is_visible()
    assert page.locator("ins", has_text="It is said.").is_visible()
    assert page.get_by_text("edition 1, live since").is_visible()


def test_an_earlier_revision_is_brought_back(visit, reporter, story):
    page = opened(visit(reporter), story)
    write(page, " A mistake.")
    saved(page)
    page.goto(f"/admin/articles/story/{story.pk}/history/")
    page.get_by_role("button", name="Bring back revision 1").click()

    page.get_by_text("Revision 1 is back, as revision 3.").wait_for()
    assert Story.objects.get().body == TWO
    assert [one.number for one in story.revisions.all()] == [3, 2, 1]


def test_a_save_that_is_refused_keeps_the_words_and_leaves_no_copy_behind(visit, reporter, story):
    page = opened(visit(reporter), story)
    write(page, " Words of a day.")
    page.locator("summary", has_text="Going out").click()
    page.fill("#id_language", "nonsense tag")
    kept(page)
    save(page)
    page.get_by_text("is not a language tag").wait_for()
    page.locator(BODY, has_text="Words of a day.").wait_for()
    kept(page)
    page.fill("#id_language", "en-GB")
    saved(page)

    assert "Words of a day." in Story.objects.get().body
    assert not WorkingCopy.objects.exists()


def test_who_only_reads_is_seen_and_keeps_nothing(visit, editor, legal, story):
    mine, theirs = visit(legal), opened(visit(editor), story)
    mine.goto(change(story))
    mine.locator(".presence", has_text="editor has it open").wait_for()

    theirs.focus("#id_standfirst")
    theirs.locator(".presence", has_text="legal has it open.").wait_for()
    assert not mine.locator(".kept").count()
