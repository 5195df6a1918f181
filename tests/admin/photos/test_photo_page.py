"""The page of one picture: what it asks and says, and what it saves."""

from __future__ import annotations

import pytest

from articles.admin.photos.alter import alter
from articles.desk.photos.lease import Lease
from articles.desk.photos.supplier import Supplier
from tests.admin.page import Page
from tests.builders import a_photo

pytestmark = pytest.mark.django_db


def page_of(photo):
    return f"/admin/articles/photo/{photo.pk}/change/"


def save(client, photo, **values):
    """Posts the page's form as the browser would, with these fields filled in."""
    page = Page(client.get(page_of(photo)))
    response = client.post(page_of(photo), {**page.fields("photo_form"), **values})
    photo.refresh_from_db()
    return response


@pytest.fixture
def desk(at_desk):
    return at_desk("photo")


def test_all_that_is_known_of_a_picture_is_saved(desk):
    photo = a_photo(with_file=False)
    values = {
        "people_shown": "Mira Holt",
        "distributor": "Getty Images",
        "rights_category": "social_media",
        "restrictions": "Not on social cards.",
        "permission": "Mira Holt, by mail",
        "source_url": "https://example.org/post",
        "licence": "by-sa",
        "licence_url": "https://example.org/licence",
        "licensor_url": "https://example.org/buy",
        "supplier_image_id": "NP-77",
        "digital_source_type": "digitalCapture",
        "data_mining": "DMI-PROHIBITED",
    }

    response = save(desk, photo, **values, focal_x="0.25", focal_y="0.75")

    assert response.status_code == 302
    assert {name: getattr(photo, name) for name in values} == values
    assert (photo.focal_x, photo.focal_y) == (0.25, 0.75)


def test_a_picture_that_is_not_finished_is_saved_all_the_same(desk):
    photo = a_photo(with_file=False)

    response = save(desk, photo, rights_category="social_media", credit_line="", caption="")

    assert response.status_code == 302
    said = Page(desk.get(page_of(photo))).all("div", "field-standing")[0].text
    assert "It still lacks: picture file, credit line, caption." in said
    assert "needs its address where it came from and note of who permitted it" in said


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({"focal_x": "1.5"}, "Give a number from 0 to 1"),
        ({"focal_y": "-0.1"}, "Give a number from 0 to 1"),
        ({"focal_y": "nan"}, "Enter a number."),
        ({"source_url": "javascript:alert(1)"}, "Enter a valid URL."),
        ({"rights_category": "stolen"}, "Select a valid choice."),
        ({"usage_terms": "x" * 5001}, "at most 5,000 characters"),
    ],
)
def test_nonsense_is_refused_with_a_sentence(posted, sentence, desk):
    photo = a_photo(with_file=False)

    response = save(desk, photo, **posted)

    assert response.status_code == 200
    assert any(sentence in error for error in Page(response).errors)


def test_an_empty_focal_point_is_the_middle(desk):
    photo = a_photo(with_file=False, focal_x=0.1)

    save(desk, photo, focal_x="", focal_y="")

    assert (photo.focal_x, photo.focal_y) == (0.5, 0.5)


def test_whoever_adds_a_lease_is_kept_with_it(desk, photo_desk):
    photo = a_photo(with_file=False)

    response = save(
        desk,
        photo,
        **{
            "leases-TOTAL_FORMS": "1",
            "leases-0-access": "deny",
            "leases-0-channel": "social",
            "leases-0-ends_at": "2027-01-31T12:00",
            "leases-0-note": "by telephone",
        },
    )

    lease = Lease.objects.get()
    assert response.status_code == 302
    assert (lease.photo, lease.made_by, lease.note) == (photo, photo_desk, "by telephone")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            {"starts_at": "2027-01-31T12:00", "ends_at": "2027-01-30T12:00"},
            "The lease ends before it begins.",
        ),
        ({"ends_at": "0001-01-01T00:00"}, "is too far off"),
        ({"access": "", "note": "by telephone"}, "This field is required."),
    ],
)
def test_a_lease_that_cannot_stand_is_refused(values, sentence, desk):
    photo = a_photo(with_file=False)
    given = {"access": "allow", "channel": "all", **values}

    response = save(
        desk,
        photo,
        **{"leases-TOTAL_FORMS": "1", **{f"leases-0-{k}": v for k, v in given.items()}},
    )

    assert response.status_code == 200
    assert any(sentence in error for error in Page(response).errors)
    assert not Lease.objects.exists()


def test_the_page_shows_what_the_file_itself_said(desk):
    photo = a_photo(original_metadata={"xmp": {"dc:creator": "<x-evil>Ines"}})

    page = Page(desk.get(page_of(photo)))

    assert "<x-evil>Ines" in page.all("pre", "as-it-came")[0].text
    assert page.harm == []


def test_the_page_names_what_goes_with_a_category(desk):
    photo = a_photo(rights_category="screengrab")

    page = Page(desk.get(page_of(photo)))

    said = page.all("span", "what-goes-with-it")[0].text
    assert "Ask Legal when in doubt." in said
    assert "no larger than that needs" in said


def test_known_suppliers_are_suggested(desk):
    Supplier.objects.create(name="Northmark Pictures")

    page = Page(desk.get(page_of(a_photo())))

    (suggested,) = page.all("datalist", id="known-suppliers")
    options = [one.attributes["value"] for one in page.all("option")]
    assert suggested
    assert "Northmark Pictures" in options
    assert len(page.all("input", list="known-suppliers")) == 2


def test_what_somebody_else_saved_in_between_is_not_written_over(desk, photo_desk):
    photo = a_photo(with_file=False)
    opened = Page(desk.get(page_of(photo))).fields("photo_form")
    alter(photo.pk, {"caption": "Their words"}, seen=None, by=photo_desk)

    response = desk.post(page_of(photo), {**opened, "credit_line": "Ada Lumen"})

    page = Page(response)
    assert any("Somebody saved this photo after you opened it." in one for one in page.errors)
    assert page.fields("photo_form")["credit_line"] == "Ada Lumen"
    photo.refresh_from_db()
    assert photo.caption == "Their words"


def test_who_may_only_look_changes_nothing(at_desk):
    photo = a_photo(rights_category="staff")

    page = Page(at_desk("legal").get(page_of(photo)))

    assert "Staff photographer" in page.all("div", "field-rights_category")[0].text
    assert at_desk("legal").post(page_of(photo), {"caption": "x"}).status_code == 403
