"""XMP is read by namespace, whatever prefixes, letters and shapes a program chose."""

from __future__ import annotations

import re
import time

import pytest

from articles.imaging.metadata.from_xmp import LARGEST_PACKET
from tests.imaging.files import encoded, two_tones
from tests.imaging.metadata.packets import (
    NAMESPACES,
    in_languages,
    jpeg,
    listed,
    plain,
    said_by,
    xmp,
)


def read(packet):
    """A WebP has room for a packet of any size."""
    data = packet if isinstance(packet, bytes) else packet.encode()
    return said_by(encoded(two_tones(), "WEBP", xmp=data))["xmp"]


PERSON = plain("Iptc4xmpExt:City", "Marrick") + in_languages(
    "Iptc4xmpExt:Name", x_default="Old Pier"
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (plain("photoshop:Credit", " Ada Lumen/AFP "), {"photoshop:Credit": "Ada Lumen/AFP"}),
        (plain("photoshop:Credit", "A &amp; B"), {"photoshop:Credit": "A & B"}),
        (plain("photoshop:Credit", "<![CDATA[A & B]]>"), {"photoshop:Credit": "A & B"}),
        (plain("photoshop:Credit", "  "), {}),
        (
            in_languages("dc:description", de="Eine Fähre", x_default="A ferry"),
            {"dc:description": {"de": "Eine Fähre", "x-default": "A ferry"}},
        ),
        (
            "<dc:title><rdf:Alt><rdf:li>A ferry</rdf:li></rdf:Alt></dc:title>",
            {"dc:title": {"x-default": "A ferry"}},
        ),
        (listed("dc:creator", "Ada", "Bo", kind="Seq"), {"dc:creator": ["Ada", "Bo"]}),
        (listed("dc:subject", "ferry", "", "sea"), {"dc:subject": ["ferry", "sea"]}),
        (
            listed("Iptc4xmpExt:LocationShown", PERSON),
            {
                "Iptc4xmpExt:LocationShown": [
                    {
                        "Iptc4xmpExt:City": "Marrick",
                        "Iptc4xmpExt:Name": {"x-default": "Old Pier"},
                    }
                ]
            },
        ),
        (
            "<plus:Licensor><rdf:Seq><rdf:li><rdf:Description plus:LicensorURL='https://a.example'/>"
            "</rdf:li></rdf:Seq></plus:Licensor>",
            {"plus:Licensor": [{"plus:LicensorURL": "https://a.example"}]},
        ),
        (
            "<plus:Licensor><rdf:Bag><rdf:li plus:LicensorURL='https://a.example'/></rdf:Bag>"
            "</plus:Licensor>",
            {"plus:Licensor": [{"plus:LicensorURL": "https://a.example"}]},
        ),
        (
            '<xmpRights:WebStatement rdf:resource="https://a.example/terms"/>',
            {"xmpRights:WebStatement": "https://a.example/terms"},
        ),
        (
            "<photoshop:Credit rdf:parseType='Resource'><rdf:value>AFP</rdf:value>"
            "<dc:type>agency</dc:type></photoshop:Credit>",
            {"photoshop:Credit": "AFP"},
        ),
    ],
)
def test_a_property_is_read_in_every_shape(written, expected):
    assert read(xmp(written)) == expected


def test_a_property_may_be_an_attribute():
    assert read(xmp(attributes='photoshop:City="Marrick"')) == {"photoshop:City": "Marrick"}


def test_the_prefix_is_the_file_s_own_choice():
    packet = xmp(plain("photoshop:Credit", "AFP"), listed("dc:creator", "Ada"))

    renamed = re.sub(r"\b(photoshop|dc|rdf)(?=[:=])", r"other-\1", packet)

    assert read(renamed) == {"photoshop:Credit": "AFP", "dc:creator": ["Ada"]}


def test_several_descriptions_are_one_and_the_first_word_counts():
    one = xmp(plain("photoshop:Credit", "AFP"))
    two = one.replace(
        "</rdf:RDF>",
        "<rdf:Description><photoshop:Credit>AP</photoshop:Credit>"
        "<photoshop:City>Marrick</photoshop:City></rdf:Description></rdf:RDF>",
    )

    assert read(two) == {"photoshop:Credit": "AFP", "photoshop:City": "Marrick"}


TEXT = xmp(plain("photoshop:Credit", "José Ødegård/AFP"))
CREDIT = {"photoshop:Credit": "José Ødegård/AFP"}


