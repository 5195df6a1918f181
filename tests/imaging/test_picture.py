"""An uploaded picture is taken upright, bare and with its credit, or refused with a sentence."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image, ImageCms, TiffImagePlugin

from articles.imaging.picture import (
    LARGEST_FILE,
    Picture,
    PictureRefused,
    inspect,
    make_renditions,
)
from articles.imaging.xmp import Credit, packet
from tests.builders import a_picture
from tests.imaging import files

UNKNOWN = "is not a picture we can read. Send a JPEG, PNG, WebP, GIF or AVIF."
BROKEN = "is damaged or cut off. Send the file again, or export it anew."
TOO_LARGE = "has more than 50 million pixels or a side over 12,000. Send it smaller."
LEFT_UP = 0x0112, 6
"""The EXIF tag Orientation: the camera was held upright, the picture lies on its side."""


@pytest.fixture
def sent(tmp_path):
    def send(data, name="ferry.jpg"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return send


def developed(path, folder, **options):
    """The public copies as (name, opened picture), smallest first."""
    made = make_renditions(path, folder, credit=options.pop("credit", Credit()), **options)
    return [(one, Image.open(BytesIO((folder / one["name"]).read_bytes()))) for one in made]


def is_red(pixel):
    red, green, blue = pixel
    return red > 200 and green < 60 and blue < 60


@pytest.mark.parametrize(
    ("image_format", "name"),
    [
        ("JPEG", "ferry.jpg"),
        ("JPEG", "FERRY.JPEG"),
        ("PNG", "ferry.png"),
        ("WEBP", "ferry.webp"),
        ("GIF", "ferry.gif"),
        ("AVIF", "ferry.avif"),
    ],
)
def test_a_real_picture_is_taken(image_format, name, sent, tmp_path):
    path = sent(a_picture((640, 480), image_format), name)

    assert inspect(path, name=name) == Picture(image_format, 640, 480)
    ((made, copy),) = developed(path, tmp_path / "public", widths=(480,))
    assert (copy.format, copy.mode, copy.size) == ("JPEG", "RGB", (480, 360))
    assert made["name"].endswith("-480.jpg")


def test_a_telephone_s_jpeg_with_a_second_picture_inside_is_a_jpeg(sent):
    data = files.encoded(files.two_tones(), "MPO", save_all=True, append_images=[files.two_tones()])

    assert inspect(sent(data), name="ferry.jpg") == Picture("JPEG", 64, 48)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_a_picture_of_any_mode_gets_its_copy(mode, sent, tmp_path):
    path = sent(files.encoded(Image.new(mode, (64, 48)), "PNG"), "ferry.png")

    ((_, copy),) = developed(path, tmp_path / "public")

    assert (copy.mode, copy.size) == ("RGB", (64, 48))


def test_transparency_becomes_white(sent, tmp_path):
    path = sent(files.encoded(Image.new("RGBA", (64, 48), (0, 0, 0, 0)), "PNG"), "ferry.png")

    ((_, copy),) = developed(path, tmp_path / "public")

    assert copy.getpixel((30, 20)) == (255, 255, 255)


def test_print_colours_become_screen_colours(sent, tmp_path):
    path = sent(files.encoded(Image.new("CMYK", (64, 48), (0, 255, 255, 0)), "JPEG"))

    ((_, copy),) = developed(path, tmp_path / "public")

    assert is_red(copy.getpixel((30, 20)))


@pytest.mark.parametrize("image_format", ["GIF", "WEBP"])
def test_of_a_moving_picture_the_first_frame_is_taken(image_format, sent, tmp_path):
    path = sent(files.animated(image_format), f"ferry.{image_format.lower()}")

    ((_, copy),) = developed(path, tmp_path / "public")

    assert is_red(copy.getpixel((30, 20)))
    assert not getattr(copy, "is_animated", False)


def test_copies_are_of_each_width_and_never_larger_than_the_picture(sent, tmp_path):
    path = sent(a_picture((1000, 500)))

    copies = developed(path, tmp_path / "public")

    assert [copy.size for _, copy in copies] == [(480, 240), (960, 480), (1000, 500)]
    assert [(one["width"], one["height"]) for one, _ in copies] == [c.size for _, c in copies]
    assert len(list((tmp_path / "public").iterdir())) == 3


def test_a_picture_on_its_side_is_put_upright(sent, tmp_path):
    exif = Image.Exif()
    exif[LEFT_UP[0]] = LEFT_UP[1]
    path = sent(files.encoded(files.two_tones(), "JPEG", exif=exif))

    assert inspect(path, name="ferry.jpg") == Picture("JPEG", 48, 64)
    ((_, copy),) = developed(path, tmp_path / "public")
    assert copy.size == (48, 64)
    assert is_red(copy.getpixel((24, 8)))
    assert not is_red(copy.getpixel((24, 56)))
    assert LEFT_UP[0] not in copy.getexif()


def test_nothing_of_the_original_s_own_metadata_is_in_a_copy(sent, tmp_path):
    exif = Image.Exif()
    exif[0x010F] = "SECRETCAM"
    gps = {1: "N", 2: tuple(TiffImagePlugin.IFDRational(n) for n in (54, 1, 2))}
    exif.get_ifd(0x8825).update(gps)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = files.encoded(
        files.two_tones(), "JPEG", exif=exif, comment=b"SECRETWORD", icc_profile=profile,
        xmp=b"<x>SECRETXMP</x>", dpi=(300, 300),
    )  # fmt: skip
    assert data.count(b"SECRET") == 3

    ((made, copy),) = developed(sent(data), tmp_path / "public")

    assert b"SECRET" not in (tmp_path / "public" / made["name"]).read_bytes()
    assert dict(copy.getexif()) == {}
    assert not {"exif", "icc_profile", "comment"} & set(copy.info)


CREDIT = Credit(
    creator="Ines Okafor",
    credit_line="Ines Okafor/Northmark Pictures",
    source="Northmark Pictures",
    copyright_notice="© 2026 Northmark Pictures",
    caption="A ferry <leaves> & “sails”.",
    alt_text="A lit ferry",
    usage_terms="Editorial use only",
)


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_each_copy_carries_the_credit(image_format, sent, tmp_path):
    path = sent(a_picture((1000, 500), image_format))

    for _, copy in developed(path, tmp_path / "public", credit=CREDIT):
        assert words_of(copy.info["xmp"]) == CREDIT.as_values()


NAMES = {
    "{http://purl.org/dc/elements/1.1/}creator": "creator",
    "{http://ns.adobe.com/photoshop/1.0/}Credit": "credit_line",
    "{http://ns.adobe.com/photoshop/1.0/}Source": "source",
    "{http://purl.org/dc/elements/1.1/}rights": "copyright_notice",
    "{http://purl.org/dc/elements/1.1/}description": "caption",
    "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}AltTextAccessibility": "alt_text",
    "{http://ns.adobe.com/xap/1.0/rights/}UsageTerms": "usage_terms",
}


def words_of(xmp):
    """The packet's properties by our names for them, read by an XML parser."""
    description = fromstring(xmp.decode().split("?>", 1)[1].rsplit("<?", 1)[0])[0][0]
    return {NAMES[item.tag]: "".join(item.itertext()) for item in description}


