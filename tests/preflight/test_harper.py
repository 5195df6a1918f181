"""Harper: a hint where it is right, nothing where it is absent, and no harm where it breaks."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

from articles.management.demo.paper import Paper
from articles.markup.passages import marked_text, paragraphs
from articles.preflight import harper
from articles.preflight.finding import RULES
from articles.preflight.harper_lints import ASKED
from tests.preflight.words import a_told, found_in, the_seed

RULE = "harper.grammar"


@pytest.fixture
def a_fresh_start():
    """Harper is loaded anew, and warned of anew, in the test and after it."""
    forget()
    yield
    forget()


def forget():
    harper._loaded.cache_clear()
    harper._warn.cache_clear()


def findings(**story):
    return RULES[RULE].findings(a_told(**story))


def mended(text):
    """The text after a click on each fix, the last one first."""
    for finding in reversed(findings(text=text)):
        place, fix = finding.place, finding.fix
        if place.field == "body" and fix:
            text = text[: place.start] + fix.words + text[place.end :]
    return text


SLIPS = [
    ("They was late for the tide.", "They were late for the tide."),
    ("The crew had went home.", "The crew had gone home."),
    ("He could of stopped the boat.", "He could have stopped the boat."),
    ("They did not went to the hearing.", "They did not go to the hearing."),
    ("She don’t know the lock.", "She doesn’t know the lock."),
    ("The boat lost it’s rudder.", "The boat lost its rudder."),
    ("It is a eight-year term.", "It is an eight-year term."),
    ("A hour later it rained.", "An hour later it rained."),
    ("An boat sank.", "A boat sank."),
    ("She is a MP.", "She is an MP."),
    ("The wall is higher then the house.", "The wall is higher than the house."),
    ("It will effect the timetable.", "It will affect the timetable."),
    ("It had no affect on prices.", "It had no effect on prices."),
    ("He gave them free reign over the budget.", "He gave them free rein over the budget."),
    ("The storm wreaked and wrecked havoc.", "The storm wreaked and wreaked havoc."),
    ("She flaunted the rules.", "She flouted the rules."),
    ("The statue of limitations is ten years.", "The statute of limitations is ten years."),
    ("The principle reason was money.", "The principal reason was money."),
    ("At worse, it will close.", "At worst, it will close."),
    ("They where told to leave.", "They were told to leave."),
    ("She won the Noble Peace Prize.", "She won the Nobel Peace Prize."),
    ("They met on the 22th of May.", "They met on the 22nd of May."),
    ("They were suppose to sail.", "They were supposed to sail."),
    ("Der «Ærø» 😀🚢: the crew had went.", "Der «Ærø» 😀🚢: the crew had gone."),
]


@pytest.mark.parametrize(("text", "right"), SLIPS)
def test_a_slip_is_mended_with_a_click(text, right):
    (finding,) = findings(text=text)

    assert finding.severity == "info"
    assert mended(text) == right


def test_two_ways_to_mend_it_are_no_button():
    (finding,) = findings(text="Its been a year since the flood.")

    assert finding.place.words == "Its"
    assert finding.fix is None


SPARED = [
    # Names of months, people and things are no verbs.
    "Will said he was sorry. Theresa May must go. May will be warm. A beer can will cost more.",
    "The garden has rose beds. The club is broke. The hills have fell runners.",
    "The woman beside us was late. Those who knew her do not say.",
    "He had past convictions. It helped injured passengers. She got pass marks.",
    "What he did left scars. What they did went wrong.",
    "If it’s cash, it’s fine. They say it’s politics.",
    "The board imposed its will. Its being sold is no surprise. It closed its set of rules.",
    "A unanimous vote, a European city, an unidentified man, an historic day, an FAQ, a hotel.",
    "If vitamin A is scarce, A is not B.",
    "The wind grew stronger then died. When prices are higher then the board must act.",
    "Out there people wait. They built there homes for 20. Why are there laws?",
    "He would effect the change. The police can effect an arrest.",
    "It was the good will of all. He would of necessity go.",
    "One of the three was meant, some three months before, and one of whom is here.",
    "However the head of it left. Meanwhile he sat.",
    "The boy he was is gone. What it is is a mess.",
    "A horse called Free Reign won.",
    # Not grammar, or said by rules of ours.
    "The Skelby polise recieved it. It sails to the the lock. It  sails. He said: “It is.",
    "Very unique. In order to go, utilize it. It was hit by the boat.",
]


@pytest.mark.parametrize("text", SPARED)
def test_what_is_right_or_no_matter_of_grammar_is_spared(text):
    assert found_in(RULE, text=text) == []


def test_what_is_quoted_is_somebody_s_own():
    text = "“They was late,” he said. They was “late”. He said “we was” there."

    assert [finding.place.start for finding in findings(text=text)] == [text.index("was “late")]


def test_headline_and_standfirst_are_read_and_the_kicker_is_not():
    slip = "They was late"

    found = findings(headline=slip, standfirst=slip, kicker=slip)

    assert [finding.place.field for finding in found] == ["headline", "standfirst"]


@pytest.mark.parametrize("language", ["de", "fr-CA", "uk"])
def test_a_story_in_another_language_is_let_be(language):
    assert found_in(RULE, text="They was late.", language=language) == []


@pytest.mark.parametrize(
    ("language", "dialect"),
    [("en", "BRITISH"), ("en-GB", "BRITISH"), ("en-AU", "BRITISH"), ("en-US", "AMERICAN")],
)
def test_it_reads_the_dialect_of_the_story(language, dialect, monkeypatch):
    asked = []
    monkeypatch.setattr(harper, "_checker", asked.append)

    findings(text="They was late.", language=language)

    assert asked == [dialect]


def test_the_seed_has_none():
    assert found_in(RULE, **the_seed()) == []


def test_the_demo_has_none():
    for story in Paper().stories:
        matter = story.matter
        body = story.body + matter.get("update", {}).get("append", "")
        words = ["".join(piece for piece, _ in marked_text(one)) for one in paragraphs(body)]
        told = {name: matter.get(name, "") for name in ("headline", "standfirst")}

        assert found_in(RULE, text="\n\n".join(words), **told) == [], story.key


def test_it_is_asked_for_nothing_that_it_does_not_know():
    known = harper._checker("BRITISH").linter.get_lint_config()

    assert sorted(ASKED - set(known)) == []


@pytest.mark.usefixtures("a_fresh_start")
def test_without_the_package_nothing_is_found(monkeypatch, caplog):
    monkeypatch.setattr(harper, "find_spec", lambda _name: None)

    assert found_in(RULE, text="They was late.") == []
    assert caplog.records == []


class Panic(BaseException):
    """As a panic of Rust comes to Python: no Exception."""


def exploding(_text, **_options):
    message = "They was late."
    raise Panic(message)


@pytest.mark.usefixtures("a_fresh_start")
def test_where_it_breaks_the_desk_goes_on_and_is_told_once(monkeypatch, caplog):
    broken = harper.Checker(SimpleNamespace(organized_lints=exploding))
    monkeypatch.setattr(harper, "_checker", lambda _dialect: broken)

    with caplog.at_level(logging.WARNING):
        assert found_in(RULE, text="They was late.\n\nThey was early.") == []

    assert [record.getMessage() for record in caplog.records] == [
        "Harper failed (Panic). The preflight goes on without what it would say."
    ]


@pytest.mark.usefixtures("a_fresh_start")
def test_another_package_of_that_name_is_as_good_as_none(monkeypatch, caplog):
    monkeypatch.setattr(harper, "import_module", lambda _name: SimpleNamespace())

    assert found_in(RULE, text="They was late.") == []
    assert "Harper failed (AttributeError)" in caplog.text


@pytest.mark.usefixtures("a_fresh_start")
def test_two_who_ask_at_once_are_both_answered():
    with ThreadPoolExecutor(4) as people:
        found = list(people.map(lambda _: found_in(RULE, text="They was late."), range(12)))

    assert found == [["was"]] * 12
    assert harper._loaded.cache_info().misses == 1


def test_a_line_without_end_is_not_asked_about():
    assert found_in(RULE, text="They was late. " * 1_000) == []