@pytest.mark.parametrize(
    "packet",
    [
        TEXT.encode(),
        TEXT.encode() + b"\0" * 7,
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-be") + b"\0",
        TEXT.replace("\ufeff", "").encode("cp1252"),
        TEXT.split("?>", 1)[1].encode(),
        TEXT.replace("<x:xmpmeta", '<?xml version="1.0" encoding="ascii"?><x:xmpmeta').encode(),
        TEXT.replace("x:xmpmeta", "x:xapmeta").encode(),
        (TEXT + "<rubbish").encode(),
    ],
    ids=[
        "UTF-8", "padded", "marked", "UTF-16", "UTF-16LE", "UTF-16BE", "odd", "Windows-1252",
        "no wrapper", "wrong declaration", "old name", "rubbish behind",
    ],
)  # fmt: skip
def test_a_packet_is_read_in_any_letters(packet):
    assert read(packet) == CREDIT


def test_a_packet_without_its_outer_element_is_read():
    start, end = TEXT.index("<rdf:RDF"), TEXT.index("</x:xmpmeta>")

    assert read(TEXT[start:end]) == CREDIT


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    "packet",
    [
        "",
        "\0",
        "<",
        "once upon a time",
        TEXT.replace("</rdf:RDF>", ""),
        TEXT[: len(TEXT) // 2],
        TEXT.replace("José", "&nosuch;"),
        BOMB + TEXT.replace("José", "&i;"),
        TEXT.replace("<x:xmpmeta", BOMB + "<x:xmpmeta").replace("José", "&i;"),
        OUTSIDE + TEXT.replace("José", "&a;"),
        '<rdf:RDF xmlns:rdf="x">' + BOMB + "</rdf:RDF>",
        "<x/>",
        "<a>" * 100_000 + "</a>" * 100_000,
    ],
)
def test_what_is_no_xml_says_nothing(packet):
    assert read(packet) == {}


@pytest.mark.parametrize(
    "inside",
    [
        "<dc:a>" * 50_000 + "x" + "</dc:a>" * 50_000,
        "<dc:a><rdf:Seq><rdf:li>" * 20_000 + "x" + "</rdf:li></rdf:Seq></dc:a>" * 20_000,
    ],
)
def test_what_is_too_deep_is_left_out(inside):
    assert read(xmp(inside, plain("photoshop:Credit", "AFP"))) == {"photoshop:Credit": "AFP"}


def test_ten_million_bytes_of_xmp_are_not_read():
    packet = xmp(plain("photoshop:Credit", "AFP"), plain("dc:format", "x" * 10_000_000))
    started = time.process_time()

    found = read(packet)

    assert found == {}
    assert time.process_time() - started < 5
    assert len(packet) > LARGEST_PACKET


PRIVATE = [
    plain("exif:GPSLatitude", "54,1.2N"),
    plain("exif:GPSAreaInformation", "SECRET"),
    plain("aux:SerialNumber", "SECRET"),
    plain("aux:OwnerName", "SECRET"),
    plain("aux:LensSerialNumber", "SECRET"),
    plain("exifEX:BodySerialNumber", "SECRET"),
    plain("exifEX:CameraOwnerName", "SECRET"),
    plain("exif:CameraOwnerName", "SECRET"),
    plain("photoshop:SerialNumber", "SECRET"),
    plain("crs:Exposure", "SECRET"),
    listed(
        "Iptc4xmpExt:LocationShown",
        plain("exif:GPSLatitude", "54,1.2N") + plain("exif:GPSAltitude", "SECRET"),
    ),
]


@pytest.mark.parametrize("written", PRIVATE)
def test_where_it_was_and_whose_camera_it_is_stay_in_the_file(written):
    attribute = 'exif:GPSLongitude="1,2.3W" aux:SerialNumber="SECRET"'

    assert read(xmp(written, attributes=attribute)) == {}


def test_the_owner_of_the_copyright_is_no_owner_of_a_camera():
    owner = listed("plus:CopyrightOwner", plain("plus:CopyrightOwnerName", "Ada Lumen"))

    assert read(xmp(owner)) == {"plus:CopyrightOwner": [{"plus:CopyrightOwnerName": "Ada Lumen"}]}


def test_properties_of_unknown_namespaces_are_left_out():
    packet = xmp(plain("photoshop:Credit", "AFP"), '<m:a xmlns:m="urn:mine">x</m:a>')

    assert read(packet) == {"photoshop:Credit": "AFP"}
    assert "urn:mine" not in NAMESPACES.values()


def test_a_jpeg_holds_it_too():
    assert said_by(jpeg(xmp=TEXT.encode()))["xmp"] == CREDIT
