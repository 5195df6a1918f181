"""Copies of a picture: upright, in screen colours, without its own words, with the credit."""

from __future__ import annotations

from io import BytesIO

import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image, ImageCms, ImageOps, TiffImagePlugin

from articles.imaging.picture import PictureRefused, inspect, make_copies
from articles.imaging.recipe import EVERY_FORMAT, scaled
from articles.imaging.xmp import Credit, packet
from tests.builders import a_picture
from tests.imaging import files
from tests.imaging.files import CREDIT

LEFT_UP = 0x0112, 6
"""The EXIF tag Orientation: the camera was held upright, the picture lies on its side."""


@pytest.fixture
def copy_of(tmp_path):
    """Makes one copy of a file, as wide as the part that it shows unless told, and opens it."""

    def make(path, kind="jpg", *, credit=None, box=None, width=None):
        found = inspect(path, name=path.name)
        box = box or (0, 0, found.width, found.height)
        copy = tmp_path / "copies" / f"copy.{kind}"
        cut = scaled(box, width or box[2] - box[0])
        make_copies(path, [(copy, cut)], credit=credit or Credit())
        return Image.open(BytesIO(copy.read_bytes()))

    return make


def is_red(pixel):
    red, green, blue = pixel
    return red > 200 and green < 60 and blue < 60


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_a_picture_of_any_mode_gets_its_copy(mode, sent, copy_of):
    path = sent(files.encoded(Image.new(mode, (64, 48)), "PNG"), "ferry.png")

    copy = copy_of(path)

    assert (copy.mode, copy.size) == ("RGB", (64, 48))


def test_transparency_becomes_white(sent, copy_of):
    path = sent(files.encoded(Image.new("RGBA", (64, 48), (0, 0, 0, 0)), "PNG"), "ferry.png")

    copy = copy_of(path)

    assert copy.getpixel((30, 20)) == (255, 255, 255)


def test_print_colours_become_screen_colours(sent, copy_of):
    path = sent(files.encoded(Image.new("CMYK", (64, 48), (0, 255, 255, 0)), "JPEG"))

    copy = copy_of(path)

    assert is_red(copy.getpixel((30, 20)))


@pytest.mark.parametrize("image_format", ["GIF", "WEBP"])
def test_of_a_moving_picture_the_first_frame_is_taken(image_format, sent, copy_of):
    path = sent(files.animated(image_format), f"ferry.{image_format.lower()}")

    copy = copy_of(path)

    assert is_red(copy.getpixel((30, 20)))
    assert not getattr(copy, "is_animated", False)


def test_a_picture_on_its_side_is_put_upright(sent, copy_of):
    exif = Image.Exif()
    exif[LEFT_UP[0]] = LEFT_UP[1]
    path = sent(files.encoded(files.two_tones(), "JPEG", exif=exif))

    found = inspect(path, name="ferry.jpg")
    assert (found.width, found.height) == (48, 64)
    copy = copy_of(path)
    assert copy.size == (48, 64)
    assert is_red(copy.getpixel((24, 8)))
    assert not is_red(copy.getpixel((24, 56)))
    assert LEFT_UP[0] not in copy.getexif()


def test_nothing_of_the_original_s_own_metadata_is_in_a_copy(sent, copy_of, tmp_path):
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

    for kind in EVERY_FORMAT:
        copy = copy_of(sent(data), kind)
        assert b"SECRET" not in (tmp_path / "copies" / f"copy.{kind}").read_bytes()
        assert dict(copy.getexif()) == {}
        assert not {"exif", "icc_profile", "comment"} & set(copy.info)


@pytest.mark.parametrize("kind", EVERY_FORMAT)
@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_each_copy_carries_the_credit(image_format, kind, sent, copy_of):
    path = sent(a_picture((1000, 500), image_format), f"ferry.{image_format.lower()}")

    copy = copy_of(path, kind, credit=CREDIT)

    assert words_of(copy.info["xmp"]) == CREDIT.as_values()


NAMES = {
    "{http://purl.org/dc/elements/1.1/}creator": "creator",
    "{http://ns.adobe.com/photoshop/1.0/}Credit": "credit_line",
    "{http://ns.adobe.com/photoshop/1.0/}Source": "source",
    "{http://purl.org/dc/elements/1.1/}rights": "copyright_notice",
    "{http://purl.org/dc/elements/1.1/}description": "caption",
    "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}AltTextAccessibility": "alt_text",
    "{http://ns.adobe.com/xap/1.0/rights/}UsageTerms": "usage_terms",
    "{http://ns.adobe.com/xap/1.0/rights/}WebStatement": "web_statement",
    "{http://ns.useplus.org/ldf/xmp/1.0/}Licensor": "licensor_url",
    "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType": "digital_source_type",
    "{http://ns.useplus.org/ldf/xmp/1.0/}DataMining": "data_mining",
}


def words_of(xmp):
    """The packet's properties by our names for them, read by an XML parser."""
    description = fromstring(xmp.decode().split("?>", 1)[1].rsplit("<?", 1)[0])[0][0]
    return {NAMES[item.tag]: "".join(item.itertext()) for item in description}


def test_an_unknown_property_is_left_out_of_the_packet():
    assert words_of(packet(Credit(creator="Ada"))) == {"creator": "Ada"}


def test_a_control_character_in_a_caption_does_not_break_the_packet():
    assert words_of(packet(Credit(caption="A\x0b\x01\ud800\ufffe ferry"))) == {"caption": "A ferry"}


def test_a_broken_colour_profile_does_not_stop_a_picture(sent, copy_of):
    path = sent(files.encoded(files.two_tones(), "JPEG", icc_profile=b"nonsense"))

    copy = copy_of(path)

    assert copy.size == (64, 48)


@pytest.mark.parametrize("kind", EVERY_FORMAT)
def test_a_part_is_cut_out_where_it_is_asked_for(kind, sent, copy_of):
    path = sent(files.encoded(files.two_tones((640, 480)), "JPEG"))

    copy = copy_of(path, kind, box=(330, 0, 640, 206), width=155)

    assert copy.size == (155, 103)
    blue = copy.convert("RGB").getpixel((5, 50))
    assert blue[2] > 200
    assert blue[0] < 60


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_part_is_cut_out_of_the_upright_picture(orientation, sent, copy_of):
    lying = ImageOps.exif_transpose(with_orientation(files.two_tones((640, 480)), orientation))
    exif = Image.Exif()
    exif[0x0112] = BACK.get(orientation, orientation)
    path = sent(files.encoded(lying, "JPEG", exif=exif))

    copy = copy_of(path, box=(0, 0, 300, 200), width=150)

    assert is_red(copy.getpixel((75, 50)))


def with_orientation(image, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    return Image.open(BytesIO(files.encoded(image, "PNG", exif=exif)))


BACK = {6: 8, 8: 6}
"""What undoes a quarter turn; the others undo themselves."""


def test_half_a_copy_is_never_left(sent, tmp_path):
    path = sent(a_picture((640, 480))[:3000])
    whole = 0, 0, 640, 480

    with pytest.raises(PictureRefused, match="damaged or cut off"):
        make_copies(path, [(tmp_path / "out" / "a.jpg", scaled(whole, 320))], credit=Credit())

    assert list((tmp_path / "out").iterdir()) == []
