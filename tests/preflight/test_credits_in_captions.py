"""A credit in a caption is found and quoted, in the ways in which agencies write it."""

from __future__ import annotations

import pytest

from tests.preflight.cases import said

QUAY = "Passengers board the night ferry at Marrick, Northmark, on Sunday, Nov. 22, 2026."
AFP = {"creator": "Mira Holt", "supplier": "AFP", "credit_line": "Mira Holt/AFP via Getty Images"}

REPEATED = [
    (QUAY, "MIRA HOLT/AFP/Getty Images", AFP),
    (QUAY, "Mira Holt/AFP via Getty Images", AFP),
    (QUAY, "(Photo by Mira Holt/AFP via Getty Images)", AFP),
    (QUAY, "AFP PHOTO / MIRA HOLT", AFP),
    (QUAY, "(Photo by Handout / Marrick Port / AFP)", AFP),
    (QUAY, "(AP Photo/Bo Quay)", {}),
    (QUAY, "(AP Photo/Bo Quay, File)", {}),
    (QUAY, "(DHA via AP, File)", {}),
    (QUAY, "(AP)", {}),
    (QUAY, "REUTERS/Bo Quay", {}),
    (QUAY, "REUTERS", {}),
    (QUAY, "Bo Quay/Handout via REUTERS", {}),
    (QUAY, "Photo credit should read: Bo Quay/PA Wire", {}),
    (QUAY, "Photograph: Bo Quay/Alamy", {}),
    (QUAY, "© Bo Quay", {}),
    (QUAY, "EPA-EFE/BO QUAY", {}),
    (QUAY, "Bo Quay/dpa", {}),
    (QUAY, "Ines Okafor", {}),
    (QUAY, "(Ines Okafor)", {}),
    (QUAY, "Ines Okafor/Northmark Pictures", {}),
    (QUAY, "ines okafor/northmark pictures", {}),
    (QUAY, "Shown for Ines Okafor/Northmark Pictures only.", {}),
]


@pytest.mark.parametrize(("caption", "credit", "photo"), REPEATED)
def test_it_quotes_the_credit_and_says_to_take_it_out(caption, credit, photo):
    (sentence,) = said("captions.credit", caption=f"{caption} {credit}", **photo)

    bare = credit.strip("()").removeprefix("Shown for ").removesuffix(" only.")
    assert f"has its credit in the caption: “{bare}”. Take it out there" in sentence


@pytest.mark.parametrize(
    "caption",
    [
        QUAY,
        "Photographer Ines Okafor waits for the ferry at Marrick on Sunday.",
        "Bo Quay of the harbour trust and Mira Holt of AFP talk at Marrick on Sunday.",
        "The crew of the Reuters launch at Marrick on Sunday.",
        "A clerk of the press agency (EPA) at Marrick on Sunday.",
        "The sale at Marrick on Sunday was reported via AP.",
        "The ferry at Marrick on Sunday. Both sides/neither side won.",
        "FILE - The ferry leaves the quay at Marrick, May 18, 2022.",
        "The night ferry at Marrick on Sunday (right).",
        "",
    ],
)
def test_other_names_and_signs_are_no_credit(caption):
    assert said("captions.credit", caption=caption) == []


def test_the_caption_of_the_use_is_the_one_that_is_read():
    own = {"caption": "The quay at Marrick on Sunday."}

    assert said("captions.credit", caption=f"{QUAY} (AP)", placement=own) == []
