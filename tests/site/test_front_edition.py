"""Composed fronts as readers get them: slots over the flow, the stories as they are now."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles.site.front_edition import FrontEdition
from articles.site.listing import PAGE
from tests.builders import MONDAY_NOON, a_front_edition, a_place, a_section, an_edition

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
CLASS = re.compile(r'<article class="teaser ([a-z -]+)"')


def a_story(number, **values):
    """The story of that number; the higher the number, the newer."""
    moment = MONDAY_NOON - timedelta(days=60) + number * HOUR
    words = {"slug": f"story-{number}", "headline": f"Story {number}"}
    return an_edition(**{**words, "goes_live_at": moment, **values})


def headlines(response):
    return re.findall(r'class="headline"><a href="[^"]+">([^<]+)</a>', response.content.decode())


def sizes(response):
    return [one.split()[0] for one in CLASS.findall(response.content.decode())]


@pytest.fixture
def stories():
    a_section()
    return [a_story(number) for number in range(12)]


def test_what_is_composed_stands_on_top_and_the_newest_flow_below(client, stories):
    a_front_edition(
        a_place(stories[3], "lead"),
        a_place(stories[1], "third"),
        a_place(stories[11], "second"),
        a_place(stories[0], "brief"),
    )

    response = client.get("/")

    shown = headlines(response)
    assert shown[:2] == ["Story 3", "Story 11"]
    assert shown[2:8] == [f"Story {number}" for number in (10, 9, 8, 7, 6, 5)]
    assert shown[8:10] == ["Story 1", "Story 0"]
    assert len(shown) == len(set(shown)) == 12
    assert sizes(response)[:2] == ["lead", "second"]
    assert sizes(response)[8:10] == ["third", "brief"]


def test_the_slots_own_words_stand_and_the_others_follow_the_story(client, stories):
    a_front_edition(
        a_place(stories[3], "lead", headline="Said otherwise", kicker="Harbour bar"),
        a_place(stories[4]),
    )
    for story in stories[3:5]:
        an_edition(
            story_key=story.story_key,
            number=2,
            slug=story.slug,
            first_published_at=story.first_published_at,
            goes_live_at=timezone.now() - HOUR,
            headline=f"{story.headline}, corrected",
        )

    response = client.get("/")

    assert headlines(response)[0] == "Said otherwise"
    assert "Harbour bar" in response.content.decode()
    assert "Story 4, corrected" in headlines(response)
    assert "Story 3, corrected" not in headlines(response)


def test_a_withdrawn_lead_makes_room_for_the_next(client, stories):
    a_front_edition(
        a_place(stories[3], "lead"), a_place(stories[4], "third"), a_place(stories[5], "second")
    )
    withdraw(stories[3])

    response = client.get("/")

    assert (headlines(response)[0], sizes(response)[0]) == ("Story 5", "lead")
    assert "Story 3" not in headlines(response)


def withdraw(story):
    an_edition(
        story_key=story.story_key,
        number=2,
        kind="withdrawal",
        note="It was wrong.",
        slug=story.slug,
        first_published_at=story.first_published_at,
        goes_live_at=timezone.now() - HOUR,
    )


def test_a_front_of_which_nothing_is_left_composes_itself(client, stories):
    a_front_edition(a_place(stories[3], "lead"))
    withdraw(stories[3])

    assert headlines(client.get("/"))[0] == "Story 11"


FIGURE = {
    "caption": "The quay",
    "credit_line": "Ines Okafor",
    "alt_text": "A quay",
    "label": "",
    "renditions": [{"url": "/media/quay.jpg", "width": 640, "height": 480, "format": "jpg"}],
}


def test_a_killed_picture_leaves_the_front_with_the_story_s_next_edition(client, stories):
    lead = a_story(20, figures=[FIGURE])
    a_front_edition(a_place(lead, "lead"))
    assert "/media/quay.jpg" in client.get("/").content.decode()

    an_edition(
        story_key=lead.story_key,
        number=2,
        kind="picture_withdrawn",
        slug=lead.slug,
        first_published_at=lead.first_published_at,
        goes_live_at=timezone.now() - HOUR,
        figures=[],
    )

    assert "/media/quay.jpg" not in client.get("/").content.decode()
    assert sizes(client.get("/"))[0] == "lead"


def test_a_slot_may_do_without_its_picture(client, stories):
    a_front_edition(a_place(a_story(20, figures=[FIGURE]), "lead", picture=False))

    assert "/media/quay.jpg" not in client.get("/").content.decode()


def test_the_newest_that_has_gone_live_stands(client, stories):
    now = timezone.now()
    a_front_edition(a_place(stories[1], "lead"), goes_live_at=now - 3 * HOUR)
    a_front_edition(a_place(stories[2], "lead"), number=2, goes_live_at=now - HOUR)
    a_front_edition(a_place(stories[3], "lead"), number=3, goes_live_at=now + HOUR)

    assert headlines(client.get("/"))[0] == "Story 2"


def test_an_empty_front_edition_lets_the_page_compose_itself(client, stories):
    a_front_edition(a_place(stories[1], "lead"))
    a_front_edition(number=2, goes_live_at=MONDAY_NOON + HOUR)

    assert headlines(client.get("/"))[0] == "Story 11"


def test_a_front_changes_what_the_page_is_known_by(client, stories):
    before = client.get("/")
    a_front_edition(a_place(stories[1], "lead"))

    after = client.get("/", headers={"If-None-Match": before["ETag"]})

    assert after.status_code == 200
    known = client.get("/", headers={"If-None-Match": after["ETag"]})
    assert known.status_code == 304


def test_older_stories_go_on_below_the_latest(client, stories):
    for number in range(20, 60):
        a_story(number)
    a_front_edition(a_place(stories[1], "lead"))

    shown, path = set(headlines(client.get("/"))), "/"
    while match := re.search(r'href="(\?before=[^"]+)"', client.get(path).content.decode()):
        path = f"/{match[1]}"
        shown |= set(headlines(client.get(path)))

    assert shown == {f"Story {number}" for number in (*range(12), *range(20, 60))}


@pytest.mark.parametrize("path", ["/", "/section/harbour/"])
@pytest.mark.parametrize("count", [1, 40])
def test_a_composed_page_costs_two_queries(client, django_assert_num_queries, path, count):
    a_section()
    stories = [a_story(number, figures=[FIGURE]) for number in range(count)]
    front = path.strip("/").removeprefix("section/")
    a_front_edition(*[a_place(one) for one in stories[:30]], front=front)

    with django_assert_num_queries(2):
        assert client.get(path).status_code == 200


def test_a_section_has_a_front_of_its_own(client, stories):
    guest = a_story(30, section_slug="sport", section_name="Sport")
    a_front_edition(a_place(guest, "lead"), a_place(stories[0], "brief"), front="harbour")

    shown = headlines(client.get("/section/harbour/"))

    assert shown[:2] == ["Story 30", "Story 0"]
    assert shown[2:] == [f"Story {number}" for number in range(11, 0, -1)]
    assert headlines(client.get("/"))[0] == "Story 30"


def test_below_a_section_s_front_every_story_is_reached(client):
    a_section()
    stories = [a_story(number) for number in range(PAGE + 15)]
    a_front_edition(a_place(stories[3], "lead"), front="harbour")

    shown, path = set(headlines(client.get("/section/harbour/"))), "/section/harbour/"
    older = re.search(r'href="(\?before=[^"]+)"', client.get(path).content.decode())
    shown |= set(headlines(client.get(f"{path}{older[1]}")))

    assert shown == {f"Story {number}" for number in range(PAGE + 15)}


def test_an_urgent_story_tops_a_section_that_composes_itself(client):
    a_section()
    now = timezone.now()
    a_story(1, goes_live_at=now - 20 * HOUR, urgency=2)
    a_story(2, goes_live_at=now - HOUR)

    assert headlines(client.get("/section/harbour/")) == ["Story 1", "Story 2"]


def refused(act):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        act()
    return str(refusal.value)


def test_the_database_keeps_what_has_been_public():
    edition = a_front_edition()

    said = refused(lambda: FrontEdition.objects.update(slots=[1]))

    assert "Front edition 1 is never changed" in said
    assert "has been public" in refused(edition.delete)


def test_the_database_lets_what_is_to_come_be_called_off_but_not_changed():
    edition = a_front_edition(goes_live_at=timezone.now() + HOUR)

    assert "is never changed" in refused(lambda: FrontEdition.objects.update(slots=[1]))
    edition.delete()

    assert not FrontEdition.objects.exists()


def test_the_database_does_not_empty_the_table():
    def empty():
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE articles_frontedition CASCADE")

    assert "cannot be emptied out" in refused(empty)


def test_a_story_that_is_not_live_gives_nothing_away(client, stories):
    now = timezone.now()
    secret = a_story(30, goes_live_at=now + HOUR, headline="Secret of the harbour")
    a_front_edition(
        a_place(secret, "lead", headline="Words of the slot", kicker="Quirrell"),
        a_place(stories[2], "second"),
    )

    page = client.get("/").content.decode()

    assert headlines(client.get("/"))[0] == "Story 2"
    for words in ("Secret", "Words of the slot", "Quirrell"):
        assert words not in page
