"""The desk without a mouse: the keys and their list, the panels, and the place after a save."""

from __future__ import annotations

import pytest

from articles.desk.story import Story
from tests.builders import a_ready_story

pytestmark = pytest.mark.django_db(transaction=True)

BODY = ".tiptap[contenteditable=true]"
FOCUS = "document.activeElement.id || document.activeElement.className"


@pytest.fixture
def story(reporter):
    return a_ready_story(created_by=reporter)


@pytest.fixture
def writing(visit, editor, story):
    page = visit(editor)
    page.goto(f"/admin/articles/story/{story.pk}/change/")
    page.locator(BODY).wait_for()
    page.get_by_text("Nothing stands in the way.").wait_for()
    return page


def test_a_question_mark_lists_the_keys_of_the_page(writing):
    writing.locator("body").press("?")

    dialog = writing.get_by_role("dialog", name="Keys on this page")
    assert "Alt+H" in dialog.inner_text()
    assert "Ctrl+S" in dialog.inner_text()
    writing.keyboard.press("Escape")
    dialog.wait_for(state="hidden")


def test_what_a_page_does_not_have_is_not_in_its_list(visit, editor):
    page = visit(editor)
    page.goto("/admin/articles/story/")

    page.get_by_role("button", name="Keys").click()

    words = page.get_by_role("dialog").inner_text()
    assert "To the search" in words
    assert "Save, and go on" not in words


def test_a_question_mark_is_written_where_one_writes(writing):
    writing.locator("#id_headline").fill("Who waits on the quay")
    writing.locator("#id_headline").press("End")

    writing.keyboard.press("?")

    assert writing.locator("#id_headline").input_value() == "Who waits on the quay?"
    assert writing.get_by_role("dialog").count() == 0


def test_the_question_mark_alone_can_be_switched_off(writing):
    writing.locator("body").press("?")
    writing.get_by_label("Do not listen for ? alone").check()
    writing.get_by_role("button", name="Close").click()

    writing.locator("body").press("?")

    assert writing.locator("dialog[open]").count() == 0


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("Alt+h", "id_headline"),
        ("Alt+c", "beside-checks"),
        ("Alt+o", "beside-sources"),
        ("Alt+b", "tiptap"),
    ],
)
def test_keys_lead_to_the_parts_of_the_page_from_within_a_field(writing, key, place):
    writing.locator("#id_standfirst").focus()

    writing.keyboard.press(key)

    writing.wait_for_function(f"() => ({FOCUS}).includes('{place}')")


def test_the_next_finding_is_one_key_away(writing):
    writing.locator("#id_headline").fill("")
    writing.locator("#id_headline").dispatch_event("input")
    writing.locator(".beside-checks .findings [data-focus^=go-]").first.wait_for()
    writing.locator("#id_standfirst").focus()

    writing.keyboard.press("Alt+n")

    writing.wait_for_function(f"() => ({FOCUS}) === 'id_headline'")


def test_ctrl_s_saves_and_one_is_where_one_was(writing, story):
    writing.set_viewport_size({"width": 1280, "height": 500})
    writing.locator("#id_slugline").fill("night-boat")
    writing.evaluate("scrollTo({top: 240, behavior: 'instant'})")
    before = writing.locator("#id_slugline").bounding_box()["y"]

    with writing.expect_navigation():
        writing.keyboard.press("Control+s")

    writing.locator(BODY).wait_for()
    writing.wait_for_function(f"() => ({FOCUS}) === 'id_slugline'")
    assert abs(writing.locator("#id_slugline").bounding_box()["y"] - before) < 60
    assert Story.objects.get(pk=story.pk).slugline == "night-boat"


def test_a_panel_that_one_keeps_open_stays_open(writing):
    writing.get_by_text("Going out").click()
    assert writing.locator("#id_embargo").is_visible()

    writing.reload()
    writing.locator(BODY).wait_for()

    assert writing.locator("#id_embargo").is_visible()
    assert not writing.locator("#id_provenance_note").is_visible()


def test_without_scripts_every_field_is_there_and_can_be_reached(visit, editor, story):
    page = visit(editor, javascript=False)
    page.goto(f"/admin/articles/story/{story.pk}/change/")

    page.get_by_text("Going out").click()

    assert page.locator("#id_embargo").is_visible()
    assert page.locator("#id_body").is_visible()
    assert page.get_by_role("link", name="Checks", exact=True).count() == 1


@pytest.mark.parametrize("width", [768, 1024, 1280])
def test_nothing_hangs_out_of_the_page_on_a_tablet(visit, editor, story, width):
    page = visit(editor, viewport={"width": width, "height": 1000})

    for path in ("", "articles/story/", f"articles/story/{story.pk}/change/"):
        page.goto(f"/admin/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
