"""House style: the paper's own rows, by what they are about, where and in which language."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

import pytest

from articles.desk.house_rule import HouseRule
from articles.markup.quotations import quoted_spans
from articles.preflight.finding import RULES
from tests.preflight.words import a_told

STARTER = import_module("articles.migrations.0016_house_style_rows")
KINDS = {"name": STARTER.NAMES, "term": STARTER.TERMS, "usage": STARTER.USAGE}
STARTERS = [(kind, row) for kind, rows in KINDS.items() for row in rows]


def a_rule(**values):
    return HouseRule(
        **{"kind": "term", "words": "quay", "advice": "We write wharf.", "is_on": True, **values}
    )


def found(row, **story):
    case = a_told(**story)
    case = replace(case, dossier=replace(case.dossier, house_rules=(row,)))
    rule = {"name": "names", "term": "terms", "usage": "usage"}[row.kind]
    return RULES[f"house_style.{rule}"].findings(case)


def test_a_term_is_told_with_its_advice_and_mended_by_a_click():
    (finding,) = found(a_rule(instead="wharf"), text="Quay and sea.")

    assert finding.message == "“Quay”. We write wharf."
    assert (finding.place.words, finding.place.paragraph) == ("Quay", 0)
    assert finding.fix.words == "Wharf"
    assert not finding.blocks


@pytest.mark.parametrize(
    ("kind", "severity"), [("name", "warn"), ("term", "warn"), ("usage", "info")]
)
def test_what_it_is_about_decides_how_grave_it_is(kind, severity):
    (finding,) = found(a_rule(kind=kind), text="The quay.")

    assert finding.severity == severity


@pytest.mark.parametrize(("kind", "count"), [("name", 1), ("term", 0), ("usage", 0)])
def test_only_names_are_the_paper_s_own_in_a_quotation(kind, count):
    assert len(found(a_rule(kind=kind), text="“The quay is shut,” she said.")) == count


@pytest.mark.parametrize(
    ("language", "of_the_story", "count"),
    [("", "de", 1), ("en", "en-GB", 1), ("en", "EN", 1), ("de", "en", 0), ("en", "eng", 0)],
)
def test_a_rule_is_for_the_stories_of_its_language(language, of_the_story, count):
    found_ = found(a_rule(language=language), text="The quay.", language=of_the_story)

    assert len(found_) == count


def test_headline_standfirst_and_caption_are_read_too():
    places = [one.place.field for one in found(a_rule(), headline="The quay", standfirst="A quay.")]

    assert places == ["headline", "standfirst"]


@pytest.mark.parametrize("text", ["The wharf.", "The quays.", "“quay”"])
def test_what_is_no_such_word_is_left(text):
    assert found(a_rule(), text=text) == []


@pytest.mark.parametrize(("kind", "row"), STARTERS, ids=lambda one: one[0])
def test_each_row_that_we_start_from_finds_its_example_and_leaves_the_other(kind, row):
    words, _, _, example, counter_example = row
    rule = a_rule(kind=kind, words=words)

    assert rule.found_in(example, quoted_spans(example))
    assert not rule.found_in(counter_example, quoted_spans(counter_example))
