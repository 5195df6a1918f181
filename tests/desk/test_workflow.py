"""The table of stages, without a database: who moves what to what, and who writes when."""

from __future__ import annotations

import pytest

from articles.desk.roles import ROLES
from articles.desk.story import Story
from articles.desk.workflow import MOVES, SHELVED, WRITES, moves_of, why_not_move, why_not_write
from articles.vocabulary import Stage


def may(role):
    return lambda codename: codename in ROLES[role]


def offered(story, role, *, own=True):
    return [str(to) for to, _ in moves_of(story, may=may(role), own=own)]


@pytest.mark.parametrize(
    ("stage", "role", "own", "to"),
    [
        ("draft", "Reporter", True, ["filed", "spiked"]),
        ("draft", "Reporter", False, []),
        ("filed", "Reporter", True, ["draft"]),
        ("subbed", "Reporter", True, []),
        ("cleared", "Reporter", True, []),
        ("filed", "Sub-editor", False, ["draft", "subbed", "held", "spiked"]),
        ("subbed", "Sub-editor", False, ["filed", "draft", "held", "spiked"]),
        ("subbed", "Editor", False, ["cleared", "filed", "draft", "held", "spiked"]),
        ("cleared", "Editor", False, ["subbed", "draft", "held", "spiked"]),
        ("draft", "Legal", False, []),
        ("filed", "Photo desk", True, []),
        ("filed", "Administrator", True, []),
    ],
)
def test_the_page_offers_just_the_moves_one_may_make(stage, role, own, to):
    assert offered(Story(stage=stage), role, own=own) == to


@pytest.mark.parametrize("shelf", SHELVED)
@pytest.mark.parametrize("before", ["draft", "filed", "subbed", "cleared"])
def test_a_shelved_story_goes_back_to_where_it_was_alone(shelf, before):
    story = Story(stage=shelf, stage_before=before)

    back = [to for to in offered(story, "Editor") if to not in SHELVED]

    assert back == [before]
    assert offered(story, "Reporter") == []


def test_what_was_shelved_before_anybody_kept_it_comes_back_as_a_draft():
    assert "draft" in offered(Story(stage="spiked"), "Editor")


@pytest.mark.parametrize(
    ("stage", "before", "to", "role", "sentence"),
    [
        ("draft", "", "cleared", "Editor", "is a draft, and from there it does not become cleared"),
        ("filed", "", "subbed", "Reporter", "You may not make “ferry” subbed. Ask a sub-editor."),
        ("subbed", "", "cleared", "Sub-editor", "Ask an editor."),
        ("held", "subbed", "draft", "Editor", "goes back to where it was: subbed."),
        ("spiked", "", "held", "Editor", "is spiked, and from there it does not become held"),
    ],
)
def test_a_refusal_says_why(stage, before, to, role, sentence):
    story = Story(slugline="ferry", stage=stage, stage_before=before)

    assert sentence in why_not_move(story, Stage(to), may=may(role), own=True)


@pytest.mark.parametrize(
    ("stage", "before", "reporter", "sub"),
    [
        ("draft", "", True, True),
        ("filed", "", True, True),
        ("subbed", "", False, True),
        ("cleared", "", False, True),
        ("held", "filed", True, True),
        ("held", "cleared", False, True),
        ("spiked", "draft", False, True),
    ],
)
def test_a_reporter_writes_until_the_story_is_subbed(stage, before, reporter, sub):
    story = Story(stage=stage, stage_before=before)

    assert (why_not_write(story, may=may("Reporter")) == "") is reporter
    assert (why_not_write(story, may=may("Sub-editor")) == "") is sub
    assert why_not_write(story, may=may("Legal")) != ""


def test_the_table_knows_every_stage():
    assert {stage for pair in MOVES for stage in pair} == set(Stage)
    assert set(WRITES) | {Stage.HELD} == set(Stage)


def test_holding_and_spiking_want_a_reason_and_nothing_else_does():
    assert {pair for pair, move in MOVES.items() if move.wants_reason} == {
        pair for pair in MOVES if pair[1] in SHELVED
    }
