"""The desk's line of rooms: as many as the screen has room for, the others under “More”."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db(transaction=True)

ROOMS = ".desk-rooms > ul > li:visible"
MORE = ".desk-more li:visible"
OVER = """() => {
  const inner = (one) => one.getBoundingClientRect().right <= innerWidth + 1
  return document.documentElement.scrollWidth > innerWidth ||
    ![...document.querySelectorAll(".desk-rooms a, .desk-rooms summary")].every(inner)
}"""


def words_of(page, selector):
    return [words.strip() for words in page.locator(selector).all_text_contents()]


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("path", ["handover/", "articles/story/", "articles/houserule/"])
def test_every_room_is_in_line_or_under_more_and_nothing_is_cut(visit, editor, width, path):
    page = visit(editor)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"/admin/{path}")
    in_line = words_of(page, ROOMS)
    assert page.locator(".desk-rooms > ul [aria-current]:visible").count() == 1

    page.get_by_text("More", exact=True).click()

    assert {*in_line, *words_of(page, MORE)} == set(words_of(page, ".desk-more li"))
    assert not page.evaluate(OVER)


def test_without_a_mouse_more_opens_leads_on_and_closes(visit, editor):
    page = visit(editor)
    page.goto("/admin/handover/")
    summary = page.get_by_text("More", exact=True)
    summary.focus()

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Escape")

    assert first == page.locator(".desk-more li a").nth(7).text_content()
    assert summary.evaluate("(one) => one === document.activeElement && !one.parentElement.open")

    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")

    assert not summary.evaluate("(one) => one.parentElement.open")


def test_without_scripts_more_opens_too(visit, editor):
    page = visit(editor, javascript=False)
    page.goto("/admin/handover/")

    page.get_by_text("More", exact=True).press("Enter")
    page.locator(".desk-more").get_by_role("link", name="House rules").click()

    assert page.url.endswith("/admin/articles/houserule/")
    assert page.locator(".desk-rooms > ul [aria-current=page]").inner_text() == "House rules"


def test_an_administrator_has_no_more_than_fits(visit, administrator):
    page = visit(administrator)
    page.goto("/admin/articles/section/")

    assert not page.get_by_text("More", exact=True).is_visible()
