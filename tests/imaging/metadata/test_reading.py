"""Each field is read from where the standard puts it, without rubbish."""

from __future__ import annotations

from datetime import date

import pytest

from articles.imaging.metadata.reading import Reading, read
from articles.vocabulary import DataMining, DatePrecision, DigitalSourceType


def field(name, **origins):
    return getattr(read(origins), name)


def alt(text):
    return {"x-default": text}


@pytest.mark.parametrize("raw", [{}, {"xmp": {}, "iim": {}, "exif": {}}, {"xmp": None}])
def test_a_file_that_says_nothing_gives_nothing(raw):
    assert read(raw) == Reading()


@pytest.mark.parametrize(
    ("name", "xmp", "iim", "exif"),
    [
        ("creator_job_title", "photoshop:AuthorsPosition", "2:85", ""),
        ("credit_line", "photoshop:Credit", "2:110", ""),
        ("supplier", "photoshop:Source", "2:115", ""),
        ("copyright_notice", "dc:rights", "2:116", "Copyright"),
        ("caption", "dc:description", "2:120", "ImageDescription"),
        ("caption", "tiff:ImageDescription", "2:120", "XPComment"),
        ("caption_writer", "photoshop:CaptionWriter", "2:122", ""),
        ("alt_text", "Iptc4xmpCore:AltTextAccessibility", "", ""),
        ("headline", "photoshop:Headline", "2:105", ""),
        ("title", "dc:title", "2:05", "XPTitle"),
        ("instructions", "photoshop:Instructions", "2:40", ""),
        ("usage_terms", "xmpRights:UsageTerms", "", ""),
        ("supplier_image_id", "plus:ImageSupplierImageID", "", ""),
        ("supplier_image_id", "GettyImagesGIFT:AssetID", "", ""),
        ("job_id", "photoshop:TransmissionReference", "2:103", ""),
    ],
)
def test_a_field_is_read_from_its_property_xmp_before_iim_before_exif(name, xmp, iim, exif):
    said = {"xmp": {xmp: "One word"}, "iim": {iim: ["Another"]}, "exif": {exif: "Third of all"}}
    expected = ["One word", "Another" if iim else "", "Third of all" if exif else ""]

    for origin, text in zip(["xmp", "iim", "exif"], expected, strict=True):
        assert getattr(read(said), name) == text or not text
        del said[origin]


def test_a_cut_off_credit_in_iim_is_made_whole_by_xmp():
    full = "NASA, ESA, Michael Wong (Space Telescope Science Institute)"

    reading = read({"xmp": {"photoshop:Credit": full}, "iim": {"2:110": [full[:32]]}})

    assert reading.credit_line == full
    assert reading.disagreements == ()


