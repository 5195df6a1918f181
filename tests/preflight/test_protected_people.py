"""Children, victims, homes, plates and positions stay out unless Legal lets them go out."""

from __future__ import annotations

import pytest

from articles.preflight.finding import RULES
from tests.preflight.cases import said
from tests.preflight.words import a_told, found_in, seconds, the_seed

RULE = "legal.protected"

CHILDREN = [
    ("14-year-old Bo Quay was arrested on Monday.", "Bo Quay"),
    ("The 14-year-old Bo Quay appeared before magistrates.", "Bo Quay"),
    ("Police arrested a 14-year-old boy, Bo Quay.", "Bo Quay"),
    ("Fifteen-year-old schoolgirl Mira Holt was stabbed.", "Mira Holt"),
    ("Bo Quay, 14, was charged with theft.", "Bo Quay"),
    ("Bo Quay (14) was charged with theft.", "Bo Quay"),
    ("Bo Quay, aged 14, pleaded guilty.", "Bo Quay"),
    ("Police arrested Bo, aged fourteen.", "Bo"),
    ("Bo, a boy of 12, was abused by a teacher.", "Bo"),
    ("Mira Holt, a 16-year-old pupil, was assaulted.", "Mira Holt"),
    ("Mira Holt, who is 16 years old, is in custody.", "Mira Holt"),
    ("The parents fight for custody of their son, Bo, 4.", "Bo"),
    ("The court heard of the robbery.\n\nBo Quay, 17, was there.", "Bo Quay"),
    ("Yesterday Bo Quay, 17, was arrested.", "Bo Quay"),
]


