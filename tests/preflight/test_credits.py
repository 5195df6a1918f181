"""Names in normal capitals, and whoever sent the picture in the credit line."""

from __future__ import annotations

import pytest

from tests.preflight.cases import said


@pytest.mark.parametrize(
    ("creator", "usual"),
    [
        ("OLGA MALTSEVA", "Olga Maltseva"),
        ("JAN VAN DER HARN", "Jan van der Harn"),
        ("MARY-ANN McQUAY".upper(), "Mary-Ann McQuay"),
    ],
)
def test_a_creator_in_capitals_is_found(creator, usual):
    (sentence,) = said("credits.capitals", creator=creator)

    assert sentence.endswith(f"has its creator in capitals: {creator}. Write {usual}.")


@pytest.mark.parametrize("creator", ["", "Olga Maltseva", "NASA", "RNLI", "AP PHOTO", "山田 太郎"])
def test_other_creators_pass(creator):
    assert said("credits.capitals", creator=creator) == []


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({"supplier": "AFP", "credit_line": "Mira Holt"}, "came from AFP,"),
        ({"supplier": "AP", "credit_line": "Mira Holt/APT"}, "came from AP,"),
        ({"supplier": "Northmark Pictures", "credit_line": "Mira Holt"}, "from Northmark Pictures"),
        (
            {"supplier": "AFP", "distributor": "Getty Images", "credit_line": "Mira Holt/AFP"},
            "came from Getty Images,",
        ),
        (
            {"supplier": "AFP", "distributor": "Getty Images", "credit_line": "Mira Holt"},
            "came from AFP and Getty Images, but its credit line does not say so: “Mira Holt”. "
            "Add them.",
        ),
    ],
)
def test_whoever_sent_it_must_be_named(values, missing):
    (sentence,) = said("credits.supplier", **values)

    assert missing in sentence


@pytest.mark.parametrize(
    "values",
    [
        {"supplier": "", "credit_line": "Mira Holt/The Harn Signal"},
        {"supplier": "AFP", "credit_line": ""},  # that is another rule's
        {"supplier": "Reuters", "credit_line": "REUTERS/Mira Holt"},
        {"supplier": "Getty", "credit_line": "Mira Holt/Getty Images"},
        {"supplier": "AP", "credit_line": "AP Photo/Mira Holt"},
        {"supplier": "AFP", "distributor": "Getty Images", "credit_line": "M/AFP via Getty Images"},
        {"supplier": "Handout", "credit_line": "Handout/Marrick Harbour Trust"},
        {"supplier": "AFP", "distributor": "AFP", "credit_line": "Mira Holt/AFP"},
    ],
)
def test_a_line_that_names_them_passes(values):
    assert said("credits.supplier", **values) == []


def test_a_picture_that_was_passed_on_is_credited_as_its_distributor_asks():
    (sentence,) = said(
        "credits.pattern",
        creator="OLGA MALTSEVA",
        supplier="AFP",
        distributor="Getty Images",
        credit_line="OLGA MALTSEVA/AFP/Getty Images",
    )

    assert sentence.endswith(
        "is credited “OLGA MALTSEVA/AFP/Getty Images”. Getty Images asks for "
        "“Olga Maltseva/AFP via Getty Images”: change it in the photo."
    )


@pytest.mark.parametrize(
    "values",
    [
        {"supplier": "AFP", "distributor": "Getty Images", "credit_line": "M/AFP via Getty Images"},
        {"supplier": "AFP", "distributor": "Getty Images", "credit_line": "Mira Holt/AFP"},
        {"supplier": "AFP", "distributor": "", "credit_line": "Mira Holt/AFP"},
        {"supplier": "AFP", "distributor": "AFP", "credit_line": "Mira Holt/AFP"},
        {"creator": "", "supplier": "AFP", "distributor": "Alamy", "credit_line": "AFP/Alamy"},
    ],
)
def test_other_credits_have_the_pattern_or_another_fault(values):
    assert said("credits.pattern", **values) == []