def test_what_truly_differs_is_told_with_all_that_was_said():
    reading = read(
        {
            "xmp": {"dc:creator": ["Ada Lumen"], "dc:rights": alt("© AFP")},
            "iim": {"2:80": ["BO QUAY"], "2:116": ["© AFP"], "2:90": ["Marrick"]},
            "exif": {"Artist": "Ada Lumen", "Copyright": "(c) AP"},
        }
    )

    assert reading.creators == ("Ada Lumen",)
    assert dict(reading.disagreements) == {
        "creators": {"xmp": "Ada Lumen", "iim": "Bo Quay", "exif": "Ada Lumen"},
        "copyright_notice": {"xmp": "© AFP", "iim": "© AFP", "exif": "(c) AP"},
    }


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        ({"de": "Fähre", "x-default": "Ferry"}, "Ferry"),
        ({"de": "Fähre", "fr": "Bac"}, "Fähre"),
        ("Ferry", "Ferry"),
        (["Ferry", "Bac"], "Ferry"),
        ({"x-default": ""}, ""),
    ],
)
def test_of_several_languages_the_default_is_taken_or_else_the_first(languages, expected):
    assert field("caption", xmp={"dc:description": languages}) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (["OLGA MALTSEVA"], ("Olga Maltseva",)),
        (["VINCENT VAN DER BERG"], ("Vincent van der Berg",)),
        (["Ada Lumen", "Bo Quay"], ("Ada Lumen", "Bo Quay")),
        (["Ada Lumen; Bo Quay"], ("Ada Lumen", "Bo Quay")),
        (["Ada Lumen", "ADA LUMEN"], ("Ada Lumen",)),
        (["© Ada Lumen"], ("Ada Lumen",)),
        (["©Ada Lumen"], ("Ada Lumen",)),
        (["(c) 2022 Ada Lumen"], ("Ada Lumen",)),
        (["Copyright of Ada Lumen"], ("Ada Lumen",)),
        (["Copyright: Ada Lumen"], ("Ada Lumen",)),
        (["Photo by Ada Lumen"], ("Ada Lumen",)),
        (["By Ada Lumen"], ("Ada Lumen",)),
        (["Picture Press"], ("Picture Press",)),
        (["REUTERS"], ("Reuters",)),
        (["NASA"], ("NASA",)),
        *(
            ([token], ())
            for token in (
                "Handout", "HO", "Pool", "Stringer", "STRINGER", "STR", "Staff", "Supplied",
                "Uncredited", "AFP Contributor#AFP", "AFP Contributor", "-", ".", "null", "Unknown",
                " ", "©",
            )
        ),
    ],
)  # fmt: skip
def test_by_lines_are_names_in_normal_capitals(written, expected):
    assert field("creators", xmp={"dc:creator": written}) == expected


def test_a_by_line_that_is_nobody_s_name_leaves_it_to_the_next_origin():
    reading = read({"xmp": {"dc:creator": ["Stringer"]}, "exif": {"Artist": "Ada Lumen; Bo Quay"}})

    assert reading.creators == ("Ada Lumen", "Bo Quay")
    assert reading.disagreements == ()


@pytest.mark.parametrize(
    ("name", "said", "expected"),
    [
        ("credit_line", "© Ada Lumen/AFP", "Ada Lumen/AFP"),
        ("credit_line", "Copyright of AFP", "AFP"),
        ("credit_line", "(AP Photo/Ada Lumen)", "AP Photo/Ada Lumen"),
        ("credit_line", "n/a", ""),
        ("supplier", "null", ""),
        ("instructions", "NO SALES\r\nNO  ARCHIVE", "NO SALES\nNO ARCHIVE"),
        ("instructions", "-", ""),
    ],
)
def test_words_are_freed_of_what_says_nothing(name, said, expected):
    properties = {
        "credit_line": "photoshop:Credit",
        "supplier": "photoshop:Source",
        "instructions": "photoshop:Instructions",
    }

    assert field(name, xmp={properties[name]: said}) == expected


def test_the_copyright_notice_keeps_its_sign():
    assert field("copyright_notice", exif={"Copyright": "© 2022 Ada"}) == "© 2022 Ada"


@pytest.mark.parametrize(
    "caption", ["OLYMPUS DIGITAL CAMERA", "DSC_1234.JPG", "f/2.8 1/250s ISO 400", "none", "Default"]
)
def test_a_caption_of_the_camera_s_is_none(caption):
    said = {"exif": {"ImageDescription": caption}, "iim": {"2:105": [caption], "2:05": [caption]}}

    reading = read(said)

    assert (reading.caption, reading.headline, reading.title) == ("", "", "")
    assert reading.disagreements == ()


def test_the_camera_s_caption_does_not_hide_a_person_s():
    reading = read(
        {"xmp": {"dc:description": alt("SONY DSC")}, "iim": {"2:120": ["A ferry sails."]}}
    )

    assert reading.caption == "A ferry sails."
    assert reading.disagreements == ()


SENTENCE = "The last ferry of the season leaves Marrick on 18 May 2022."


