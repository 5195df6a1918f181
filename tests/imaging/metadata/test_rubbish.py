"""What a camera or a program put into a field is not taken for a word of a person's."""

from __future__ import annotations

import pytest

from articles.imaging.metadata.rubbish import is_nothing, is_of_the_camera


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", ".", "--", "***", "null", "NULL", "(null)", "None", "n/a", "N/A", "unknown",
     "Untitled", "(c)", "©", "\u3000"],
)  # fmt: skip
def test_signs_for_empty_say_nothing(text):
    assert is_nothing(text)


@pytest.mark.parametrize("text", ["A ferry", "5", "海", "Nonesuch", "Unknown soldier", "Паром"])
def test_a_word_says_something(text):
    assert not is_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "OLYMPUS DIGITAL CAMERA",
        "OLYMPUS DIGITAL CAMERA         ",
        "KONICA MINOLTA DIGITAL CAMERA",
        "Digital StillCamera",
        "SONY DSC",
        "DCIM100MEDIADJI_0012.JPG",
        "DCIM\\100GOPRO",
        "Exif_JPEG_PICTURE",
        "<KENOX S630  / Samsung S630>",
        "SAMSUNG CAMERA PICTURES",
        "Created with GIMP",
        "Created with The GIMP",
        "Processed with VSCO with a6 preset",
        "File written by Adobe Photoshop® 5.0",
        "LEAD Technologies Inc. V1.01",
        "My beautiful picture",
        "edf",
        "DSC_1234.JPG",
        "DSC01234",
        "_MG_1234",
        "IMG_0001",
        "IMG-20220518-WA0001",
        "P5180001",
        "PXL_20220518_101112",
        "ferry-leaves.jpeg",
        "1234567890",
        "2022-05-18",
        "f/2.8 1/250s ISO 400",
        "f/2.8, 1/250 sec, ISO 400, 50 mm",
        "Canon EOS 5D Mark IV, 24-70mm, f/2.8, 1/250s, ISO 400",
        "Camera: NIKON D850; Exposure: 1/125 s at f/11; ISO 200; Flash: fired",
    ],
)
def test_what_the_camera_wrote_is_known(text):
    assert is_of_the_camera(text)


@pytest.mark.parametrize(
    "text",
    [
        "A ferry leaves Marrick on 18 May 2022.",
        "Photographed at 1/250s, f/2.8 from the pier.",
        "Olympus digital camera on show in Tokyo",
        "A digital camera factory",
        "Harvest",
        "mit blauem Kleid",
        "The year 1984",
        "Screenshots of the leaked letter",
        "ISO chief resigns",
        "TOPSHOT-UKRAINE-RUSSIA-CONFLICT",
        "Picture of the year",
    ],
)
def test_what_a_person_wrote_stays(text):
    assert not is_of_the_camera(text)
