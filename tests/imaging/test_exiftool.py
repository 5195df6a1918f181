"""Every copy, read back by a program that is not ours: the whole credit, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess

import pytest
from PIL import Image, TiffImagePlugin

from articles.imaging.picture import make_copies
from articles.imaging.recipe import copy_name, cuts
from tests.imaging import files
from tests.imaging.files import CREDIT
from tests.imaging.metadata.packets import dataset, resource, segment

SAID = {
    "XMP:Creator": CREDIT.creator,
    "XMP:Credit": CREDIT.credit_line,
    "XMP:Source": CREDIT.source,
    "XMP:Rights": CREDIT.copyright_notice,
    "XMP:Description": CREDIT.caption,
    "XMP:AltTextAccessibility": CREDIT.alt_text,
    "XMP:UsageTerms": CREDIT.usage_terms,
    "XMP:WebStatement": CREDIT.web_statement,
    "XMP:LicensorURL": CREDIT.licensor_url,
    "XMP:DigitalSourceType": CREDIT.digital_source_type,
    "XMP:DataMining": CREDIT.data_mining,
}
"""As exiftool names the properties, numbers and addresses not put into words (-n)."""
ABOUT_THE_FILE = {
    "SourceFile",
    "ExifTool",
    "File",
    "Composite",
    "RIFF",
    "QuickTime",
    "Meta",
    "JFIF",
}
"""Groups that tell how a file is built, and nothing of whom or what it shows."""


@pytest.fixture(scope="module")
def exiftool():
    program = shutil.which("exiftool")
    if program is None:
        if os.environ.get("NEWSROOM_REQUIRE_EXIFTOOL"):
            pytest.fail("exiftool is not on this machine.")
        pytest.skip("exiftool is not on this machine.")

    def read(paths):
        command = [program, "-json", "-G", "-n", *map(str, paths)]
        done = subprocess.run(command, capture_output=True, check=True)
        return {one["SourceFile"]: one for one in json.loads(done.stdout)}

    return read


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """What a camera and an agency leave in a file: where, with what, and a small picture of it."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "SECRETCAM", "SECRETMODEL"
    exif[0xC62F] = "SECRETSERIAL"
    exif.get_ifd(0x8769)[0xA431] = "SECRETBODY"
    exif.get_ifd(0x8769)[0x927C] = b"SECRETMAKER"
    degrees = tuple(TiffImagePlugin.IFDRational(number) for number in (54, 1, 2))
    exif.get_ifd(0x8825).update({1: "N", 2: degrees, 3: "E", 4: degrees})
    words = resource(dataset(80, b"SECRETBYLINE") + dataset(120, b"SECRETCAPTION"))
    data = files.encoded(
        files.two_tones((1400, 1000)), "JPEG", exif=exif, xmp=b"<x>SECRETXMP</x>",
        comment=b"SECRETWORD",
    )  # fmt: skip
    path = tmp_path_factory.mktemp("original") / "ferry.jpg"
    path.write_bytes(data[:2] + segment(words) + data[2:])
    return path


@pytest.fixture(scope="module")
def copies(original):
    """All of them: each width of the frame, each card, the social card, in each format."""
    wanted = [
        (original.parent / "copies" / copy_name("a" * 32, cut.width, cut.height, kind), cut)
        for cut in cuts(1400, 1000, focal_point=(0.2, 0.3)).each()
        for kind in cut.formats
    ]
    make_copies(original, wanted, credit=CREDIT)
    return [path for path, _ in wanted]


def test_the_original_would_tell_where_it_was_taken(exiftool, original):
    (said,) = exiftool([original]).values()

    assert {"EXIF:GPSLatitude", "EXIF:SerialNumber", "IPTC:By-line"} <= set(said)


def test_every_copy_shows_the_credit(exiftool, copies):
    assert {path.suffix for path in copies} == {".avif", ".webp", ".jpg"}
    for path, said in exiftool(copies).items():
        assert {name: said.get(name) for name in SAID} == SAID, path


def test_no_copy_shows_anything_else(exiftool, copies):
    for path, said in exiftool(copies).items():
        ours = {name for name in said if name.partition(":")[0] not in ABOUT_THE_FILE}
        assert ours - {"XMP:XMPToolkit"} == set(SAID), path
        assert not [name for name in said if "GPS" in name or "Serial" in name], path
    for copy in copies:
        assert b"SECRET" not in copy.read_bytes()