@pytest.mark.parametrize(("text", "name"), CHILDREN)
def test_a_child_named_in_a_story_of_crime_is_found(text, name):
    assert found_in(RULE, text=text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        # Sport and school.
        "Bo Quay, 14, won the race. Mira Holt (15) came second, on the tennis court.",
        "14-year-old Bo Quay arrested the slide, and Mira Holt, aged 16, charged for goal.",
        "Bo Quay, 12, sang at the school. The jury prize went to Mira Holt, 11.",
        # In another paragraph an arrest is another matter, and a court two paragraphs on.
        "Mira Holt, 14, wants a crossing.\n\nA driver was arrested in May.",
        "Bo Quay, 14, won the race.\n\nIt was late.\n\nThe court heard that it was dark.",
        # Grown up, or nobody in particular.
        "Bo Quay, 18, was arrested, and so was Mira Holt, aged 41.",
        "Bo Quay was arrested. Pupils aged 14 saw it; Those aged 12 did not.",
        "Bo Quay, aged 14 at the time, was abused. A 14-year-old boy was arrested.",
        "Bo Quay was 14 when he was abused.",
        # Cars, dogs, streets, clubs and counts.
        "A 10-year-old Ford Fiesta was found after the robbery, and a 12-year-old Welsh Terrier.",
        "The 12-year-old Corn Bridge was the scene of the murder.",
        "Mira Quay, 12 Fish Lane, was arrested. It was on Fish Road, 14, that he was arrested.",
        "He was arrested in Harnsea, aged 40; he left school in Harnsea, aged 14.",
        "He joined Harnsea, aged 14, and was arrested in New Marrick, 3 miles away.",
        "Chapter 12, and Psalm 14, were read. He was arrested on Monday, 14 May.",
        # Long ago.
        "Bo Quay, 14, was convicted of theft in 1887.",
    ],
)
def test_children_elsewhere_and_the_grown_up_are_left(text):
    assert found_in(RULE, text=text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mira Holt was raped in May, police said.", "Mira Holt"),
        ("Mira Holt, 34, of Marrick, was sexually assaulted.", "Mira Holt"),
        ("Mira Holt, who was repeatedly raped, told the trust.", "Mira Holt"),
        ("The jury heard that Mira Holt had been raped.", "Mira Holt"),
        ("Mira Holt says she was raped.", "Mira Holt"),
        ("He admitted raping Mira Holt.", "Mira Holt"),
        ("He raped and murdered the nurse Mira Holt.", "Mira Holt"),
        ("He was tried for the rape of Mira Holt.", "Mira Holt"),
        ("He was tried for sexual assault on Mira Holt.", "Mira Holt"),
        ("The rape victim Mira Holt spoke.", "Mira Holt"),
        ("Mira Holt, a rape survivor, spoke.", "Mira Holt"),
        ("On Monday Mrs Holt was raped.", "Holt"),
    ],
)
def test_a_named_victim_of_a_sexual_offence_is_found(text, name):
    assert found_in(RULE, text=text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "A woman was raped, Mira Holt said. The woman, who was raped, told Mira Holt.",
        "Bo Quay was accused of rape. Bo Quay raped a woman. The rape case against Bo Quay.",
        "She was raped by Bo Quay. The rape charge Bo Quay faces.",
        "The rape crisis centre in New Marrick. The Rape Crisis Trust was praised.",
        "Soldiers raped Rohingya Muslim women. Catholic Church boys were sexually abused.",
        "They sexually abused Catholic Church pupils. The rape of Nanking.",
        "The oilseed rape of Fish Hill was late. Mira Holt was murdered.",
        "Mira Holt, prosecuting, said the woman was raped.",
        "Mira Holt, who has waived her right to anonymity, was raped.",
        "He was accused of the rape of Mira Holt’s sister. Mira Holt was raped in 1887.",
    ],
)
def test_whoever_is_no_victim_or_has_spoken_out_is_left(text):
    assert found_in(RULE, text=text) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("He lives at 12 Quay Street, Harnsea.", "12 Quay Street"),
        ("She lives alone in Flat 3, 12 Old Fish Hill.", "Flat 3, 12 Old Fish Hill"),
        ("They called at her home at 4 Fish Hill.", "4 Fish Hill"),
        ("A stone was thrown at Mira Holt’s house at 4a Fish Hill.", "4a Fish Hill"),
        ("The family home at 7 Malt Street was searched.", "7 Malt Street"),
        ("Bo Quay, 41, of 12 Quay Street, Harnsea, pleaded guilty.", "12 Quay Street"),
        ("The women’s refuge at 9 Malt Street is full.", "9 Malt Street"),
    ],
)
def test_the_address_of_a_home_or_refuge_is_found(text, address):
    assert found_in(RULE, text=text) == [address]


@pytest.mark.parametrize(
    "text",
    [
        "The refuge for hedgehogs at 9 Malt Street. The shop at 12 Quay Street is shut.",
        "The town hall is at 1 High Street.",
        "The plans are at 3 Malt Street. The theatre’s new home at 4 Fish Hill opens.",
        "The club found their home at 4 Fish Hill. Harnsea Museum’s home at 4 Fish Hill is shut.",
        "He lives in Quay Street, at her home on Fish Hill, in Harnsea.",
        "The prime minister lives at 10 Downing Street.",
        "The poet’s house at 12 Quay Street has a plaque. Holt lived at 4 Fish Hill.",
        "Bo Quay, of 12 Quay Street, won the marrow prize. The sale of 12 Quay Street is on.",
        "The company, of 12 Quay Street, was convicted of theft. Flight BA12 LHR and the van.",
        "The court heard of a fire at 12 Quay Street. The owner of 12 Quay Street was told.",
    ],
)
def test_shops_halls_and_streets_without_a_number_are_left(text):
    assert found_in(RULE, text=text) == []


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("Police look for a van, AB12 CDE.", "AB12 CDE"),
        ("A car with the number plate X123 ABC was seen.", "X123 ABC"),
        ("A car with the number plate AB12CDE was seen.", "AB12CDE"),
        ("The car, registration number “AB12 CDE”, was seen.", "AB12 CDE"),
        ("A black car with the plates M-AB 1234 was seen.", "M-AB 1234"),
        ("A black car, AB-123-CD, was seen.", "AB-123-CD"),
    ],
)
def test_a_number_plate_is_found(text, plate):
    assert found_in(RULE, text=text) == [plate]


