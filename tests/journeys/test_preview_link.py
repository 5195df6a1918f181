"""An editor shows a story to somebody outside, and takes it back: both in their own browser."""

from __future__ import annotations

import pytest

from articles.desk.preview_link import PreviewLink
from tests.builders import a_ready_story

pytestmark = pytest.mark.django_db(transaction=True)

HEADLINE = "Night ferry to sail an hour earlier"


def test_a_link_shows_the_story_until_it_is_revoked(visit, editor, reporter, live_server, settings):
    settings.SITE_URL = live_server.url
    story = a_ready_story(created_by=reporter)
    desk, outside = visit(editor), visit()
    desk.goto(f"/admin/articles/story/{story.pk}/look/")
    desk.get_by_role("link", name="A link for somebody outside …").click()
    desk.get_by_label("For whom, and why").fill("Counsel")
    desk.get_by_role("button", name="Make a link").click()
    address = desk.locator("#address").input_value()

    outside.goto(address)
    before = outside.content()
    picture = outside.locator("figure img").evaluate("(one) => one.naturalWidth")
    desk.goto(f"/admin/articles/story/{story.pk}/share/")
    desk.get_by_role("button", name="Revoke the link for Counsel").click()
    desk.get_by_text("The link for Counsel shows nothing any more.").wait_for()
    after = outside.goto(address)

    assert HEADLINE in before
    assert outside.context.cookies() == []
    assert picture > 0
    assert "Opened 1 time" in desk.content()
    assert after.status == 404
    assert HEADLINE not in outside.content()
    assert PreviewLink.objects.get().reads == 1


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_preview_is_as_wide_as_the_chosen_screen(visit, editor, reporter, width):
    story = a_ready_story(created_by=reporter)
    page = visit(editor, javascript=False, viewport={"width": width, "height": 800})
    page.goto(f"/admin/articles/story/{story.pk}/look/")

    widths = {}
    for name in ("Telephone", "Tablet", "Desktop"):
        page.get_by_role("link", name=name).click()
        frame = page.frame_locator("iframe")
        frame.get_by_role("heading", name=HEADLINE).wait_for()
        widths[name] = frame.locator("html").evaluate("() => innerWidth")

    assert widths == {"Telephone": 390, "Tablet": 768, "Desktop": 1280}
    assert page.evaluate("document.documentElement.scrollWidth") <= width
