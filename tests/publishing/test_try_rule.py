"""A house rule is tried on what readers have, before it is asked of anybody."""

from __future__ import annotations

import pytest
from django.db import IntegrityError
from django.utils import timezone

from articles.desk.house_rule import HouseRule
from articles.publishing.try_rule import Changed, switch_off, switch_on, try_rule
from tests.builders import MONDAY_NOON, an_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def rule():
    return HouseRule.objects.create(words="tide", advice="say when.", example="The tide.")


def test_it_shows_each_place_with_the_words_around_it(rule):
    an_edition(text="The boats go out.\n\nThe tide turns at noon.", slug="one")
    an_edition(text="Nothing of it.", slug="two")

    trial = try_rule(rule)

    assert (trial.stories, trial.found_in, trial.hits) == (2, 1, 1)
    (hit,) = trial.samples
    assert (hit.before, hit.words, hit.after) == ("The ", "tide", " turns at noon.")
    assert hit.address.endswith("/one/")


def test_headlines_and_captions_are_read_quotations_are_not(rule):
    an_edition(
        headline="Tide turns",
        text="“The tide turns,” she said.",
        figures=[{"caption": "The tide at noon."}],
    )

    assert [hit.after for hit in try_rule(rule).samples] == [" turns", " at noon."]


def test_what_readers_do_not_have_is_not_looked_at(rule):
    an_edition(text="The tide.", goes_live_at=timezone.now().replace(year=2036))

    assert try_rule(rule).stories == 0


def test_stories_in_another_language_are_left_out(rule):
    an_edition(text="The tide.", language="de")
    rule.language = "en"

    assert try_rule(rule).stories == 0


def test_a_rule_that_is_found_everywhere_is_called_so(rule):
    for number in range(5):
        an_edition(text="The tide.", slug=f"tide-{number}")

    assert try_rule(rule).is_often


def test_it_stops_when_its_time_is_over(rule, monkeypatch):
    monkeypatch.setattr("articles.publishing.try_rule.SECONDS", -1)
    an_edition(text="The tide.")

    assert try_rule(rule).stories == 0


def test_it_asks_once_however_many_stories_there_are(rule, django_assert_num_queries):
    for number in range(5):
        an_edition(text="The tide.", slug=f"tide-{number}")

    with django_assert_num_queries(1):
        try_rule(rule)


def test_it_is_switched_on_as_it_was_tried_and_off_again(rule):
    switch_on(rule, tried=rule.sought, at=MONDAY_NOON)
    assert list(HouseRule.objects.on().filter(pk=rule.pk)) == [rule]

    switch_off(rule)

    assert not HouseRule.objects.on().filter(pk=rule.pk).exists()


def test_what_was_changed_since_is_tried_again_first(rule):
    tried = rule.sought
    HouseRule.objects.filter(pk=rule.pk).update(words="time")

    with pytest.raises(Changed, match="has been changed since"):
        switch_on(rule, tried=tried, at=MONDAY_NOON)

    assert not HouseRule.objects.get(pk=rule.pk).is_on


def test_the_database_lets_no_untried_rule_be_on(rule):
    with pytest.raises(IntegrityError, match="house_rule_tried_before_on"):
        HouseRule.objects.filter(pk=rule.pk).update(is_on=True)
