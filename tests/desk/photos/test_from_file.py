"""An arriving picture's own words fill the photo; what is not certain is a proposal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.desk.photos.arrival import receive
from articles.desk.photos.photo import Photo
from articles.desk.photos.supplier import Supplier
from tests.builders import a_contributor
from tests.imaging import files
from tests.imaging.metadata import packets
from tests.imaging.metadata.packets import dataset, in_languages, listed, plain, with_iim, xmp

pytestmark = pytest.mark.django_db

LONG = "Olga Maltseva/Agence France-Presse via Getty Images"


def arrived(data, name="ferry.jpg"):
    receive(SimpleUploadedFile(name, data, "image/jpeg"))
    return Photo.objects.get()


def jpeg_with(*properties, iim=(), **options):
    return with_iim(*iim, xmp=xmp(*properties).encode(), **options)


FILES = {
    "a credit cut off at 32 bytes in IIM, whole in XMP": (
        lambda: jpeg_with(
            plain("photoshop:Credit", LONG), iim=[dataset(110, LONG[:32].encode("latin-1"))]
        ),
        {
            "credit_line": "Olga Maltseva/AFP via Getty Images",
            "creator": "Olga Maltseva",
            "supplier": "AFP",
            "distributor": "Getty Images",
            "rights_category": "agency",
            "credit_is_proposal": False,
        },
    ),
    "Windows-1252 without a mark of it": (
        lambda: with_iim(dataset(120, "The café at the quay – “open”.".encode("cp1252"))),
        {"caption": "The café at the quay – “open”.", "credit_is_proposal": False},
    ),
    "UTF-8 with its mark": (
        lambda: with_iim(
            dataset(90, packets.UTF8, record=1), dataset(120, "Žižkov at night.".encode())
        ),
        {"caption": "Žižkov at night."},
    ),
    "XMP and IIM that say different things": (
        lambda: jpeg_with(
            plain("photoshop:Credit", "Ada Lumen/AFP"),
            iim=[dataset(110, b"Bo Quay/Reuters")],
        ),
        {"credit_line": "Ada Lumen/AFP", "creator": "Ada Lumen", "credit_is_proposal": True},
    ),
    "two names that nobody knows": (
        lambda: jpeg_with(plain("photoshop:Credit", "Ada Lumen/Northmark Pictures")),
        {"credit_line": "Ada Lumen/Northmark Pictures", "credit_is_proposal": True},
    ),
    "a picture of one of our own people": (
        lambda: jpeg_with(plain("photoshop:Credit", "ADA LUMEN")),
        {
            "credit_line": "Ada Lumen",
            "rights_category": "staff",
            "supplier": "",
            "credit_is_proposal": False,
        },
    ),
    "a handout": (
        lambda: jpeg_with(plain("photoshop:Credit", "Harbour Trust/Handout")),
        {"rights_category": "handout"},
    ),
    "UTF-16 XMP": (
        lambda: packets.jpeg(
            xmp=xmp(in_languages("dc:description", x_default="The quay.")).encode("utf-16")
        ),
        {"caption": "The quay."},
    ),
    "a caption that the camera wrote": (
        lambda: packets.jpeg(exif=packets.exif(ImageDescription="OLYMPUS DIGITAL CAMERA")),
        {"caption": ""},
    ),
    "a credit inside the caption": (
        lambda: jpeg_with(
            in_languages("dc:description", x_default="A ferry leaves. (Photo by OLGA MALTSEVA/AFP)")
        ),
        {"caption": "A ferry leaves.", "credit_line": "Olga Maltseva/AFP", "supplier": "AFP"},
    ),
    "a month and a year": (
        lambda: jpeg_with(plain("photoshop:DateCreated", "2022-05")),
        {"taken_on": date(2022, 5, 1), "taken_on_precision": "month"},
    ),
    "a date that stands in the caption alone": (
        lambda: jpeg_with(
            in_languages("dc:description", x_default="A ferry leaves Marrick, May 18, 2022.")
        ),
        {"taken_on": date(2022, 5, 18), "taken_on_precision": "day"},
    ),
    "what the licence says": (
        lambda: jpeg_with(
            in_languages("xmpRights:UsageTerms", x_default="Editorial use only"),
            plain("xmpRights:WebStatement", "https://example.org/terms"),
            listed("Iptc4xmpExt:PersonInImage", "Mira Holt", "Jon Vale"),
        ),
        {
            "usage_terms": "Editorial use only",
            "licence_url": "https://example.org/terms",
            "people_shown": "Mira Holt\nJon Vale",
        },
    ),
    "no words at all": (
        lambda: files.encoded(files.two_tones(), "JPEG"),
        {
            "caption": "",
            "credit_line": "",
            "credit_is_proposal": False,
            "rights_category": "",
            "taken_on": None,
        },
    ),
}


@pytest.mark.parametrize("case", FILES)
def test_the_file_fills_the_photo(case):
    a_contributor(name="Ada Lumen")
    data, expected = FILES[case]

    photo = arrived(data())

    assert {name: getattr(photo, name) for name in expected} == expected


def test_words_longer_than_the_field_are_cut_and_kept_whole_beside_it():
    photo = arrived(jpeg_with(in_languages("dc:description", x_default="quay " * 1000)))

    assert len(photo.caption) <= 2000
    assert len(photo.original_metadata["xmp"]["dc:description"]["x-default"]) > 4900


def test_a_supplier_that_the_photo_desk_has_added_is_known():
    Supplier.objects.create(
        name="Northmark Pictures",
        aliases="Northmark\nNMP",
        rights_category="contract",
        restrictions="Not in supplements.",
    )

    photo = arrived(jpeg_with(plain("photoshop:Credit", "Ada Lumen/NMP")))

    assert photo.credit_line == "Ada Lumen/Northmark Pictures"
    assert (photo.rights_category, photo.restrictions) == ("contract", "Not in supplements.")
    assert not photo.credit_is_proposal


def test_a_real_file_fills_its_photo():
    path = Path(__file__).parents[3].parent / "shared/samples/photos/freefoto-harvest.jpg"
    if not path.exists():
        pytest.skip(f"{path} is not here")

    photo = arrived(path.read_bytes(), path.name)

    assert photo.creator == "Ian Britton"
    assert "GPS" not in str(photo.original_metadata)
