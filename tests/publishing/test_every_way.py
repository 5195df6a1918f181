"""Every way to the public, with each fault that blocks in turn: none gets through."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.desk.story import Story
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from articles.publishing.refusal import PreflightBlocks
from articles.site.edition import Edition
from articles.vocabulary import EditionKind
from tests.builders import MONDAY_NOON, a_ready_story, a_user
from tests.preflight.spoils import SPOILS

pytestmark = pytest.mark.django_db

FAULTS = [
    pytest.param(rule_id, spoil, id=f"{rule_id}-{number}")
    for number, (rule_id, severity, spoil, _) in enumerate(SPOILS)
    if severity == "block"
]
LIVE_ALREADY = {"update", "correction", "clarification", "rescheduling"}


def by_the_door(story, who, **values):
    """As an editor's browser does it; answers only when it was refused."""
    client = Client()
    client.force_login(who)
    response = client.post(f"/admin/articles/story/{story.pk}/publish/", values)
    assert response.status_code == 409, response.status_code
    raise PreflightBlocks([])


WAYS = {
    "publication": lambda story, who, **reason: publish(
        story, by=who, goes_live_at=MONDAY_NOON, **reason
    ),
    "scheduling": lambda story, who, **reason: publish(
        story, by=who, goes_live_at=timezone.now() + timedelta(hours=1), **reason
    ),
    "update": lambda story, who, **reason: publish(
        story, by=who, goes_live_at=MONDAY_NOON, new_facts="Soundings.", **reason
    ),
    "rescheduling": lambda story, who, **reason: publish(
        story,
        by=who,
        goes_live_at=timezone.now() + timedelta(hours=1),
        new_facts="Soundings.",
        **reason,
    ),
    "correction": lambda story, who, **reason: correct(
        story, by=who, at=MONDAY_NOON, note="The hour was wrong.", **reason
    ),
    "clarification": lambda story, who, **reason: correct(
        story,
        by=who,
        at=MONDAY_NOON,
        note="The hour is local.",
        kind=EditionKind.CLARIFICATION,
        **reason,
    ),
    "door": by_the_door,
}
IN_TIME = {"copy.embargo": {"publication", "update", "correction", "clarification"}}
"""The embargo of the spoilt story ends on Monday noon: what goes out later keeps it."""


def a_spoilt_story(way, rule_id, spoil, *, reporter, editor):
    writer = editor if rule_id == "workflow.two_people" else reporter
    story = a_ready_story(created_by=writer)
    if way in LIVE_ALREADY:
        publish(story, by=a_user("early", "Editor"), goes_live_at=MONDAY_NOON - timedelta(days=1))
        story.refresh_from_db()
    spoil(story)
    return Story.objects.get(pk=story.pk)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("rule_id", "spoil"), FAULTS)
def test_no_blocking_fault_gets_through(way, rule_id, spoil, reporter, editor):
    if way not in IN_TIME.get(rule_id, WAYS):
        return
    story = a_spoilt_story(way, rule_id, spoil, reporter=reporter, editor=editor)
    before = Edition.objects.count()

    with pytest.raises(PreflightBlocks):
        WAYS[way](story, editor)

    assert Edition.objects.count() == before


NEVER = [one for one in FAULTS if one.values[0] in {"workflow.hold", "rights.denied", "copy.body"}]


@pytest.mark.parametrize("way", [way for way in WAYS if way != "door"])
@pytest.mark.parametrize(("rule_id", "spoil"), NEVER)
def test_some_are_passed_over_by_nobody_whatever_the_reason(way, rule_id, spoil, reporter, editor):
    story = a_spoilt_story(way, rule_id, spoil, reporter=reporter, editor=editor)
    root = a_user("root", is_superuser=True)

    with pytest.raises(PreflightBlocks):
        WAYS[way](story, root, override_reason="I know better.")


@pytest.mark.parametrize("way", [way for way in WAYS if way != "door"])
def test_without_a_fault_every_way_is_open(way, reporter, editor):
    """The test above can fail: what it refuses is refused for the fault."""
    story = a_spoilt_story(way, "", lambda _story: None, reporter=reporter, editor=editor)
    Story.objects.update(headline="Night ferry to sail two hours earlier")

    assert WAYS[way](story, editor).pk
