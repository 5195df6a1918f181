"""IIM is read from all APP13 segments, in the letters it was most likely written in."""

from __future__ import annotations

import struct

import pytest

from tests.imaging.metadata.packets import (
    UTF8,
    dataset,
    jpeg,
    resource,
    said_by,
    segment,
    with_iim,
)

MARKED = dataset(90, UTF8, record=1)
CUT = "Fähre und Möwen über dem Hafen, é".encode()


def read(*datasets):
    return said_by(with_iim(*datasets))["iim"]


@pytest.mark.parametrize(
    ("datasets", "expected"),
    [
        ([dataset(110, b"AFP")], {"2:110": ["AFP"]}),
        ([dataset(5, b"A ferry")], {"2:05": ["A ferry"]}),
        ([dataset(80, b"Ada"), dataset(80, b"Bo")], {"2:80": ["Ada", "Bo"]}),
        ([dataset(80, b""), dataset(80, b" "), dataset(80, b"Bo")], {"2:80": ["Bo"]}),
        ([dataset(110, b"")], {}),
        ([dataset(110, b"AFP\0\0")], {"2:110": ["AFP"]}),
        ([dataset(0, b"\0\4"), dataset(110, b"AFP")], {"2:110": ["AFP"]}),
        ([dataset(200, b"preview")], {}),
        ([dataset(120, b"x" * 40_000)], {"2:120": ["x" * 10_000]}),
        ([b"\0\0", dataset(40, b"x"), b"\0", dataset(40, b"y")], {"2:40": ["x", "y"]}),
        ([dataset(110, b"AFP"), b"\x1c\x02\x28\0\xffcut"], {"2:110": ["AFP"], "2:40": ["cut"]}),
        ([dataset(110, b"AFP"), b"\x1c\x02"], {"2:110": ["AFP"]}),
    ],
)  # fmt: skip
def test_datasets_are_read_whether_empty_repeated_padded_or_long(datasets, expected):
    assert read(*datasets) == expected


@pytest.mark.parametrize(
    ("datasets", "expected"),
    [
        ([MARKED, dataset(116, "© José".encode())], "© José"),
        ([dataset(116, "© José".encode())], "© José"),
        ([dataset(116, "© José".encode("cp1252"))], "© José"),
        ([MARKED, dataset(116, "© José".encode("cp1252"))], "© José"),
        ([dataset(116, "Café".encode("cp1252"))], "Café"),
        ([dataset(116, "“Ferry” – 5 €".encode("cp1252"))], "“Ferry” – 5 €"),
        ([dataset(116, "Ольга Коваль".encode())], "Ольга Коваль"),
    ],
)
def test_letters_are_utf_8_or_else_windows_1252(datasets, expected):
    assert read(*datasets) == {"2:116": [expected]}


@pytest.mark.parametrize(
    ("datasets", "expected"),
    [
        ([dataset(80, ("x" * 31 + "é").encode()[:32])], "x" * 31),
        ([dataset(80, "Ольга Коваль-Бондаренко".encode()[:31])], "Ольга Коваль-Бон"),
        ([MARKED, dataset(80, "Adaé".encode()[:-1])], "Ada"),
        ([dataset(80, CUT[:-1])], "Fähre und Möwen über dem Hafen,"),
    ],
)
def test_a_text_cut_in_the_middle_of_a_character_loses_that_character_only(datasets, expected):
    assert read(*datasets) == {"2:80": [expected]}


def test_every_segment_and_every_resource_is_read():
    other = resource(b"odd", kind=0x0425)
    data = jpeg(
        segment(other + resource(dataset(110, b"AFP"))),
        segment(resource(dataset(115, b"Getty Images")) + other),
    )

    assert said_by(data)["iim"] == {"2:110": ["AFP"], "2:115": ["Getty Images"]}


def test_a_resource_may_begin_in_one_segment_and_end_in_the_next():
    whole = resource(dataset(120, b"A ferry leaves Marrick."))

    found = said_by(jpeg(segment(whole[:25]), segment(whole[25:])))["iim"]

    assert found == {"2:120": ["A ferry leaves Marrick."]}


def test_a_resource_with_a_name_is_read():
    named = resource(dataset(110, b"AFP")).replace(b"\x04\x04\0\0", b"\x04\x04\x03abc", 1)

    assert said_by(jpeg(segment(named)))["iim"] == {"2:110": ["AFP"]}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"8BIM",
        b"8BIM\x04\x04\xff" + b"x" * 9,
        b"8BIM\x04\x04\0\0\xff\xff\xff\xff",
        resource(b"\x1c"),
        resource(b"\x1c\x02\x6e\xff\xff"),
        resource(struct.pack(">BBBH", 0x1C, 2, 110, 0x8000)),
        resource(b"\x1c" * 500),
        b"Adobe_Photoshop2.5:",
    ],
)
def test_what_is_broken_says_nothing(data):
    assert said_by(jpeg(segment(data)))["iim"] == {}


def test_a_picture_without_segments_says_nothing():
    assert said_by(jpeg()) == {"xmp": {}, "iim": {}, "exif": {}}
