"""A front, from an empty page to the reader and back again: by the keyboard, and by the mouse."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.fronts.draft import draft_of, save_draft
from articles.publishing.publish import publish
from tests.builders import a_front, a_place, a_ready_story

pytestmark = pytest.mark.django_db(transaction=True)

HOUR = timedelta(hours=1)


@pytest.fixture
def stories(reporter, editor):
    found = [
        a_ready_story(created_by=reporter, headline=f"The {word}", slug=word)
        for word in ("ferry", "bridge", "market", "tide")
    ]
    for hours, story in enumerate(found, 1):
        publish(story, by=editor, goes_live_at=timezone.now() - hours * HOUR)
    return found


def compose(visit, user, front):
    page = visit(user)
    page.goto(f"/admin/articles/front/{front.pk}/compose/")
    return page


def press(locator, key="Enter"):
    """As somebody without a mouse: on what has the focus, and that must be visible."""
    locator.focus()
    locator.press(key)


def heard(page, words):
    page.locator("#moved").get_by_text(words).wait_for()


def saved(page):
    page.wait_for_function(
        "() => document.querySelector('#saved').textContent.startsWith('Draft saved')"
    )


def names(page):
    return page.locator("#slots .slot-name").all_inner_texts()


def on_the_site(page):
    page.goto("/")
    return page.locator(".teaser .headline").all_inner_texts()


def test_a_front_is_composed_launched_and_put_back_by_the_keyboard(visit, editor, stories):
    page = compose(visit, editor, a_front())
    for word in ("market", "tide", "ferry"):
        press(page.get_by_role("button", name=f"Add to the front: The {word}"))
        heard(page, f"“The {word}” added")
        assert page.evaluate("document.activeElement.name") in {"add", "q"}
    press(page.get_by_role("button", name="Move up: The ferry"))
    heard(page, "“The ferry” moved to place 2 of 3.")
    page.keyboard.press("Alt+ArrowUp")
    heard(page, "“The ferry” moved to place 1 of 3.")
    page.keyboard.press("Alt+ArrowUp")
    heard(page, "“The ferry” stays at place 1 of 3.")
    sizes = page.locator("#slots select")
    sizes.nth(0).focus()
    page.keyboard.type("Lead")
    heard(page, "“The ferry” is the lead; “The market” is a second now.")
    press(page.get_by_role("button", name="Remove: The tide"))
    heard(page, "“The tide” removed. 2 left.")
    page.get_by_label("Headline").nth(0).focus()
    page.keyboard.type("Ferry sails again")
    saved(page)
    page.frame_locator("#page").get_by_text("Ferry sails again").wait_for()
    reader = visit(javascript=False)
    assert on_the_site(reader)[0] == "The ferry"  # by itself: the newest first

    press(page.get_by_role("button", name="Launch now"))
    page.get_by_text("Home: front edition 1 is live.").wait_for()
    assert on_the_site(reader)[:2] == ["Ferry sails again", "The market"]

    page.get_by_label("Place").nth(1).fill("1")
    press(page.get_by_label("Place").nth(1), "Enter")
    page.wait_for_url("**/compose/")
    press(page.get_by_role("button", name="Launch now"))
    page.get_by_text("Home: front edition 2 is live.").wait_for()
    press(page.get_by_role("button", name="Put back front edition 1"))
    page.get_by_text("Front edition 1 is back, as front edition 3.").wait_for()
    assert on_the_site(reader)[:2] == ["Ferry sails again", "The market"]


def test_slots_and_stories_are_dragged_to_their_places(visit, editor, stories):
    front = save_draft(a_front(), [a_place(one) for one in stories[:3]], by=editor)
    page = compose(visit, editor, front)
    heads = page.locator("#slots .slot-head")

    heads.nth(2).drag_to(heads.nth(0), target_position={"x": 30, "y": 2})
    heard(page, "“The market” moved to place 1 of 3.")
    page.locator("#pool [data-story]", has_text="The tide").drag_to(
        heads.nth(1), target_position={"x": 30, "y": 2}
    )
    heard(page, "“The tide” added at place 2 of 4.")
    saved(page)

    assert names(page) == ["The market", "The tide", "The ferry", "The bridge"]
    order = [stories[2], stories[3], stories[0], stories[1]]
    assert [place.story for place in draft_of(front)] == [str(one.key) for one in order]


def test_the_page_is_shown_as_it_will_be_at_the_time_of_its_launch(
    visit, reporter, editor, stories
):
    later = a_ready_story(created_by=reporter, headline="The later one", slug="later")
    publish(later, by=editor, goes_live_at=timezone.now() + 2 * HOUR)
    front = save_draft(a_front(), [a_place(later, "lead")], by=editor)
    page = compose(visit, editor, front)
    shown = page.frame_locator("#page")
    shown.get_by_text("The ferry").first.wait_for()
    assert shown.get_by_text("The later one").count() == 0

    moment = timezone.localtime() + 3 * HOUR
    page.get_by_label("Goes live at").fill(moment.strftime("%Y-%m-%dT%H:%M"))

    shown.get_by_text("The later one").first.wait_for()
    page.get_by_role("button", name="Launch at this time").click()
    page.get_by_text("Home: front edition 1 goes live on").wait_for()
    press(page.get_by_role("button", name="Call off front edition 1"))
    page.get_by_text("Front edition 1 does not go live.").wait_for()


def test_the_second_of_two_is_told_who_was_first_and_loses_nothing(
    visit, editor, sub_editor, stories
):
    front = save_draft(a_front(), [a_place(stories[0], "lead")], by=editor)
    page = compose(visit, editor, front)
    sub_editor.first_name = "Mira"
    sub_editor.save()
    save_draft(front, [a_place(stories[1], "lead")], by=sub_editor)

    page.get_by_label("Headline").nth(0).fill("Mine")
    page.get_by_role("alert").get_by_text("Mira changed this front on").wait_for()

    assert [place.story for place in draft_of(front)] == [str(stories[1].key)]
    assert page.get_by_label("Headline").nth(0).input_value() == "Mine"
    page.get_by_role("button", name="Save the draft").click()
    page.wait_for_load_state()
    page.wait_for_function("() => document.querySelector('#told').hidden")
    assert [place.headline for place in draft_of(front)] == ["Mine"]


def test_the_form_does_without_scripts(visit, editor, stories):
    front = save_draft(a_front(), [a_place(one) for one in stories[:2]], by=editor)
    page = visit(editor, javascript=False)
    page.goto(f"/admin/articles/front/{front.pk}/compose/")
    page.get_by_label("Place").nth(0).fill("9")
    page.get_by_label("Find a story").fill("tide")
    page.get_by_role("button", name="Find", exact=True).click()
    page.get_by_role("button", name="Add to the front: The tide").click()
    page.wait_for_url("**/compose/?q=tide")

    assert names(page) == ["The bridge", "The ferry", "The tide"]
