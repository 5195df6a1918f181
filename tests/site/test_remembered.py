"""A piece that shows an edition is printed once, and anew for all that may make it another."""

from __future__ import annotations

import copy
import zoneinfo

import pytest
from django.template import Context, Template
from django.utils import timezone

from articles.templatetags import remembered
from tests.builders import an_edition

pytestmark = pytest.mark.django_db
PIECE = """{% load remembered %}{% remembered edition size %}{{ told }} {{ edition.headline }}
{{ size }} {{ edition.first_published_at|date:"H:i" }}{% endremembered %}"""


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


def test_it_has_a_bound(piece, monkeypatch):
    monkeypatch.setattr(remembered, "BOUND", 2)
    edition = an_edition()
    for size in "abc":
        piece(edition, "first", size=size)

    assert "second" in piece(edition, "second", size="a")
