"""The checks beside the copy, in a real browser: found while one writes, mended, passed by."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone

from articles.desk.reply import Attempt, Reply
from articles.desk.story import Story
from tests.builders import a_ready_story, a_source, a_story

pytestmark = pytest.mark.django_db(transaction=True)

BODY = ".tiptap[contenteditable=true]"
QUOTE = "“Nobody waits on the quay,”"
ON_RECORD = "Nobody waits on the quay at night, I can tell you."
BROKEN = "has “pier” where the words on record are “quay”"
CLEAR = "Nothing stands in the way."
WORD_BOX = """([selector, word]) => {
  const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const start = walker.currentNode.data.indexOf(word);
    if (start < 0 || walker.currentNode.parentElement.closest("figure")) continue;
    const range = new Range();
    range.setStart(walker.currentNode, start);
    range.setEnd(walker.currentNode, start + word.length);
    range.startContainer.parentElement.scrollIntoView({block: "center", behavior: "instant"});
    const box = range.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  }
}"""
TAKEN_IN = """() => new Promise((done) => {
  setTimeout(() => requestAnimationFrame(() => setTimeout(done)), 30);
})"""
"""The editor hears of a moved cursor with the next frame, and sets its own within 20 ms of a click.
No person types sooner; a test does.
"""


ANOTHER_FAULT = """() => {
  const standfirst = document.querySelector("[name=standfirst]");
  standfirst.value = "Night sailings were allegedly costly.";
  standfirst.dispatchEvent(new Event("input", {bubbles: true}));
}"""
DISMISS_ANYWAY = """async ([address, values]) => {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const answer = await fetch(address, {
    method: "POST", headers: {"X-CSRFToken": token}, body: new URLSearchParams(values),
  });
  return [answer.status, (await answer.json()).error];
}"""


@pytest.fixture
def desk(visit, reporter):
    """The page of a story with one marked quote, whose words are on record: nothing is wrong."""
    story = a_ready_story(created_by=reporter)
    page = visit(reporter)
    page.goto(f"/admin/articles/story/{story.pk}/change/")
    whole(page)
    said(page, CLEAR)
    return page


def whole(page):
    """With the editor and its picture there, so that no word moves any more."""
    page.locator(BODY).wait_for()
    page.wait_for_function("() => document.querySelector('.photo-card img')?.complete")


def said(page, words):
    page.locator(".beside [role=status]", has_text=words).wait_for()


def found(page, words):
    """The finding of that sentence, as soon as it stands beside the text."""
    row = page.locator(".beside-checks > .findings > li", has_text=words)
    row.wait_for()
    return row


def save(page):
    # The page may say already that the save before this one was successful.
    with page.expect_navigation():
        page.click("[name=_continue]")
    page.get_by_text("was changed successfully").wait_for()
    whole(page)


def write(page, words):
    """In a new paragraph at the end of the body."""
    page.click(f"{BODY} > p:last-of-type")
    page.evaluate(TAKEN_IN)
    page.keyboard.press("Control+End")
    page.evaluate(TAKEN_IN)
    page.keyboard.press("Enter")
    page.keyboard.type(words)


def choose_the_word(page, word):
    """With a double click, as one does to write another in its place; again, if it slipped away."""
    for _ in range(10):
        place = None
        while place != (place := page.evaluate(WORD_BOX, [BODY, word])):
            page.evaluate(TAKEN_IN)  # until the page has settled, and nothing moves any more
        page.mouse.dblclick(*place)
        page.evaluate(TAKEN_IN)
        if page.evaluate("() => getSelection().toString().trim()") == word:
            return
    pytest.fail(f"“{word}” could not be chosen.")


def mark_what_was_written(page):
    page.keyboard.press("Shift+Home")
    page.locator("button[data-name=sourceMark]:not(.disabled)").wait_for()
    page.keyboard.press("Control+Shift+S")
    dialog = page.locator("dialog.picker")
    dialog.get_by_role("option", name="Mira Holt").click()
    dialog.wait_for(state="detached")
    page.locator(f"{BODY} > p:last-of-type > span[data-source]").wait_for()
    page.wait_for_function("body => document.activeElement.matches(body)", arg=BODY)
    page.evaluate(TAKEN_IN)
    page.keyboard.press("End")
    page.evaluate(TAKEN_IN)


def put_a_second_quote_on_record(page):
    write(page, QUOTE)
    mark_what_was_written(page)
    page.keyboard.type(" she said.")
    save(page)
    passages = page.locator("#attributions-group")
    passages.locator("summary").first.click()
    passages.locator("[name=attributions-1-verbatim]").fill(ON_RECORD)
    save(page)


def break_the_quote(page):
    put_a_second_quote_on_record(page)
    said(page, CLEAR)
    choose_the_word(page, "quay")
    page.keyboard.type("pier")
    return found(page, BROKEN)


def stands_on(page, word):
    """Whether the cursor is in the body, with just that word chosen."""
    page.wait_for_function("body => document.activeElement.matches(body)", arg=BODY)
    page.wait_for_function("word => getSelection().toString() === word", arg=word)


def tab_to(page, selector):
    """By the Tab key alone."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"The Tab key does not reach {selector}.")


def test_a_broken_quote_is_found_while_one_writes_and_mended_with_one_click(desk):
    finding = break_the_quote(desk)
    said(desk, "1 block.")
    desk.locator("#id_headline").focus()

    finding.get_by_role("button", name="Go there").click()
    stands_on(desk, "pier")
    finding.get_by_role("button", name="Write “quay”").click()

    finding.wait_for(state="detached")
    said(desk, CLEAR)
    assert desk.locator(f"{BODY} span[data-source]").all_inner_texts()[1] == QUOTE
    save(desk)
    row = Story.objects.get().attributions.last()
    assert (row.passage, row.verbatim) == (QUOTE, ON_RECORD)


