"""An item is made once, and its entry written once; both anew for all that may make it another."""

from __future__ import annotations

import copy
import zoneinfo

import pytest
from django.utils import timezone

from articles.publishing.expunge import Order, expunge
from articles.publishing.publish import publish
from articles.site.feeds.item import item_of
from tests.builders import a_ready_story, an_edition
from tests.site.machines import FORMS

pytestmark = pytest.mark.django_db
CORRECTION = {"kind_label": "Correction", "text": "Not the day ferry.", "at": "2026-11-23T12:00Z"}


def test_an_item_is_made_once():
    edition = an_edition()

    assert item_of(edition) is item_of(copy.copy(edition))


@pytest.mark.parametrize("form", FORMS)
def test_words_that_a_court_has_blanked_are_blank(client, reporter, editor, legal, form):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    assert "harbour trust" in client.get(f"/feed/{form}").content.decode()
    order = Order(reference="High Court, HC-2026-1", reason="Anonymity was ordered.")

    expunge(story, 1, by=legal, order=order, words=["the harbour trust"])

    again = client.get(f"/feed/{form}").content.decode()
    assert "harbour trust" not in again
    assert "███" in again


@pytest.mark.parametrize("form", FORMS)
def test_another_site_is_another_entry(client, settings, form):
    edition = an_edition()
    client.get(f"/feed/{form}")
    settings.SITE_URL = "https://tide.example"

    again = client.get(f"/feed/{form}").content.decode()

    assert f"https://tide.example{edition.get_absolute_url()}" in again


def test_times_in_it_are_those_of_the_zone():
    edition = an_edition(corrections=[CORRECTION])
    with timezone.override(zoneinfo.ZoneInfo("Europe/London")):
        assert "12:00 GMT" in item_of(edition).html

    with timezone.override(zoneinfo.ZoneInfo("Asia/Tokyo")):
        assert "21:00 JST" in item_of(edition).html
