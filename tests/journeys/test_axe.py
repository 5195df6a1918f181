"""axe, the accessibility checker, on the desk's pages and on readers': nothing is left.

`tests/vendor/axe.min.js` is axe-core 4.14.1 (MPL-2.0), used here only.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.desk.story import Story
from tests.journeys.full_desk import PAGES, STORY, a_full_desk

pytestmark = pytest.mark.django_db(transaction=True)

AXE = (Path(__file__).resolve().parent.parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RUN = """async (rules) => {
  for (const one of document.getAnimations()) one.cancel() // to where it leads
  const options = {resultTypes: ["violations"], iframes: false, ...(rules && {runOnly: rules})}
  return (await axe.run(document, options)).violations.map(
    (one) => [one.id, one.nodes.map((node) => node.target.join(" "))]
  )
}"""
OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules that the colour scheme has a say in: the others look at the same page."""
EXCUSED = {
    "empty-table-header": "Django heads the columns of a row's name and its bin with nothing"
}
"""By rule: what stays, and why it is not ours to mend."""


@pytest.fixture
def newsroom(reporter, editor, legal):
    return a_full_desk(reporter=reporter, editor=editor, legal=legal)


@pytest.fixture
def page(visit, editor):
    return visit(editor, bypass_csp=True)  # axe writes styles of its own


def findings(page):
    """What axe finds in light, then in dark, as `rule selector`, less what is excused."""
    page.emulate_media(color_scheme="light")
    page.evaluate(AXE)
    found = page.evaluate(RUN, None)
    page.emulate_media(color_scheme="dark")
    found += page.evaluate(RUN, OF_COLOUR)
    return [
        f"{rule} {selector}"
        for rule, selectors in found
        if rule not in EXCUSED
        for selector in selectors
    ]


def left(page, addresses):
    """Page -> what axe finds there, of those where it finds something."""
    found = {}
    for name, address in addresses.items():
        assert page.goto(address).ok, address
        if name in {"writing", "new"}:
            ready(page)
        if said := findings(page):
            found[name] = said
    return found


def ready(page):
    page.locator(".tiptap[contenteditable=true]").first.wait_for()
    page.get_by_text("Checked at").wait_for()


def test_axe_finds_nothing_at_the_desk_nor_on_readers_pages(page, newsroom):
    desk = {name: one.format(**newsroom) for name, one in PAGES.items()}
    readers = {"a story": newsroom["address"], "home": "/"}

    assert left(page, desk | readers) == {}


def test_axe_finds_nothing_in_what_opens_and_what_answers(page, newsroom):
    """The panels, the list of keys, the clash of two saves, and a bulk act."""
    story = Story.objects.get(pk=newsroom["story"])
    page.goto(PAGES["writing"].format(**newsroom))
    ready(page)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    panels = findings(page)
    page.get_by_role("button", name="Keys").click()
    keys = findings(page)
    page.get_by_role("button", name="Close").click()

    Story.objects.filter(pk=story.pk).update(
        headline="Theirs", body=story.body.replace("Monday", "Friday")
    )
    page.locator("#id_headline").fill("Mine")
    page.locator(".tiptap p").first.click()
    page.keyboard.type("Mine. ")
    page.locator("[name=_continue]").click()
    page.get_by_label("Write one text of both").nth(1).check()
    page.locator(".tiptap[contenteditable=true]").wait_for()
    clash = findings(page)
    page.goto(STORY)
    page.get_by_role("checkbox").nth(1).check()
    page.locator("select[name=action]").select_option("set_their_section")
    page.get_by_role("button", name="Go", exact=True).click()
    page.get_by_role("button", name="Set the section: 1 story").wait_for()

    assert (panels, keys, clash, findings(page)) == ([], [], [], [])


def test_the_checker_itself_finds_faults(page):
    page.goto("/admin/")
    page.evaluate("document.querySelector('#content').append(document.createElement('input'))")

    assert any(one.startswith("label ") for one in findings(page))
