"""The untouched words come out of the child process, safe to keep, and never cost the picture."""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import sys

import pytest
from PIL.PngImagePlugin import PngInfo

from articles.imaging.metadata.originals import LONGEST_TEXT, MOST_ITEMS, MOST_LETTERS
from articles.imaging.metadata.reading import read
from articles.imaging.picture import ROOT, Picture, PictureRefused, inspect
from tests.imaging.files import encoded, two_tones
from tests.imaging.metadata.packets import (
    dataset,
    exif,
    jpeg,
    listed,
    plain,
    resource,
    said_by,
    segment,
    xmp,
)

PACKET = xmp(plain("photoshop:Credit", "Ada Lumen/AFP")).encode()
CREDIT = {"photoshop:Credit": "Ada Lumen/AFP"}


@pytest.fixture
def inspected(tmp_path):
    def inspect_bytes(data, name="ferry.jpg"):
        path = tmp_path / name
        path.write_bytes(data)
        return inspect(path, name=name)

    return inspect_bytes


def test_one_look_at_a_file_tells_what_it_is_what_it_says_and_which_it_is(inspected):
    iim = segment(resource(dataset(80, b"Ada Lumen")))
    data = jpeg(iim, xmp=PACKET, exif=exif(Artist="Ada Lumen"))

    found = inspected(data)

    assert found == Picture("JPEG", 64, 48)
    assert found.metadata == {
        "xmp": CREDIT,
        "iim": {"2:80": ["Ada Lumen"]},
        "exif": {"Artist": "Ada Lumen"},
    }
    assert found.content_hash == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("image_format", ["JPEG", "WEBP", "AVIF"])
def test_each_format_s_own_place_for_xmp_is_known(image_format, inspected):
    data = encoded(two_tones(), image_format, xmp=PACKET)

    found = inspected(data, f"ferry.{image_format.lower()}")

    assert found.metadata == {"xmp": CREDIT, "iim": {}, "exif": {}}


def test_a_png_s_xmp_is_read(inspected):
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", PACKET.decode())

    assert inspected(encoded(two_tones(), "PNG", pnginfo=info), "f.png").metadata["xmp"] == CREDIT


def test_ten_million_bytes_of_words_do_not_stop_a_picture(inspected):
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", xmp("<a/>" * 2_500_000))

    found = inspected(encoded(two_tones(), "PNG", pnginfo=info), "ferry.png")

    assert (found.width, found.metadata["xmp"]) == (64, {})


def test_a_picture_that_says_nothing_is_a_picture(inspected):
    found = inspected(encoded(two_tones(), "GIF"), "ferry.gif")

    assert found.metadata == {"xmp": {}, "iim": {}, "exif": {}}


def test_what_postgresql_cannot_keep_is_taken_out():
    data = jpeg(segment(resource(dataset(120, b"A\0 fer\x01ry\x1b\r\nleaves"))))

    assert said_by(data)["iim"] == {"2:120": ["A ferry\r\nleaves"]}


def test_long_texts_and_lists_are_cut():
    long = plain("photoshop:Instructions", "x" * (LONGEST_TEXT + 1))
    many = listed("dc:subject", *(["x"] * (MOST_ITEMS + 1)))

    found = said_by(encoded(two_tones(), "WEBP", xmp=xmp(long, many).encode()))["xmp"]

    assert len(found["photoshop:Instructions"]) == LONGEST_TEXT
    assert len(found["dc:subject"]) == MOST_ITEMS


def test_of_too_much_in_all_the_short_properties_are_kept():
    bloated = [plain(f"dc:x{n}", "x" * LONGEST_TEXT) for n in range(50)]
    packet = xmp(*bloated, plain("photoshop:Credit", "AFP"))

    found = said_by(encoded(two_tones(), "WEBP", xmp=packet.encode()))["xmp"]

    assert found["photoshop:Credit"] == "AFP"
    assert len(json.dumps(found)) <= MOST_LETTERS + 2 * len(found)


@pytest.mark.parametrize("seed", range(12))
def test_damaged_words_never_cost_the_picture_its_other_words(seed):
    chance = random.Random(seed)  # noqa: S311 - the same damage each time
    packet, record = bytearray(PACKET), bytearray(dataset(110, b"AFP") + dataset(80, b"Ada"))
    for _ in range(6):
        packet[chance.randrange(len(packet))] = chance.randrange(256)
        record[chance.randrange(len(record))] = chance.randrange(256)

    found = said_by(
        jpeg(segment(resource(bytes(record))), xmp=bytes(packet), exif=exif(Artist="Bo"))
    )

    assert found["exif"] == {"Artist": "Bo"}
    assert read(json.loads(json.dumps(found))).creators


def test_words_do_not_let_a_broken_picture_in(inspected):
    data = jpeg(xmp=PACKET)

    with pytest.raises(PictureRefused, match="damaged"):
        inspected(data[:-200])


def test_the_child_does_not_load_django():
    code = "import articles.imaging.child, sys; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
