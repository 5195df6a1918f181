"""Sending in a picture: what is taken, what is refused with a sentence, and who sees the file."""

from __future__ import annotations

import hashlib
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.desk.photos.darkroom import stem_of
from articles.desk.photos.photo import Photo
from tests.admin.page import Page
from tests.builders import a_picture

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/photo/add/"
PICK = "/admin/articles/photo/pick/"
WORDS = {
    "caption": "The night ferry leaves the quay at Marrick.",
    "alt_text": "A lit ferry",
    "credit_line": "Ines Okafor/Northmark Pictures",
    "taken_on_precision": "day",
    "leases-TOTAL_FORMS": "0",
    "leases-INITIAL_FORMS": "0",
}


@pytest.fixture
def desk(at_desk):
    return at_desk("photo")


def stored(settings):
    """Every file below the folder of pictures."""
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def thumbnail(settings):
    (path,) = (Path(settings.MEDIA_ROOT) / "thumbnails").glob("*")
    return path


def sent(data, name="ferry.jpg"):
    return SimpleUploadedFile(name, data, "image/jpeg")


def a_tagged_jpeg():
    """A picture on its side that tells where it was taken, with a camera's number."""
    image = Image.new("RGB", (64, 48), "navy")
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned upright
    exif[0xA431] = "SERIAL-12345"
    exif[0x8825] = {1: "N", 2: (51.0, 30.0, 0.0)}
    out = BytesIO()
    image.save(out, "JPEG", exif=exif, comment=b"SECRET-COMMENT")
    return out.getvalue()


