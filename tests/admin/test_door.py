"""The pages of the door: what stands in the way, Publish, and the preview."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.desk.dismissal import dismiss
from articles.desk.dossier import gather
from articles.desk.story import Story
from articles.masthead.contributor import Contributor
from articles.masthead.publication import Publication
from articles.preflight.run import findings
from articles.publishing.release import Release
from articles.site.edition import Edition
from tests.admin.page import Page
from tests.builders import MONDAY_NOON, a_photo, a_ready_story, a_story, a_user

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def door(story):
    return f"/admin/articles/story/{story.pk}/publish/"


def preview(story):
    return f"/admin/articles/story/{story.pk}/preview/"


@pytest.fixture
def desk(at_desk):
    return at_desk("editor")


def test_a_story_that_is_ready_hears_that_nothing_stands_in_the_way(reporter, desk):
    page = Page(desk.get(door(a_ready_story(created_by=reporter))))

    assert page.all("h2", id="checks")[0].text == "Nothing stands in the way"
    assert page.all("button", type="submit")
    assert page.all(css_class="finding") == []


def test_each_finding_has_its_remedy_and_the_way_to_its_place(reporter, desk):
    story = a_story(
        created_by=reporter,
        standfirst="The change follows new soundings.",
        body="<p>“Nobody ever asked us about this,” she said.</p>"
        f'<figure data-photo="{a_photo().pk}"></figure>',
    )

    page = Page(desk.get(door(story)))

    change = f"/admin/articles/story/{story.pk}/change/"
    links = [link for link in page.all("a") if link.text == "Go there"]
    assert [link.attributes["href"] for link in links] == [
        f"{change}#id_headline",
        f"{change}#id_section",
        f"{change}#bylines-group",
        f"{change}#id_body",
    ]
    assert len(page.all("li", "finding-block")) == 4
    quotation = page.all("li", "finding-block")[-1]
    assert "“Nobody ever asked us about this” has no source" in quotation.text
    assert page.all("h2", id="checks")[0].text == "This stands in the way"


def test_the_way_leads_to_a_place_that_the_story_s_page_has(reporter, desk):
    story = a_story(created_by=reporter, embargo=timezone.now() + HOUR)
    form = Page(desk.get(f"/admin/articles/story/{story.pk}/change/"))
    ids = {one.attributes["id"] for one in form.elements if "id" in one.attributes}

    page = Page(desk.get(door(story)))

    for link in (one for one in page.all("a") if one.text == "Go there"):
        assert link.attributes["href"].partition("#")[2] in ids | {"id_goes_live_at"}
    assert {"bylines-group", "placements-group", "attributions-group", "replies-group"} <= ids


def test_publish_publishes_and_says_where(reporter, desk, client):
    story = a_ready_story(created_by=reporter)

    response = desk.post(door(story), {"reason": "The trust confirmed it."}, follow=True)

    edition = Edition.objects.get()
    (message,) = map(str, response.context["messages"])
    assert message.endswith(f"is published as edition 1: {edition.get_absolute_url()}")
    assert Release.objects.get().reason == "The trust confirmed it."
    assert client.get(edition.get_absolute_url()).status_code == 200


def test_a_block_is_said_and_the_time_and_reason_are_kept(reporter, desk):
    story = a_ready_story(created_by=reporter, headline="")
    tomorrow = timezone.now() + 24 * HOUR
    posted = {"goes_live_at": f"{tomorrow:%Y-%m-%dT%H:%M}", "reason": "Because."}

    response = desk.post(door(story), posted)

    page = Page(response)
    assert response.status_code == 409
    assert "The story has no headline. Write one." in page.all(css_class="refusal")[0].text
    assert posted.items() <= page.fields().items()
    assert not Edition.objects.exists()


@time_machine.travel(MONDAY_NOON, tick=False)
@pytest.mark.parametrize(
    ("zone", "typed", "instant"),
    [
        ("Europe/London", "2026-11-23T14:30", MONDAY_NOON + 2.5 * HOUR),
        ("Asia/Kolkata", "2026-11-23T20:00", MONDAY_NOON + 2.5 * HOUR),
        ("America/Los_Angeles", "2026-11-23T06:30", MONDAY_NOON + 2.5 * HOUR),
    ],
)
def test_a_time_to_come_is_meant_in_the_publication_s_zone(zone, typed, instant, reporter, desk):
    Publication.objects.update(time_zone=zone)
    story = a_ready_story(created_by=reporter)

    response = desk.post(door(story), {"goes_live_at": typed}, follow=True)

    assert Edition.objects.get().goes_live_at == instant
    assert not Edition.objects.live().exists()
    assert f"goes live on Monday 23 November 2026 at {typed[-5:]}" in str(
        next(iter(response.context["messages"]))
    )


@time_machine.travel(MONDAY_NOON, tick=False)
@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2026-11-23T11:59", "That time is past: publish now?"),
        ("1996-01-01T00:00", "That time is past: publish now?"),
        ("soon", "That is not a time. Write it as 2026-11-23T14:30."),
        ("2026-13-41T99:99", "That is not a time."),
        (
            "2027-03-28T01:30",
            "The clocks go forward, so 01:30 on 28 March 2027 does not exist in Europe/London. "
            "Say which of the two is meant.",
        ),
        (
            "2027-10-31T01:30",
            "The clocks go back, so 01:30 on 31 October 2027 comes twice in Europe/London. "
            "Say which of the two is meant.",
        ),
        ("9999-12-31T23:59", "The year 9999 is too far off. Give one from 1900 to 2031."),
    ],
)
def test_a_time_that_makes_no_sense_is_refused_and_kept(typed, sentence, reporter, desk):
    Publication.objects.update(time_zone="Europe/London")
    story = a_ready_story(created_by=reporter)

    response = desk.post(door(story), {"goes_live_at": typed, "reason": "Because."})

    page = Page(response)
    assert response.status_code == 422
    assert any(sentence in error for error in page.errors), page.errors
    assert page.fields()["goes_live_at"] == typed
    assert not Edition.objects.exists()


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
@pytest.mark.parametrize("typed", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_the_ends_of_the_calendar_are_refused_in_every_zone(zone, typed, reporter, desk):
    Publication.objects.update(time_zone=zone)

    response = desk.post(door(a_ready_story(created_by=reporter)), {"goes_live_at": typed})

    assert response.status_code == 422
    assert not Edition.objects.exists()


def test_publishing_before_the_embargo_ends_is_refused(reporter, desk):
    story = a_ready_story(created_by=reporter, embargo=timezone.now() + 48 * HOUR)
    soon = timezone.now() + HOUR

    response = desk.post(door(story), {"goes_live_at": f"{soon:%Y-%m-%dT%H:%M}"})

    assert response.status_code == 409
    assert "The story is under embargo until" in Page(response).all(css_class="refusal")[0].text


def test_the_second_press_is_told_that_nothing_is_new(reporter, desk):
    story = a_ready_story(created_by=reporter)
    desk.post(door(story), {})

    response = desk.post(door(story), {})

    assert response.status_code == 409
    assert "nothing new to publish" in Page(response).all(css_class="refusal")[0].text
    assert Edition.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_press_at_once_make_one_edition(reporter, at_desk, at_once):
    story = a_ready_story(created_by=reporter)
    desks = [at_desk("editor"), at_desk("editor")]

    codes = at_once(
        story, *(lambda desk=desk: desk.post(door(story), {}).status_code for desk in desks)
    )

    assert sorted(codes) == [302, 409]
    assert Edition.objects.count() == Release.objects.count() == 1


def test_a_reporter_sees_the_checks_and_no_button(reporter, at_desk):
    page = Page(at_desk("reporter").get(door(a_story(created_by=reporter))))

    assert page.all("li", "finding-block")
    assert not page.all("form", "door-form")


def test_looking_at_the_door_changes_nothing(reporter, desk):
    story = a_ready_story(created_by=reporter)
    before = Story.objects.values().get()

    for path in (door(story), preview(story)):
        desk.get(path)
        desk.head(path)

    assert Story.objects.values().get() == before
    assert not Edition.objects.exists()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
@pytest.mark.parametrize("path", [door, preview])
def test_the_door_takes_no_other_method(path, method, reporter, desk):
    story = a_ready_story(created_by=reporter)

    assert getattr(desk, method)(path(story)).status_code == 405


def test_a_preview_is_not_posted_to(reporter, desk):
    assert desk.post(preview(a_ready_story(created_by=reporter))).status_code == 405


def test_a_preview_is_the_page_as_readers_will_get_it(reporter, desk):
    story = a_ready_story(created_by=reporter)

    page = Page(desk.get(preview(story)))

    assert page.all("h1", "headline")[0].text == "Night ferry to sail an hour earlier"
    assert page.all("figcaption")[0].text.startswith("The night ferry leaves the quay")


@pytest.mark.parametrize("values", [{}, {"headline": "", "section": None, "body": ""}])
def test_a_preview_is_kept_by_no_cache_and_no_search_engine(values, reporter, desk):
    response = desk.get(preview(a_story(created_by=reporter, **values)))

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "public" not in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.has_header("ETag")
    assert not response.has_header("Last-Modified")


def test_a_preview_may_be_framed_by_the_desk_alone(reporter, desk):
    response = desk.get(preview(a_story(created_by=reporter)))

    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]


def test_a_preview_ignores_what_a_cache_would_ask(reporter, desk):
    story = a_ready_story(created_by=reporter)
    desk.post(door(story), {})
    edition = Edition.objects.get()
    tag = desk.get(edition.get_absolute_url())["ETag"]

    response = desk.get(preview(story), headers={"If-None-Match": tag})

    assert response.status_code == 200


def test_what_was_dismissed_is_shown_last_with_its_reason(reporter, desk):
    story = a_ready_story(created_by=reporter, body="<p>It sails, reportedly. Its TK berths.</p>")
    finding = next(
        one
        for one in findings(gather(story), goes_live_at=MONDAY_NOON)
        if one.rule == "attribution.vague"
    )
    values = {"key": finding.key, "rule": finding.rule, "message": finding.message}
    dismiss(story, by=reporter, reason="Told us by the crew.", **values)

    page = desk.get(door(story)).content.decode()

    assert "Dismissed: Told us by the crew. (reporter)" in page
    assert page.index("“TK” still stands") < page.index("Dismissed:")


def test_who_wrote_the_story_is_told_before_pressing(at_desk):
    writer = a_user("pen", "Editor")
    story = a_ready_story(created_by=writer)
    Contributor.objects.update(user=writer)

    assert "another editor releases it" in at_desk(writer).get(door(story)).content.decode()
    assert "another editor" not in at_desk("editor").get(door(story)).content.decode()
