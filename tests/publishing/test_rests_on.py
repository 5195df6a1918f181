"""What rests on a source: its own words, what came via it, what it confirms, what readers have."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.references import settle_references
from articles.desk.source import Source
from articles.desk.story import Story
from articles.preflight.ledger import roots
from articles.publishing.publish import publish
from articles.publishing.refusal import PreflightBlocks
from articles.publishing.rests_on import stories_resting_on
from articles.publishing.withdraw import withdraw
from articles.publishing.withdraw_source import resting_on, withdraw_source
from articles.site.edition import Edition
from tests.builders import a_ready_story, a_source
from tests.preflight.spoils_of_sources import an_accusation

pytestmark = pytest.mark.django_db


def tomorrow():
    return timezone.now() + timedelta(days=1)


@pytest.fixture
def story(reporter):
    """A story whose only source came to us via two others."""
    story = a_ready_story(created_by=reporter)
    wire = a_source(name="The Tern", kind="outlet", url="https://tern.example/", first_hand=False)
    agency = a_source(name="Northwire", kind="outlet", url="https://wire.example/")
    Source.objects.filter(pk=wire.pk).update(via=agency)
    Source.objects.filter(name="Mira Holt").update(via=wire, first_hand=False)
    return Story.objects.get(pk=story.pk)


@pytest.fixture
def agency(story):
    return Source.objects.get(name="Northwire")


def without_a_source(story):
    story.body = "<p>Nothing rests on anybody here.</p>"
    story.save()
    settle_references(story)


def told(source):
    return [(one.how, one.only_out) for one in resting_on(source, Story.objects.all())]


def test_what_came_via_it_by_any_way_is_called_off_and_named_with_it(story, agency, editor):
    publish(story, by=editor, goes_live_at=tomorrow())

    assert withdraw_source(agency, by=editor, reason="It was a hoax.") == [story]

    assert not Edition.objects.exists()
    with pytest.raises(PreflightBlocks) as refusal:
        publish(story, by=editor)
    sentence = "Mira Holt came via Northwire. Northwire withdrew: It was a hoax. Take the passage"
    assert sentence in str(refusal.value)


def test_it_is_listed_for_repair(story, agency):
    assert told(agency) == [("came via it", False)]
    assert stories_resting_on(agency) == [story]


def test_what_it_confirms_loses_its_second_source_and_is_called_off(reporter, editor):
    story = a_ready_story(created_by=reporter)
    an_accusation(story, asked=True)
    second = a_source(name="Cy Marl", public_description="pilot")
    story.attributions.get(kind="claim").confirmed_by.add(second)
    publish(story, by=editor, goes_live_at=tomorrow())
    assert told(second) == [("confirmed by it", False)]

    assert withdraw_source(second, by=editor, reason="He was not there.") == [story]

    with pytest.raises(PreflightBlocks, match="rests on Bo Quay alone"):
        publish(Story.objects.get(pk=story.pk), by=editor)


def test_what_a_withdrawn_source_said_does_not_support_what_others_say(story, agency, editor):
    mira, wire = Source.objects.get(name="Mira Holt"), Source.objects.get(name="The Tern")
    other = a_source(name="Bo Quay")
    assert roots([mira, wire, agency, other]) == {agency.pk, other.pk}

    withdraw_source(agency, by=editor, reason="It was a hoax.")
    fresh = Source.objects.filter(pk__in=[mira.pk, wire.pk, other.pk])

    assert roots(list(fresh)) == {other.pk}


def test_two_that_name_each_other_are_one(story, agency):
    wire = Source.objects.get(name="The Tern")
    Source.objects.filter(pk=agency.pk).update(via=wire, first_hand=False)

    assert len(roots(list(Source.objects.all()))) == 1
    assert stories_resting_on(wire) == [story]


@pytest.mark.parametrize("moment", [None, tomorrow()], ids=["live", "scheduled"])
def test_what_only_readers_have_is_listed_too(moment, story, agency, editor):
    publish(story, by=editor, goes_live_at=moment)
    without_a_source(story)

    for source in (agency, Source.objects.get(name="Mira Holt")):
        (resting,) = resting_on(source, Story.objects.all())
        assert resting.only_out
        assert resting.attribution.passage == "“We follow the tide, not the clock,”"
        assert stories_resting_on(source) == [story]


def test_what_was_replaced_or_withdrawn_since_is_not(story, agency, editor):
    publish(story, by=editor)
    without_a_source(story)
    story.headline = "Another headline"
    story.save()
    publish(story, by=editor, new_facts="Another story.")

    assert (told(agency), stories_resting_on(agency)) == ([], [])

    again = a_ready_story(created_by=story.created_by, headline="A second story")
    publish(again, by=editor)
    without_a_source(again)
    source = Source.objects.order_by("pk").last()
    assert stories_resting_on(source) == [again]
    withdraw(again, by=editor, note="It was wrong.")

    assert stories_resting_on(source) == []


def test_nobody_hears_of_stories_that_are_not_theirs(story, agency, editor, colleague):
    publish(story, by=editor, goes_live_at=tomorrow())
    without_a_source(story)

    assert resting_on(agency, Story.objects.visible_to(colleague)) == []


def test_lists_and_pickers_say_that_it_withdrew(story, agency, editor, client):
    withdraw_source(agency, by=editor, reason="It was a hoax.")
    client.force_login(editor)

    assert (
        "Northwire, harbour master (withdrew)"
        in client.get("/admin/articles/source/").content.decode()
    )
    (card,) = client.get("/admin/articles/source/pick/?q=Northwire").json()["results"]
    assert card["label"] == "Northwire, harbour master (withdrew)"
