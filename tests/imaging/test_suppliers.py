"""The suppliers that a newsroom starts with, and how a credit is split with their help."""

from __future__ import annotations

import pytest

from articles.imaging.credit import CreditParts, split_credit
from articles.imaging.suppliers import DISTRIBUTORS, KNOWN_SUPPLIERS, SUPPLIERS, spelling
from articles.vocabulary import RightsCategory


def test_no_name_stands_for_two_suppliers():
    names = [spelling(name) for one in KNOWN_SUPPLIERS for name in (one.name, *one.aliases)]

    assert len(KNOWN_SUPPLIERS) >= 40
    assert sorted(names) == sorted(set(names))


def test_the_list_is_in_alphabetical_order_what_is_no_agency_last():
    agencies = [one.name.lower() for one in KNOWN_SUPPLIERS[:-3]]

    assert agencies == sorted(agencies)
    assert {one.rights_category for one in KNOWN_SUPPLIERS[:-3]} == {RightsCategory.AGENCY}
    assert [one.name for one in KNOWN_SUPPLIERS[-3:]] == ["NASA", "Handout", "Pool"]


def test_names_and_sizes_fit_the_desk_s_table():
    assert all(len(one.name) <= 120 for one in KNOWN_SUPPLIERS)
    assert all(
        alias.strip() and "\n" not in alias for one in KNOWN_SUPPLIERS for alias in one.aliases
    )


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("REUTERS", "Reuters"),
        ("Rueters", "Reuters"),
        ("PA Wire", "PA"),
        ("PA Archive", "PA"),
        ("Press Association", "PA"),
        ("AP Photo", "AP"),
        ("Invision", "AP"),
        ("EPA-EFE", "EPA"),
        ("GettyImages", "Getty Images"),
        ("getty  images.", "Getty Images"),
        ("Alamy Stock Photo", "Alamy"),
        ("AAP Image", "AAP"),
        ("Rex Features", "Rex"),
    ],
)
def test_a_supplier_is_known_by_every_name(written, name):
    assert SUPPLIERS[spelling(written)] == name


def split(text, **others):
    found = split_credit(text, **others)
    return found.creator, found.supplier, found.distributor, found.credit_line


@pytest.mark.parametrize(
    ("text", "others", "expected"),
    [
        ("AFP", {"byline": "OLGA MALTSEVA"}, ("Olga Maltseva", "AFP", "", "Olga Maltseva/AFP")),
        ("Getty Images", {"byline": "Ada Lumen", "source": "AFP"},
         ("Ada Lumen", "AFP", "Getty Images", "Ada Lumen/AFP via Getty Images")),
        ("AFP via Getty Images", {"byline": "ADA LUMEN", "source": "AFP"},
         ("Ada Lumen", "AFP", "Getty Images", "Ada Lumen/AFP via Getty Images")),
        ("Getty Images", {"byline": "Ada Lumen/AFP"},
         ("Ada Lumen", "AFP", "Getty Images", "Ada Lumen/AFP via Getty Images")),
        ("Hulton Archive/Getty Images", {},
         ("", "Hulton Archive", "Getty Images", "Hulton Archive via Getty Images")),
        ("Ada Lumen/FilmMagic", {}, ("Ada Lumen", "FilmMagic", "", "Ada Lumen/FilmMagic")),
        ("Rueters", {"byline": "MARIO ANZUONI"},
         ("Mario Anzuoni", "Reuters", "", "Mario Anzuoni/Reuters")),
        ("Photo by Ada Lumen/Invision/AP", {}, ("Ada Lumen", "AP", "", "Ada Lumen/AP")),
        ("Ada Lumen/PA Wire/PA Images", {}, ("Ada Lumen", "PA", "", "Ada Lumen/PA")),
        ("(DHA via AP, File)", {}, ("", "DHA", "AP", "DHA via AP")),
        ("Ada Lumen/Xinhua via AP", {}, ("Ada Lumen", "Xinhua", "AP", "Ada Lumen/Xinhua via AP")),
        ("AP Photo/Ada Lumen, File", {}, ("Ada Lumen", "AP", "", "Ada Lumen/AP")),
        ("via AP", {}, ("", "AP", "", "AP")),
        ("Pool via AP", {}, ("", "Pool", "AP", "Pool via AP")),
        ("Ada Lumen - AFP", {}, ("Ada Lumen", "AFP", "", "Ada Lumen/AFP")),
        ("Ada Lumen – AFP", {}, ("Ada Lumen", "AFP", "", "Ada Lumen/AFP")),
        ("Ada Lumen | AFP", {}, ("Ada Lumen", "AFP", "", "Ada Lumen/AFP")),
        ("AFP", {"byline": "AFP Contributor#AFP"}, ("", "AFP", "", "AFP")),
        ("Ada Lumen#AFP", {}, ("Ada Lumen", "AFP", "", "Ada Lumen/AFP")),
        ("© 2022 Ada Lumen/AFP", {}, ("Ada Lumen", "AFP", "", "Ada Lumen/AFP")),
        ("(c) Ada Lumen/AFP", {}, ("Ada Lumen", "AFP", "", "Ada Lumen/AFP")),
        ("Ada Lumen/AFP", {"byline": "ADA LUMEN", "source": "AFP"},
         ("Ada Lumen", "AFP", "", "Ada Lumen/AFP")),
        ("Jean-Luc O’Brien/dpa", {}, ("Jean-Luc O’Brien", "dpa", "", "Jean-Luc O’Brien/dpa")),
        ("", {"byline": "Ada Lumen", "source": "AFP"}, ("Ada Lumen", "AFP", "", "Ada Lumen/AFP")),
    ],
)  # fmt: skip
def test_credit_by_line_and_source_together_are_certain(text, others, expected):
    assert split(text, **others) == expected
    assert split_credit(text, **others).certain