@pytest.mark.parametrize(
    "text",
    [
        "The school’s registration is at 08:40, registration for Year 7 at 9.",
        "The charity, registration number SC012345, was late. It is at AB12 3CD.",
        "The trawler, registration LT 123, sank. The jet, registration N123 AB, landed.",
        "The car left the M25 after registration, A12 and B1027.",
        "The EU27 GDP fell.",
        "The US-UK 2024 deal and the CD-R 700 were late. Flight MH17 BUK missile.",
        "The number plate was stolen. A number plate is late.",
    ],
)
def test_other_numbers_are_left(text):
    assert found_in(RULE, text=text) == []


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("The troops are at 48.5734, 38.2251.", "48.5734, 38.2251"),
        ("The hostages are at 48°34′24″N 39°13′30″E.", "48°34′24″N 39°13′30″E"),
        ("The convoy is at grid reference TQ 123 456.", "grid reference TQ 123 456"),
        ("The battalion dug in at 36U WV 1234 5678.", "36U WV 1234 5678"),
    ],
)
def test_the_position_of_the_hidden_is_found(text, position):
    assert found_in(RULE, text=text) == [position]


@pytest.mark.parametrize(
    "text",
    [
        "The wreck lies at 48.5734, 38.2251, at grid reference TQ 123 456.",
        "The troops moved 12.345, 13.456 tonnes.",
        "The troops are in Alchevsk. They fell from 12.5 to 11.2 per cent.",
        "The bird refuge is at 48.5734, 38.2251, a shelter for cats at 48.5741, 38.2262.",
        "The soldiers’ memorial is at 48.5734, 38.2251.",
        "Soldiers fell at 48.5734, 38.2251 in 1916.",
    ],
)
def test_other_positions_are_left(text):
    assert found_in(RULE, text=text) == []


def test_it_keeps_the_story_back_and_legal_may_let_it_go():
    (finding,) = RULES[RULE].findings(a_told(text="Bo Quay, 14, was arrested. Bo Quay, 14, left."))

    assert finding.blocks
    assert finding.override == "override_legal"
    assert finding.message == (
        "“Bo Quay” is named and under 18, in a story of a crime or a court. "
        "Take it out, or let Legal decide."
    )
    assert (finding.place.paragraph, finding.place.start, finding.place.end) == (0, 0, 7)


def test_it_reads_headlines_and_captions_too():
    assert found_in(RULE, headline="Bo Quay, 14, arrested") == ["Bo Quay"]
    assert len(said(RULE, caption="Bo Quay, 14, was arrested in Marrick.")) == 1
    assert found_in(RULE, text="Bo Quay, 14, left.", standfirst="A boy was arrested.") == [
        "Bo Quay"
    ]


def test_reviews_and_other_languages_have_no_names_to_protect_but_plates():
    text = "Bo Quay, 14, was arrested. He lives at 12 Quay Street."

    assert found_in(RULE, text=text, kind="review") == ["12 Quay Street"]
    assert found_in(RULE, text=text, language="de") == []
    assert found_in(RULE, text="Das Auto M-AB 1234 fuhr.", language="de") == ["M-AB 1234"]


def test_the_seed_has_none():
    assert found_in(RULE, **the_seed()) == []


@pytest.mark.parametrize(
    "piece",
    [
        *("A B ", "A", "A-", "Bo Quay, 14, ", "was raped ", "raped a ", "12 Quay ", "12 A "),
        *("lives at 12 Quay ", "registration of ", "AB12 ", "48.573, ", "48°", "aged 14 arrested "),
        *("14-year-old ", "Mira Holt, a, b", "1", "troops 12.345678", "car A-B 12"),
    ],
)
def test_no_text_keeps_it_busy(piece):
    assert seconds(RULE, a_told(text=piece * (20_000 // len(piece)))) < 5
