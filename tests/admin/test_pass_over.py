"""Passing blocks over beside the copy and at the door, by those who may."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.dossier import gather
from articles.desk.photos.photo import Photo
from articles.preflight.run import findings
from articles.publishing.publish import publish
from articles.site.edition import Edition
from tests.admin.page import Page
from tests.builders import MONDAY_NOON, a_ready_story

pytestmark = pytest.mark.django_db

HOME = "<p>He lives at 12 Fish Road, and reportedly fishes.</p>"


@pytest.fixture
def story(reporter):
    """A story that tells where somebody lives, and has a warning besides."""
    story = a_ready_story(created_by=reporter)
    story.body += HOME
    story.save()
    return story


def found(story, rule):
    return next(
        one for one in findings(gather(story), goes_live_at=MONDAY_NOON) if one.rule == rule
    )


def asked(story, rule="legal.protected", **values):
    one = found(story, rule)
    return {
        "key": one.key,
        "rule": one.rule,
        "message": one.message,
        "reason": "He agreed in writing.",
        **values,
    }


def dismissing(story):
    return f"/admin/articles/story/{story.pk}/dismiss/"


def door(story):
    return f"/admin/articles/story/{story.pk}/publish/"


def beside(client, story, rule="legal.protected"):
    told = client.post(f"/admin/articles/story/{story.pk}/check/").json()["findings"]
    return next(one for one in told if one["rule"] == rule)


def test_legal_passes_over_beside_the_copy_what_it_cannot_change(story, at_desk, editor):
    desk = at_desk("legal")
    page = Page(desk.get(f"/admin/articles/story/{story.pk}/change/"))
    (panel,) = page.all("aside", "beside")
    assert panel.attributes["data-dismiss"] == dismissing(story)
    assert beside(desk, story)["may_be_dismissed"]
    assert not beside(desk, story, "attribution.vague")["may_be_dismissed"]

    response = desk.post(panel.attributes["data-dismiss"], asked(story))

    assert (response.status_code, response.json()) == (200, {})
    assert beside(desk, story)["dismissed"] == "Passed over: He agreed in writing. (legal)"
    assert publish(story, by=editor)


def test_at_the_door_it_is_passed_over_shown_and_taken_up_again(story, at_desk, editor):
    desk = at_desk("legal")
    page = Page(desk.get(door(story)))
    assert [one.text for one in page.all("summary") if "Pass over" in one.text] == ["Pass over …"]

    desk.post(dismissing(story), asked(story, door="1"), follow=True)

    page = Page(desk.get(door(story)))
    assert page.all("h2", id="checks")[0].text == "Worth a look"
    assert "Passed over: He agreed in writing. (legal)" in page.all("li", "is-dismissed")[0].text
    publish(story, by=editor, goes_live_at=timezone.now() + timedelta(days=1))

    again = {"key": found(story, "legal.protected").key, "restore": "1", "door": "1"}
    page = Page(desk.post(dismissing(story), again, follow=True))

    assert page.all("h2", id="checks")[0].text == "This stands in the way"
    assert "no longer goes live as scheduled" in page.all("ul", "messagelist")[0].text
    assert not Edition.objects.exists()


def test_a_refusal_comes_back_to_the_door(story, at_desk):
    response = at_desk("legal").post(
        dismissing(story), asked(story, reason="", door="1"), follow=True
    )

    assert response.redirect_chain == [(door(story), 302)]
    assert "Say why" in Page(response).all("ul", "messagelist")[0].text


@pytest.mark.parametrize(
    ("role", "rule", "status"),
    [
        ("legal", "legal.protected", 200),
        ("legal", "rights.ground", 400),
        ("legal", "attribution.vague", 400),
        ("photo", "rights.ground", 200),
        ("photo", "legal.protected", 400),
        ("editor", "rights.ground", 200),
        ("editor", "legal.protected", 400),
        ("editor", "attribution.vague", 200),
        ("reporter", "attribution.vague", 200),
        ("reporter", "legal.protected", 400),
        ("admin", "legal.protected", 404),
    ],
)
def test_each_passes_over_just_what_the_role_may(role, rule, status, story, at_desk):
    Photo.objects.update(rights_category="")

    response = at_desk(role).post(dismissing(story), asked(story, rule))

    assert response.status_code == status
    assert story.dismissals.exists() == (status == 200)


def test_what_nobody_passes_over_is_dismissed_by_nobody(story, at_desk):
    Photo.objects.update(alt_text="")

    response = at_desk("editor").post(dismissing(story), asked(story, "pictures.alt_text"))

    assert "This cannot be dismissed" in response.json()["error"]


def test_nobody_writes_over_what_legal_has_passed_over(story, at_desk):
    at_desk("legal").post(dismissing(story), asked(story))

    for values in ({**asked(story), "rule": "attribution.vague"}, asked(story, restore="1")):
        response = at_desk("reporter").post(dismissing(story), values)
        assert response.status_code == 400

    assert story.dismissals.get().made_by.username == "legal"


def test_a_reason_is_no_longer_asked_for_what_is_passed_over(story, at_desk):
    """The editor's own reason is for what may be passed over and has not been."""
    Photo.objects.update(rights_category="")
    desk = at_desk("editor")
    assert Page(desk.get(door(story))).all("textarea", name="override_reason")

    at_desk("photo").post(dismissing(story), asked(story, "rights.ground"))

    assert not Page(desk.get(door(story))).all("textarea", name="override_reason")