@pytest.mark.parametrize(
    ("caption", "headline", "title", "expected"),
    [
        ("Harvest", "Harvest", "Harvest", ""),
        ("Harvest", "HARVEST", "", ""),
        ("Harvest", "", "Harvest", ""),
        ("Harvest", "Bread", "", "Harvest"),
        ("Harvest", "", "", "Harvest"),
        (SENTENCE, SENTENCE, "", SENTENCE),
        (SENTENCE, SENTENCE, SENTENCE, ""),
    ],
)
def test_a_caption_that_is_only_the_headline_again_is_a_label(caption, headline, title, expected):
    iim = {"2:120": [caption], "2:105": [headline], "2:05": [title]}

    reading = read({"iim": iim})

    assert (reading.caption, reading.headline, reading.title) == (expected, headline, title)


@pytest.mark.parametrize(
    ("raw", "day", "precision"),
    [
        ({"xmp": {"photoshop:DateCreated": "2022-05"}}, date(2022, 5, 1), "month"),
        ({"xmp": {"photoshop:DateCreated": "2022"}}, date(2022, 1, 1), "year"),
        ({"iim": {"2:55": ["20220500"]}}, date(2022, 5, 1), "month"),
        ({"exif": {"DateTimeOriginal": "2022:05:18 10:11:12"}}, date(2022, 5, 18), "day"),
        ({"xmp": {"exif:DateTimeOriginal": "2022-05-18T10:11:12"}}, date(2022, 5, 18), "day"),
        (
            {"xmp": {"photoshop:DateCreated": "2022-05"}, "iim": {"2:55": ["20220518"]}},
            date(2022, 5, 18),
            "day",
        ),
        (
            {"xmp": {"photoshop:DateCreated": "2099"}, "iim": {"2:55": ["20220518"]}},
            date(2022, 5, 18),
            "day",
        ),
        ({"exif": {"DateTimeOriginal": "0000:00:00 00:00:00"}}, None, "day"),
    ],
)
def test_the_date_is_as_exact_as_the_most_exact_origin(raw, day, precision):
    reading = read(raw, today=date(2026, 11, 24))

    assert (reading.taken_on, reading.taken_on_precision) == (day, DatePrecision(precision))
    assert reading.disagreements == ()


def test_two_days_are_a_disagreement():
    reading = read(
        {"iim": {"2:55": ["20220518"]}, "exif": {"DateTimeOriginal": "2022:05:19 00:01:02"}}
    )

    assert reading.taken_on == date(2022, 5, 18)
    assert reading.disagreements == (("taken_on", {"iim": "2022-05-18", "exif": "2022-05-19"}),)


EXT = "Iptc4xmpExt:"
SHOWN = {f"{EXT}Sublocation": "Old Pier", f"{EXT}City": "Marrick", f"{EXT}CountryName": "Norland"}
OTHER = {f"{EXT}City": "Eastmark", f"{EXT}CountryName": " "}
LEGACY = {"photoshop:City": "Oxby", "photoshop:Country": "Norland"}


@pytest.mark.parametrize(
    ("xmp", "iim", "expected"),
    [
        ({f"{EXT}LocationShown": [SHOWN], **LEGACY}, {}, "Old Pier, Marrick, Norland"),
        ({f"{EXT}LocationShown": SHOWN}, {}, "Old Pier, Marrick, Norland"),
        ({f"{EXT}LocationShown": [SHOWN, OTHER]}, {}, "Old Pier, Marrick, Norland; Eastmark"),
        ({f"{EXT}LocationShown": [{}], f"{EXT}LocationCreated": [OTHER], **LEGACY}, {}, "Eastmark"),
        (LEGACY, {}, "Oxby, Norland"),
        ({**LEGACY, "Iptc4xmpCore:Location": "Mole"}, {}, "Mole, Oxby, Norland"),
        ({}, {"2:92": ["Mole"], "2:90": ["Oxby"], "2:95": ["Fen"]}, "Mole, Oxby, Fen"),
        ({"photoshop:City": "Luxembourg", "photoshop:Country": "LUXEMBOURG"}, {}, "Luxembourg"),
        ({"photoshop:City": " ", "photoshop:Country": "Norland"}, {}, "Norland"),
        ({"photoshop:City": "null"}, {}, ""),
        ({"photoshop:City": "Oxby"}, {"2:90": ["OXBY"], "2:101": ["Norland"]}, "Oxby, Norland"),
        ({}, {}, ""),
    ],
)
def test_the_place_is_in_words_without_blanks_or_repetition(xmp, iim, expected):
    reading = read({"xmp": xmp, "iim": iim})

    assert reading.place_shown == expected
    assert reading.disagreements == ()


