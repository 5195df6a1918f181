"""The pages that correct and withdraw, as a browser would use them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.story import Story
from articles.publishing.correction import Correction
from articles.publishing.propose import Said, propose
from articles.publishing.publish import publish
from articles.site.edition import Edition
from tests.admin.page import Page
from tests.admin.test_hostile_words import HOSTILE
from tests.builders import a_ready_story, a_user

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
POSTED = {
    "kind": "correction",
    "wrong": "It sails an hour earlier.",
    "right": "It sails two hours earlier.",
    "where": ["headline"],
    "noticed_by": "reader",
    "noticed_note": "By telephone.",
    "note": "The ferry sails two hours earlier, not one.",
    "note_place": "top",
}


@pytest.fixture
def story(reporter, editor):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    Story.objects.filter(pk=story.pk).update(headline="Night ferry to sail two hours earlier")
    return story


def at(story, act="correct"):
    return f"/admin/articles/story/{story.pk}/{act}/"


def test_the_page_shows_the_words_before_and_after(story, at_desk):
    page = Page(at_desk("reporter").get(at(story)))

    assert [one.text for one in page.all("del")] == ["[taken out: an hour]"]
    assert [one.text for one in page.all("ins")] == ["[added: two hours]"]
    assert not page.all("textarea", name="alone_reason")


def test_a_picture_that_is_gone_is_a_difference_too(story, at_desk):
    story.refresh_from_db()
    story.body = story.body.split("<figure")[0]
    story.save()

    page = Page(at_desk("reporter").get(at(story)))

    assert "[taken out: A picture that readers have]" in [one.text for one in page.all("del")]


def test_a_reporter_proposes_and_an_editor_approves(story, at_desk, client):
    at_desk("reporter").post(at(story), POSTED)
    assert Edition.objects.count() == 1
    editor = at_desk("editor")
    page = Page(editor.get(at(story)))
    assert POSTED["note"] in page.all("dd", "public-note")[0].text

    response = editor.post(at(story), {**page.fields(), "act": "approve"})

    assert response.status_code == 302
    correction = Correction.objects.get()
    assert (correction.state, correction.where) == ("published", ["headline"])
    told = client.get(Edition.objects.get(number=2).get_absolute_url()).content.decode()
    assert "correction-top" in told
    assert POSTED["note"] in told


def test_an_approval_of_what_was_changed_meanwhile_is_refused(story, at_desk):
    at_desk("reporter").post(at(story), POSTED)
    editor = at_desk("editor")
    fields = Page(editor.get(at(story))).fields()
    Story.objects.update(standfirst="Something else.")

    response = editor.post(at(story), {**fields, "act": "approve"})

    assert response.status_code == 409
    assert "changed since you looked at it" in Page(response).all(css_class="refusal")[0].text


def test_the_lone_night_editor_says_why(story, at_desk):
    response = at_desk("editor").post(at(story), {**POSTED, "alone_reason": "Three at night."})

    assert response.status_code == 302
    assert Correction.objects.get().alone_reason == "Three at night."
    assert Edition.objects.count() == 2


def test_without_a_note_one_is_proposed_and_nothing_is_lost(story, at_desk):
    response = at_desk("editor").post(at(story), {**POSTED, "note": ""})

    page = Page(response)
    assert response.status_code == 422
    assert page.fields()["note"] == (
        "An earlier version of this story said: It sails an hour earlier. "
        "It should have said: It sails two hours earlier."
    )
    assert page.fields()["wrong"] == POSTED["wrong"]
    assert not Correction.objects.exists()


def test_what_lacks_is_said_and_what_was_typed_is_kept(story, at_desk):
    response = at_desk("editor").post(at(story), {**POSTED, "right": " "})

    assert response.status_code == 422
    assert "Say what is right." in Page(response).errors
    assert Page(response).fields()["note"] == POSTED["note"]


def test_it_is_turned_down_with_a_reason(story, at_desk):
    at_desk("reporter").post(at(story), POSTED)
    editor = at_desk("editor")

    without = editor.post(at(story), {"act": "turn_down"})
    editor.post(at(story), {"act": "turn_down", "why_not": "It was right."})

    assert without.status_code == 409
    assert Correction.objects.get().state == "turned_down"
    page = Page(editor.get(at(story)))
    before = page.all("ul", "releases")[0]
    assert "turned down" in page.all("body")[0].text
    assert "[taken out: an hour]" in before.text


def test_what_waits_no_more_is_said(story, at_desk):
    response = at_desk("editor").post(at(story), {"act": "approve"}, follow=True)

    assert "Nothing waits any more" in response.content.decode()


def test_a_story_that_nobody_has_is_not_corrected(reporter, at_desk):
    page = at_desk("editor").get(at(a_ready_story(created_by=reporter)))

    assert "there is nothing to correct" in page.content.decode()


def test_a_withdrawal_is_confirmed_and_decided_by_two(story, at_desk, client):
    posted = {"note": "It named the wrong man.", "noticed_note": "The editor decided."}
    editor, other = at_desk("editor"), at_desk(a_user("second", "Editor"))

    unconfirmed = editor.post(at(story, "withdraw"), posted)
    editor.post(at(story, "withdraw"), {**posted, "confirmed": "on"})
    address = Edition.objects.get().get_absolute_url()
    assert client.get(address).status_code == 200
    other.post(at(story, "withdraw"), {"act": "approve"})

    assert unconfirmed.status_code == 422
    assert client.get(address).status_code == 410


def test_a_withdrawal_is_not_approved_on_the_other_page(story, editor, at_desk):
    propose(story, Said(kind="withdrawal", note="Wrong.", noticed_note="So."), by=editor)

    at_desk(a_user("second", "Editor")).post(at(story), {"act": "approve"})

    assert Edition.objects.count() == 1


def test_hostile_words_do_not_act(story, at_desk, client):
    values = dict.fromkeys(("wrong", "right", "noticed_note", "note"), HOSTILE)
    at_desk("reporter").post(at(story), {**POSTED, **values})
    editor = at_desk("editor")
    page = Page(editor.get(at(story)))
    assert page.harm == []

    editor.post(at(story), {**page.fields(), "act": "approve"})

    assert Page(client.get(Edition.objects.get(number=2).get_absolute_url())).harm == []
    assert Page(editor.get(at(story))).harm == []


def test_the_door_leads_there_while_the_story_is_live(story, at_desk):
    change = f"/admin/articles/story/{story.pk}/change/"

    assert at(story) in at_desk("reporter").get(change).content.decode()
    assert at(story, "withdraw") not in at_desk("reporter").get(change).content.decode()
    assert at(story, "withdraw") in at_desk("editor").get(change).content.decode()


def test_what_blocks_now_is_said_before_anybody_sends(story, at_desk):
    Story.objects.update(legal_hold="A solicitor wrote.", embargo=timezone.now() + DAY)

    page = Page(at_desk("editor").get(at(story)))

    blocks = " ".join(one.text for one in page.all("li", "finding-block"))
    assert "on legal hold" in blocks
    assert "under embargo until" in blocks
