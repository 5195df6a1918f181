"""How often the checks are wrong: counted on stories that were written without knowing them.

`stories` holds twelve clean stories of different papers and kinds: courts, councils, war, sport,
business, science, an obituary, an interview. Each warning about them was judged as a sub-editor
would: `RIGHT` are those that one would heed, all others count as false alarms.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from articles.desk.house_rule import HouseRule
from articles.preflight.finding import RULES
from articles.vocabulary import Severity
from tests.preflight.words import a_told

STORIES = sorted((Path(__file__).parent / "stories").glob("*.txt"))
TUESDAY = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
OF_THE_DESK = {"copy.section", "copy.byline", "sources.quotation"}
"""The stories are texts alone: nobody has given them a section, a byline or sources."""

RIGHT = {
    ("08-nuala-tarrant-obituary", "headlines.claims", "1996"),
    ("12-interpreter-interview", "headlines.claims", "44"),
}
"""Judged right: the standfirst tells a year or a number that the body never does."""

PER_WORDS = 1000
MOST = 1.0


@pytest.fixture
def house_style(db):
    return tuple(HouseRule.objects.on())


def told(path, house_style):
    headline, standfirst, *paragraphs = path.read_text(encoding="utf-8").strip().split("\n\n")
    case = a_told(
        headline=headline,
        standfirst=standfirst,
        text="\n\n".join(paragraphs),
        kind="review" if "review" in path.stem else "reportage",
    )
    dossier = replace(case.dossier, house_rules=house_style)
    case = replace(case, goes_live_at=TUESDAY, dossier=dossier)
    words = sum(len(line.text.split()) for line in case.lines)
    found = [one for rule in RULES.values() for one in rule.findings(case)]
    return words, [one for one in found if one.rule not in OF_THE_DESK]


def test_a_sub_editor_would_dismiss_at_most_one_warning_in_a_thousand_words(house_style, capsys):
    words, wrong = 0, []
    for path in STORIES:
        count, found = told(path, house_style)
        words += count
        wrong += [
            (path.stem, one.rule, one.place.words, one.message)
            for one in found
            if one.severity == Severity.WARN and (path.stem, one.rule, one.place.words) not in RIGHT
        ]

    rate = len(wrong) * PER_WORDS / words
    with capsys.disabled():
        print(f"\n{len(wrong)} false alarms in {words} words: {rate:.2f} in {PER_WORDS}.")
        for one in wrong:
            print("  ", *one, sep=" | ")

    assert words > 5 * PER_WORDS
    assert rate <= MOST


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_nothing_keeps_a_clean_text_back(path, house_style):
    _, found = told(path, house_style)

    assert [one.message for one in found if one.blocks] == []


@pytest.mark.parametrize(("stem", "rule", "words"), sorted(RIGHT))
def test_what_was_judged_right_is_still_said(stem, rule, words, house_style):
    path = next(path for path in STORIES if path.stem == stem)
    _, found = told(path, house_style)

    assert (rule, words) in {(one.rule, one.place.words) for one in found}
