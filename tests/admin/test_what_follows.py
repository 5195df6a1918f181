"""Pages that change what a scheduled story rests on: pictures, requests for comment, accounts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.admin.photos.bulk import change, seal
from articles.desk.act import Act
from articles.desk.dismissal import dismiss
from articles.desk.dossier import gather
from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.desk.reply import Attempt, Reply
from articles.desk.vault.identity import Identity
from articles.preflight.run import findings
from articles.publishing.publish import publish
from articles.site.edition import Edition
from tests.admin.page import Page
from tests.builders import MONDAY_NOON, a_photo, a_ready_story
from tests.preflight.spoiling import add_to_body
from tests.preflight.spoils_of_sources import an_accusation, sealed

pytestmark = pytest.mark.django_db


def scheduled(story, *, by):
    """The story, which goes live tomorrow."""
    story.refresh_from_db()
    publish(story, by=by, goes_live_at=timezone.now() + timedelta(days=1))
    assert Edition.objects.still_to_come().exists()
    return story


def is_called_off():
    called_off = Act.objects.filter(kind="called_off").exists()
    assert called_off != Edition.objects.still_to_come().exists()
    return called_off


def save(client, path, **values):
    """The page as it stands, with these fields changed."""
    fields = {**Page(client.get(path)).fields("content-main"), **values}
    response = client.post(path, fields, follow=True)
    assert response.redirect_chain, Page(response).errors
    return response


@pytest.fixture
def photo(reporter, editor):
    scheduled(a_ready_story(created_by=reporter), by=editor)
    return Photo.objects.get()


def on_its_page(client, photo, name, words):
    save(client, f"/admin/articles/photo/{photo.pk}/change/", **{name: words})


def on_the_captioning_screen(client, photo, name, words):
    before = getattr(photo, name)
    values = {"photo": photo.pk, "field": name, "words": words, "before": before}
    response = client.post("/admin/articles/photo/caption/", values)
    assert response.status_code == 200
    called_off = not Edition.objects.still_to_come().exists()
    assert len(response.json()["called_off"]) == called_off


def among_many(_client, photo, name, words):
    who = User.objects.get(username="photo")
    change([photo], {name: words}, seen=seal([photo], {name: words}), by=who)


ALTERED = pytest.mark.parametrize("by", [on_its_page, on_the_captioning_screen, among_many])


@ALTERED
@pytest.mark.parametrize(
    ("name", "words"), [("rights_category", ""), ("creator", ""), ("credit_line", "")]
)
def test_a_picture_that_may_no_longer_be_shown_calls_off(by, name, words, photo, at_desk):
    by(at_desk("photo"), photo, name, words)

    assert is_called_off()


@ALTERED
def test_a_picture_that_still_passes_calls_nothing_off(by, photo, at_desk):
    by(at_desk("photo"), photo, "credit_line", "Ines Okafor/Northmark")

    assert not is_called_off()


def test_what_no_check_asks_of_a_picture_asks_nothing(photo, at_desk):
    path = f"/admin/articles/photo/{photo.pk}/change/"
    desk = at_desk("photo")
    Photo.objects.update(rights_category="")
    with CaptureQueriesContext(connection) as queries:
        save(desk, path, place_shown="Harnsea")

    assert not is_called_off()
    assert not any("articles_act" in one["sql"] for one in queries)


def test_the_desk_is_told(photo, at_desk):
    response = save(
        at_desk("photo"), f"/admin/articles/photo/{photo.pk}/change/", rights_category=""
    )

    assert "no longer goes live as scheduled" in Page(response).all("ul", "messagelist")[0].text


@pytest.fixture
def request_made(reporter, editor):
    """A request for comment on which an accusation in a scheduled story rests."""
    story = a_ready_story(created_by=reporter)
    an_accusation(story, asked=True, status="confirmed")
    scheduled(story, by=editor)
    return Reply.objects.get()


def reply_page(request_made, act="change"):
    return f"/admin/articles/reply/{request_made.pk}/{act}/"


def test_a_request_that_was_never_sent_calls_off(request_made, at_desk):
    save(at_desk("reporter"), reply_page(request_made), state="to_send")

    assert is_called_off()


def test_the_last_attempt_that_is_deleted_calls_off(request_made, at_desk):
    values = {"attempts-0-DELETE": "on"}
    save(at_desk("reporter"), reply_page(request_made), **values)

    assert not Attempt.objects.exists()
    assert is_called_off()


def test_a_request_that_is_deleted_calls_off(request_made, at_desk):
    at_desk("reporter").post(reply_page(request_made, "delete"), {"post": "yes"})

    assert not Reply.objects.exists()
    assert is_called_off()


def test_requests_deleted_from_the_list_call_off(request_made, at_desk):
    values = {"action": "delete_selected", "_selected_action": request_made.pk, "post": "yes"}
    at_desk("reporter").post("/admin/articles/reply/", values)

    assert not Reply.objects.exists()
    assert is_called_off()


def test_a_note_at_a_request_calls_nothing_off(request_made, at_desk):
    save(at_desk("reporter"), reply_page(request_made), note="Rang twice.")

    assert not is_called_off()


@pytest.fixture
def knower(reporter, editor):
    """The only editor who knows the anonymous source of a scheduled story."""
    story = a_ready_story(created_by=reporter)
    sealed(story)
    scheduled(story, by=editor)
    return User.objects.get(username="who-knows")


LEAVING = [{"is_active": ""}, {"groups": []}]


@pytest.mark.parametrize("leaving", LEAVING, ids=["deactivated", "out of the group"])
def test_the_only_editor_who_knows_a_source_leaves(leaving, knower, at_desk):
    response = leave(at_desk("admin"), knower, leaving)

    assert is_called_off()
    told = Page(response).all("ul", "messagelist")[0].text
    assert "1 scheduled story does not go live" in told
    assert "Night ferry" not in told
    assert "who-knows" not in Act.objects.get(kind="called_off").reason


def leave(client, who, leaving):
    path = f"/admin/auth/user/{who.pk}/change/"
    fields = Page(client.get(path)).fields("content-main")
    fields = {name: value for name, value in (fields | leaving).items() if value != ""}
    return client.post(path, fields, follow=True)


def test_an_editor_who_changes_a_name_calls_nothing_off(knower, at_desk):
    leave(at_desk("admin"), knower, {"first_name": "Cy"})

    assert User.objects.get(pk=knower.pk).first_name == "Cy"
    assert not is_called_off()


def test_another_editor_who_knows_is_enough(knower, at_desk, editor):
    Identity.objects.get().knowers.create(user=editor)

    leave(at_desk("admin"), knower, {"is_active": ""})

    assert not is_called_off()


def test_what_somebody_passed_over_counts_no_more_when_they_leave(reporter, editor, legal, at_desk):
    story = a_ready_story(created_by=reporter)
    add_to_body("<p>He lives at 12 Fish Road.</p>")(story)
    for one in findings(gather(story), goes_live_at=MONDAY_NOON):
        values = {"key": one.key, "rule": one.rule, "message": one.message}
        dismiss(story, reason="He agreed.", by=legal, **values)
    scheduled(story, by=editor)

    leave(at_desk("admin"), legal, {"groups": []})

    assert is_called_off()


def test_another_fallback_on_the_story_s_page_is_the_one_to_come(reporter, editor, at_desk):
    story = a_ready_story(created_by=reporter)
    Lease.objects.create(
        photo=Photo.objects.get(), access="allow", ends_at=timezone.now() + timedelta(days=1)
    )
    publish(story, by=editor)
    fallback = a_photo(caption="The quay by day.")
    (to_come,) = Edition.objects.still_to_come()
    assert to_come.figures == []

    path = f"/admin/articles/story/{story.pk}/change/"
    save(at_desk("editor"), path, **{"placements-0-fallback": str(fallback.pk)})

    (to_come,) = Edition.objects.still_to_come()
    assert [figure["caption"] for figure in to_come.figures] == ["The quay by day."]
