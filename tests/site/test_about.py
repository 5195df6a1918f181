"""The paper about itself: its pages, its colours and its logo."""

from __future__ import annotations

import pytest

from articles.masthead.logo import PNG, SVG, keep_logo
from articles.masthead.policy import Policy
from articles.masthead.publication import Publication
from tests.builders import an_edition

pytestmark = pytest.mark.django_db

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40"/></svg>'


def html_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def policy():
    return Policy.objects.create(
        title="How we work",
        slug="how-we-work",
        kind="principles",
        body="<p>We ask <em>first</em>.</p>",
    )


def test_a_page_stands_under_its_address_and_at_the_foot_of_every_page(
    client, policy, django_assert_num_queries
):
    an_edition()

    with django_assert_num_queries(1):
        html = html_of(client.get("/about/how-we-work/"))

    assert "<p>We ask <em>first</em>.</p>" in html
    assert '<a href="/about/how-we-work/">How we work</a>' in html_of(client.get("/"))
    assert '<a href="/about/how-we-work/">How we work</a>' in html_of(client.get("/about/"))


def test_what_it_may_not_hold_is_left_out(client, policy):
    Policy.objects.update(
        body='<p onclick="x">A<script>alert(1)</script></p><figure data-photo="1"></figure>'
    )

    html = html_of(client.get("/about/how-we-work/"))

    assert "alert(1)" not in html
    assert "onclick" not in html


@pytest.mark.parametrize("address", ["/about/", "/about/nothing/"])
def test_what_is_not_there_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_without_colours_of_its_own_no_style_sheet_is_asked_for(client):
    assert "/colours/" not in html_of(client.get("/"))


def test_the_colours_are_a_style_sheet_of_their_own(client):
    Publication.objects.update(accent="#0b5f3c", accent_dark="#7fd6a8")

    assert 'href="/colours/0b5f3c-7fd6a8.css"' in html_of(client.get("/"))
    response = client.get("/colours/0b5f3c-7fd6a8.css")

    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in response["Cache-Control"]
    css = response.content.decode()
    assert css.startswith(":root{--accent:#0b5f3c}")
    assert "@media (prefers-color-scheme:dark){:root{--accent:#7fd6a8}}" in css


def test_one_colour_alone_leaves_the_house_s_other(client):
    Publication.objects.update(accent="#0b5f3c")

    css = client.get("/colours/0b5f3c-x.css").content.decode()

    assert css == "@media (prefers-color-scheme:light){:root{--accent:#0b5f3c}}"


@pytest.mark.parametrize("name", ["96201b-f0958a", "x-x", "zzzzzz-000000"])
def test_other_colours_are_not_served(client, name):
    Publication.objects.update(accent="#0b5f3c")

    assert client.get(f"/colours/{name}.css").status_code == 404


def test_the_logo_stands_in_place_of_the_name_and_nothing_in_it_can_run(client):
    logo = keep_logo(DRAWING, SVG, (40, 10))
    Publication.objects.update(logo=logo)

    assert f'<img src="/logo/{logo.name}" width="40" height="10" alt="Newsroom">' in html_of(
        client.get("/")
    )
    response = client.get(f"/logo/{logo.name}")

    assert response.content == DRAWING
    assert response["Content-Type"] == "image/svg+xml"
    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert response["Content-Security-Policy"].endswith("frame-ancestors 'none'")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_the_same_logo_twice_is_one(db):
    assert keep_logo(DRAWING, SVG, (40, 10)) == keep_logo(DRAWING, SVG, (40, 10))
    assert keep_logo(b"other", PNG, (40, 10)).name.endswith(".png")


def test_a_logo_that_was_never_kept_is_not_found(client):
    assert client.get(f"/logo/{'0' * 32}.svg").status_code == 404