def test_an_unknown_property_is_left_out_of_the_packet():
    assert words_of(packet(Credit(creator="Ada"))) == {"creator": "Ada"}


def test_a_control_character_in_a_caption_does_not_break_the_packet():
    assert words_of(packet(Credit(caption="A\x0b\x01\ud800\ufffe ferry"))) == {"caption": "A ferry"}


def test_the_same_picture_with_another_credit_has_another_name(sent, tmp_path):
    path = sent(a_picture())

    names = {
        developed(path, tmp_path, credit=Credit(creator=name))[0][0]["name"]
        for name in ("Ada", "Bo", "Ada")
    }

    assert len(names) == 2


def test_a_broken_colour_profile_does_not_stop_a_picture(sent, tmp_path):
    path = sent(files.encoded(files.two_tones(), "JPEG", icc_profile=b"nonsense"))

    ((_, copy),) = developed(path, tmp_path / "public")

    assert copy.size == (64, 48)


JPEG, PNG = a_picture((600, 400)), a_picture((600, 400), "PNG")


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "empty.jpg", UNKNOWN),
        (b"Once upon a time", "story.jpg", UNKNOWN),
        (files.SVG, "logo.svg", UNKNOWN),
        (files.SVG, "logo.png", UNKNOWN),
        (b"%PDF-1.7", "page.jpg", UNKNOWN),
        (files.encoded(files.two_tones(), "TIFF"), "scan.tif", UNKNOWN),
        (files.encoded(files.two_tones(), "BMP"), "scan.jpg", UNKNOWN),
        (JPEG[: len(JPEG) // 2], "half.jpg", BROKEN),
        (PNG[: len(PNG) // 2], "half.png", BROKEN),
        (files.bomb(60_000, 60_000), "bomb.png", TOO_LARGE),
        (files.bomb(7_100, 7_100), "bomb.png", TOO_LARGE),
        (files.bomb(12_001, 10), "strip.png", TOO_LARGE),
        (a_picture(), "ferry.png", "is a JPEG by its content. Rename it to end in .jpg."),
        (a_picture(), "ferry", "is a JPEG by its content. Rename it to end in .jpg."),
        (a_picture(), "ferry.jpg.html", "is a JPEG by its content. Rename it to end in .jpg."),
    ],
)
def test_a_file_is_refused_with_a_sentence(data, name, sentence, sent):
    with pytest.raises(PictureRefused) as refusal:
        inspect(sent(data, name), name=name)

    assert str(refusal.value) == f"{name} {sentence}"


def test_a_heavy_file_is_refused_before_it_is_read(sent):
    path = sent(b"")
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)

    with pytest.raises(PictureRefused, match=r"^ferry\.jpg weighs more than 20 MB\."):
        inspect(path, name="ferry.jpg")


@pytest.mark.parametrize("seed", range(8))
def test_a_file_with_wrong_bytes_is_taken_or_refused_but_never_an_accident(seed, sent):
    chance = random.Random(seed)  # noqa: S311 - the same damage each time
    data = bytearray(chance.choice([JPEG, PNG]))
    for _ in range(8):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path = sent(bytes(data), "ferry.jpg")

    try:
        inspect(path, name="ferry.jpg")
    except PictureRefused as refusal:
        assert str(refusal).startswith("ferry.jpg ")  # noqa: PT017 - either end is a good one
