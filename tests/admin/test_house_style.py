"""Sub-editors keep the house style: a rule is asked of its example, tried, then switched on."""

from __future__ import annotations

import pytest

from articles.desk.house_rule import HouseRule
from tests.builders import an_edition

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/houserule/add/"
TIDE = {
    "kind": "term",
    "words": "tide",
    "advice": "say when.",
    "example": "The tide turns.",
    "counter_example": "The tides turn.",
    "language": "",
}


def path_of(rule, act="change"):
    return f"/admin/articles/houserule/{rule.pk}/{act}/"


@pytest.fixture
def sub(at_desk):
    return at_desk("sub-editor")


@pytest.fixture
def rule(db):
    return HouseRule.objects.create(**TIDE)


def test_a_new_rule_is_off_and_goes_to_its_trial(sub):
    an_edition(text="The tide turned.")

    response = sub.post(ADD, TIDE, follow=True)

    rule = HouseRule.objects.get(words="tide")
    assert not rule.is_on
    assert response.redirect_chain[-1][0] == path_of(rule, "try")
    page = response.content.decode()
    assert "Found 1 time in 1" in page
    assert "<mark>tide</mark>" in page


@pytest.mark.parametrize(
    ("posted", "field", "sentence"),
    [
        ({"example": "The boat."}, "example", "“tide” is not found in this sentence."),
        ({"example": "“The tide,” she said."}, "example", "in quotations only names"),
        ({"counter_example": "A tide."}, "counter_example", "which it should leave alone"),
        ({"is_expression": "on", "words": "(tide"}, "words", "is no expression"),
        ({"words": "…"}, "words", "has no letter"),
        ({"advice": ""}, "advice", "This field is required."),
        ({"example": ""}, "example", "This field is required."),
    ],
)
def test_a_rule_that_does_not_do_what_it_says_is_refused(sub, posted, field, sentence):
    response = sub.post(ADD, {**TIDE, **posted})

    errors = response.context["adminform"].form.errors
    assert sentence in " ".join(errors[field])
    assert not HouseRule.objects.filter(advice="say when.").exists()


def test_the_same_words_twice_are_refused(sub, rule):
    response = sub.post(ADD, TIDE)

    assert "There is a rule for these words already." in response.content.decode()


def test_it_is_switched_on_after_its_trial_and_off_again(sub, rule):
    assert sub.post(path_of(rule, "try"), {"tried": rule.sought}).status_code == 302
    rule.refresh_from_db()
    assert rule.is_on

    sub.post(path_of(rule, "try"), {"off": "1"})

    rule.refresh_from_db()
    assert not rule.is_on


def test_a_rule_that_changed_under_the_trial_stays_off(sub, rule):
    response = sub.post(path_of(rule, "try"), {"tried": "something else"})

    assert response.status_code == 409
    assert "has been changed since it was tried" in response.content.decode()
    rule.refresh_from_db()
    assert not rule.is_on


@pytest.mark.parametrize(
    ("posted", "stays_on"), [({"advice": "say when and where."}, True), ({"words": "turns"}, False)]
)
def test_a_rule_that_finds_something_else_is_off_until_tried_again(sub, rule, posted, stays_on):
    sub.post(path_of(rule, "try"), {"tried": rule.sought})
    values = {**TIDE, "counter_example": "", **posted}

    assert sub.post(path_of(rule), values).status_code == 302

    rule.refresh_from_db()
    assert rule.is_on is stays_on


def test_who_may_only_look_sees_the_trial_and_switches_nothing(at_desk, rule):
    reporter = at_desk("reporter")

    assert "Switch on" not in reporter.get(path_of(rule, "try")).content.decode()
    assert reporter.post(path_of(rule, "try"), {"tried": rule.sought}).status_code == 403


def test_a_rule_that_is_gone_is_not_found(sub):
    assert sub.get("/admin/articles/houserule/0/try/").status_code == 404
