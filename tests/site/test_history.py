"""A story's history: its editions and what each changed, for everybody to read."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.builders import MONDAY_NOON, an_edition

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
STORY = "/2026/11/23/night-ferry/"
FIGURE = (
    '<figure class="picture" data-photo="{key}"><figcaption><span class="caption">A quay.</span>'
    ' <span class="credit">Ines Okafor</span></figcaption></figure>'
)
KEY = "0d8f5b0e-7a7c-4b52-9a77-6f3f4c1f8a11"


def words(response):
    return " ".join(response.content.decode().split())


def following(edition, **values):
    """The story's next edition, an hour later."""
    number = edition.number + 1
    same = ("story_key", "slug", "first_published_at", "date", "headline", "body_html", "figures")
    kept = {name: getattr(edition, name) for name in same}
    moment = edition.goes_live_at + HOUR
    return an_edition(**{**kept, "number": number, "goes_live_at": moment, **values})


@pytest.fixture
def corrected():
    first = an_edition(body_html="<p>It carries 1,840 signatures.</p><p>Nobody slept.</p>")
    following(
        first,
        kind="correction",
        note="It was 1,480.",
        headline="Night ferry to sail two hours earlier",
        body_html="<p>It carries 1,480 signatures.</p><p>Nobody slept.</p>",
    )
    return first


def test_it_lists_every_edition_the_latest_first(client, corrected, django_assert_num_queries):
    with django_assert_num_queries(1):
        html = words(client.get(f"{STORY}history/"))

    assert html.index("Correction</strong>") < html.index("First published</strong>")
    assert "It was 1,480." in html
    assert f'href="{STORY}history/2/"' in html


def test_an_edition_shows_word_by_word_what_it_changed(
    client, corrected, django_assert_num_queries
):
    with django_assert_num_queries(1):
        html = words(client.get(f"{STORY}history/2/"))

    assert '<del><span class="visually-hidden"> [taken out: </span>1,840' in html
    assert '<ins><span class="visually-hidden"> [added: </span>1,480' in html
    assert ">an hour<" in html
    assert "Nobody slept." in html
    assert f'rel="prev" href="{STORY}history/1/"' in html


def test_the_first_edition_has_nothing_marked(client, corrected):
    html = words(client.get(f"{STORY}history/1/"))

    assert "as it was first published" in html
    assert "1,840" in html
    assert "[added" not in html
    assert "Readers have a newer edition" in html


@pytest.mark.parametrize("number", [0, 3, 10**30])
def test_an_edition_that_never_was_is_not_found(client, corrected, number):
    assert client.get(f"{STORY}history/{number}/").status_code == 404


def test_what_is_still_to_come_is_nowhere(client, corrected):
    following(corrected, number=3, goes_live_at=timezone.now() + HOUR, headline="Not yet")

    assert "Not yet" not in words(client.get(f"{STORY}history/"))
    assert client.get(f"{STORY}history/3/").status_code == 404


def test_a_story_not_yet_public_has_no_history(client):
    soon = timezone.now() + HOUR
    an_edition(goes_live_at=soon, slug="soon", date=MONDAY_NOON.date())

    assert client.get("/2026/11/23/soon/history/").status_code == 404
    assert client.get("/2026/11/23/soon/history/1/").status_code == 404


@pytest.mark.parametrize("page", ["history/", "history/1/"])
def test_of_a_withdrawn_story_there_is_only_the_tombstone(client, corrected, page):
    following(corrected, number=3, kind="withdrawal", note="It was untrue.", body_html="")

    response = client.get(f"{STORY}{page}")

    assert response.status_code == 410
    assert "It was untrue." in words(response)
    assert "signatures" not in words(response)


@pytest.mark.parametrize("page", ["history/", "history/1/"])
def test_an_old_address_leads_to_the_new_one(client, corrected, page):
    following(corrected, number=3, slug="moved")

    response = client.get(f"{STORY}{page}")

    assert (response.status_code, response["Location"]) == (301, f"/2026/11/23/moved/{page}")


def test_a_picture_that_was_taken_away_is_in_no_earlier_edition_either(client):
    html = f"<p>Words.</p>{FIGURE.format(key=KEY)}"
    first = an_edition(body_html=html, figures=[{"photo": KEY}])
    following(
        first,
        kind="picture_withdrawn",
        note="The photographer asked us to.",
        body_html="<p>Words.</p>",
        figures=[],
    )

    for number in (1, 2):
        assert "A quay." not in words(client.get(f"{STORY}history/{number}/"))


def test_a_picture_that_an_editor_exchanged_is_told_with_its_words(client):
    first = an_edition(body_html=f"<p>Words.</p>{FIGURE.format(key=KEY)}", figures=[{"photo": KEY}])
    following(first, body_html="<p>Words.</p>", figures=[])

    html = words(client.get(f"{STORY}history/2/"))

    assert "Picture, taken out" in html
    assert "A quay." in html


def test_an_update_without_other_words_says_so(client):
    following(an_edition())

    assert "are those of edition 1" in words(client.get(f"{STORY}history/2/"))


def test_the_story_leads_to_its_history(client, corrected):
    assert f'href="{STORY}history/"' in words(client.get(STORY))
