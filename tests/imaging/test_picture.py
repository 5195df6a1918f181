"""An uploaded picture is taken upright, or refused with a sentence; nothing of it is kept then."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.desk.photos.arrival import receive
from articles.desk.photos.photo import Photo
from articles.imaging.picture import (
    LARGEST_FILE,
    Picture,
    PictureRefused,
    inspect,
    make_copies,
)
from articles.imaging.recipe import scaled
from articles.imaging.xmp import Credit
from tests.builders import a_picture
from tests.imaging import files

UNKNOWN = "is not a picture we can read. Send a JPEG, PNG, WebP, GIF or AVIF."
BROKEN = "is damaged or cut off. Send the file again, or export it anew."
TOO_LARGE = "has more than 50 million pixels or a side over 12,000. Send it smaller."


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
def test_a_real_picture_is_taken(image_format, name, sent):
    path = sent(a_picture((640, 480), image_format), name)

    assert inspect(path, name=name) == Picture(image_format, 640, 480)


def test_a_telephone_s_jpeg_with_a_second_picture_inside_is_a_jpeg(sent):
    data = files.encoded(files.two_tones(), "MPO", save_all=True, append_images=[files.two_tones()])

    assert inspect(sent(data), name="ferry.jpg") == Picture("JPEG", 64, 48)


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
        (files.bomb(20_000, 15_000), "300-megapixels.png", TOO_LARGE),
        (a_picture()[:2], "start.jpg", UNKNOWN),
        (b"GIF89a<script>alert(1)</script>", "page.gif", UNKNOWN),
        (a_picture(), "ferry.png", "is a JPEG by its content. Rename it to end in .jpg."),
        (a_picture(), "ferry", "is a JPEG by its content. Rename it to end in .jpg."),
        (a_picture(), "ferry.jpg.html", "is a JPEG by its content. Rename it to end in .jpg."),
    ],
)
@pytest.mark.django_db
def test_a_file_is_refused_with_a_sentence_and_nothing_is_stored(data, name, sentence, settings):
    with pytest.raises(PictureRefused) as refusal:
        receive(SimpleUploadedFile(name, data))

    assert str(refusal.value) == f"{name} {sentence}"
    assert not Photo.objects.exists()
    assert not [one for one in Path(settings.MEDIA_ROOT).rglob("*") if one.is_file()]


@pytest.mark.parametrize("behind", [b"<script>alert(1)</script>", b"PK\x03\x04" + b"\0" * 60])
def test_what_stands_behind_a_picture_does_not_reach_a_copy(behind, sent, tmp_path):
    path = sent(JPEG + behind)

    assert inspect(path, name="ferry.jpg") == Picture("JPEG", 600, 400)
    copy = tmp_path / "copy.jpg"
    make_copies(path, [(copy, scaled((0, 0, 600, 400), 320, ("jpg",)))], credit=Credit())
    assert behind[:8] not in copy.read_bytes()


def test_words_beside_the_picture_that_cannot_be_read_do_not_stop_it(sent):
    chance = random.Random(7)  # noqa: S311 - the same damage each time
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "A ferry"
    exif.get_ifd(0x8769)[0x9003] = "2026:11:23 10:00:00"
    block = exif.tobytes()
    for turn in range(12):
        damaged = bytearray(block)
        for _ in range(turn % 4 + 1):
            damaged[chance.randrange(6, len(damaged))] = chance.randrange(256)
        data = files.encoded(files.two_tones(), "JPEG", exif=bytes(damaged))

        found = inspect(sent(data), name="ferry.jpg")

        assert {found.width, found.height} == {48, 64}


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
