"""Uploading many pictures: each file is taken or refused by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.desk.photos.photo import Photo
from tests.admin.page import Page
from tests.builders import a_picture
from tests.imaging.metadata.packets import in_languages, jpeg, plain, xmp

pytestmark = pytest.mark.django_db

UPLOAD = "/admin/articles/photo/upload/"
JSON = {"Accept": "application/json"}


def sent(data=None, name="ferry.jpg"):
    return SimpleUploadedFile(name, a_picture() if data is None else data, "image/jpeg")


def test_a_file_is_taken_and_told_what_it_lacks(at_desk, photo_desk):
    response = at_desk("photo").post(UPLOAD, {"image": sent()}, headers=JSON)

    photo, said = Photo.objects.get(), response.json()
    assert response.status_code == 201
    assert said["id"] == photo.pk
    assert said["name"] == "ferry.jpg"
    assert said["thumbnail"] == f"/admin/articles/photo/{photo.pk}/thumbnail/"
    assert {"credit line", "caption", "alt text", "rights"} <= set(said["missing"])
    entry = LogEntry.objects.get()
    assert (entry.user, entry.get_change_message()) == (photo_desk, "Uploaded.")


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"Not a picture.", "notes.jpg", "notes.jpg is not a picture we can read."),
        (b"", "empty.jpg", "empty.jpg is"),
        (a_picture((640, 480))[:2000], "half.jpg", "half.jpg is damaged or cut off."),
        (a_picture(image_format="PNG"), "ferry.jpg", "ferry.jpg is a PNG by its content."),
    ],
)
def test_a_refused_file_gets_its_sentence_and_leaves_nothing(
    data, name, sentence, at_desk, settings
):
    response = at_desk("photo").post(UPLOAD, {"image": sent(data, name)}, headers=JSON)

    assert response.status_code == 400
    assert sentence in response.json()["sentence"]
    assert not Photo.objects.exists()
    assert not [one for one in Path(settings.MEDIA_ROOT).rglob("*") if one.is_file()]


def test_a_post_without_a_file_says_so(at_desk):
    response = at_desk("photo").post(UPLOAD, headers=JSON)

    assert (response.status_code, "No file came along" in response.json()["sentence"]) == (
        400,
        True,
    )


def test_without_script_many_files_go_at_once(at_desk):
    files = [sent(), sent(b"Not a picture.", "notes.jpg"), sent(name="quay.jpg")]

    response = at_desk("photo").post(UPLOAD, {"image": files})

    page, ids = Page(response), sorted(Photo.objects.values_list("pk", flat=True))
    (next_page,) = [one for one in page.all("a") if "/caption/" in one.attributes["href"]]
    assert len(ids) == 2
    assert next_page.attributes["href"].endswith(f"?ids={ids[0]},{ids[1]}")
    assert "notes.jpg is not a picture we can read" in page.all("li", "is-refused")[0].text


def test_a_hostile_name_is_harmless(at_desk):
    response = at_desk("photo").post(UPLOAD, {"image": sent(b"no", "<x-evil onload=alert(1)>.jpg")})

    page = Page(response)
    assert "<x-evil onload=alert(1)>.jpg is not a picture" in page.all("li", "is-refused")[0].text
    assert page.harm == []


@pytest.mark.parametrize(
    ("who", "status"),
    [("reporter", 201), ("sub-editor", 201), ("editor", 201), ("legal", 403), ("admin", 403)],
)
def test_who_may_upload(who, status, at_desk):
    response = at_desk(who).post(UPLOAD, {"image": sent()}, headers=JSON)

    assert response.status_code == status
    assert Photo.objects.count() == (status == 201)
    if status == 403:
        assert response.json()["sentence"] == "You may not add pictures. Ask the photo desk."


def test_a_reporter_is_not_led_where_reporters_may_not_go(at_desk):
    page = Page(at_desk("reporter").post(UPLOAD, {"image": sent()}))

    assert page.all("form", id="upload")[0].attributes["data-captioning"] == ""
    assert "hidden" in page.all("p", "upload-next")[0].attributes


def test_what_a_person_typed_stays(at_desk):
    words = (
        plain("photoshop:Credit", "Olga Maltseva/AFP"),
        in_languages("dc:description", x_default="A ferry leaves."),
    )
    data = jpeg(xmp=xmp(*words).encode())
    posted = {
        "image": SimpleUploadedFile("ferry.jpg", data, "image/jpeg"),
        "caption": "The night ferry leaves Marrick.",
        "taken_on_precision": "day",
        "leases-TOTAL_FORMS": "0",
        "leases-INITIAL_FORMS": "0",
    }

    at_desk("photo").post("/admin/articles/photo/add/", posted)

    photo = Photo.objects.get()
    assert photo.caption == "The night ferry leaves Marrick."
    assert (photo.credit_line, photo.supplier) == ("Olga Maltseva/AFP", "AFP")
