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
    page.fill("textarea", SEED.read_text(encoding="utf-8"))
    page.get_by_role("button", name="Make a draft").click()
    page.wait_for_url("**/change/**")

    story = Story.objects.get()
    complete(page, story, picture)
    page.goto(f"/admin/articles/story/{story.pk}/publish/")
    assert page.locator(".finding-block").count() == 0
    page.get_by_role("button", name="Publish").click()
    page.get_by_text("is published as edition 1").wait_for()

    read_it(visit(javascript=False), story)


def complete(page, story, picture):
    """A section, a byline, and a file for the picture that the text described."""
    page.select_option("[name=section]", label="World")
    page.locator("#bylines-group .select2-selection").first.click()
    page.locator(".select2-dropdown .select2-search__field").fill("Ada")
    page.get_by_role("option", name="Ada Lumen").click()
    page.click("[name=_continue]")
    page.get_by_text("was changed successfully").wait_for()
    photo = story.placements.get().photo
    page.goto(f"/admin/articles/photo/{photo.pk}/change/")
    page.set_input_files("[name=image]", picture)
    page.click("[name=_save]")
    page.get_by_text("was changed successfully").wait_for()


def read_it(page, story):
    photo = story.placements.get().photo
    page.goto(Edition.objects.get().get_absolute_url())
    figure = page.locator("article .body figure")
    credit = figure.locator(".credit").inner_text()
    assert page.locator("h1").inner_text() == story.headline
    assert page.locator("article .body > p").count() == 18
    assert figure.count() == 1
    assert credit == photo.credit_line
    assert photo.caption in figure.locator("figcaption").inner_text()
    assert credit not in photo.caption
    assert figure.locator(".picture-label").inner_text() == "File picture, 18 May 2022."
    assert figure.locator("img").evaluate("image => image.naturalWidth") > 0
    for source in story.attributions.values_list("source__name", flat=True):
        assert source in page.locator("article").inner_text()
