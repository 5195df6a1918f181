"""Legal lets a story out that an editor publishes, in a real browser."""

from __future__ import annotations

import pytest

from articles.site.edition import Edition
from tests.builders import a_ready_story

pytestmark = pytest.mark.django_db(transaction=True)


def test_legal_passes_over_beside_the_copy_and_an_editor_publishes(visit, reporter, legal, editor):
    story = a_ready_story(created_by=reporter)
    story.body += "<p>He lives at 12 Fish Road.</p>"
    story.save()
    page = visit(legal)
    page.goto(f"/admin/articles/story/{story.pk}/change/")
    block = page.locator(".beside-checks > .findings > li", has_text="12 Fish Road")

    block.get_by_role("button", name="Pass over …").click()
    block.get_by_label("Why may this go out?").fill("He agreed in writing.")
    page.keyboard.press("Enter")

    page.locator(".beside [role=status]", has_text="Nothing stands in the way.").wait_for()
    page.locator(".dismissed summary", has_text="1 passed over").click()
    page.get_by_text("Passed over: He agreed in writing. (legal)").wait_for()

    desk = visit(editor)
    desk.goto(f"/admin/articles/story/{story.pk}/publish/")
    desk.get_by_text("Passed over: He agreed in writing. (legal)").wait_for()
    desk.get_by_role("button", name="Publish", exact=True).click()
    desk.get_by_text("is published as edition 1").wait_for()
    assert Edition.objects.live().count() == 1
