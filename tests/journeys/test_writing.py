"""Writing in a real browser: pasting from elsewhere, and doing without a mouse."""

from __future__ import annotations

import pytest

from articles.desk.story import Story
from tests.builders import a_source, a_story

pytestmark = pytest.mark.django_db(transaction=True)

BODY = ".tiptap[contenteditable=true]"
PASTE = """([selector, html]) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "not this");
  const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
  document.querySelector(selector).dispatchEvent(event);
}"""
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>
p.MsoNormal {margin:0cm; font-family:"Calibri"}</style></head><body lang=EN-GB>
<!--StartFragment--><h2 style='color:#2F5496'>The tide<o:p></o:p></h2>
<p class=MsoNormal style='margin-bottom:8pt'><span lang=EN-GB style='color:red'>The quay was
<b style='mso-bidi-font-weight:normal'>shut</b> at <i>noon</i>.<o:p></o:p></span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·
</span><![endif]>first boat</p>
<table><tr><td>a cell</td></tr></table><script>alert(1)</script><!--EndFragment--></body></html>"""
GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">
<p dir="ltr" style="line-height:1.38;"><span style="font-weight:700;">Bold words</span>
<span style="font-style:italic"> and slanted ones</span></p>
<ul><li dir="ltr"><p><span>first boat</span></p></li></ul>
<p><a href="https://tides.example/table"><span>the table</span></a>
<a href="javascript:alert(1)">trap</a></p><img src="https://tracker.example/x.png"></b>"""


def save(page):
    page.click("[name=_continue]")
    page.get_by_text("successfully").wait_for()
    return Story.objects.get().body


def paste(page, html):
    page.click(BODY)
    page.evaluate(PASTE, [BODY, html])


@pytest.fixture
def desk(visit, reporter):
    """The page of an empty story, as its reporter sees it."""
    story = a_story(created_by=reporter, headline="The quay")
    page = visit(reporter)
    page.goto(f"/admin/articles/story/{story.pk}/change/")
    page.locator(BODY).wait_for()
    return page


def test_what_is_pasted_from_word_comes_out_clean(desk):
    paste(desk, WORD)

    body = save(desk)

    assert "<h2>The tide</h2>" in body
    assert "<strong>shut</strong> at <em>noon</em>" in body
    assert "first boat" in body
    assert "a cell" in body
    for rubbish in ("Mso", "mso", "style", "o:p", "span", "script", "alert", "not this"):
        assert rubbish not in body


def test_what_is_pasted_from_google_docs_comes_out_clean(desk):
    paste(desk, GOOGLE)

    body = save(desk)

    assert "<strong>Bold words</strong>" in body
    assert "<em>and slanted ones</em>" in body
    assert '<a href="https://tides.example/table">the table</a>' in body
    assert "<li><p>first boat</p></li>" in body
    assert "trap" in body
    for rubbish in ("javascript", "tracker", "style", "docs-internal", "<img", "<b>", "<b "):
        assert rubbish not in body


def test_a_pasted_text_cannot_forge_a_mark_of_a_source_that_is_not_there(desk):
    paste(desk, '<p>He said <span data-source="999">“never”</span>.</p>')

    desk.click("[name=_continue]")

    desk.get_by_text("The body mentions source 999, which does not exist").wait_for()
    assert "“never”" in desk.locator(BODY).inner_text()


def test_words_are_counted_while_one_writes(desk):
    desk.click(BODY)
    desk.keyboard.type("Three words here")

    desk.locator(".word-count", has_text="3 words").wait_for()


def test_the_whole_page_is_worked_by_keyboard(desk):
    a_source(name="Mira Holt")
    desk.focus("[name=headline]")
    desk.keyboard.press("End")
    desk.keyboard.type(" is open")
    into_the_body(desk)
    desk.keyboard.type("“We follow the tide,”")
    desk.keyboard.press("Shift+Home")
    desk.locator("button[data-name=sourceMark]:not(.disabled)").wait_for()
    desk.keyboard.press("Control+Shift+S")
    desk.locator("dialog.picker").wait_for()
    desk.keyboard.type("Holt")
    desk.locator("dialog.picker [role=option]", has_text="Mira Holt").wait_for()
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    desk.locator("dialog.picker").wait_for(state="detached")
    leave_the_body(desk)

    body = save(desk)

    assert Story.objects.get().headline == "The quay is open"
    assert 'data-source="' in body


def test_escape_shuts_the_dialog_and_gives_the_text_back(desk):
    desk.click(BODY)
    desk.keyboard.type("One ")
    desk.keyboard.press("Control+Shift+P")
    desk.locator("dialog.picker").wait_for()

    desk.keyboard.press("Escape")
    desk.wait_for_function("body => document.activeElement.matches(body)", arg=BODY)
    desk.keyboard.type("two")

    assert desk.locator(BODY).inner_text().strip() == "One two"


def into_the_body(page):
    """By the Tab key alone."""
    inside = f"document.activeElement.matches('{BODY}')"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(inside):
            return
    pytest.fail("The Tab key does not reach the body.")


def leave_the_body(page):
    """WCAG 2.2, 2.1.2: no keyboard trap."""
    page.keyboard.press("Tab")
    assert not page.evaluate(f"document.activeElement.matches('{BODY}')")
