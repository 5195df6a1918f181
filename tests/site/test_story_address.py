"""What answers at a story's address: the story, its tombstone, its new place, or nothing at all."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.site.address import Address
from tests.builders import MONDAY_NOON, an_edition

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def next_edition(edition, **values):
    return an_edition(
        **{
            "story_key": edition.story_key,
            "number": edition.number + 1,
            "goes_live_at": MONDAY_NOON + HOUR,
            "first_published_at": edition.first_published_at,
            **values,
        }
    )


def withdrawn(edition, **values):
    return next_edition(
        edition,
        kind="withdrawal",
        note="The account could not be confirmed.",
        headline=edition.headline,
        **values,
    )


def test_a_withdrawn_story_leaves_when_and_why(client, django_assert_num_queries):
    first = an_edition(body_html="<p>canary-body</p>", headline="canary-headline")
    withdrawn(first)

    with django_assert_num_queries(1):
        response = client.get(first.get_absolute_url())

    html = response.content.decode()
    assert response.status_code == 410
    assert "The account could not be confirmed." in html
    assert "Monday 23 November 2026, 13:00 UTC" in html
    assert "canary" not in html
    assert "soundings" not in html


def test_a_withdrawal_to_come_changes_nothing_yet(client):
    first = an_edition()
    withdrawn(first, goes_live_at=timezone.now() + HOUR)

    assert client.get(first.get_absolute_url()).status_code == 200


def test_an_old_address_leads_to_the_new_one(client):
    first = an_edition(slug="old")
    moved = next_edition(first, slug="new")

    response = client.get(first.get_absolute_url())

    assert response.status_code == 301
    assert response["Location"] == moved.get_absolute_url()
    assert "max-age=0" in response["Cache-Control"]


def test_an_old_address_of_a_withdrawn_story_is_gone_too(client):
    first = an_edition(slug="old")
    withdrawn(first, slug="new")

    response = client.get(first.get_absolute_url())

    assert response.status_code == 410
    assert b"could not be confirmed" in response.content


def test_an_address_from_before_the_first_edition_leads_to_the_story(client):
    edition = an_edition()
    Address.objects.create(date=edition.date, slug="imported", story_key=edition.story_key)

    response = client.get("/2026/11/23/imported/")

    assert response["Location"] == edition.get_absolute_url()


def nothing(client):
    return client.get("/2026/11/23/no-such-story/")


def embargoed():
    an_edition(goes_live_at=timezone.now() + HOUR, slug="secret", date=MONDAY_NOON.date())


def a_new_address_to_come():
    first = an_edition(slug="known")
    next_edition(first, slug="secret", goes_live_at=timezone.now() + HOUR)


def an_address_of_a_draft():
    Address.objects.create(date=MONDAY_NOON.date(), slug="secret", story_key=uuid.uuid4())


@pytest.mark.parametrize("hidden", [embargoed, a_new_address_to_come, an_address_of_a_draft])
def test_what_is_not_public_answers_like_nonsense(client, hidden):
    hidden()

    response, reference = client.get("/2026/11/23/secret/"), nothing(client)

    assert response.status_code == reference.status_code == 404
    assert response.content == reference.content
    assert response.headers == reference.headers
    assert b"secret" not in response.content


def test_what_is_not_public_costs_what_nonsense_costs(client, django_assert_num_queries):
    embargoed()

    for slug in ("secret", "no-such-story"):
        with django_assert_num_queries(3):
            client.get(f"/2026/11/23/{slug}/")


@pytest.mark.parametrize(
    "path",
    [
        "/2026/11/31/night-ferry/",
        "/2026/13/23/night-ferry/",
        "/2026/00/00/night-ferry/",
        "/2026/11/3/night-ferry/",
        "/2026/1/23/night-ferry/",
        "/0026/11/23/night-ferry/",
        "/2026/11/23/night%20ferry/",
        "/2026/11/23/night-ferry/x/",
        "/2026/11/24/night-ferry/",
    ],
)
def test_another_address_is_no_page(client, path):
    an_edition()

    assert client.get(path).status_code == 404


def test_a_forgotten_slash_is_added(client):
    edition = an_edition()

    response = client.get(edition.get_absolute_url().rstrip("/") + "?x=1")

    assert response.status_code == 301
    assert response["Location"] == f"{edition.get_absolute_url()}?x=1"


@pytest.mark.parametrize("path", ["//evil.example/2026", "/\\evil.example", "//evil.example/%2e"])
def test_no_redirect_leads_away(client, path):
    response = client.get("/", PATH_INFO=path)

    assert response.status_code == 404