def test_the_keyboard_alone_goes_to_a_broken_quote_and_mends_it(desk):
    finding = break_the_quote(desk)

    tab_to(desk, ".finding-block [data-focus^=go-]")
    desk.keyboard.press("Enter")
    stands_on(desk, "pier")
    tab_to(desk, ".finding-block [data-focus^=fix-]")
    desk.keyboard.press("Space")

    finding.wait_for(state="detached")
    assert desk.locator(f"{BODY} span[data-source]").all_inner_texts()[1] == QUOTE


def test_a_mended_word_stays_in_its_mark_even_at_its_end(visit, reporter):
    source = a_source(name="Mira Holt")
    mark = f'<span data-source="{source.pk}">“We follow the tide, not the watch</span>'
    story = a_story(created_by=reporter, body=f"<p>{mark},” the harbour master said.</p>")
    story.attributions.update(verbatim="We follow the tide, not the clock")
    page = visit(reporter)
    page.goto(f"/admin/articles/story/{story.pk}/change/")

    finding = found(page, "has “watch” where the words on record are “clock”")
    finding.get_by_role("button", name="Write “clock”").click()

    finding.wait_for(state="detached")
    marked = page.locator(f"{BODY} span[data-source]").all_inner_texts()
    assert marked == ["“We follow the tide, not the clock"]


def test_the_ledger_leads_to_each_passage_and_to_its_words_on_record(desk):
    put_a_second_quote_on_record(desk)
    ledger = desk.locator(".beside .ledger")
    ledger.get_by_role("button", name="Nobody waits").click()
    stands_on(desk, QUOTE)

    ledger.get_by_role("button", name="Details").nth(1).click()

    desk.wait_for_function("() => document.activeElement.name === 'attributions-1-verbatim'")
    assert desk.locator("[name=attributions-1-verbatim]").is_visible()


def dismiss_the_warning(page, reason):
    write(page, "The trust reportedly lost money.")
    finding = found(page, "“reportedly” does not say whose word it is")
    finding.get_by_role("button", name="Dismiss …").click()
    page.keyboard.press("Enter")
    finding.get_by_text("Say why this does not matter here.").wait_for()
    page.keyboard.type(reason)
    page.keyboard.press("Enter")
    return finding


def test_a_warning_is_dismissed_with_a_reason_that_stays_and_can_be_taken_back(desk):
    finding = dismiss_the_warning(desk, "The trust says so in its report.")
    finding.wait_for(state="detached")
    save(desk)
    said(desk, CLEAR)

    desk.reload()
    desk.locator(".dismissed summary", has_text="1 dismissed").click()
    dismissed = desk.locator(".dismissed li", has_text="“reportedly” does not say whose word")
    dismissed.get_by_text("The trust says so in its report. (reporter)").wait_for()
    said(desk, CLEAR)
    dismissed.get_by_role("button", name="Take up again").click()

    found(desk, "“reportedly” does not say whose word it is")
    said(desk, "1 worth a look.")
    assert desk.locator(".dismissed").count() == 0


def test_after_dismissing_the_keyboard_is_still_beside_the_copy(desk):
    finding = dismiss_the_warning(desk, "The trust says so in its report.")

    finding.wait_for(state="detached")

    assert desk.evaluate("document.activeElement.closest('.beside') !== null")


def test_a_reason_that_is_being_written_outlasts_the_next_check(desk):
    write(desk, "The trust reportedly lost money.")
    finding = found(desk, "“reportedly” does not say whose word it is")
    finding.get_by_role("button", name="Dismiss …").click()
    desk.keyboard.type("The trust says")
    with desk.expect_response(re.compile(r"/check/$")):
        desk.evaluate(ANOTHER_FAULT)
    said(desk, "2 worth a look.")
    desk.keyboard.type(" so in its report.")

    desk.keyboard.press("Enter")

    desk.locator(".dismissed summary", has_text="1 dismissed").click()
    desk.get_by_text("The trust says so in its report. (reporter)").wait_for()


def test_a_block_cannot_be_dismissed_neither_here_nor_past_the_page(desk):
    finding = break_the_quote(desk)
    address = desk.get_attribute(".beside", "data-dismiss")
    values = {"key": "a" * 24, "rule": "sources.record", "message": "It.", "reason": "Never mind."}

    status, sentence = desk.evaluate(DISMISS_ANYWAY, [address, values])

    assert finding.get_by_role("button").all_inner_texts() == ["Go there", "Write “quay”"]
    assert status == 400
    assert "This cannot be dismissed" in sentence
    assert not Story.objects.get().dismissals.exists()


def test_whoever_is_logged_out_reads_that_and_keeps_the_words(desk, settings):
    desk.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)

    write(desk, "The trust reportedly lost money.")

    said(desk, "Not checked. Log in again in another tab, then go on writing.")
    assert "reportedly" in desk.locator(BODY).inner_text()


def test_the_sentence_on_who_has_not_answered_is_put_in_by_one_click(desk):
    story = Story.objects.get()
    request = Reply.objects.create(story=story, party="The pilots’ guild", state="no_answer")
    Attempt.objects.create(reply=request, made_at=timezone.now(), contact="email")
    desk.reload()
    whole(desk)

    found(desk, "The pilots’ guild was asked").get_by_text("Put the sentence at the end").click()

    said(desk, CLEAR)
    last = desk.locator(f"{BODY} > p").last.inner_text()
    assert last.startswith("The pilots’ guild was asked for comment by e-mail on ")
