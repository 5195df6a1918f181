"""Who stands with the surname alone before the full name is given has yet to be introduced."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles.desk.source import Source
from articles.preflight.finding import RULES
from articles.vocabulary import Severity, SourceKind, SourceTerms
from tests.preflight.words import a_told, found_in, seconds, the_seed

RULE = "names.first_mention"


def findings(*sources, **story):
    """What is found in a story that rests on these sources."""
    case = a_told(**story)
    ledger = {number: Source(pk=number, **values) for number, values in enumerate(sources, 1)}
    return RULES[RULE].findings(replace(case, dossier=replace(case.dossier, sources=ledger)))


def a_person(name="Mira Holt", description="harbour master", **values):
    return {"name": name, "public_description": description, **values}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is late, Holt said.\n\nMira Holt said no more.", "Holt"),
        ("Holt said it was late. Mira Holt, 41, went home.", "Holt"),
        ("The trust told Holt so.\n\n“Late,” said Mira Holt.", "Holt"),
        ("Holt, who was late, wept.\n\nMira Holt, who was late, went home.", "Holt"),
        ("Mrs Holt was late.\n\nMira Holt said so.", "Mrs Holt"),
        ("Mrs. Holt was late.\n\nMira Holt said so.", "Mrs. Holt"),
        ("By noon Mr Holt had left.\n\nBo Holt said so.", "Mr Holt"),
        ("Yesterday Holt resigned.\n\nMira Holt told the trust.", "Holt"),
        ("Holt, the harbour master, said so.\n\nMira Holt said no more.", "Holt"),
        ("Ms de la Cruz was late. Cruz said so.\n\nAna de la Cruz said no more.", "Cruz"),
        ("Bellwood-Nwosu said so.\n\nEsther Bellwood-Nwosu said no more.", "Bellwood-Nwosu"),
        ("Quay and Holt said so.\n\nMira Holt said no more.", "Holt"),
        ("Holt said so.\n\nHarn President Mira Holt said no more.", "Holt"),
        ("The harbour master Holt said so.\n\nMira Holt said no more.", "Holt"),
    ],
)
def test_a_surname_before_the_full_name_is_found(text, words):
    assert found_in(RULE, text=text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Mira Holt said so. Holt said no more.",
        "Dr Mira Holt said so.\n\nHolt said no more, and Dr Holt left.",
        "Mira P. Holt said so. Holt said no more.",
        # A rank introduces; so does a first name that stood before.
        "Captain Holt said so.\n\nMira Holt said no more.",
        "Mira is 44 and builds boats.\n\nMs Holt said so. Mira Holt said no more.",
        # Towns, streets, ships, firms and courts.
        "Holt was flooded. In Holt a man said so.\n\nMira Holt, 41, went home.",
        "Holt Street was flooded. Holt Ferries said so.\n\nMira Holt said no more.",
        "The Holt sailed.\n\nMira Holt said so.",
        "Holt & Sons said so.\n\nMira Holt said no more.",
        "Holt and Quay said so.\n\nMira Holt said no more.",
        "Mr Holt-Quay said so.\n\nMira Holt said no more.",
        "Council said so. Marrick Council said no more.",
        "Town said so.\n\nHarnsea Town said no more. Korea said so. South Korea said no more.",
        # A family.
        "Mr Holt said so.\n\nBo Holt said no more, and Mira Holt said less.",
        "Mrs Holt said so.\n\nHer son, Bo Holt, said no more.",
        "Mr and Mrs Holt were late.\n\nBo Holt said so.",
        "Mr Holt met Mrs Holt.\n\nBo Holt said so.",
        "The Holt family was late. Holt said so.\n\nBo Holt said no more.",
        # Nobody speaks, nobody acts: it may be anything.
        "It was Holt.\n\nMira Holt said so.",
        "Young people were late.\n\nMira Young said so.",
        "May was wet. May said so.\n\nMira May said so.",
        # No introduction can be added to a possessive; what is quoted stays as it was said.
        "By Mrs Holt’s account it was late.\n\nMira Holt said so.",
        "“Mrs Holt was late,” he said.\n\nMira Holt said so.",
        "Holt said so. Mr Holt said no more.",
        "",
    ],
)
def test_what_is_introduced_or_may_be_another_s_is_left(text):
    assert found_in(RULE, text=text) == []


def test_headline_standfirst_subheading_and_caption_introduce_nobody():
    named = {"headline": "Mira Holt says no", "standfirst": "Mira Holt is late."}

    assert found_in(RULE, text="Holt said so.\n\nMira Holt said no more.", **named) == ["Holt"]
    assert found_in(RULE, text="Mira Holt said so.", headline="Holt said no") == []
    assert found_in(RULE, body="<h2>Holt said no</h2><p>Mira Holt said so.</p>") == []


def test_a_source_on_the_record_is_introduced_in_its_own_words():
    (finding,) = findings(a_person(), text="It is late, Holt said.\n\nMira Holt went home.")

    assert finding.severity == Severity.INFO
    assert finding.message == (
        "“Holt” stands before the full name. Write “Mira Holt, harbour master” here."
    )
    assert (finding.place.paragraph, finding.place.words) == (0, "Holt")
    assert (finding.fix.label, finding.fix.words) == ("Write “Mira Holt”", "Mira Holt")


def test_a_source_that_the_story_never_names_in_full_is_found():
    (finding,) = findings(a_person("Dr Mira Holt", ""), text="It is late, Dr Holt said.")

    assert finding.message == (
        "“Dr Holt” has no full name in the story. Write “Dr Mira Holt” here."
    )
    assert (finding.place.words, finding.fix.words) == ("Dr Holt", "Dr Mira Holt")


@pytest.mark.parametrize(
    "source",
    [
        # What was agreed about a name is kept: only on the record is it told.
        a_person(terms=SourceTerms.BACKGROUND),
        a_person(name="", terms=SourceTerms.ANONYMOUS),
        a_person(kind=SourceKind.ORGANISATION),
        a_person("Holt"),
        a_person("Mira Holt Jr"),
        a_person("Mira Quay"),
    ],
)
def test_other_sources_tell_no_names(source):
    assert findings(source, text="It is late, Holt said.") == []


def test_two_sources_of_one_surname_are_left():
    text = "It is late, Holt said.\n\nMira Holt said so."

    assert findings(a_person(), a_person("Bo Holt"), text=text) == []
    assert len(findings(a_person(), a_person("Mira P. Holt"), text=text)) == 1


def test_it_reads_english_only_and_the_seed_is_in_order():
    text = "Holt said so.\n\nMira Holt said no more."

    assert found_in(RULE, text=text, language="de") == []
    assert found_in(RULE, **the_seed()) == []


@pytest.mark.parametrize(
    "text",
    [
        "A B " * 5_000,
        "Holt said. " * 2_000 + "Mira Holt said.",
        " ".join(f"Ab{n}x Cd{n}y said so. Mr Cd{n}y left." for n in range(3_000)),
        "Mr " * 7_000,
        "Holt, " + "a" * 20_000,
        "A-" * 10_000,
        "Ab de " * 4_000,
    ],
)
def test_no_text_keeps_it_busy(text):
    assert seconds(RULE, a_told(text=text)) < 5