def test_two_places_are_a_disagreement():
    reading = read({"xmp": LEGACY, "iim": {"2:90": ["Marrick"]}})

    assert reading.place_shown == "Oxby, Norland"
    assert reading.disagreements == (("place_shown", {"xmp": "Oxby, Norland", "iim": "Marrick"}),)


def test_people_are_named_once_each():
    xmp = {
        f"{EXT}PersonInImage": ["ADA LUMEN", "Bo Quay", "-"],
        f"{EXT}PersonInImageWDetails": [
            {f"{EXT}PersonName": alt("Bo Quay")},
            {f"{EXT}PersonName": alt("Cy Oxby"), f"{EXT}PersonId": ["https://a.example/1"]},
        ],
    }

    assert field("people_shown", xmp=xmp) == ("Ada Lumen", "Bo Quay", "Cy Oxby")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("https://a.example/terms", "https://a.example/terms"),
        ("www.a.example", "http://www.a.example"),
        ("a.example/terms", "http://a.example/terms"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https://a.example/a b", ""),
        ("see our terms", ""),
        ("//a.example", ""),
        ("https://", ""),
    ],
)
def test_only_web_addresses_are_addresses(written, expected):
    xmp = {
        "xmpRights:WebStatement": written,
        "plus:Licensor": [{"plus:LicensorName": "Ada"}, {"plus:LicensorURL": written}],
    }

    reading = read({"xmp": xmp})

    assert (reading.licence_url, reading.licensor_url) == (expected, expected)


CODES = "://cv.iptc.org/newscodes/digitalsourcetype/"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        *((f"http{CODES}{one.value}", one) for one in DigitalSourceType),
        (f"https{CODES}trainedAlgorithmicMedia", DigitalSourceType.GENERATED),
        (f"HTTP{CODES}trainedalgorithmicmedia/", DigitalSourceType.GENERATED),
        ("trainedAlgorithmicMedia", DigitalSourceType.GENERATED),
        ("digsrctype:trainedAlgorithmicMedia", DigitalSourceType.GENERATED),
        (f"http{CODES}minorHumanEdits", DigitalSourceType.HUMAN_EDITS),
        (f"http{CODES}digitalArt", DigitalSourceType.CREATION),
        (f"http{CODES}compositeSynthetic", DigitalSourceType.COMPOSITE),
        (f"http{CODES}softwareImage", ""),
        ("https://a.example/trainedAlgorithmicMedia", ""),
        ("", ""),
    ],
)
def test_how_a_picture_came_to_be_is_a_known_code_or_nothing(written, expected):
    assert field("digital_source_type", xmp={f"{EXT}DigitalSourceType": written}) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        *((one.address, one) for one in DataMining),
        ("https://ns.useplus.org/ldf/vocab/DMI-PROHIBITED", DataMining.PROHIBITED),
        ("DMI-ALLOWED", DataMining.ALLOWED),
        ("http://ns.useplus.org/ldf/vocab/DMI-UNSPECIFIED", ""),
        ("no", ""),
    ],
)
def test_what_machines_may_do_is_a_known_code_or_nothing(written, expected):
    assert field("data_mining", xmp={"plus:DataMining": written}) == expected
