"""Changing credit and rights of many: first what exactly would change, then all or nothing."""

from __future__ import annotations

import pytest
from django.contrib.admin.models import LogEntry

from articles.desk.photos.photo import Photo
from tests.admin.page import Page
from tests.builders import a_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(at_desk):
    return at_desk("photo")


@pytest.fixture
def photos():
    return [
        a_photo(with_file=False, alt_text="One", credit_line="", supplier="AFP"),
        a_photo(with_file=False, alt_text="Two", credit_line="Ada Lumen/AFP", supplier="AFP"),
        a_photo(with_file=False, alt_text="Three", credit_line="", supplier=""),
    ]


def address(photos):
    return f"/admin/articles/photo/credit/?ids={','.join(str(one.pk) for one in photos)}"


CREDIT = {"change": ["credit_line", "supplier"], "credit_line": "Ada Lumen/AFP", "supplier": "AFP"}


def preview(client, photos, values=CREDIT):
    return Page(client.post(address(photos), values))


def confirm(client, photos, page):
    """Presses the button below the preview."""
    fields = {}
    for one in page.all("input", type="hidden"):
        name, value = one.attributes.get("name"), one.attributes.get("value", "")
        fields.setdefault(name, []).append(value)
    fields.pop("csrfmiddlewaretoken", None)
    return client.post(address(photos), fields, follow=True)


def test_the_preview_says_for_each_picture_what_would_change(desk, photos):
    page = preview(desk, photos)

    one, two, three = (plan.text for plan in page.all("li", "plan"))
    assert "Credit line nothing → Ada Lumen/AFP" in one
    assert "Supplier" not in one
    assert "Stays as it is." in two
    assert "Credit line nothing → Ada Lumen/AFP Supplier nothing → AFP" in three
    assert [b.text for b in page.all("button") if b.text.startswith("Change")] == [
        "Change 2 pictures"
    ]
    assert not Photo.objects.filter(credit_line="Ada Lumen/AFP", alt_text="One").exists()


def test_the_button_changes_them_and_notes_who_did_it(desk, photos, photo_desk):
    response = confirm(desk, photos, preview(desk, photos))

    assert "Changed 2 pictures." in response.content.decode()
    assert set(Photo.objects.values_list("credit_line", "supplier")) == {("Ada Lumen/AFP", "AFP")}
    assert {entry.object_id for entry in LogEntry.objects.all()} == {
        str(photos[0].pk),
        str(photos[2].pk),
    }
    assert {entry.user for entry in LogEntry.objects.all()} == {photo_desk}


def test_only_what_is_ticked_is_changed(desk, photos):
    values = {"change": ["rights_category"], "rights_category": "agency", "credit_line": "Nobody"}

    page = preview(desk, photos, values)
    confirm(desk, photos, page)

    assert "Rights Staff photographer → Agency" in page.all("li", "plan")[0].text
    assert set(Photo.objects.values_list("rights_category", flat=True)) == {"agency"}
    assert not Photo.objects.filter(credit_line="Nobody").exists()


def test_a_ticked_and_empty_field_is_emptied(desk, photos):
    page = preview(desk, photos, {"change": ["supplier"], "supplier": ""})
    confirm(desk, photos, page)

    assert set(Photo.objects.values_list("supplier", flat=True)) == {""}


def test_long_terms_come_through_unchanged(desk, photos):
    values = {"change": ["usage_terms"], "usage_terms": "First line.\r\nSecond “line”."}

    confirm(desk, photos, preview(desk, photos, values))

    assert {one.usage_terms for one in Photo.objects.all()} == {"First line.\nSecond “line”."}


def test_nothing_is_changed_when_somebody_was_quicker(desk, photos):
    page = preview(desk, photos)
    Photo.objects.filter(alt_text="Three").update(supplier="Reuters")

    response = confirm(desk, photos, page)

    assert "somebody else changed one of these pictures" in response.content.decode()
    assert "Reuters" in Page(response).all("li", "plan")[2].text
    assert not Photo.objects.filter(alt_text="One", credit_line="Ada Lumen/AFP").exists()
    confirm(desk, photos, Page(response))
    assert set(Photo.objects.values_list("supplier", flat=True)) == {"AFP"}


def test_a_change_elsewhere_in_the_picture_is_none_of_this_act_s_concern(desk, photos):
    page = preview(desk, photos)
    Photo.objects.filter(alt_text="Three").update(caption="Other words")

    confirm(desk, photos, page)

    assert Photo.objects.filter(credit_line="Ada Lumen/AFP").count() == 3
    assert Photo.objects.filter(caption="Other words").count() == 1


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"credit_line": "Ada Lumen"}, "Tick “Change this”"),
        ({"change": ["caption"], "caption": "x"}, "caption is not one of the available choices"),
        ({"change": ["state"], "state": "killed"}, "state is not one of the available choices"),
        ({"change": ["credit_line"], "credit_line": "x" * 201}, "at most 200 characters"),
        ({"change": ["source_url"], "source_url": "javascript:alert(1)"}, "Enter a valid URL."),
        ({"change": ["rights_category"], "rights_category": "stolen"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_asked_is_refused_and_kept(values, sentence, desk, photos):
    response = desk.post(address(photos), {**values, "step": "change", "seen": "x"})

    assert response.status_code == 422
    assert any(sentence in error for error in Page(response).errors)
    assert not LogEntry.objects.exists()


def test_nothing_to_change_has_no_button(desk, photos):
    page = preview(desk, photos[1:2])

    assert [b.text for b in page.all("button") if b.text.startswith("Change")] == []


@pytest.mark.parametrize("who", ["reporter", "legal", "admin"])
@pytest.mark.parametrize("step", ["", "change"])
def test_each_step_asks_who_it_is(who, step, at_desk, photos):
    client = at_desk(who)

    assert client.get(address(photos)).status_code == 403
    assert client.post(address(photos), {**CREDIT, "step": step}).status_code == 403
    assert Photo.objects.filter(credit_line="Ada Lumen/AFP").count() == 1


def test_hostile_words_are_harmless_in_the_preview(desk):
    photo = a_photo(with_file=False, alt_text="<x-evil>", credit_line="\"'><x-evil>")

    page = preview(desk, [photo], {"change": ["credit_line"], "credit_line": "\"'><x-evil>b"})

    assert page.harm == []
    assert "<x-evil>b" in page.all("li", "plan")[0].text
