"""Credits as agencies print them are taken apart, and nothing else is taken for one."""

from __future__ import annotations

from datetime import date

import pytest

from articles.imaging.credit import find_credit, find_date, normal_capitals, split_credit

VIA = "Ada Lumen/AFP via Getty Images"


@pytest.mark.parametrize(
    ("text", "creator", "supplier", "distributor", "line"),
    [
        ("ADA LUMEN/AFP/Getty Images", "Ada Lumen", "AFP", "Getty Images", VIA),
        ("ADA LUMEN/AFP via Getty Images", "Ada Lumen", "AFP", "Getty Images", VIA),
        ("Stringer/AFP/Getty Images", "", "AFP", "Getty Images", "AFP via Getty Images"),
        ("Ada Lumen/Getty Images", "Ada Lumen", "Getty Images", "", "Ada Lumen/Getty Images"),
        ("AP Photo/Ada Lumen", "Ada Lumen", "AP", "", "Ada Lumen/AP"),
        ("(AP Photo/Ada Lumen)", "Ada Lumen", "AP", "", "Ada Lumen/AP"),
        ("REUTERS/Ada Lumen", "Ada Lumen", "Reuters", "", "Ada Lumen/Reuters"),
        ("Credit: Ada Lumen/PA Wire", "Ada Lumen", "PA", "", "Ada Lumen/PA"),
        ("Photo by Ada Lumen / EPA", "Ada Lumen", "EPA", "", "Ada Lumen/EPA"),
        ("Ada Lumen/dpa", "Ada Lumen", "dpa", "", "Ada Lumen/dpa"),
        ("MARIA DE LA CRUZ/AFP", "Maria de la Cruz", "AFP", "", "Maria de la Cruz/AFP"),
        ("Reuters", "", "Reuters", "", "Reuters"),
    ],
)  # fmt: skip
def test_a_credit_with_one_supplier_is_certain(text, creator, supplier, distributor, line):
    found = split_credit(text)

    assert (found.creator, found.supplier, found.distributor) == (creator, supplier, distributor)
    assert found.credit_line == line
    assert found.certain


@pytest.mark.parametrize(
    ("text", "creator", "supplier", "line"),
    [
        ("Photo: Ada Lumen", "Ada Lumen", "", "Ada Lumen"),
        ("Photograph: Ada Lumen/The Post", "Ada Lumen", "The Post", "Ada Lumen/The Post"),
        ("PHOTO: ADA LUMEN", "Ada Lumen", "", "Ada Lumen"),
        ("© Ada Lumen", "Ada Lumen", "", "Ada Lumen"),
        ("Ada Lumen/Bo Quay/AFP", "Ada Lumen", "AFP", "Ada Lumen/Bo Quay/AFP"),
        ("Handout/Reuters", "", "Handout", "Handout/Reuters"),
        ("Handout", "", "Handout", "Handout"),
        ("", "", "", ""),
    ],
)
def test_an_ambiguous_credit_keeps_every_name_in_its_line(text, creator, supplier, line):
    found = split_credit(text)

    assert (found.creator, found.supplier, found.credit_line) == (creator, supplier, line)
    assert found.certain is (text == "Handout")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ADA LUMEN", "Ada Lumen"),
        ("MARIA DE LA CRUZ", "Maria de la Cruz"),
        ("VINCENT VAN DER BERG", "Vincent van der Berg"),
        ("JOSÉ DOS SANTOS", "José dos Santos"),
        ("JEAN-LUC O’BRIEN", "Jean-Luc O’Brien"),
        ("SHANE MCDONALD", "Shane McDonald"),
        ("ОЛЬГА КОВАЛЬ", "Ольга Коваль"),
        ("J.R. HOLT", "J.R. Holt"),
        ("JK", "JK"),
        ("Maria De La Cruz", "Maria De La Cruz"),
        ("bell hooks", "bell hooks"),
    ],
)
def test_capitals_become_normal_and_chosen_ones_stay(name, expected):
    assert normal_capitals(name) == expected


@pytest.mark.parametrize(
    ("caption", "rest", "credit"),
    [
        ("It leaves. ADA LUMEN/AFP/Getty Images", "It leaves.", "ADA LUMEN/AFP/Getty Images"),
        ("A ferry leaves. Ada de la Cruz/dpa", "A ferry leaves.", "Ada de la Cruz/dpa"),
        ("“We sail.” Ada Lumen/AFP", "“We sail.”", "Ada Lumen/AFP"),
        ("A ferry leaves (AP Photo/Ada Lumen)", "A ferry leaves", "AP Photo/Ada Lumen"),
        ("A ferry leaves. Photo: Ada Lumen", "A ferry leaves.", "Photo: Ada Lumen"),
        ("A ferry leaves. © Ada Lumen", "A ferry leaves.", "© Ada Lumen"),
        ("A ferry leaves. REUTERS/Ada Lumen", "A ferry leaves.", "REUTERS/Ada Lumen"),
        ("Ada Lumen/AFP", "", "Ada Lumen/AFP"),
        ("Photo by Ada Lumen", "", "Photo by Ada Lumen"),
    ],
)  # fmt: skip
def test_a_credit_at_the_end_of_a_caption_is_parted_from_it(caption, rest, credit):
    assert find_credit(caption) == (rest, credit)


@pytest.mark.parametrize(
    "caption",
    [
        "",
        "A ferry leaves.",
        "A ferry leaves. Ada Lumen",
        "The fare is 5 crowns/day at AP.",
        "The and/or rule",
        "She works for Reuters/AFP",
        "Reporting by Reuters/AFP",
        "The photo: she smiled",
        "A ferry leaves. Photo: Ada. She sailed on.",
        "A ferry leaves. 10/AFP",
    ],
)
def test_what_is_not_surely_a_credit_stays_where_it_is(caption):
    assert find_credit(caption) is None


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("At Marrick, June 4, 2021.", (date(2021, 6, 4), "day")),
        ("At Marrick on 4 June 2021.", (date(2021, 6, 4), "day")),
        ("At Marrick on Sept. 3rd, 2022.", (date(2022, 9, 3), "day")),
        ("At Marrick in March 2022.", (date(2022, 3, 1), "month")),
        ("At Marrick, February 30, 2022.", None),
        ("At Marrick in 2022.", None),
        ("It may 4 times.", None),
        ("", None),
    ],
)
def test_the_date_is_found_with_how_exactly_it_is_known(caption, expected):
    assert find_date(caption) == expected
