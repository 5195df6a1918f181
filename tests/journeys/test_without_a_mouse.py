"""Every act of the desk with the keyboard alone; what is focused is seen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.house_rule import HouseRule
from articles.desk.story import Story
from articles.publishing.planned import coming
from articles.site.edition import Edition
from tests.builders import a_user
from tests.journeys.full_desk import PAGES, STORY, a_full_desk

pytestmark = pytest.mark.django_db(transaction=True)

BODY = ".tiptap[contenteditable=true]"
HERE = "(one) => one === document.activeElement || (one.matches('input') && one.matches(':focus'))"
SEEN = """(one) => {
  const box = one.getBoundingClientRect(), {outlineStyle, outlineWidth} = getComputedStyle(one)
  const y = Math.min(box.top + box.height / 2, box.top + 12)
  const above = document.elementFromPoint(box.left + box.width / 2, y)
  const ringed = outlineStyle !== "none" && parseFloat(outlineWidth) > 0
  return [ringed, Boolean(above) && (one.contains(above) || above.contains(one))]
}"""
STOPS = 200


@pytest.fixture
def desk(reporter, editor, legal):
    return a_full_desk(reporter=reporter, editor=editor, legal=legal)


def to(page, target):
    """Goes on with Tab to a control that is ringed there, and that nothing covers."""
    target.wait_for()
    for _ in range(STOPS):
        if target.evaluate(HERE):
            assert target.evaluate(SEEN) == [True, True], target
            return
        page.keyboard.press("Tab")
    pytest.fail(f"The Tab key does not reach {target}.")


def press(page, name, key="Enter", role="button"):
    to(page, page.get_by_role(role, name=name, exact=True).first)
    page.keyboard.press(key)


def fill(page, label, words):
    to(page, page.get_by_label(label, exact=True).first)
    page.keyboard.type(words)


def open_page(page, desk, name):
    page.goto(PAGES[name].format(**desk))
    if name == "writing":
        page.locator(BODY).wait_for()
        page.get_by_text("Checked at").wait_for()


def type_time(page, hours):
    """Part by part, into a field for a date and a time."""
    moment = timezone.localtime() + timedelta(hours=hours)
    page.keyboard.type(moment.strftime("%m%d%Y"))
    page.keyboard.press("ArrowRight")
    page.keyboard.type(moment.strftime("%I%M%p"))


def test_a_story_is_written_moved_and_given(visit, editor, desk):
    page = visit(editor)
    open_page(page, {"story": desk["draft"]}, "writing")
    to(page, page.locator(BODY))
    page.keyboard.type("The tide is late. ")
    page.keyboard.press("Control+Shift+P")
    page.locator("dialog.picker").wait_for()
    page.keyboard.type("ferry")
    page.locator("dialog.picker [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator("dialog.picker").wait_for(state="detached")

    to(page, page.locator(".in-hand summary", has_text="Hold or spike"))
    page.keyboard.press("Enter")
    fill(page, "Why", "The figures are missing.")
    press(page, "Hold")
    page.locator(".stage", has_text="Held").wait_for()
    to(page, page.locator(".in-hand summary", has_text="Give it to"))
    page.keyboard.press("Enter")
    to(page, page.locator("#give-to"))
    page.keyboard.type("rep")
    press(page, "Give it")
    page.locator(".in-hand-who", has_text="reporter").wait_for()
    press(page, "Bring back as cleared")
    page.locator(".stage", has_text="Cleared").wait_for()

    story = Story.objects.get(pk=desk["draft"])
    assert (story.stage, story.assigned_to.username) == ("cleared", "reporter")
    assert "data-photo" in story.body


def test_an_edition_is_scheduled_moved_and_called_off(visit, editor, desk):
    page = visit(editor)
    open_page(page, desk, "publish")
    story = Story.objects.get(pk=desk["story"])
    to(page, page.get_by_label("Goes live at:").first)
    type_time(page, 20)
    to(page, page.get_by_label("A correction: it was wrong"))
    page.keyboard.press("ArrowUp")  # round to the last
    fill(page, "What is new:", "A second quay.")
    press(page, "Publish")
    page.get_by_text("goes live on").first.wait_for()
    (first,) = coming(story)

    open_page(page, desk, "publish")
    to(page, page.locator(".coming summary"))
    page.keyboard.press("Enter")
    to(page, page.locator(".coming [type=datetime-local]"))
    type_time(page, 40)
    press(page, "Change the time")
    page.get_by_text("It goes live on").wait_for()
    (moved,) = coming(story)
    to(page, page.get_by_role("button", name="Call off"))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.locator(".messagelist").wait_for()

    assert moved.edition.goes_live_at > first.edition.goes_live_at
    assert list(coming(story)) == []


def test_a_live_story_is_corrected_approved_and_withdrawn(visit, editor, desk):
    page = visit(editor)
    open_page(page, desk, "correct, waiting")
    press(page, "Approve and publish")
    page.get_by_text("is published, with its note").wait_for()
    open_page(page, desk, "correct")
    fill(page, "What was wrong:", "one quay")
    fill(page, "What is right:", "two quays")
    press(page, "Headline", "Space", "checkbox")
    press(page, "Send")
    page.get_by_text("waits for a second person").wait_for()
    other = visit(a_user("second", "Editor"))
    open_page(other, desk, "correct")
    fill(other, "Why it is turned down:", "It was always two.")
    press(other, "Turn down")
    other.get_by_text("It is turned down").wait_for()

    open_page(page, desk, "withdraw")
    fill(page, "What readers are told:", "It was not so.")
    fill(page, "For the record:", "The editors, at noon.")
    to(page, page.get_by_role("checkbox"))
    page.keyboard.press("Space")
    fill(page, "Why nobody else approves it:", "Alone at night.")
    to(page, page.get_by_role("button", name="Withdraw"))
    page.keyboard.press("Enter")
    page.get_by_text("is withdrawn. Its address tells readers why.").wait_for()

    assert page.goto(desk["address"]).status == 410
    assert Edition.objects.filter(kind="correction").count() == 1


def test_the_list_the_history_the_links_and_the_lists_of_the_shift(visit, editor, desk):
    page = visit(editor)
    page.goto(STORY)
    to(page, page.locator(".action-select").first)
    page.keyboard.press("Space")
    while not page.locator("select[name=action]").evaluate(HERE):
        page.keyboard.press("Shift+Tab")
    page.keyboard.type("Set")
    press(page, "Go")
    to(page, page.locator("#id_section"))
    page.keyboard.type("Harb")
    press(page, "Set the section: 1 story")
    page.get_by_text("of 1 stories were changed.").wait_for()

    open_page(page, desk, "history")
    press(page, "Compare the two that are marked")
    page.get_by_role("heading", name="Body").wait_for()
    open_page(page, desk, "share")
    fill(page, "For whom, and why:", "The trust")
    press(page, "Make a link")
    page.locator("#address").wait_for()
    press(page, "Revoke the link for Counsel")
    page.get_by_text("The link for Counsel shows nothing any more.").wait_for()
    open_page(page, desk, "hand-over")
    fill(page, "For the next shift:", "Ring the trust at six.")
    press(page, "Hand over")
    page.get_by_text("Ring the trust at six.").wait_for()
    open_page(page, desk, "notifications")
    press(page, "Mark all as read")
    page.get_by_role("heading", name="Read", exact=True).wait_for()


def test_a_link_is_made_a_revision_brought_back_and_a_house_rule_switched(visit, editor, desk):
    page = visit(editor)
    open_page(page, {"story": desk["draft"]}, "writing")
    to(page, page.locator(BODY))
    page.keyboard.type("tables")
    page.keyboard.press("Shift+Home")
    page.locator("button[data-name=link]:not(.disabled)").wait_for()  # the words are marked
    to_before(page, page.locator("button[data-name=link]").first)
    page.keyboard.press("Enter")
    to(page, page.locator("dialog [name=href]"))
    page.keyboard.type("https://tides.example/")
    page.keyboard.press("Enter")
    page.locator(f"{BODY} a[href='https://tides.example/']").wait_for()
    press(page, "Save and continue editing")
    page.get_by_text("successfully").wait_for()
    story = Story.objects.get(pk=desk["draft"])
    assert '<a href="https://tides.example/">tables</a>' in story.body

    page.goto(f"{STORY}{story.pk}/history/")
    press(page, "Bring back revision 1")
    page.locator(".messagelist").wait_for()
    story.refresh_from_db()
    assert "tides.example" not in story.body

    page.goto(STORY)
    press(page, "Overdue", role="link")
    page.wait_for_url("**due=over**")
    rule = HouseRule.objects.get(pk=desk["rule"])
    open_page(page, desk, "house rule, tried")
    press(page, "Switch off" if rule.is_on else "Switch on")
    page.locator(".messagelist").wait_for()
    assert HouseRule.objects.get(pk=rule.pk).is_on != rule.is_on


def to_before(page, target):
    """Goes back with Shift and Tab to a control that is ringed there, and that nothing covers."""
    for _ in range(STOPS):
        if target.evaluate(HERE):
            assert target.evaluate(SEEN) == [True, True], target
            return
        page.keyboard.press("Shift+Tab")
    pytest.fail(f"Shift and Tab do not reach {target}.")
