"""What readers are told beside the story: who was asked and has not answered, what is not known."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from time_machine import travel

from articles.desk.ask import note_attempt
from articles.desk.reply import Reply
from articles.publishing.publish import publish
from articles.publishing.refusal import NothingNew
from tests.builders import a_ready_story, a_source

pytestmark = pytest.mark.django_db

WEDNESDAY = datetime(2026, 11, 25, 18, 30, tzinfo=UTC)


@pytest.fixture
def story(reporter):
    return a_ready_story(created_by=reporter)


def asked(story, *, state="no_answer", **values):
    request = Reply.objects.create(
        story=story, party="the harbour trust", put_to_them="Why?", **values
    )
    note_attempt(
        request, by=story.created_by, made_at=timezone.now() - timedelta(days=1), contact="email"
    )
    request.state = state
    request.answer = "Because." if state == "answered" else ""
    request.save()
    return request


def said(edition):
    return [one["sentence"] for one in edition.asked]


def test_who_has_not_answered_is_told_with_when_and_how(story, editor, client):
    with travel(WEDNESDAY, tick=False):
        asked(story)
        edition = publish(story, by=editor)
        html = client.get(edition.get_absolute_url()).content.decode()

    sentence = (
        "The harbour trust was asked for comment by e-mail on Tuesday, and had not replied by "
        "6.30 p.m. on Wednesday."
    )
    assert said(edition) == [sentence]
    assert "Asked for comment" in html
    assert sentence in html


@pytest.mark.parametrize("state", ["to_send", "answered"])
def test_who_was_not_asked_yet_or_has_answered_is_not(story, editor, state):
    asked(story, state=state)

    assert said(publish(story, by=editor, override_reason="Asked by telephone.")) == []


def test_what_a_machine_read_out_is_not_told(story, editor):
    asked(story, is_proposal=True)

    assert said(publish(story, by=editor)) == []


def test_behind_whom_a_source_is_protected_is_not_told(story, editor):
    source = a_source(
        name="", public_description="a person at the harbour trust", terms="anonymous"
    )
    asked(story, source=source)

    assert said(publish(story, by=editor)) == []


def test_an_hour_more_of_silence_is_nothing_new(story, editor):
    asked(story)
    publish(story, by=editor)

    with travel(timezone.now() + timedelta(hours=1)), pytest.raises(NothingNew):
        publish(story, by=editor)


def test_a_party_that_declined_since_is(story, editor):
    request = asked(story)
    publish(story, by=editor)
    request.state = "declined"
    request.save()

    edition = publish(story, by=editor)

    assert edition.number == 2
    assert said(edition)[0].endswith("and declined to comment.")


def test_what_is_not_known_is_told_and_its_change_is_an_edition(story, editor, client):
    story.unknowns = "Who gave the order."
    story.save()
    first = publish(story, by=editor)
    assert "Who gave the order." in client.get(first.get_absolute_url()).content.decode()

    story.unknowns = ""
    story.save()

    assert publish(story, by=editor).unknowns == ""
