"""An alt text says what one sees."""

from __future__ import annotations

import pytest

from tests.preflight.cases import said

CAPTION = "The night ferry leaves the quay at Marrick on Sunday."


@pytest.mark.parametrize(
    ("alt_text", "words"),
    [
        (CAPTION, "has its caption again"),
        ("the night ferry leaves the quay at Marrick, on Sunday", "has its caption again"),
        ("ferry.jpg", "has a file name"),
        ("marrick-ferry-2026_final.JPEG", "has a file name"),
        ("IMG_2041", "has a file name"),
        ("DSC02041", "has a file name"),
        ("_MG_2041.CR2", "has a file name"),
        ("image1", "has a file name"),
        ("Untitled", "has a file name"),
        ("photo", "has a file name"),
        ("Quay", "has an alt text of 4 characters"),
        ("Image of a ferry", "begins with “Image of”"),
        ("A picture of a ferry", "begins with “A picture of”"),
        ("photo showing a ferry", "begins with “photo showing”"),
        ("The photograph shows a ferry", "begins with “The photograph shows”"),
    ],
)
def test_a_lazy_alt_text_is_found(alt_text, words):
    (sentence,) = said("alt_texts.words", alt_text=alt_text)

    assert words in sentence


@pytest.mark.parametrize(
    "alt_text",
    [
        "",  # that is another rule's
        "A ferry",
        "A lit ferry moves off a dark quay",
        "A drawing of a ferry",
        "Pictures of ferries on a wall",
        "A photographer on a quay",
        "A sign that says ferry.example",
        "Photo finish of two boats",
        "P 51 on a sail",
    ],
)
def test_what_one_sees_passes(alt_text):
    assert said("alt_texts.words", alt_text=alt_text) == []


def test_the_alt_text_of_the_use_is_the_one_that_is_read():
    assert said("alt_texts.words", alt_text="x", placement={"alt_text": "A lit ferry"}) == []
