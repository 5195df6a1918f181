"""One story, from an empty page to the reader, in a real browser and with the keyboard."""

from __future__ import annotations

import re

import pytest

from articles.desk.attribution import Attribution
from articles.desk.story import Story
from articles.site.edition import Edition
from tests.builders import a_contributor, a_picture, a_section

pytestmark = pytest.mark.django_db(transaction=True)

BODY = ".tiptap[contenteditable=true]"
QUOTE = "“We follow the tide, not the clock,”"


def write_the_story(page, picture):
    page.goto("/admin/articles/story/add/")
    page.fill("[name=headline]", "Night ferry to sail an hour earlier")
    page.fill("[name=standfirst]", "The change follows new soundings at the harbour mouth.")
    page.fill("[name=slugline]", "ferry-timetable")
    page.click(BODY)
    page.keyboard.type("The night ferry will sail an hour earlier from Monday.")
    page.keyboard.press("Enter")
    page.keyboard.type(QUOTE)
    mark_the_quote(page)
    page.keyboard.press("End")
    page.keyboard.type(" the harbour master said.")
    page.keyboard.press("Enter")
    place_a_new_picture(page, picture)
    page.click("[name=_continue] >> nth=0")
    page.wait_for_url(re.compile(r"/change/"))


def mark_the_quote(page):
    """Selects the line and says whose words they are: a source made on the spot."""
    page.keyboard.press("Shift+Home")
    page.locator("button[data-name=sourceMark]:not(.disabled)").wait_for()
    page.keyboard.press("Control+Shift+S")
    dialog = page.locator("dialog.picker")
    dialog.get_by_role("button", name="New source").click()
    dialog.locator("[name=public_description]").fill("harbour master")
    dialog.get_by_role("button", name="Save and use").click()
    dialog.get_by_text("A source on the record needs its name").wait_for()
    assert dialog.locator("[name=public_description]").input_value() == "harbour master"
    dialog.locator("[name=name]").fill("Mira Holt")
    dialog.get_by_role("button", name="Save and use").click()
    dialog.wait_for(state="detached")


def place_a_new_picture(page, picture):
    page.keyboard.press("Control+Shift+P")
    dialog = page.locator("dialog.picker")
    dialog.get_by_role("button", name="New picture").click()
    dialog.locator("[name=image]").set_input_files(picture)
    dialog.locator("[name=caption]").fill("The night ferry leaves the quay at Marrick on Sunday.")
    dialog.locator("[name=alt_text]").fill("A lit ferry moves off a dark quay")
    dialog.locator("[name=creator]").fill("Ines Okafor")
    dialog.locator("[name=rights_category]").select_option("staff")
    dialog.get_by_role("button", name="Save and use").click()
    dialog.wait_for(state="detached")
    page.locator("figure.photo-card img").wait_for()


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "ferry.jpg"
    path.write_bytes(a_picture((640, 480)))
    return path


def test_a_story_goes_from_the_reporter_to_the_reader(visit, reporter, editor, picture):
    a_section("harbour")
    a_contributor("ada-lumen")
    desk = visit(reporter)
    write_the_story(desk, picture)
    story = Story.objects.get()
    assert desk.locator(f"{BODY} span[data-source]").inner_text() == QUOTE
    assert Attribution.objects.get().source.name == "Mira Holt"

    page = visit(editor)
    page.goto(f"/admin/articles/story/{story.pk}/publish/")
    page.get_by_role("button", name="Publish").click()
    page.get_by_text("Not published.", exact=True).wait_for()
    findings = page.locator(".findings").inner_text()
    assert "The story is in no section" in findings
    assert "The story has no byline" in findings
    assert "has no credit line. Say who took it" in findings
    assert not Edition.objects.exists()

    mend_it(page, story)
    page.goto(f"/admin/articles/story/{story.pk}/publish/")
    page.get_by_text("Nothing stands in the way").wait_for()
    frame = page.frame_locator("iframe")
    frame.get_by_role("heading", name="Night ferry to sail an hour earlier").wait_for()
    page.get_by_role("button", name="Publish").click()
    page.get_by_text("is published as edition 1").wait_for()

    read_it(visit(javascript=False))


def mend_it(page, story):
    page.goto(f"/admin/articles/story/{story.pk}/change/")
    page.select_option("[name=section]", label="Harbour")
    page.locator("#bylines-group .select2-selection").first.click()
    page.locator(".select2-dropdown .select2-search__field").fill("Ada")
    page.get_by_role("option", name="Ada Lumen").click()
    save(page, "_continue")
    photo = story.placements.get().photo
    page.goto(f"/admin/articles/photo/{photo.pk}/change/")
    page.fill("[name=credit_line]", "Ines Okafor/Northmark Pictures")
    page.fill("[name=place_shown]", "Marrick")
    save(page, "_save")


def save(page, button):
    page.click(f"[name={button}] >> nth=0")
    page.get_by_text("was changed successfully").wait_for()


def read_it(page):
    """As a reader without scripts."""
    address = Edition.objects.get().get_absolute_url()
    answer = page.goto("/")
    assert "set-cookie" not in answer.headers
    page.get_by_role("link", name="Night ferry to sail an hour earlier").first.click()
    page.wait_for_url(f"**{address}")
    assert page.locator("h1").inner_text() == "Night ferry to sail an hour earlier"
    assert QUOTE in page.locator("article").inner_text()
    figure = page.locator("article figure").first
    assert "The night ferry leaves the quay" in figure.locator("figcaption").inner_text()
    assert figure.locator(".credit").inner_text() == "Ines Okafor/Northmark Pictures"
    assert figure.locator("img").evaluate("image => image.naturalWidth") > 0
    assert "Mira Holt" in page.locator("article").inner_text()
    assert "Ada Lumen" in page.locator("article").inner_text()
