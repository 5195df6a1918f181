"""Where the origins say one thing the fullest is taken; where they differ, the first is."""

from __future__ import annotations

import pytest

from articles.imaging.metadata.comparison import Comparison


@pytest.mark.parametrize(
    ("xmp", "iim", "exif", "expected"),
    [
        ("", "", "", []),
        ("AFP", "", "", ["AFP"]),
        ("", "AFP", "", ["AFP"]),
        ("", "", "AFP", ["AFP"]),
        ("NASA, ESA, Michael Wong (Space Telescope)", "NASA, ESA, Michael Wong (Space T", "",
         ["NASA, ESA, Michael Wong (Space Telescope)"]),
        ("NASA, ESA, Michael Wong (Space T", "NASA, ESA, Michael Wong (Space Telescope)", "",
         ["NASA, ESA, Michael Wong (Space Telescope)"]),
        ("", "Ada Lu", "Ada Lumen", ["Ada Lumen"]),
        ("Ada", "Ada Lu", "Ada Lumen", ["Ada Lumen"]),
        ("Ada Lumen", "ADA LUMEN", "ada lumen", ["Ada Lumen"]),
        ("Ada  Lumen", "Ada Lumen ", "AdaLumen", ["Ada  Lumen"]),
        ("© Ada", "(c) Ada", "(C) Ada", ["© Ada"]),
        ("José", "Jose\u0301", "Jos?", ["José"]),
    ],
)  # fmt: skip
def test_one_thing_said_several_times_is_no_disagreement(xmp, iim, exif, expected):
    comparison = Comparison()
    said = {"xmp": [xmp], "iim": [iim], "exif": [exif]}

    settled = comparison.settle("credit_line", {k: v for k, v in said.items() if v != [""]})

    assert settled == expected
    assert comparison.disagreements == []


@pytest.mark.parametrize(
    ("said", "settled", "noted"),
    [
        ({"xmp": ["AFP"], "iim": ["AP"]}, ["AFP"], {"xmp": "AFP", "iim": "AP"}),
        ({"iim": ["AP"], "exif": ["AFP"]}, ["AP"], {"iim": "AP", "exif": "AFP"}),
        (
            {"xmp": ["Ada"], "iim": ["Ada Lumen"], "exif": ["Bo"]},
            ["Ada Lumen"],
            {"xmp": "Ada", "iim": "Ada Lumen", "exif": "Bo"},
        ),
        ({"xmp": ["Ada", "Bo"], "iim": ["Cy"]}, ["Ada", "Bo"], {"xmp": "Ada; Bo", "iim": "Cy"}),
    ],
)
def test_different_things_are_noted_and_the_first_is_taken(said, settled, noted):
    comparison = Comparison()

    assert comparison.settle("credit_line", said) == settled
    assert comparison.disagreements == [("credit_line", noted)]


@pytest.mark.parametrize(
    ("said", "settled"),
    [
        ({"xmp": ["Ada", "Bo"], "iim": ["Ada"]}, ["Ada", "Bo"]),
        ({"xmp": ["Ada"], "iim": ["Ada", "Bo"]}, ["Ada", "Bo"]),
        ({"xmp": ["Ada Lum", "Bo"], "iim": ["Ada Lumen", "B"]}, ["Ada Lumen", "Bo"]),
    ],
)
def test_some_of_the_names_are_no_other_names(said, settled):
    comparison = Comparison()

    assert comparison.settle("creators", said) == settled
    assert comparison.disagreements == []
