"""Whoever is accused by name is read by a lawyer; speakers, courts, places and verdicts are not."""

from __future__ import annotations

import pytest

from tests.preflight.cases import said
from tests.preflight.words import a_told, found_in, seconds, the_seed

RULE = "legal.accused"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bo Quay was arrested on Monday, police said.", "Bo Quay"),
        ("Bo Quay, 41, a clerk of Fish Hill, was charged with theft.", "Bo Quay"),
        ("Mira Holt has been accused of fraud by the union.", "Mira Holt"),
        ("The union accused Mira Holt of fraud.", "Mira Holt"),
        ("Prosecutors charged the former treasurer Mira Holt with fraud.", "Mira Holt"),
        ("There are allegations of fraud against Mira Holt.", "Mira Holt"),
        ("Mira Holt stole £4,000, the auditor said.", "Mira Holt"),
        ("The prisoners were tortured by Bo Quay, a survivor said.", "Bo Quay"),
        ("The killer Bo Quay lives in Marrick.", "Bo Quay"),
        ("“Bo Quay is a thief,” said Mira Holt.", "Bo Quay"),
        ("Marrick Building Society is suspected of fraud.", "Marrick Building Society"),
        ("Ministry of Defence is accused of bribery.", "Ministry of Defence"),
        ("Several Russian soldiers have been arrested, their lawyer said.", "Russian soldiers"),
        ("Harnish military police are accused of theft.", "Harnish military police"),
        ("The union accused Marrick Police of assault.", "Marrick Police"),
        ("President Ana de la Cruz was accused of fraud.", "Ana de la Cruz"),
        ("The clerk Seán O’Hara-Quay was detained.", "Seán O’Hara-Quay"),
        ("Mira Holt was accused of fraud.\n\nHolt was arrested later.", "Mira Holt"),
        ("Mira Holt ran the bank.\n\nMrs Holt was arrested later.", "Holt"),
    ],
)
def test_whoever_is_accused_by_name_is_found_once(text, name):
    (sentence,) = said(RULE, story={"body": "".join(f"<p>{p}</p>" for p in text.split("\n\n"))})

    assert f" accuses {name}. Legal should read this." in sentence


@pytest.mark.parametrize(
    "text",
    [
        # Nobody is named.
        "A clerk was arrested on Monday, police said.",
        "The council is accused of fraud.",
        "Seventeen soldiers were jailed, Andrei Rinchino told Mediazona.",
        # Whoever is named speaks, listens, owns or is a place or a court.
        "Mira Holt said a clerk had been arrested. According to Bo Quay she was jailed.",
        "Bo Quay, legal head of the Harn Foundation, said 17 men were arrested.",
        "In New Marrick a man was arrested. On Fish Hill he was detained.",
        "Marrick Crown Court was told he was arrested.",
        "Bo Quay’s boat was detained. The men of Bo Quay’s crew were arrested.",
        "Bo Quay, the minister, says the man was arrested when he left.",
        # Somebody else stands between.
        "Mira Holt saw that the driver was arrested.",
        "Bo Quay froze the money of two companies suspected of fraud.",
        # A court has found it.
        "Kenneth Dray pleaded guilty to theft. Dray was arrested in May.",
        "Bo Quay was convicted of fraud.\n\nQuay was arrested in May.",
        # Nobody is accused.
        "Bo Quay was murdered in May. The Theft Act; Mira Holt stole the show.",
        "Bo Quay was not charged. Mira Holt could be prosecuted.",
        "Shops charged Mira Holt £4. Bo Quay was arrested in 1887.",
    ],
)
def test_speakers_places_courts_and_verdicts_pass(text):
    assert found_in(RULE, text=text) == []


def test_it_reads_headlines_and_captions_but_not_criticism_or_french():
    assert found_in(RULE, headline="Bo Quay arrested after fire") == ["arrested"]
    assert len(said(RULE, caption="Bo Quay was arrested in Marrick on Sunday.")) == 1
    assert found_in(RULE, kind="review", text="Bo Quay was arrested.") == []
    assert found_in(RULE, language="fr", text="Bo Quay was arrested.") == []


def test_each_person_is_named_once_where_first_accused():
    text = "Bo Quay was arrested.\n\nMira Holt was arrested.\n\nMr Quay was charged with theft."

    assert found_in(RULE, text=text) == ["arrested", "arrested"]


def test_the_seed_s_soldiers_are_a_case_for_the_lawyer():
    assert found_in(RULE, **the_seed()) == ["arrested"]


@pytest.mark.parametrize(
    "piece",
    ["A B ", "Bo Quay was arrested ", "accused Bo ", "A", "A-", "Bo and the ", "arrested. A B "],
)
def test_hostile_text_takes_no_longer_than_other_text(piece):
    assert seconds(RULE, a_told(text=piece * (20_000 // len(piece)))) < 1
