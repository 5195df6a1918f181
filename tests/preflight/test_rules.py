"""One ready story passes; spoil one thing, and exactly that one thing is found."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from articles.desk.dossier import gather
from articles.desk.photos.photo import Photo
from articles.desk.story import Story
from articles.preflight.finding import RULES, rule
from articles.preflight.run import findings
from articles.vocabulary import Severity
from tests.builders import MONDAY_NOON, a_ready_story
from tests.preflight.spoiling import add_to_body, change
from tests.preflight.spoils import SPOILS
from tests.preflight.spoils_of_sources import declined, sealed

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(reporter):
    return a_ready_story(created_by=reporter)


def found(story, at=MONDAY_NOON):
    stored = Story.objects.get(pk=story.pk)
    return findings(gather(stored), goes_live_at=at, released_by=stored.created_by_id)


def test_a_ready_story_passes(story):
    assert found(story) == []


@pytest.mark.parametrize(("rule_id", "severity", "spoil", "words"), SPOILS)
def test_one_thing_spoilt_is_one_finding(story, rule_id, severity, spoil, words):
    spoil(story)

    (finding,) = found(story)

    assert (finding.rule, finding.severity) == (rule_id, severity)
    assert words in finding.message


def test_every_rule_is_tripped_by_a_test():
    assert {rule_id for rule_id, *_ in SPOILS} == set(RULES)


@pytest.mark.parametrize(
    "spare",
    [
        lambda story: change(story, embargo=MONDAY_NOON),
        lambda story: change(story, stage="cleared"),
        add_to_body("<p>They call it the “long mile”.</p>"),
        add_to_body("<p>The soldiers’ passports and Putin’s words, she’d said.</p>"),
        sealed,
    ],
)
def test_what_is_in_order_is_not_found(story, spare):
    spare(story)

    assert found(story) == []


def test_a_placement_s_own_words_go_before_the_photo_s(story):
    Photo.objects.update(caption="", alt_text="")
    story.placements.update(caption="The ferry at Marrick on Sunday.", alt_text="A ferry")

    assert found(story) == []


def test_blocks_come_before_warnings(story):
    declined(is_proposal=True)(story)
    change(story, headline="")

    assert [finding.severity for finding in found(story)] == [Severity.BLOCK, Severity.WARN]


def test_the_embargo_s_end_is_said_in_the_zone_of_the_moment(story):
    change(story, embargo=datetime(2026, 12, 1, 6, 0, tzinfo=UTC))

    (finding,) = found(story)

    assert "Tuesday 01 December 2026, 06:00 UTC" in finding.message


def test_no_rule_asks_the_database(story, django_assert_num_queries):
    Photo.objects.update(usage_terms="NO ARCHIVES", people_shown="Bo Quay")
    dossier = gather(Story.objects.get(pk=story.pk))

    with django_assert_num_queries(0):
        found = findings(dossier, goes_live_at=MONDAY_NOON)

    assert [finding.rule for finding in found] == ["restrictions.kept"]


def test_two_rules_cannot_share_an_id():
    with pytest.raises(ValueError, match=r"Two rules are called copy\.headline"):
        rule("copy.headline", Severity.BLOCK)(lambda _case: ())
