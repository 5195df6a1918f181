"""The list finds a story by the words that readers have, though its copy has others by now."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.desk.references import settle_references
from articles.desk.story import Story
from articles.publishing.call_off import call_off
from articles.publishing.expunge import Order, expunge
from articles.publishing.findable import Found
from articles.publishing.planned import coming
from articles.publishing.publish import publish
from articles.publishing.withdraw import withdraw
from tests.admin.test_query_counts import cost
from tests.builders import a_ready_story

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/story/"
HOUR = timedelta(hours=1)


def rewrite(story, headline):
    """The copy at the desk, as a save leaves it."""
    story = Story.objects.get(pk=story.pk)
    story.headline = headline
    story.save(update_fields=["headline"])
    settle_references(story)
    return story


def found(client, words):
    response = client.get(LIST, {"q": words})
    return {one.headline: one.found for one in response.context["cl"].result_list}


@pytest.fixture
def live(reporter, editor):
    story = a_ready_story(created_by=reporter, headline="The quay is shut", slug="quay")
    publish(story, by=editor)
    return story


@pytest.fixture
def changed(live):
    return rewrite(live, "The pier is open")


def test_a_word_that_readers_alone_have_is_found_and_the_list_says_so(changed, at_desk):
    client = at_desk("editor")

    assert found(client, "quay") == {"The pier is open": Found.LIVE}
    assert "In what readers have; not in the copy here." in str(
        client.get(LIST, {"q": "quay"}).content.decode()
    )


@pytest.mark.parametrize("words", ["pier", "ferry", ""])
def test_what_the_copy_has_too_needs_no_word(words, changed, at_desk):
    response = at_desk("editor").get(LIST, {"q": words})

    assert [one.headline for one in response.context["cl"].result_list] == ["The pier is open"]
    assert "not in the copy here" not in response.content.decode()


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ('"quay is shut"', True),
        ('"quay is open"', False),
        ("qua", True),
        ("shut -pier", True),
        ("shut -quay", False),
        ("shut pier", False),
    ],
)
def test_each_of_the_two_is_asked_by_itself(words, is_found, changed, at_desk):
    assert bool(found(at_desk("editor"), words)) is is_found


def test_an_edition_to_come_is_found_until_it_is_called_off(changed, editor, at_desk):
    publish(changed, by=editor, goes_live_at=timezone.now() + HOUR, new_facts="It is open.")
    rewrite(changed, "The mole is open")
    client = at_desk("editor")

    assert found(client, "quay") == {"The mole is open": Found.LIVE}
    assert found(client, "pier") == {"The mole is open": Found.COMING}

    call_off(changed, release=coming(changed)[0].release.pk, by=editor)

    assert found(client, "pier") == {}
    assert found(client, "quay") == {"The mole is open": Found.LIVE}


def test_what_the_clock_has_replaced_is_not_said_to_be_with_readers(changed, editor, at_desk):
    publish(changed, by=editor, goes_live_at=timezone.now() + HOUR, new_facts="It is open.")
    rewrite(changed, "The mole is open")

    with time_machine.travel(timezone.now() + 2 * HOUR):
        client = at_desk("editor")

        assert found(client, "pier") == {"The mole is open": Found.LIVE}
        assert found(client, "quay") == {"The mole is open": Found.EARLIER}


def test_a_withdrawn_story_s_words_are_with_readers_no_more(changed, editor, at_desk):
    withdraw(changed, by=editor, note="It was the wrong harbour.")

    assert Found.LIVE not in found(at_desk("editor"), "shut").values()


def test_what_was_expunged_is_not_found(changed, editor, at_desk):
    order = Order(reference="AB 1/26", reason="By order of the court")
    expunge(changed, 1, by=editor, order=order, words=["shut"])

    assert found(at_desk("editor"), "shut") == {}
    assert found(at_desk("editor"), "quay") == {"The pier is open": Found.LIVE}


def test_the_words_of_others_stay_theirs(changed, colleague, at_desk):
    assert found(at_desk(colleague), "quay") == {}


def test_a_story_without_an_edition_is_unreleased(live, reporter, editor):
    story = a_ready_story(created_by=reporter, slug="other")
    assert list(Story.objects.unreleased()) == [story]

    publish(story, by=editor, goes_live_at=timezone.now() + HOUR)
    assert not Story.objects.unreleased().exists()

    call_off(story, release=coming(story)[0].release.pk, by=editor)
    assert list(Story.objects.unreleased()) == [story]


def test_many_found_ask_the_database_no_more_than_one(changed, reporter, editor, at_desk):
    client = at_desk("editor")
    one = cost(client, f"{LIST}?q=quay")
    for number in range(6):
        story = a_ready_story(created_by=reporter, headline=f"Quay {number}", slug=f"s{number}")
        publish(story, by=editor)
        rewrite(story, f"Pier {number}")

    assert len(found(client, "quay")) == 7
    assert cost(client, f"{LIST}?q=quay") == one


def test_both_indexes_answer_the_question(live, at_desk):
    with CaptureQueriesContext(connection) as queries:
        found(at_desk("editor"), "quay")
    (asked,) = [one["sql"] for one in queries if '"public_search" @@' in one["sql"]][:1]

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
        cursor.execute("EXPLAIN " + asked.replace("%", "%%"))
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "story_public_search" in plan
    assert "Bitmap Index Scan on story_search" in plan
