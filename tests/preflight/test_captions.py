"""A caption says where and when, in two sentences, and calls no computed picture a photograph."""

from __future__ import annotations

from datetime import date

import pytest

from tests.preflight.cases import said

COMPLETE = [
    "The night ferry leaves the quay at Marrick on Sunday.",
    "Mira Holt waves to supporters in Harn, Northmark, Saturday, Nov. 21, 2026.",  # AP
    "A ferry crosses the estuary in eastern Northmark on November 20, 2026.",  # AFP
    "A general view of the quay, in Marrick, Northmark November 21, 2026.",  # Reuters
    "MARRICK, NORTHMARK - NOVEMBER 22: The ferry leaves.",  # Getty
    "The ferry near Marrick in Northmark. Picture date: Sunday November 22, 2026.",  # PA
    "FILE - The ferry leaves Marrick, Northmark, on 18 May 2022.",
    "Anglers wait in the small southern port of Old Harn, 2026-11-20.",
    "Rain over Marrick this morning",
    "Trams on Quay Street in the 1920s",
]
WITH_THE_PLACE_THAT_IS_SHOWN = [
    ("The Marrick ferry in November 2026", "Marrick"),
    ("The ferry leaves Marrick on Sunday.", "North Quay, Marrick"),
    ("Anglers by the fish quay last week.", "The fish quay"),
    ("Anglers by Hobday’s last week.", "Hobday’s"),
]
WITHOUT_A_PLACE = [
    "The night ferry leaves on Sunday.",
    "Mira Holt waves to supporters, Saturday, Nov. 21, 2026.",
    "Mira Holt stands in front of Bo Quay on Sunday.",
    "The ferry in May 2026",
]
WITHOUT_A_DATE = [
    "The night ferry leaves the quay at Marrick.",
    "The quay at Marrick may be closed. It was built in 1894.",
    "Pupils march at Marrick.",
    "The 1,120 pupils of Marrick School",
]


@pytest.mark.parametrize("caption", COMPLETE)
@pytest.mark.parametrize("place", ["Marrick", "", "The fish quay"])
def test_a_place_and_a_date_are_enough(caption, place):
    assert said("captions.place_and_date", caption=caption, place_shown=place) == []


@pytest.mark.parametrize(("caption", "place"), WITH_THE_PLACE_THAT_IS_SHOWN)
def test_the_place_that_is_shown_needs_no_preposition(caption, place):
    assert said("captions.place_and_date", caption=caption, place_shown=place) == []


@pytest.mark.parametrize("caption", WITHOUT_A_PLACE)
def test_a_caption_without_a_place_is_found(caption):
    (sentence,) = said("captions.place_and_date", caption=caption)
    (unknown,) = said("captions.place_and_date", caption=caption, place_shown="")

    assert "does not say where it was taken (Marrick). Add it." in sentence
    assert "does not say where it was taken. Add it." in unknown


@pytest.mark.parametrize("caption", WITHOUT_A_DATE)
def test_a_caption_without_a_date_is_found(caption):
    (sentence,) = said("captions.place_and_date", caption=caption)

    assert "does not say when it was taken (22 November 2026). Add it." in sentence


def test_what_is_lacking_is_said_in_one_sentence():
    (sentence,) = said("captions.place_and_date", caption="A ferry leaves.", taken_on=None)

    assert sentence == (
        "Picture 1 (“A lit ferry moves off a dark quay”) has a caption that does not say "
        "where it was taken (Marrick) and when it was taken. Add it."
    )


@pytest.mark.parametrize(
    "spare",
    [
        {"caption": ""},  # that is another rule's
        {"story": {"language": "de"}, "caption": "Die Fähre legt ab."},
        {"digital_source_type": "digitalCreation", "caption": "The drawing of the new ferry."},
        {"rights_category": "illustration", "caption": "The new ferry."},
        {"caption": "The quay at Marrick.", "placement": {"is_file_picture": True}},
        {"caption": "The quay at Marrick in 1905", "taken_on": None},
        {"caption": "The quay at Marrick in 1905", "taken_on": date(1905, 1, 1)},
    ],
)
def test_nothing_is_asked_for_that_is_known_or_has_no_answer(spare):
    assert said("captions.place_and_date", **spare) == []


@pytest.mark.parametrize(
    ("caption", "count"),
    [
        ("The ferry leaves. It is late. Nobody minds.", 3),
        ("MARRICK - NOVEMBER 22: A ferry. It is late. Nobody minds. Why? (Photo by Bo/AP)", 4),
        ("The fire at St. Mary’s. It began at 9 a.m. Friday. Nobody was hurt.", 3),
    ],
)
def test_a_long_caption_is_found(caption, count):
    (sentence,) = said("captions.length", caption=caption)

    assert f"has a caption of {count} sentences. Two are enough" in sentence


@pytest.mark.parametrize(
    "caption",
    [
        "",
        "The ferry leaves. It is late.",
        "The ferry leaves. It is late. REUTERS/Bo Quay",
        "The ferry leaves. It is late. (AP Photo/Bo Quay, File)",
        "Sen. J. Holt at St. Mary’s, Jan. 6, 2026. He left at 10 a.m.",
    ],
)
def test_two_sentences_and_a_credit_are_not_too_long(caption):
    assert said("captions.length", caption=caption) == []


GENERATED = "trainedAlgorithmicMedia"


@pytest.mark.parametrize(
    ("caption", "words"),
    [
        ("The minister, pictured at Marrick on Sunday", "pictured"),
        ("This photo shows the quay at Marrick", "photo shows"),
        ("Photographed at dawn: the quay at Marrick", "Photographed"),
        ("The minister in this photo waves", "in this photo"),
    ],
)
def test_what_a_machine_made_is_not_called_a_photograph(caption, words):
    (sentence,) = said("captions.photograph", caption=caption, digital_source_type=GENERATED)

    assert f"is labelled “Generated by AI”, but its caption says “{words}”" in sentence
    assert said("captions.photograph", caption=caption) == []


@pytest.mark.parametrize(
    "caption",
    [
        "How Marrick may look in 2050, as a program computed it",
        "This is not a photograph: the quay as a program drew it",
        "A computed picture of the quay of Marrick",
        "A photographer by the quay, computed",
    ],
)
def test_an_honest_caption_of_a_computed_picture_passes(caption):
    assert said("captions.photograph", caption=caption, digital_source_type=GENERATED) == []
