"""The captioning screen in a real browser: given, taken back, kept, and asked for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.photos.photo import Photo
from articles.publishing.publish import publish
from articles.site.edition import Edition
from tests.builders import a_photo, a_ready_story

pytestmark = pytest.mark.django_db(transaction=True)

CREDIT = "Ada Lumen/Northmark Pictures"


@pytest.fixture
def screen(visit, photo_desk):
    """Four pictures on the captioning screen; the first has a credit, the others have none."""
    photos = [a_photo(with_file=False, caption="", credit_line="") for _ in range(4)]
    Photo.objects.filter(pk=photos[0].pk).update(credit_line=CREDIT, caption="The quay.")
    page = visit(photo_desk)
    page.goto(f"/admin/articles/photo/caption/?ids={','.join(str(one.pk) for one in photos)}")
    page.get_by_text("Picture 1 of 4").wait_for()
    page.photos = photos
    return page


def credits_now():
    return list(Photo.objects.order_by("pk").values_list("credit_line", flat=True))


def saved(page):
    page.locator("#saving", has_text="All saved.").wait_for()


def test_a_credit_is_given_to_the_ticked_and_taken_back_in_one_step(screen):
    screen.focus("[name=credit_line]")
    for box in (1, 3):
        screen.get_by_label(f"Tick picture {box + 1}").check()
    screen.focus("[name=credit_line]")

    screen.keyboard.press("Alt+A")
    saved(screen)
    assert credits_now() == [CREDIT, CREDIT, "", CREDIT]

    screen.focus("[name=credit_line]")
    screen.keyboard.press("Alt+Z")
    saved(screen)
    assert credits_now() == [CREDIT, "", "", ""]


def test_changes_are_taken_back_one_after_the_other(screen):
    screen.keyboard.press("Control+Enter")
    for words in ("One", "Two"):
        screen.fill("[name=caption]", words)
        screen.keyboard.press("Tab")
        saved(screen)
        screen.focus("[name=caption]")

    screen.keyboard.press("Alt+Z")
    saved(screen)
    assert Photo.objects.get(pk=screen.photos[1].pk).caption == "One"
    screen.keyboard.press("Alt+Z")
    saved(screen)

    assert Photo.objects.get(pk=screen.photos[1].pk).caption == ""
    assert screen.input_value("[name=caption]") == ""


def test_words_wait_in_their_field_while_the_desk_is_away(screen):
    screen.route(
        "**/photo/caption/", lambda route: route.fulfill(status=413, body="<p>Too busy</p>")
    )
    screen.fill("[name=caption]", "Words that stay")
    screen.keyboard.press("Control+Enter")
    screen.get_by_text("1 not saved.").wait_for()

    screen.keyboard.press("Control+Shift+Enter")
    assert screen.input_value("[name=caption]") == "Words that stay"
    screen.locator(".word-state.is-problem", has_text="The desk does not answer").wait_for()
    screen.unroute("**/photo/caption/")

    saved(screen)
    assert Photo.objects.get(pk=screen.photos[0].pk).caption == "Words that stay"


@pytest.mark.parametrize(("button", "kept"), [("Keep theirs", "Theirs."), ("Keep yours", "Mine.")])
def test_whoever_is_overtaken_sees_both_texts_and_chooses(button, kept, screen):
    Photo.objects.filter(pk=screen.photos[0].pk).update(caption="Theirs.")
    screen.fill("[name=caption]", "Mine.")
    screen.keyboard.press("Tab")
    state = screen.locator("[data-field=caption] .word-state")
    state.get_by_text("Somebody else changed this in between").wait_for()
    assert "Theirs.: " not in state.inner_text()
    assert "Theirs: Theirs." in state.inner_text()
    assert "Yours: Mine." in state.inner_text()

    screen.get_by_role("button", name=button).click()

    saved(screen)
    assert Photo.objects.get(pk=screen.photos[0].pk).caption == kept
    assert screen.input_value("[name=caption]") == kept


def test_a_date_that_is_none_is_said_at_its_field(screen):
    screen.fill("[name=taken]", "yesterday")
    screen.keyboard.press("Tab")

    screen.locator("[data-field=taken] .is-problem", has_text="is no date").wait_for()
    assert screen.get_attribute("[name=taken]", "aria-invalid") == "true"
    screen.fill("[name=taken]", "2026-11")
    screen.keyboard.press("Tab")
    saved(screen)
    assert Photo.objects.get(pk=screen.photos[0].pk).taken_on_precision == "month"


def test_what_it_calls_off_is_said_at_once(visit, photo_desk, reporter, editor):
    story = a_ready_story(created_by=reporter, headline="The ferry of tomorrow")
    publish(story, by=editor, goes_live_at=timezone.now() + timedelta(days=1))
    page = visit(photo_desk)
    page.goto(f"/admin/articles/photo/caption/?ids={Photo.objects.get().pk}")

    page.fill("[name=credit_line]", "")
    page.keyboard.press("Tab")

    page.get_by_role("alert").get_by_text("no longer goes live as scheduled").wait_for()
    saved(page)
    assert not Edition.objects.exists()
