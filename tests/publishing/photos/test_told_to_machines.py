"""What an edition keeps of a picture's rights for machines, and what goes out in feeds."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.publishing.compose import digest
from articles.publishing.photos.kill import kill
from articles.publishing.publish import publish
from tests.builders import a_ready_story
from tests.site.machines import FORMS, json_ld

pytestmark = pytest.mark.django_db
RIGHTS = ("copyright_notice", "licence_url", "licensor_url")


@pytest.fixture
def story(reporter):
    return a_ready_story(created_by=reporter)


@pytest.fixture
def photo(story):
    return Photo.objects.get()


def test_the_licence_reaches_the_page(client, story, photo, editor):
    Photo.objects.filter(pk=photo.pk).update(
        copyright_notice=" © Northmark ",
        licence="by-sa",
        licensor_url="https://northmark.example/buy",
    )

    edition = publish(story, by=editor)
    [image] = json_ld(client.get(edition.get_absolute_url()))[0]["image"]

    assert image["copyrightNotice"] == "© Northmark"
    assert image["license"] == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert image["acquireLicensePage"] == "https://northmark.example/buy"


def test_an_edition_from_before_has_the_digest_it_had(story, editor):
    edition = publish(story, by=editor)

    assert not {*RIGHTS, "is_for_site_alone"} & set(edition.figures[0])
    assert digest(edition) == edition.digest


@pytest.mark.parametrize(
    ("lease", "goes_out"),
    [
        ({"access": "deny", "channel": "feed"}, False),
        ({"access": "allow", "channel": "feed", "ends_at": timedelta(days=1)}, False),
        ({"access": "allow", "channel": "feed"}, True),
        ({"access": "deny", "channel": "social"}, True),
    ],
)
@pytest.mark.parametrize("form", FORMS)
def test_what_readers_of_feeds_may_not_keep_is_in_none(
    client, story, photo, editor, lease, goes_out, form
):
    if "ends_at" in lease:
        lease = {**lease, "ends_at": timezone.now() + lease["ends_at"]}
    Lease.objects.create(photo=photo, **lease)

    edition = publish(story, by=editor)

    stem = edition.figures[0]["stem"]
    assert (stem in client.get(f"/feed/{form}").content.decode()) is goes_out
    assert stem in client.get(edition.get_absolute_url()).content.decode()


@pytest.mark.parametrize("form", FORMS)
def test_a_killed_picture_leaves_every_answer_to_machines(
    client, story, photo, editor, photo_desk, form
):
    edition = publish(story, by=editor)
    stem = edition.figures[0]["stem"]
    places = [f"/feed/{form}", f"/sitemap-{edition.date:%Y-%m}.xml", edition.get_absolute_url()]
    assert all(stem in client.get(place).content.decode() for place in places)

    kill(photo, by=photo_desk, origin="Northmark, kill 7", reason="The scene was staged.")

    for place in places:
        assert stem not in client.get(place).content.decode()
    assert "Ines Okafor" not in json.dumps(json_ld(client.get(edition.get_absolute_url())))


def test_a_picture_whose_right_has_ended_leaves_with_the_clock(
    client, story, photo, editor, time_machine
):
    ends = timezone.now() + timedelta(hours=1)
    Lease.objects.create(photo=photo, access="allow", channel="all", ends_at=ends)
    edition = publish(story, by=editor)
    stem = edition.figures[0]["stem"]
    places = ["/feed/", f"/sitemap-{edition.date:%Y-%m}.xml", edition.get_absolute_url()]
    assert all(stem in client.get(place).content.decode() for place in places)

    time_machine.move_to(ends)

    assert not any(stem in client.get(place).content.decode() for place in places)
