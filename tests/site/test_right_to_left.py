"""A story that is written from right to left, in a paper that is not; and links beside the text."""

from __future__ import annotations

import pytest

from tests.builders import a_section, an_edition
from tests.site.test_in_browser import LETTERS

OVER = "document.documentElement.scrollWidth - innerWidth"
SIDE = """(selector) => {
  const words = document.createRange()
  words.selectNodeContents(document.querySelector(selector))
  const box = words.getBoundingClientRect(), page = document.querySelector(".story-head")
  const room = page.getBoundingClientRect()
  return box.left - room.left > room.right - box.right ? "right" : "left"
}"""


@pytest.fixture
def address(transactional_db):
    a_section()
    edition = an_edition(
        language="ar",
        headline="ميناء يفتح أبوابه",
        standfirst="ابتداءً من يوم الاثنين.",
        dateline="Harnsea",
        body_html='<p id="p1">قالت سلطة الميناء.</p>',
    )
    return edition.get_absolute_url()


@pytest.mark.parametrize(("width", "letters"), [(320, 100), (1280, 100), (1280, 200)])
def test_nothing_runs_off_the_page_on_either_side(visit, address, width, letters):
    page = visit()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    page.evaluate(LETTERS, letters)
    link = page.locator(".report-here")
    link.wait_for()
    hidden = page.evaluate(OVER)

    link.focus()

    assert (hidden, page.evaluate(OVER)) == (0, 0)


def test_its_own_words_stand_at_the_right_and_the_papers_at_the_left(visit, address):
    page = visit()
    page.goto(address)

    sides = [
        page.evaluate(SIDE, one) for one in (".headline", ".standfirst", ".dateline", ".times")
    ]

    assert sides == ["right", "right", "left", "left"]
