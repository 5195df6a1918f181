"""The masthead's, the sources' and the tags' forms: refusals have a sentence, words are kept."""

from __future__ import annotations

import pytest
from taggit.models import Tag

from articles.desk.source import Source
from articles.masthead.contributor import Contributor
from articles.masthead.publication import Publication
from articles.masthead.section import Section
from tests.admin.page import Page
from tests.builders import a_contributor, a_section, a_source, a_user

pytestmark = pytest.mark.django_db

FORMS = {
    "section": ("articles/section", {"name": "Sport", "slug": "sport", "position": "1"}),
    "contributor": ("articles/contributor", {"name": "Jon Vale", "slug": "jon-vale"}),
    "source": (
        "articles/source",
        {"kind": "person", "name": "Jon Vale", "terms": "on_record", "first_hand": "on"},
    ),
    "tag": ("taggit/tag", {"name": "Ferries", "slug": "ferries"}),
    "publication": (
        "articles/publication",
        {"name": "The Marrick Post", "language": "en-GB", "time_zone": "Europe/London"},
    ),
}
MODELS = (Section, Contributor, Source, Tag, Publication)


@pytest.fixture
def desk(at_desk):
    return at_desk(a_user("boss", is_superuser=True))


def path_of(kind):
    return f"/admin/{FORMS[kind][0]}/{'1/change' if kind == 'publication' else 'add'}/"


def rows():
    return {model: list(model.objects.order_by("pk").values()) for model in MODELS}


@pytest.mark.parametrize("kind", FORMS)
def test_what_makes_sense_is_saved(kind, desk):
    before = rows()

    assert desk.post(path_of(kind), FORMS[kind][1]).status_code == 302
    assert rows() != before


@pytest.mark.parametrize(
    ("kind", "posted", "sentence"),
    [
        ("section", {"name": ""}, "This field is required."),
        ("section", {"slug": "harbour"}, "Another section has this address. Choose another slug."),
        ("section", {"slug": "no slug"}, "Enter a valid “slug”"),
        ("section", {"slug": "<x-evil>"}, "Enter a valid “slug”"),
        ("section", {"position": "-1"}, "greater than or equal to 0"),
        ("section", {"name": "x" * 61}, "at most 60 characters"),
        ("section", {"name": "a\x00b"}, "Null characters are not allowed."),
        ("contributor", {"slug": "ada-lumen"}, "Another contributor has this address."),
        ("contributor", {"email": "ada at post"}, "Enter a valid email address."),
        ("contributor", {"user": "987654"}, "Select a valid choice."),
        ("source", {"name": ""}, "A source on the record needs its name."),
        ("source", {"url": "javascript:alert(1)"}, "Enter a valid URL."),
        ("source", {"url": "data:text/html,x"}, "Enter a valid URL."),
        ("source", {"via": "987654"}, "Select a valid choice."),
        ("tag", {"name": "Tides"}, "already exists"),
        ("tag", {"name": "x" * 101}, "at most 100 characters"),
        ("publication", {"time_zone": "Mars/Olympus"}, "'Mars/Olympus' is not a time zone."),
        ("publication", {"time_zone": "../../etc/passwd"}, "is not a time zone."),
        ("publication", {"name": ""}, "This field is required."),
        ("publication", {"contact_email": "post"}, "Enter a valid email address."),
    ],
)
def test_nonsense_is_refused_and_kept(kind, posted, sentence, desk):
    a_section("harbour")
    a_contributor("ada-lumen")
    Tag.objects.create(name="Tides")
    before = rows()
    form = {**FORMS[kind][1], **posted}

    page = Page(desk.post(path_of(kind), form))

    assert any(sentence in error for error in page.errors), page.errors
    assert rows() == before
    assert page.harm == []
    shown = page.fields()
    for name in form.keys() - {"user", "via"}:
        assert shown[name] == form[name]


def test_a_source_does_not_come_via_itself(desk):
    source = a_source()

    page = Page(
        desk.post(
            f"/admin/articles/source/{source.pk}/change/",
            {**FORMS["source"][1], "via": str(source.pk)},
        )
    )

    assert "A source cannot come via itself." in page.errors


def test_what_came_via_another_is_second_hand_whatever_the_box_says(desk):
    outlet = a_source(kind="outlet", name="The Marrick Post")

    desk.post(path_of("source"), {**FORMS["source"][1], "via": str(outlet.pk)})

    assert Source.objects.get(name="Jon Vale").first_hand is False


@pytest.mark.parametrize("path", ["", "1/change/"])
def test_the_one_publication_is_opened_straight_away(path, desk):
    response = desk.get(f"/admin/articles/publication/{path}", follow=True)

    assert response.status_code == 200
    assert Page(response).all("input", name="time_zone")


@pytest.mark.parametrize(
    ("make", "link"),
    [
        (lambda: a_section("harbour"), "/section/harbour/"),
        (lambda: a_contributor("ada-lumen"), "/by/ada-lumen/"),
    ],
)
def test_the_way_to_the_public_page_stands_on_the_form(make, link, desk):
    row = make()

    page = Page(desk.get(f"/admin/articles/{row._meta.model_name}/{row.pk}/change/"))

    assert [one.text for one in page.all("a", href=link)] == ["View on site"]