def a_png(width, height):
    """A PNG of just a head: it claims the size and has next to no pixels."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    )


def test_a_real_picture_is_taken_with_its_size_its_hash_and_its_thumbnail(desk, settings):
    response = desk.post(ADD, {**WORDS, "image": sent(a_picture((640, 480)))})

    photo = Photo.objects.get()
    assert response.status_code == 302
    assert (photo.width, photo.height) == (640, 480)
    assert photo.content_hash == hashlib.sha256(a_picture((640, 480))).hexdigest()
    assert Path(photo.image.path).read_bytes() == a_picture((640, 480))
    assert thumbnail(settings).name == f"{photo.content_hash}-480.jpg"
    assert len(stored(settings)) == 2


def test_a_picture_is_measured_upright_and_tells_nothing_of_its_place(desk, settings):
    desk.post(ADD, {**WORDS, "image": sent(a_tagged_jpeg())})

    photo = Photo.objects.get()
    assert (photo.width, photo.height) == (48, 64)
    data = thumbnail(settings).read_bytes()
    assert b"SERIAL" not in data
    assert b"SECRET" not in data
    with Image.open(thumbnail(settings)) as image:
        assert not image.getexif()
        assert image.size == (48, 64)


@pytest.mark.parametrize("image_format", ["PNG", "WEBP", "GIF", "AVIF"])
def test_each_kind_that_the_page_promises_is_taken(image_format, desk):
    name = f"ferry.{image_format.lower()}"

    desk.post(ADD, {**WORDS, "image": sent(a_picture(image_format=image_format), name)})

    assert Photo.objects.get().has_file


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
REFUSED = {
    "a text": (b"Not a picture at all.", "ferry.jpg", "is not a picture we can read"),
    "nothing": (b"", "ferry.jpg", "The submitted file is empty."),
    "an SVG": (SVG, "ferry.svg", "is not a picture we can read"),
    "an SVG by another name": (SVG, "ferry.jpg", "is not a picture we can read"),
    "a page": (b"<!DOCTYPE html><script>alert(1)</script>", "a.jpg", "is not a picture we can"),
    "a TIFF": (a_picture(image_format="TIFF"), "ferry.tiff", "is not a picture we can read"),
    "half of one": (a_picture((640, 480))[:2000], "ferry.jpg", "is damaged or cut off"),
    "a bomb": (a_png(30_000, 30_000), "ferry.png", "has more than 50 million pixels"),
    "a long side": (a_png(20_000, 10), "ferry.png", "a side over 12,000"),
    "a heavy one": (a_picture() + b"\0" * 20 * 2**20, "ferry.jpg", "weighs more than 20 MB"),
    "a PNG called JPEG": (a_picture(image_format="PNG"), "ferry.jpg", "is a PNG by its content"),
    "a program": (a_picture(), "ferry.php", "is a JPEG by its content"),
    "a long name": (a_picture(), "f" * 120 + ".jpg", "at most 100 characters"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_picture_is_refused_and_the_words_are_kept(what, desk, settings):
    data, name, sentence = REFUSED[what]

    response = desk.post(ADD, {**WORDS, "image": sent(data, name)})

    page = Page(response)
    assert response.status_code == 200
    assert any(sentence in error for error in page.errors), page.errors
    assert page.harm == []
    assert WORDS.items() <= page.fields("photo_form").items()
    assert not Photo.objects.exists()
    assert stored(settings) == []


@pytest.mark.parametrize("what", ["a text", "nothing", "half of one"])
def test_the_editor_s_dialog_gets_the_same_sentences(what, at_desk, settings):
    data, name, sentence = REFUSED[what]

    response = at_desk("reporter").post(PICK, {**WORDS, "image": sent(data, name)})

    assert response.status_code == 400
    assert sentence in response.json()["errors"]["image"][0]
    assert not Photo.objects.exists()
    assert stored(settings) == []


@pytest.mark.parametrize(
    "name",
    [
        "../../ferry.jpg",
        "..\\..\\ferry.jpg",
        "/etc/cron.d/ferry.jpg",
        "ferry.jpg/../../x.jpg",
        "-rf .jpg",
        "$(reboot);`id`.jpg",
        "<x-evil onload=alert(1)>.jpg",
        "\u202egpj.exe.jpg",
        "ferry.php.jpg",
        ".jpg.jpg",
        "Fähre 夜.JPEG",
    ],
)
def test_what_the_sender_called_the_file_is_never_a_path(name, desk, settings):
    response = desk.post(ADD, {**WORDS, "image": sent(a_picture(), name)})

    assert response.status_code == 302
    photo = Photo.objects.get()
    folder, _, kept = photo.image.name.partition("/")
    assert folder == "originals"
    assert len(kept.partition(".")[0]) == 32
    assert kept.partition(".")[2] in {"jpg", "jpeg"}
    assert {path.parent.name for path in stored(settings)} == {"originals", "thumbnails"}


def test_a_hostile_name_is_harmless_in_the_refusal(desk):
    response = desk.post(ADD, {**WORDS, "image": sent(b"no", "<x-evil onload=alert(1)>.jpg")})

    page = Page(response)
    assert any("<x-evil onload=alert(1)>.jpg is not a picture" in error for error in page.errors)
    assert page.harm == []


def test_a_refused_new_file_leaves_the_old_one_in_place(desk, settings):
    desk.post(ADD, {**WORDS, "image": sent(a_picture())})
    photo, before = Photo.objects.get(), stored(settings)

    desk.post(
        f"/admin/articles/photo/{photo.pk}/change/", {**WORDS, "image": sent(b"Not a picture.")}
    )

    assert stored(settings) == before
    assert Photo.objects.get().image.name == photo.image.name


def test_a_changed_credit_makes_no_copy_at_once_but_other_ones_for_the_next_edition(desk, settings):
    desk.post(ADD, {**WORDS, "image": sent(a_picture())})
    photo, before = Photo.objects.get(), stored(settings)

    desk.post(f"/admin/articles/photo/{photo.pk}/change/", {**WORDS, "credit_line": "Ada Lumen"})

    assert stored(settings) == before
    assert stem_of(Photo.objects.get()) != stem_of(photo)


def test_a_change_that_no_copy_carries_names_the_same_ones(desk):
    desk.post(ADD, {**WORDS, "image": sent(a_picture())})
    before = Photo.objects.get()

    desk.post(f"/admin/articles/photo/{before.pk}/change/", {**WORDS, "place_shown": "Marrick"})

    photo = Photo.objects.get()
    assert (photo.place_shown, stem_of(photo)) == ("Marrick", stem_of(before))


def test_another_file_takes_the_place_of_the_first(desk):
    desk.post(ADD, {**WORDS, "image": sent(a_picture())})
    before = Photo.objects.get()

    desk.post(
        f"/admin/articles/photo/{before.pk}/change/", {**WORDS, "image": sent(a_picture((80, 40)))}
    )

    photo = Photo.objects.get()
    assert (photo.width, photo.height) == (80, 40)
    assert photo.content_hash != before.content_hash


def test_a_photo_without_its_thumbnail_gets_it_on_first_need(desk, settings):
    desk.post(ADD, {**WORDS, "image": sent(a_picture())})
    thumbnail(settings).unlink()

    response = desk.get(f"/admin/articles/photo/{Photo.objects.get().pk}/thumbnail/")

    assert b"".join(response.streaming_content) == thumbnail(settings).read_bytes()


def test_an_original_that_is_lost_hinders_no_words(desk, settings):
    desk.post(ADD, {**WORDS, "image": sent(a_picture())})
    photo = Photo.objects.get()
    Path(photo.image.path).unlink()
    thumbnail(settings).unlink()

    desk.post(f"/admin/articles/photo/{photo.pk}/change/", {**WORDS, "credit_line": "Ada Lumen"})

    assert Photo.objects.get().credit_line == "Ada Lumen"
    assert desk.get(f"/admin/articles/photo/{photo.pk}/thumbnail/").status_code == 404


def test_terms_that_no_picture_can_carry_are_refused(desk, settings):
    response = desk.post(ADD, {**WORDS, "usage_terms": "x" * 70_000, "image": sent(a_picture())})

    assert "Write the terms in at most 5,000 characters." in Page(response).errors
    assert stored(settings) == []


@pytest.mark.parametrize("who", ["reporter", "photo", "editor", "admin", None])
def test_no_address_gives_the_original_to_anyone(who, at_desk, client, settings):
    desk = at_desk("photo")
    desk.post(ADD, {**WORDS, "image": sent(a_picture())})
    photo = Photo.objects.get()
    reader = at_desk(who) if who else client
    name = photo.image.name

    for path in (
        f"/{name}",
        f"/media/{name}",
        f"/media/../{name}",
        f"/static/{name}",
        f"/media/{Path(name).name}",
        f"/admin/{name}",
    ):
        assert reader.get(path).status_code in {301, 302, 404}, path
        assert reader.get(path, follow=True).get("Content-Type", "").startswith("text/html")
