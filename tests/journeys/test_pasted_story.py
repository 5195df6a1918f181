"""The story that began it all: pasted, completed at the desk, read by a reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.desk.story import Story
from articles.site.edition import Edition
from tests.builders import a_contributor, a_picture, a_section

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "seed" / "story.txt"

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not SEED.exists(), reason="the seed story is not on this machine"),
]


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "soldiers.jpg"
    path.write_bytes(a_picture((800, 533)))
    return path


def test_a_pasted_story_is_completed_and_read(visit, editor, picture):
    a_section("world")
    a_contributor("ada-lumen")
    page = visit(editor)
    page.goto("/admin/articles/story/paste/")
    page.get_by_label("The story").fill(SEED.read_text(encoding="utf-8"))
    page.get_by_label("Where it comes from").select_option("Another publisher, without leave yet")
    page.get_by_label("Written on").fill("2022-07-05")
    page.get_by_role("button", name="Make a draft").click()
    page.wait_for_url("**/proposals/")

    story = Story.objects.get()
    settle_by_keys(page)
    complete(page, story, picture)
    page.goto(f"/admin/articles/story/{story.pk}/publish/")
    assert page.locator(".finding-block").all_inner_texts() == []
    page.get_by_role("button", name="Publish").click()
    page.get_by_text("is published as edition 1").wait_for()

    read_it(visit(javascript=False), story)


def settle_by_keys(page):
    """Goes through the guesses with the keyboard alone, as somebody with the text beside them.

    What accuses, rests on one lawyer and would need more reporting: it is refused. The soldier’s
    words are given to the lawyer who told of them. Doubtful spots are mended or passed by.
    """
    while (card := page.locator(".proposal:focus")).count():
        title, text = card.get_attribute("aria-label"), card.inner_text()
        if title.startswith("Claim, serious") or "Request" in card.get_attribute("id").title():
            press(page, "r")
        elif title == "Quote: a soldier":
            page.keyboard.press("c")
            page.keyboard.type("Andrei")
            page.keyboard.press("Escape")
            press(page, "a")
        elif page.locator(".proposal:focus[id^=spot]").count():
            settle_spot(page, text)
        else:
            press(page, "a")
    assert page.get_by_text("All is looked at.").is_visible()


def settle_spot(page, text):
    if "It is right" in text:
        page.keyboard.press("r")
        page.keyboard.type("Told as the lawyer told it.")
        press(page, "Enter")
    elif "Mend" in text:
        page.keyboard.press("c")
        page.keyboard.press("Delete")
        page.keyboard.press("Escape")
        press(page, "a")
    else:
        press(page, "a")


def press(page, key):
    with page.expect_navigation():
        page.keyboard.press(key)


def complete(page, story, picture):
    """A section, a byline, and a file and its rights for the picture that the text described."""
    page.get_by_role("link", name="Go to the story").click()
    page.select_option("[name=section]", label="World")
    page.locator("#bylines-group .select2-selection").first.click()
    page.locator(".select2-dropdown .select2-search__field").fill("Ada")
    page.get_by_role("option", name="Ada Lumen").click()
    page.check("[name=placements-0-people_checked]")
    page.click("[name=_continue]")
    page.get_by_text("was changed successfully").wait_for()
    photo = story.placements.get().photo
    page.goto(f"/admin/articles/photo/{photo.pk}/change/")
    page.set_input_files("[name=image]", picture)
    page.select_option("[name=rights_category]", label="Agency")
    page.click("[name=_save]")
    page.get_by_text("was changed successfully").wait_for()


def read_it(page, story):
    photo = story.placements.get().photo
    page.goto(Edition.objects.get().get_absolute_url())
    figure = page.locator("article .body figure")
    credit = figure.locator(".credit").inner_text()
    assert page.locator("h1").inner_text() == story.headline
    # Of the eighteen the last was another paper’s word of itself, which must come out.
    assert page.locator("article .body > p").count() == 17
    assert figure.count() == 1
    assert credit == photo.credit_line
    assert photo.caption in figure.locator("figcaption").inner_text()
    assert credit not in photo.caption
    assert figure.locator(".picture-label").inner_text() == "File picture, 18 May 2022."
    assert figure.locator("img").evaluate("image => image.naturalWidth") > 0
    for source in story.attributions.values_list("source__name", flat=True):
        assert source in page.locator("article").inner_text()
