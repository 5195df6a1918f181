"""A piece of a page is printed once, and anew for all that may make it another."""

from __future__ import annotations

import copy
import zoneinfo

import pytest
from django.template import Context, Template
from django.utils import timezone

from articles.masthead.policy import Policy
from articles.masthead.publication import Publication
from articles.masthead.section import Section
from articles.templatetags import remembered
from tests.builders import a_section, an_edition

pytestmark = pytest.mark.django_db
PIECE = """{% load remembered %}{% remembered edition.identity size %}{{ told }} {{ size }}
{{ edition.headline }} {{ edition.first_published_at|date:"H:i" }}{% endremembered %}"""


@pytest.fixture
def piece():
    """Prints it; `told` is none of the named values, so it shows when that was."""
    template = Template(PIECE)
    return lambda edition, told, **values: template.render(
        Context({"edition": edition, "told": told, **values})
    )


def test_it_is_printed_once(piece):
    edition = an_edition()

    assert piece(edition, "first") == piece(copy.copy(edition), "second")


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "As the front words it"},
        {"kicker": "As the front words it"},
        {"figures": [{"photo": "1"}]},
        {"digest": "after a court’s order"},
        {"pk": 0},
    ],
)
def test_another_edition_or_other_words_are_another_piece(piece, change):
    edition = an_edition()
    other = copy.copy(edition)
    for name, value in change.items():
        setattr(other, name, value)

    piece(edition, "first")

    assert "second" in piece(other, "second")


def test_another_value_or_zone_is_another_piece(piece):
    edition = an_edition()
    piece(edition, "first", size="lead")

    assert "second" in piece(edition, "second", size="brief")
    with timezone.override(zoneinfo.ZoneInfo("Asia/Tokyo")):
        assert "third" in piece(edition, "third", size="lead")
    assert "first" in piece(edition, "fourth", size="lead")


def test_a_preview_is_printed_each_time(piece):
    edition = an_edition()
    edition.pk = None
    piece(edition, "first")

    assert "second" in piece(edition, "second")


def test_what_is_of_nothing_known_is_printed_each_time(piece):
    piece(None, "first")

    assert "second" in piece(None, "second")


def test_it_has_a_bound(piece, monkeypatch):
    monkeypatch.setattr(remembered, "BOUND", 2)
    edition = an_edition()
    for size in "abc":
        piece(edition, "first", size=size)

    assert "second" in piece(edition, "second", size="a")


def test_the_frame_changes_with_all_that_it_shows(client):
    an_edition()
    section = a_section()
    policy = Policy.objects.create(title="Who we are", slug="who")
    pages = ["/", "/section/harbour/", "/search/"]

    def shown():
        return [client.get(page).content.decode() for page in pages]

    shown()
    Publication.objects.update(name="The Tide", contact_email="desk@tide.example", accent="#96201b")
    Section.objects.filter(pk=section.pk).update(name="Quays")
    Policy.objects.filter(pk=policy.pk).update(title="Who writes this")

    for page in shown():
        for words in ("The Tide", "desk@tide.example", "96201b", ">Quays</a>", "Who writes this"):
            assert words in page


def test_each_page_says_where_one_stands(client):
    edition = an_edition(section_slug=a_section().slug)
    link = f'<a href="/section/{edition.section_slug}/" aria-current="{{}}">'
    section, story = f"/section/{edition.section_slug}/", edition.get_absolute_url()

    def shown(path):
        return " ".join(client.get(path).content.decode().split())

    for _ in range(2):
        assert link.format("page") in shown(section)
        assert link.format("true") in shown(story)
        assert "aria-current" not in shown("/")
        assert 'href="/search/" aria-current="page"' in shown("/search/")
