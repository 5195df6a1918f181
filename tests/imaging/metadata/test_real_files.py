"""Three real files: two by photographers, and the reference picture that fills every field."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from articles.imaging.metadata.reading import read
from articles.imaging.picture import inspect
from articles.vocabulary import DatePrecision

PHOTOS = Path(__file__).parents[3].parent / "shared" / "samples" / "photos"


@cache
def reading_of(name):
    path = PHOTOS / name
    if not path.exists():
        pytest.skip(f"{path} is not here")
    metadata = inspect(path, name=name).metadata
    return read(json.loads(json.dumps(metadata))), json.dumps(metadata)


def only(reading, *names):
    return {name: getattr(reading, name) for name in names}


def test_a_german_photographer_s_file():
    reading, kept = reading_of("canon-7d-german.jpg")

    expected = {
        "creators": ("Peter Bemmann",),
        "creator_job_title": "Hobbyfotograf",
        "credit_line": "",
        "copyright_notice": "© Peter Bemmann",
        "caption": "mit blauem Kleid",
        "headline": "Titel - Kyra",
        "title": "",
        "taken_on": date(2010, 12, 12),
        "taken_on_precision": DatePrecision.DAY,
        "place_shown": "Fotostudio HS, Mainz, Rheinland-Pfalz, Deutschland",
        "licence_url": "http://www.meine-ansichten.de/verschiedenes/copyright.html",
        "disagreements": (),
    }
    assert only(reading, *expected) == expected
    assert "380319450" not in kept  # the camera's serial number


def test_a_file_that_knows_where_it_was_taken():
    reading, kept = reading_of("freefoto-harvest.jpg")

    expected = {
        "creators": ("Ian Britton",),
        "creator_job_title": "Photographer",
        "credit_line": "Ian Britton",
        "supplier": "FreeFoto.com",
        "copyright_notice": "ian Britton - FreeFoto.com",
        "caption": "",  # Harvest, as are headline and title
        "caption_writer": "Ian Britton",
        "headline": "Harvest",
        "title": "Harvest",
        "taken_on": date(2002, 9, 16),
        "place_shown": "Northumberland, United Kingdom",
        "licence_url": "http://www.freefoto.com",
        "disagreements": (
            ("taken_on", {"xmp": "2002-09-16", "iim": "2002-09-16", "exif": "2002-07-28"}),
        ),
    }
    assert only(reading, *expected) == expected
    assert "GPS" not in kept


PARTS = ("Sublocation", "City", "Province/State", "CountryName")


def named(*names):
    return tuple(f"{name} (ref2017.1)" for name in names)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("creators", named("Creator1", "Creator2")),
        ("creator_job_title", "Creator's Job Title (ref2017.1)"),
        ("credit_line", "Credit Line (ref2017.1)"),
        ("supplier", "Source (ref2017.1)"),
        ("copyright_notice", "Copyright (Notice) 2017.1 IPTC - www.iptc.org (ref2017.1)"),
        ("caption", "The description aka caption (ref2017.1)"),
        ("caption_writer", "Description Writer (ref2017.1)"),
        ("alt_text", ""),  # newer than the file
        ("headline", "The Headline (ref2017.1)"),
        ("title", "The Title (ref2017.1)"),
        ("taken_on", date(2017, 7, 13)),
        ("taken_on_precision", DatePrecision.DAY),
        (
            "place_shown",
            "; ".join(
                ", ".join(named(*(f"{part} (Location shown{n})" for part in PARTS))) for n in (1, 2)
            ),
        ),
        ("people_shown", named("Person Shown 1", "Person Shown 2", "Person Name 1")),
        ("instructions", "An Instruction (ref2017.1)"),
        ("usage_terms", "Rights Usage Termns (ref2017.1)"),
        ("licence_url", "http://www.WebStatementOfRights.org/2017.1"),
        ("licensor_url", ""),  # "Licensor URL 1 (ref2017.1)" is no address
        ("supplier_image_id", "Image Supplier Image ID (ref2017.1)"),
        ("digital_source_type", ""),  # softwareImage, a code given up since
        ("data_mining", ""),  # newer than the file
        ("job_id", "Job Id (ref2017.1)"),
        ("disagreements", ()),
    ],
)
def test_every_field_of_the_reference_picture(field, expected):
    reading, _ = reading_of("IPTC-PhotometadataRef-Std2017.1.jpg")

    assert getattr(reading, field) == expected
