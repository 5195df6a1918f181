"""A picture that only resembles a killed one comes in once the photo desk has said why."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.desk.photos.another_picture import AnotherPicture, tell_apart
from articles.desk.photos.arrival import Judgement, receive
from articles.desk.photos.notice import Notice
from articles.desk.photos.photo import Photo
from articles.desk.refusal import NotYours
from articles.imaging.picture import PictureRefused
from articles.publishing.photos.kill import kill
from tests.admin.page import Page
from tests.builders import a_user
from tests.drawing import a_drawing

pytestmark = pytest.mark.django_db

UPLOAD = "/admin/articles/photo/upload/"
JSON = {"Accept": "application/json"}
WHY = "Taken a minute later, from the other quay; the agency confirmed it."


def sent(data, name="harbour.jpg"):
    return SimpleUploadedFile(name, data, "image/jpeg")


def near(width=800):
    return a_drawing(size=(width, width * 2 // 3))


@pytest.fixture
def killed(photo_desk):
    photo = receive(sent(a_drawing()))
    return kill(photo, by=photo_desk, origin="Northmark 12", reason="Wrong place.")


@pytest.fixture
def another(killed, at_desk):
    """The name under which the page wants to be told why."""
    response = at_desk("photo").post(UPLOAD, {"image": sent(near())}, headers=JSON)
    assert response.status_code == 400
    return response.json()["another"]


def test_with_a_reason_it_comes_in_and_the_reason_stays(another, killed, at_desk, photo_desk):
    desk = at_desk("photo")

    response = desk.post(UPLOAD, {"image": sent(near()), another: WHY}, headers=JSON)

    row = AnotherPicture.objects.get()
    photo = Photo.objects.get(pk=response.json()["id"])
    assert response.status_code == 201
    assert (row.notice, row.reason, row.made_by) == (killed, WHY, photo_desk)
    assert row.content_hash == photo.content_hash
    page = desk.get(f"/admin/articles/photo/{photo.pk}/change/").content.decode()
    assert WHY in page


def test_it_is_captioned_like_any_other(another, at_desk):
    desk = at_desk("photo")
    pk = desk.post(UPLOAD, {"image": sent(near()), another: WHY}, headers=JSON).json()["id"]
    caption = "/admin/articles/photo/caption/"
    assert desk.get(f"{caption}?ids={pk}").status_code == 200

    posted = {"photo": pk, "field": "caption", "words": "The other quay at Marrick.", "before": ""}
    response = desk.post(caption, posted, headers=JSON)

    assert response.status_code == 200
    assert Photo.objects.get(pk=pk).caption == "The other quay at Marrick."


def test_without_a_reason_it_stays_out(another, at_desk):
    posted = {"image": sent(near()), another: "  "}

    response = at_desk("photo").post(UPLOAD, posted, headers=JSON)

    assert response.status_code == 400
    assert Photo.objects.count() == 1
    assert not AnotherPicture.objects.exists()


def test_without_script_the_file_is_chosen_again_beside_the_reason(killed, at_desk):
    desk = at_desk("editor")
    page = Page(desk.post(UPLOAD, {"image": sent(near())}))
    (reason,) = page.all("textarea")
    name = reason.attributes["name"]

    desk.post(UPLOAD, {"image": sent(near()), name: WHY})

    assert Photo.objects.count() == 2
    assert AnotherPicture.objects.get().reason == WHY


@pytest.mark.parametrize("who", ["reporter", "sub-editor"])
def test_others_are_sent_to_the_photo_desk(who, another, at_desk):
    desk = at_desk(who)

    asked = desk.post(UPLOAD, {"image": sent(near())}, headers=JSON).json()
    response = desk.post(UPLOAD, {"image": sent(near()), another: WHY}, headers=JSON)

    assert "the photo desk says so where pictures are uploaded" in asked["sentence"]
    assert "another" not in asked
    assert response.status_code == 400
    assert not AnotherPicture.objects.exists()


def test_once_it_is_told_apart_anybody_may_bring_that_file(another, at_desk):
    at_desk("photo").post(UPLOAD, {"image": sent(near()), another: WHY}, headers=JSON)

    again = at_desk("reporter").post(UPLOAD, {"image": sent(near())}, headers=JSON)
    smaller = at_desk("reporter").post(UPLOAD, {"image": sent(near(640))}, headers=JSON)

    assert (again.status_code, smaller.status_code) == (201, 400)


def test_the_very_file_that_was_killed_stays_out_whatever_is_said(killed, at_desk):
    desk = at_desk("photo")
    name = f"another-{killed.pk}-{killed.content_hash}"

    response = desk.post(UPLOAD, {"image": sent(a_drawing()), name: WHY}, headers=JSON)

    assert response.status_code == 400
    assert "another" not in response.json()
    assert "is a picture that was killed" in response.json()["sentence"]
    assert not AnotherPicture.objects.exists()


def test_a_reason_for_one_killed_picture_is_none_for_the_next(another, killed, at_desk):
    twin = Photo.objects.create(likeness=Photo.objects.get().likeness, content_hash="e" * 64)
    values = {"origin": "Northmark 13", "reason": "Again.", "made_by": killed.made_by}
    second = Notice.objects.create(
        photo=twin, kind="kill", likenesses=killed.likenesses, content_hash="e" * 64, **values
    )
    desk = at_desk("photo")
    names = [f"another-{one.pk}-{another.rsplit('-')[-1]}" for one in (killed, second)]

    one = desk.post(UPLOAD, {"image": sent(near()), another: WHY}, headers=JSON)
    assert one.status_code == 400
    assert one.json()["another"] in names
    assert not AnotherPicture.objects.exists()
    both = desk.post(UPLOAD, {"image": sent(near()), **dict.fromkeys(names, WHY)}, headers=JSON)

    assert both.status_code == 201
    assert AnotherPicture.objects.count() == 2


def test_who_may_not_kill_pictures_tells_none_apart(killed, reporter):
    with pytest.raises(NotYours, match="Ask the photo desk"):
        tell_apart(killed, "f" * 64, reason=WHY, by=reporter)


def test_what_is_no_picture_leaves_no_record(killed, photo_desk):
    judgement = Judgement(photo_desk, {f"another-{killed.pk}-x": WHY})

    with pytest.raises(PictureRefused):
        receive(sent(b"Not a picture."), judgement)

    assert not AnotherPicture.objects.exists()


def test_the_photo_s_page_says_where_to_go_and_takes_it_afterwards(another, at_desk):
    desk = at_desk(a_user("second", "Photo desk"))
    rows = {"leases-TOTAL_FORMS": "0", "leases-INITIAL_FORMS": "0", "taken_on_precision": "day"}
    refused = desk.post("/admin/articles/photo/add/", {"image": sent(near()), **rows})
    assert any("where pictures are uploaded" in one for one in Page(refused).errors)
    desk.post(UPLOAD, {"image": sent(near()), another: WHY}, headers=JSON)

    taken = desk.post("/admin/articles/photo/add/", {"image": sent(near()), **rows})

    assert taken.status_code == 302
