"""What is due soon and would still be kept back: the next few stories, to whom may see them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.desk.dismissal import dismiss
from articles.desk.dossier import gather
from articles.desk.photos.photo import Photo
from articles.preflight.run import findings, what_blocks
from articles.publishing import owed as module
from articles.publishing.hold_story import hold_story
from articles.publishing.owed import owed
from articles.publishing.publish import publish
from tests.builders import a_ready_story, a_story

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def soon(hours=3):
    return timezone.now() + hours * HOUR


def listed(user):
    return [one.story for one in owed(user, now=timezone.now())]


@pytest.fixture
def blocked(reporter):
    """Due soon, with a picture that nobody may use."""
    story = a_ready_story(created_by=reporter, deadline=soon())
    Photo.objects.update(credit_line="")
    return story


def test_a_story_that_is_due_and_blocks_is_listed_with_the_sentence(blocked, editor):
    (one,) = owed(editor, now=timezone.now())

    assert (one.story, one.at) == (blocked, blocked.deadline)
    assert any("credit" in sentence for sentence in one.blocks)


@pytest.mark.parametrize(
    ("values", "is_listed"),
    [
        ({"deadline": 25 * HOUR}, False),
        ({"deadline": -1 * HOUR}, False),
        ({"deadline": None}, False),
        ({"deadline": None, "embargo": 2 * HOUR}, True),
        ({"embargo": 2 * HOUR}, True),
        ({"stage": "held"}, False),
        ({"stage": "spiked"}, False),
        ({"stage": "filed"}, True),
        ({"stage": "cleared"}, True),
    ],
)
def test_only_what_is_due_within_a_day_is_looked_at(values, is_listed, blocked, editor):
    for name, value in values.items():
        is_time = isinstance(value, timedelta)
        setattr(blocked, name, timezone.now() + value if is_time else value)
    blocked.save()

    assert listed(editor) == ([blocked] if is_listed else [])


def test_what_passes_its_checks_owes_nothing(reporter, editor):
    a_ready_story(created_by=reporter, deadline=soon())

    assert listed(editor) == []


def test_what_is_on_legal_hold_stands_elsewhere(blocked, legal, editor):
    hold_story(blocked, by=legal, reason="A letter came.")

    assert listed(editor) == []


def test_what_is_scheduled_was_checked_already(reporter, editor):
    story = a_ready_story(created_by=reporter, deadline=soon())
    publish(story, by=editor, goes_live_at=soon())
    Photo.objects.update(credit_line="")

    assert listed(editor) == []


def test_what_was_passed_over_owes_nothing_any_more(reporter, editor, photo_desk):
    story = a_ready_story(created_by=reporter, deadline=soon())
    Photo.objects.update(rights_category="")
    (one,) = what_blocks(gather(story), goes_live_at=timezone.localtime())
    assert listed(editor) == [story]

    dismiss(story, key=one.key, rule=one.rule, message=one.message, reason="Ours.", by=photo_desk)

    assert listed(editor) == []


def test_the_stories_of_others_stay_theirs(blocked, reporter, colleague):
    assert listed(reporter) == [blocked]
    assert listed(colleague) == []


def test_the_next_ones_come_first_and_no_more_are_looked_at(reporter, editor, monkeypatch):
    monkeypatch.setattr(module, "MOST", 2)
    late, last, first = (
        a_story(created_by=reporter, headline=str(hours), deadline=soon(hours))
        for hours in (5, 9, 1)
    )
    by_embargo = a_story(created_by=reporter, deadline=soon(8), embargo=soon(2))

    assert listed(editor) == [first, by_embargo]
    assert {late, last}.isdisjoint(listed(editor))


def test_ten_due_stories_cost_no_more_queries_than_five(reporter, editor):
    def count():
        with CaptureQueriesContext(connection) as queries:
            assert len(listed(editor)) == module.MOST
        return len(queries)

    for _ in range(module.MOST):
        a_story(created_by=reporter, deadline=soon())
    count()  # what is only asked once per process is asked here
    few = count()
    for _ in range(module.MOST):
        a_story(created_by=reporter, deadline=soon(2))

    assert count() == few


def test_what_blocks_is_what_the_door_finds_less_the_warnings(blocked):
    dossier, now = gather(blocked), timezone.localtime()
    found = findings(dossier, goes_live_at=now)

    assert what_blocks(dossier, goes_live_at=now) == [one for one in found if one.blocks]
    assert what_blocks(dossier, goes_live_at=now)
