"""axe, the accessibility checker, on the desk's pages and on readers': nothing serious is left.

`tests/vendor/axe.min.js` is axe-core 4.14.1 (MPL-2.0), used here only.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from articles.desk.fronts.draft import save_draft
from articles.desk.reply import Reply
from articles.desk.story import Story
from articles.publishing.fronts.launch import launch
from articles.publishing.hold_story import hold_story
from articles.publishing.publish import publish
from tests.builders import a_front, a_place, a_ready_story, a_section, a_story

pytestmark = pytest.mark.django_db(transaction=True)

AXE = (Path(__file__).resolve().parent.parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(
  (one) => [one.impact, one.id, one.nodes.map((node) => node.target.join(" "))]
)"""
GRAVE = {"serious", "critical"}
EXCUSED: dict[str, str] = {}
"""By rule and selector, `rule selector`: what stays, and why it is not ours to mend."""
DESK = {
    "start": "/admin/",
    "list": "/admin/articles/story/",
    "search": "/admin/articles/story/?q=nothing-of-the-kind&tab=filed",
    "writing": "/admin/articles/story/{story}/change/",
    "new": "/admin/articles/story/add/",
    "publish": "/admin/articles/story/{story}/publish/",
    "preview": "/admin/articles/story/{story}/look/?width=tablet",
    "share": "/admin/articles/story/{story}/share/",
    "fronts": "/admin/articles/front/",
    "composing": "/admin/articles/front/{front}/compose/",
}
READERS = {"story": "{address}", "home": "/"}


@pytest.fixture
def newsroom(reporter, editor, legal):
    """One story live with a picture, one to come, and lines for every list of the start page."""
    live = a_ready_story(created_by=reporter, headline="Live on the quay", slug="live")
    edition = publish(live, by=editor)
    later = a_ready_story(created_by=reporter, headline="To come", slug="to-come")
    publish(later, by=editor, goes_live_at=timezone.now() + timedelta(hours=2))
    hold_story(a_story(created_by=reporter, headline="Held"), by=legal, reason="A letter came.")
    late = timezone.now() - timedelta(hours=1)
    for stage in ("filed", "subbed", "cleared"):
        a_story(
            created_by=reporter,
            headline=f"Late and {stage}",
            stage=stage,
            section=a_section(),
            assigned_to=editor,
            deadline=late,
            planned_length=500,
        )
    Reply.objects.create(story=live, party="The trust", state="open", deadline=late)
    front = save_draft(a_front(), [a_place(live, "lead")], by=editor)
    launch(front, by=editor)
    save_draft(front, [a_place(live, "lead"), a_place(later, "second")], by=editor)
    return {"story": live.pk, "address": edition.get_absolute_url(), "front": front.pk}


def grave_findings(page):
    """What axe finds of impact serious or critical, as `rule selector`, less what is excused."""
    page.evaluate(AXE)
    found = [
        f"{rule} {selector}"
        for impact, rule, selectors in page.evaluate(RUN)
        if impact in GRAVE
        for selector in selectors
    ]
    return [one for one in found if one not in EXCUSED]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", DESK)
def test_axe_finds_nothing_grave_at_the_desk(name, scheme, newsroom, visit, editor):
    page = visit(editor, color_scheme=scheme, bypass_csp=True)  # axe writes styles of its own
    page.goto(DESK[name].format(**newsroom))
    if name in {"writing", "new"}:
        page.locator(".tiptap[contenteditable=true]").wait_for()
        page.get_by_text("Checked at").wait_for()

    assert grave_findings(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", READERS)
def test_axe_finds_nothing_grave_on_readers_pages(name, scheme, newsroom, visit):
    page = visit(color_scheme=scheme, bypass_csp=True)
    page.goto(READERS[name].format(**newsroom))

    assert grave_findings(page) == []


def test_axe_finds_nothing_grave_in_open_panels_and_the_list_of_keys(newsroom, visit, editor):
    page = visit(editor, bypass_csp=True)
    page.goto(DESK["writing"].format(**newsroom))
    page.get_by_text("Checked at").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    panels = grave_findings(page)

    page.get_by_role("button", name="Keys").click()

    assert panels == []
    assert grave_findings(page) == []


def test_the_checker_itself_finds_faults(visit, editor, newsroom):
    page = visit(editor, bypass_csp=True)
    page.goto("/admin/")
    page.evaluate(
        "document.querySelector('main, #content').append(document.createElement('input'))"
    )

    assert any(one.startswith("label ") for one in grave_findings(page))
    assert Story.objects.exists()