@pytest.mark.parametrize(
    ("text", "others", "expected"),
    [
        ("Northmark", {"byline": "Lumen"}, ("Lumen", "Northmark", "", "Lumen/Northmark")),
        ("Ada Lumen", {"byline": "Ada Lumen", "source": "FreeFoto.com"},
         ("Ada Lumen", "FreeFoto.com", "", "Ada Lumen")),
        ("Ada Lumen", {"source": "unknown"}, ("Ada Lumen", "", "", "Ada Lumen")),
        ("Ada Lumen/AFP", {"byline": "Bo Quay"},
         ("Bo Quay", "AFP", "", "Bo Quay/Ada Lumen/AFP")),
        ("AP", {"source": "DHA"}, ("", "AP", "", "AP")),
        ("Planet Labs PBC via AP", {},
         ("Planet Labs PBC", "", "AP", "Planet Labs PBC via AP")),
        ("AP Photo/Ada Lumen, Pool", {}, ("Ada Lumen", "AP", "", "Ada Lumen/AP/Pool")),
        ("HO/AFP", {}, ("", "Handout", "", "Handout/AFP")),
        ("NASA, ESA, Michael Wong/AFP", {},
         ("NASA, ESA, Michael Wong", "AFP", "", "NASA, ESA, Michael Wong/AFP")),
        ("Picture Press", {}, ("Picture Press", "", "", "Picture Press")),
        ("", {}, ("", "", "", "")),
    ],
)  # fmt: skip
def test_where_a_person_must_decide_a_proposal_is_made(text, others, expected):
    assert split(text, **others) == expected
    assert not split_credit(text, **others).certain


def test_the_desk_s_own_suppliers_are_known_and_the_others_then_not():
    ours = {"northmark": "Northmark Pictures", "nm": "Northmark Pictures", "wirehub": "Wirehub"}

    found = split_credit("ADA LUMEN/NM/WireHub", suppliers=ours, distributors={"Wirehub"})

    assert found == CreditParts(
        creator="Ada Lumen",
        supplier="Northmark Pictures",
        distributor="Wirehub",
        credit_line="Ada Lumen/Northmark Pictures via Wirehub",
    )
    assert not split_credit("Ada Lumen/AFP", suppliers=ours).certain


def test_distributors_are_suppliers():
    assert set(SUPPLIERS.values()) > DISTRIBUTORS
    assert "Getty Images" in DISTRIBUTORS
