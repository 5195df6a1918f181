"""Of EXIF the words and the hour are read, and nothing that tells where or with whose camera."""

from __future__ import annotations

import json

import pytest
from PIL import Image, TiffImagePlugin

from tests.imaging.files import encoded, two_tones
from tests.imaging.metadata.packets import exif, jpeg, said_by

WORDS = {"ImageDescription": "A ferry", "Artist": "Ada Lumen", "Copyright": "Ada Lumen"}
WHEN = {"DateTimeOriginal": "2022:05:18 10:11:12"}


def test_words_and_hour_are_read_by_the_tag_s_name():
    assert said_by(jpeg(exif=exif(**WORDS, **WHEN)))["exif"] == {**WORDS, **WHEN}


@pytest.mark.parametrize("image_format", ["PNG", "WEBP", "AVIF", "MPO"])
def test_other_formats_hold_it_too(image_format):
    data = encoded(two_tones(), image_format, exif=exif(**WORDS, **WHEN))

    assert said_by(data)["exif"] == {**WORDS, **WHEN}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Jose\u0301".encode().decode("latin-1"), "Jose\u0301"),
        ("José".encode().decode("latin-1"), "José"),
        ("José", "José"),
        ("Ada Lumen\0", "Ada Lumen"),
        ("Ada Lumen\0The Post", "Ada Lumen; The Post"),
        (" \0The Post", "The Post"),
    ],
)
def test_a_text_is_utf_8_or_windows_1252_and_ends_with_its_last_letter(written, expected):
    made = Image.Exif()
    made[0x8298] = written.encode("latin-1")
    data = jpeg(exif=made.tobytes().replace(b"\x82\x98\0\x07", b"\x82\x98\0\x02"))

    assert said_by(data)["exif"] == {"Copyright": expected}


def test_words_of_windows_are_read():
    made = Image.Exif()
    made[0x9C9B] = "Fähre 🚢".encode("utf-16-le") + b"\0\0"
    made[0x9C9D] = "Ada".encode("utf-16-le")

    assert said_by(jpeg(exif=made))["exif"] == {"XPTitle": "Fähre 🚢", "XPAuthor": "Ada"}


def test_place_serial_numbers_and_owner_stay_in_the_file():
    made = exif(**WORDS)
    made.get_ifd(0x8825).update(
        {1: "N", 2: tuple(TiffImagePlugin.IFDRational(n) for n in (54, 1, 2)), 27: b"SECRET"}
    )
    for tag in (0xA430, 0xA431, 0xA435, 0x927C):  # owner, body, lens, the maker's note
        made.get_ifd(0x8769)[tag] = "SECRET"
    made[0xC62F] = "SECRET"  # another serial number
    data = jpeg(exif=made)

    found = said_by(data)

    assert data.count(b"SECRET") == 6
    assert found["exif"] == WORDS
    assert "SECRET" not in json.dumps(found)


@pytest.mark.parametrize("broken", [b"Exif\0\0", b"Exif\0\0MM\0*\0\0\xff\xff", b"nonsense"])
def test_what_is_broken_says_nothing(broken):
    assert said_by(encoded(two_tones(), "PNG", exif=broken))["exif"] == {}
