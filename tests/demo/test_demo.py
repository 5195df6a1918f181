"""The demo newsroom: one command fills it, a second changes nothing, and nothing secret is out."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from PIL import Image

from articles.desk.photos.lease import rights_of
from articles.desk.photos.photo import Photo
from articles.desk.photos.rights import Use, objections
from articles.desk.source import Source
from articles.desk.story import Story
from articles.masthead.contributor import Contributor
from articles.masthead.publication import Publication
from articles.masthead.section import Section
from articles.publishing.correction import Correction
from articles.publishing.release import Release
from articles.site.edition import Edition
from articles.site.front_edition import FrontEdition
from articles.vocabulary import EditionKind, Stage
from tests.crawl import everything_public
from tests.demo.readers_pages import they_are_accessible, they_are_light

SECRET = "Oystercatcher"
"""Stands in the embargoed story, and in no other."""


@pytest.mark.django_db
def test_the_demo_is_refused_where_debug_is_off(settings):
    settings.DEBUG = False

    with pytest.raises(CommandError, match="NEWSROOM_DEBUG=1"):
        call_command("demo")

    assert not User.objects.exists()


@pytest.fixture
def paper_of_its_own(transactional_db):
    """The row of the publication is not cleared away: it is given back as it was."""
    before = Publication.objects.filter(pk=1).values().get()
    yield
    Publication.objects.filter(pk=1).update(**before)


@pytest.mark.django_db(transaction=True)
def test_the_demo_is_a_newspaper(settings, capsys, visit, paper_of_its_own):
    settings.DEBUG = True
    call_command("demo")
    said = capsys.readouterr().out

    assert (
        "reporter, sub, editor, night, photo, legal, admin with the password newsroom-demo" in said
    )
    it_is_large_enough()
    every_state_is_there()
    its_correction_was_seen_to_by_two()
    its_pictures_are_pictures()
    every_picture_may_be_shown()
    the_preflight_finds_nothing(capsys)
    an_old_picture_is_called_one()
    its_home_page_is_composed()
    nothing_secret_is_public()
    they_are_accessible(visit)
    they_are_light(visit)
    a_second_run_changes_nothing()


def its_correction_was_seen_to_by_two():
    correction = Correction.objects.get()
    assert (correction.state, correction.proposed_by.username) == ("published", "reporter")
    assert correction.approved_by.username == "editor"
    assert correction.release.edition.note == correction.note
    assert [one["place"] for one in correction.changes] == ["body"]


def its_home_page_is_composed():
    composed = FrontEdition.objects.of("").gone_live()
    assert composed.count() == 2
    page = Client().get("/").content.decode()
    assert "The early boat is back, with 58 aboard" in page
    assert page.index("within a fortnight") < page.index("The early boat is back")


def it_is_large_enough():
    released = Edition.objects.filter(kind=EditionKind.FIRST)
    assert Story.objects.count() >= 40
    assert all(250 <= count <= 900 for count in released.values_list("word_count", flat=True))
    assert Section.objects.count() == 6
    assert Contributor.objects.count() == 8
    assert Source.objects.count() >= 25
    age = timezone.now() - min(released.values_list("goes_live_at", flat=True))
    assert 14 <= age.days <= 120


def every_state_is_there():
    now = timezone.now()
    kinds = set(Edition.objects.values_list("kind", flat=True))
    assert {EditionKind.FIRST, EditionKind.CORRECTION, EditionKind.WITHDRAWAL} <= kinds
    assert Edition.objects.filter(goes_live_at__gt=now).count() == 1
    drafts = Story.objects.filter(stage=Stage.DRAFT)
    assert drafts.count() == 1
    assert not Release.objects.filter(story=drafts.get()).exists()


def its_pictures_are_pictures():
    assert Photo.objects.count() >= 20
    for photo in Photo.objects.all():
        assert photo.missing() == []
        with Image.open(photo.image.path) as one:
            colours = one.convert("RGB").resize((64, 48)).getcolors(64 * 48)
        assert len(colours) > 200, f"{photo} is hardly a picture"


def every_picture_may_be_shown():
    now = timezone.now()
    for photo in Photo.objects.all():
        assert objections(rights_of(photo), Use(at=now)) == [], photo
    assert set(Photo.objects.values_list("rights_category", flat=True)) == {
        *("staff", "contract", "agency", "handout", "reader", "creative_commons", "government")
    }


def the_preflight_finds_nothing(capsys):
    """Every warning would be one that a sub-editor dismisses: the copy is as it should be."""
    found = {
        release.edition.headline: release.findings
        for release in Release.objects.exclude(kind=EditionKind.WITHDRAWAL)
    }
    wanting = {
        headline: [one for one in said if one["severity"] != "info"]
        for headline, said in found.items()
    }
    words = sum(Edition.objects.exclude(kind="withdrawal").values_list("word_count", flat=True))
    count = sum(map(len, wanting.values()))
    with capsys.disabled():
        print(f"\n{count} false alarms in the demo’s {words} words.")
    assert {headline: said for headline, said in wanting.items() if said} == {}


def an_old_picture_is_called_one():
    figures = [figure for edition in Edition.objects.all() for figure in edition.figures]
    labels = {figure["label"] for figure in figures if figure["label"]}
    assert [label.startswith("File picture, ") for label in labels] == [True]


def nothing_secret_is_public():
    answers = everything_public()
    assert SECRET in Edition.objects.get(goes_live_at__gt=timezone.now()).text
    assert len(answers) > 100
    assert [address for address, said in answers.items() if SECRET in said] == []
    draft = Story.objects.get(stage=Stage.DRAFT)
    assert [address for address, said in answers.items() if draft.headline in said] == []


def a_second_run_changes_nothing():
    before = Story.objects.count(), Edition.objects.count(), User.objects.count()
    call_command("demo")
    assert (Story.objects.count(), Edition.objects.count(), User.objects.count()) == before
