"""The pages on which a picture is held, killed and mended, and the door's way round a block."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.publishing.publish import publish
from articles.publishing.release import Release
from articles.site.edition import Edition
from tests.builders import a_ready_story

pytestmark = pytest.mark.django_db
ORDER = {"origin": "Northmark Pictures, kill 7", "reason": "The scene was staged."}


@pytest.fixture
def story(reporter, editor):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    story.refresh_from_db()
    return story


@pytest.fixture
def photo(story):
    return Photo.objects.get()


def live(story):
    return Edition.objects.live().get(story_key=story.key)


def kill_address(photo):
    return f"/admin/articles/photo/{photo.pk}/kill/"


def text(response):
    return response.content.decode()


def test_the_page_names_every_use_before_anything_is_done(client, story, photo, photo_desk):
    client.force_login(photo_desk)

    page = text(client.get(kill_address(photo)))

    assert "Night ferry to sail an hour earlier" in page
    assert "live, placed in the draft" in page
    assert live(story).figures


def test_one_post_kills(client, story, photo, photo_desk):
    client.force_login(photo_desk)

    response = client.post(kill_address(photo), ORDER, follow=True)

    assert not live(story).figures
    assert "is killed" in text(response)
    assert "Northmark Pictures, kill 7" in text(response)


def test_hold_and_lift_by_their_buttons(client, story, photo, photo_desk):
    client.force_login(photo_desk)

    client.post(kill_address(photo), {**ORDER, "act": "hold"})
    held = live(story).figures
    client.post(kill_address(photo), {**ORDER, "act": "lift"})

    assert held == []
    assert live(story).figures


@pytest.mark.parametrize("lacking", ["origin", "reason"])
def test_without_origin_or_reason_nothing_is_done_and_nothing_is_lost(
    client, story, photo, photo_desk, lacking
):
    client.force_login(photo_desk)

    response = client.post(kill_address(photo), {**ORDER, lacking: ""})

    assert response.status_code == 422
    assert next(value for name, value in ORDER.items() if name != lacking) in text(response)
    assert live(story).figures


@pytest.mark.parametrize("who", ["reporter", "sub_editor"])
def test_who_may_not_kill_is_refused(client, story, photo, request, who):
    client.force_login(request.getfixturevalue(who))

    assert client.get(kill_address(photo)).status_code == 403
    assert client.post(kill_address(photo), ORDER).status_code == 403
    assert live(story).figures


@pytest.mark.parametrize("who", ["editor", "photo_desk", "legal"])
def test_who_may_kill_sees_the_page(client, photo, request, who):
    client.force_login(request.getfixturevalue(who))

    assert client.get(kill_address(photo)).status_code == 200


def test_a_visitor_is_asked_to_log_in(client, photo):
    assert client.post(kill_address(photo), ORDER).status_code == 302


def change_form(photo, **values):
    """What the photo's page sends, with no lease."""
    names = ["caption", "alt_text", "credit_line", "creator", "rights_category"]
    return {
        **{name: getattr(photo, name) for name in names},
        "taken_on_precision": "day",
        "focal_x": "0.5",
        "focal_y": "0.5",
        "leases-TOTAL_FORMS": "0",
        "leases-INITIAL_FORMS": "0",
        **values,
    }


def test_a_mended_credit_is_proposed_to_the_stories_that_show_it(client, story, photo, photo_desk):
    client.force_login(photo_desk)
    address = reverse("admin:articles_photo_change", args=[photo.pk])

    response = client.post(address, change_form(photo, credit_line="Ines Okafor"), follow=True)

    assert "Readers still have other words with this picture in “Night ferry" in text(response)
    assert live(story).figures[0]["credit_line"] == "Ines Okafor/Northmark Pictures"


def test_the_ticked_stories_get_the_mended_words(client, story, photo, photo_desk):
    Photo.objects.update(credit_line="Ines Okafor")
    client.force_login(photo_desk)
    address = reverse("admin:articles_photo_mend", args=[photo.pk])

    page = text(client.get(address))
    client.post(address, {"stories": [story.pk]})

    assert "<del>Ines Okafor/Northmark Pictures</del>" in page
    assert "<ins>Ines Okafor</ins>" in page
    assert live(story).figures[0]["credit_line"] == "Ines Okafor"


def test_no_story_ticked_is_said(client, photo, photo_desk):
    client.force_login(photo_desk)

    response = client.post(
        reverse("admin:articles_photo_mend", args=[photo.pk]), {"note": "Wrong."}
    )

    assert response.status_code == 422
    assert "Tick the stories" in text(response)
    assert "Wrong." in text(response)


def test_a_reporter_does_not_mend_what_readers_have(client, photo, reporter):
    client.force_login(reporter)

    assert client.get(reverse("admin:articles_photo_mend", args=[photo.pk])).status_code == 403


def test_a_lease_that_denies_takes_the_picture_out_as_it_is_saved(client, story, photo, photo_desk):
    client.force_login(photo_desk)
    lease = {"leases-TOTAL_FORMS": "1", "leases-0-access": "deny", "leases-0-channel": "all"}

    response = client.post(
        reverse("admin:articles_photo_change", args=[photo.pk]),
        change_form(photo, **lease),
        follow=True,
    )

    assert "The picture has left" in text(response)
    assert not live(story).figures


def test_a_block_that_may_be_passed_over_is_passed_over_with_a_reason(client, reporter, editor):
    story = a_ready_story(created_by=reporter)
    Photo.objects.update(rights_category="")
    client.force_login(editor)
    address = reverse("admin:articles_story_publish", args=[story.pk])

    page = text(client.get(address))
    refused = client.post(address, {})
    client.post(address, {"override_reason": "The trust sent it and said yes by telephone."})

    assert "You may pass over this, with a reason." in page
    assert refused.status_code == 409
    assert live(story).figures
    assert Release.objects.get().override_reason.startswith("The trust sent it")


def test_without_such_a_block_no_reason_is_asked_for(client, story, editor):
    client.force_login(editor)

    page = text(client.get(reverse("admin:articles_story_publish", args=[story.pk])))

    assert "override_reason" not in page


def test_the_start_page_lists_what_ends_and_what_has_no_right(client, story, photo, photo_desk):
    client.force_login(photo_desk)
    Lease.objects.create(photo=photo, access="allow", ends_at=timezone.now() + timedelta(days=2))
    first = text(client.get("/admin/"))
    Photo.objects.update(rights_category="")

    second = text(client.get("/admin/"))

    assert "Rights that end within seven days" in first
    assert "Live without a right" not in first
    assert "Live without a right" in second
    assert "no usage rights on record" in second


def test_a_reporter_s_start_page_has_no_such_list(client, photo, reporter):
    Photo.objects.update(rights_category="")
    client.force_login(reporter)

    assert "Live without a right" not in text(client.get("/admin/"))
