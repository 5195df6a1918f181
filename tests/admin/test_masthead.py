"""The masthead at the desk: colours, logo, pages about the paper, portraits, and the preview."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.masthead.contributor import Contributor
from articles.masthead.logo import Logo
from articles.masthead.policy import Policy
from articles.masthead.publication import the_publication
from articles.publishing.publish import publish
from articles.site.picture import PublicPicture
from tests.admin.page import Page
from tests.builders import a_contributor, a_picture, a_ready_story, an_edition

pytestmark = pytest.mark.django_db

PAPER = "/admin/articles/publication/1/change/"
TRIAL = "/admin/articles/publication/1/trial/"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40"/></svg>'


@pytest.fixture
def desk(at_desk):
    return at_desk("admin")


def save(desk, **values):
    return desk.post(PAPER, {**Page(desk.get(PAPER)).fields("publication_form"), **values})


def file(name, data=DRAWING):
    return SimpleUploadedFile(name, data)


def test_colours_are_kept_in_small_letters(desk):
    assert save(desk, accent="#0B5F3C").status_code == 302
    assert the_publication().accent == "#0b5f3c"


def test_a_colour_that_cannot_be_read_is_refused(desk):
    response = save(desk, accent="#ffff00", name="Renamed")

    assert any("Choose a darker one" in one for one in Page(response).errors)
    assert the_publication().name != "Renamed"


@pytest.mark.parametrize(
    ("name", "data"), [("logo.svg", DRAWING), ("logo.png", a_picture((40, 10), "PNG"))]
)
def test_a_logo_comes_as_drawing_or_png_and_goes_again(desk, client, name, data):
    assert save(desk, new_logo=file(name, data)).status_code == 302
    logo = the_publication().logo
    assert (logo.width, logo.height) == (40, 10)
    assert client.get(logo.get_absolute_url()).content == data

    save(desk, no_logo="on")
    assert the_publication().logo is None


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("logo.svg", DRAWING.replace(b"<path", b"<script>x</script><path"), "more than draw"),
        ("logo.svg", b"nothing", "cannot be read|not an SVG"),
        ("logo.png", b"nothing", "logo.png"),
        ("logo.jpg", a_picture((40, 10)), "Give the logo as SVG or as PNG"),
        ("logo.svg", DRAWING + b" " * 100_000, "make it smaller"),
    ],
)
def test_what_is_no_logo_is_refused_with_the_reason(desk, name, data, sentence):
    response = save(desk, new_logo=file(name, data))

    assert any(re.search(sentence, one) for one in Page(response).errors)
    assert not Logo.objects.exists()


def test_the_preview_shows_what_is_typed_and_saves_nothing(desk):
    an_edition()
    typed = {**Page(desk.get(PAPER)).fields("publication_form"), "name": "The Tide"}

    response = desk.post(TRIAL, {**typed, "accent": "#0B5F3C"})

    html = response.content.decode()
    assert "The Tide" in html
    assert 'href="/admin/articles/publication/colours/0b5f3c-x.css"' in html
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert the_publication().name != "The Tide"
    css = desk.get("/admin/articles/publication/colours/0b5f3c-x.css")
    assert "#0b5f3c" in css.content.decode()


def test_what_is_wrong_is_left_out_of_the_preview(desk):
    response = desk.post(TRIAL, {"name": "The Tide", "accent": "}body{display:none"})

    assert response.status_code == 200
    assert "display:none" not in response.content.decode()


@pytest.mark.parametrize("role", ["reporter", "editor", "photo"])
def test_others_may_not_try(at_desk, role):
    assert at_desk(role).post(TRIAL, {"name": "The Tide"}).status_code == 403


def test_nonsense_is_no_colour(desk):
    for name in ("x", "96201b", "96201b-f0958a}"):
        assert desk.get(f"/admin/articles/publication/colours/{name}.css").status_code == 404


def test_a_page_about_the_paper_is_kept_clean(desk):
    form = {"title": "Ethics", "slug": "ethics", "kind": "ethics", "position": "0"}

    desk.post("/admin/articles/policy/add/", {**form, "body": "<p>Fair<script>x</script></p>"})

    assert Policy.objects.get().body == "<p>Fair</p>"


def test_two_of_one_kind_are_refused(desk):
    Policy.objects.create(title="A", slug="a", kind="ethics")
    form = {"title": "B", "slug": "b", "kind": "ethics", "position": "0", "body": ""}

    response = desk.post("/admin/articles/policy/add/", form)

    assert any("There is a page of this kind already" in one for one in Page(response).errors)


def contributor_form(desk, person, **values):
    address = f"/admin/articles/contributor/{person.pk}/change/"
    return desk.post(address, {**Page(desk.get(address)).fields("contributor_form"), **values})


def test_a_portrait_stands_in_stories_from_then_on_and_can_be_taken_down(
    desk, client, reporter, editor
):
    person = a_contributor()
    assert (
        contributor_form(
            desk, person, new_portrait=file("ada.jpg", a_picture((300, 400)))
        ).status_code
        == 302
    )
    person.refresh_from_db()
    assert {(one["width"], one["height"]) for one in person.portrait} == {
        (96, 96),
        (192, 192),
        (300, 300),
    }

    edition = publish(a_ready_story(created_by=reporter), by=editor)

    copy = edition.bylines[0]["portrait"][-1]["url"]
    assert copy in client.get(edition.get_absolute_url()).content.decode()
    assert b"".join(client.get(copy).streaming_content)

    contributor_form(desk, person, no_portrait="on")
    person.refresh_from_db()
    assert person.portrait == []
    assert client.get(copy).status_code == 410


def test_what_is_no_picture_is_refused_beside_the_field(desk):
    person = a_contributor()

    response = contributor_form(desk, person, new_portrait=file("ada.jpg", b"nothing"))

    assert any("ada.jpg" in one for one in Page(response).errors)
    assert Contributor.objects.get(pk=person.pk).portrait == []
    assert not PublicPicture.objects.exists()


def test_the_same_portrait_twice_is_one(desk):
    person = a_contributor()
    for _ in range(2):
        contributor_form(desk, person, new_portrait=file("ada.jpg", a_picture((300, 400))))

    assert PublicPicture.objects.count() == 1
