"""What a page of the desk costs: its queries do not grow with the rows."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from taggit.models import Tag

from articles.desk.attribution import Attribution
from articles.desk.byline import Byline
from articles.desk.keep_revision import keep_revision
from articles.desk.photos.placement import Placement
from articles.desk.photos.supplier import Supplier
from articles.desk.story import Story
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from tests.builders import (
    a_contributor,
    a_photo,
    a_ready_story,
    a_section,
    a_source,
    a_story,
    a_user,
)

pytestmark = pytest.mark.django_db


def cost(client, path):
    client.get(path)  # what is only asked once per process is asked here
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def stories(number):
    author = Story.objects.first().created_by if Story.objects.exists() else a_user("author")
    story = a_ready_story(created_by=author, section=a_section(f"section-{number}"))
    publish(story, by=a_user(f"boss-{number}", is_superuser=True))


def sources(number):
    a_source(name=f"Source {number}", via=a_source(name=f"Via {number}"), first_hand=False)


ARCHIVE = {
    "articles/story": stories,
    "articles/photo": lambda _: a_photo(),
    "articles/supplier": lambda number: Supplier.objects.create(name=f"House {number}"),
    "articles/source": sources,
    "articles/section": lambda number: a_section(f"section-{number}"),
    "articles/contributor": lambda n: a_contributor(f"name-{n}", user=a_user(f"user-{n}")),
    "articles/front": lambda number: a_section(f"section-{number}"),
    "auth/user": lambda number: a_user(f"user-{number}", "Reporter"),
    "taggit/tag": lambda number: Tag.objects.create(name=f"tag-{number}"),
}


@pytest.fixture
def desk(at_desk):
    return at_desk(a_user("boss", is_superuser=True))


@pytest.mark.parametrize("kind", ARCHIVE)
def test_a_list_of_thirty_costs_what_a_list_of_three_costs(kind, desk):
    path = f"/admin/{kind}/"
    for number in range(3):
        ARCHIVE[kind](number)
    few = cost(desk, path)
    for number in range(3, 30):
        ARCHIVE[kind](number)

    assert cost(desk, path) == few


@pytest.mark.parametrize("page", ["change", "publish", "preview"])
def test_a_story_s_page_costs_the_same_however_large_the_archive(page, desk, reporter):
    story = a_ready_story(created_by=reporter)
    path = f"/admin/articles/story/{story.pk}/{page}/"
    few = cost(desk, path)
    for number in range(30):
        a_photo()
        sources(number)
        a_contributor(f"name-{number}")
        a_section(f"section-{number}")
        a_story(created_by=reporter)
        Tag.objects.create(name=f"tag-{number}")

    assert cost(desk, path) == few


def a_rich_story(created_by, size):
    body = "".join(
        f'<figure data-photo="{a_photo(with_file=True).pk}"></figure>'
        f'<p><span data-source="{a_source().pk}">“We follow the tide, not the clock”</span></p>'
        for _ in range(size)
    )
    story = a_story(created_by=created_by, headline="Ferry", section=a_section(), body=body)
    Byline.objects.create(story=story, contributor=a_contributor())
    assert Placement.objects.filter(story=story).count() == size
    assert Attribution.objects.filter(story=story).count() == size
    return story


@pytest.mark.parametrize("page", ["change", "publish", "preview"])
def test_a_story_s_page_costs_the_same_however_much_it_holds(page, desk, reporter):
    small, large = a_rich_story(reporter, 2), a_rich_story(reporter, 12)

    costs = [cost(desk, f"/admin/articles/story/{story.pk}/{page}/") for story in (small, large)]

    assert costs[0] == costs[1]


def test_a_byline_more_costs_no_more_than_the_menu_that_chooses_it(desk, reporter):
    story = a_rich_story(reporter, 1)
    path = f"/admin/articles/story/{story.pk}/change/"
    one = cost(desk, path)
    for number in range(5):
        Byline.objects.create(story=story, contributor=a_contributor(f"name-{number}"))

    assert cost(desk, path) == one + 5


def test_a_photo_s_page_costs_the_same_however_often_it_is_used(desk, reporter):
    photo = a_photo()
    path = f"/admin/articles/photo/{photo.pk}/change/"
    few = cost(desk, path)
    for _ in range(30):
        a_story(created_by=reporter, body=f'<figure data-photo="{photo.pk}"></figure>')

    assert cost(desk, path) == few


def a_story_with_editions(created_by, boss, number):
    """So many editions, every second one a correction, with a revision before and after each."""
    story = a_ready_story(created_by=created_by, slug=f"with-{number}")
    for edition in range(number):
        story.headline = f"Ferry {edition} to sail an hour earlier"
        story.save(update_fields=["headline"])
        if edition % 2:
            correct(story, by=boss, note=f"It is ferry {edition}.")
        else:
            publish(story, by=boss, new_facts="It sails again.")
    story.headline = "Ferry to sail on time"
    story.save(update_fields=["headline"])
    keep_revision(story, by=created_by)
    return story


PAGES_OF_THE_LIVE = ["correct/", "withdraw/", "history/", "compare/", "compare/?a=1&b=live"]


@pytest.mark.parametrize("page", PAGES_OF_THE_LIVE)
def test_a_page_costs_the_same_however_many_editions_and_revisions(page, desk, reporter):
    boss = a_user("releaser", is_superuser=True)
    short, long = (a_story_with_editions(reporter, boss, number) for number in (2, 9))
    assert long.revisions.count() - short.revisions.count() == 7

    costs = [cost(desk, f"/admin/articles/story/{story.pk}/{page}") for story in (short, long)]

    assert costs[0] == costs[1]


@pytest.mark.parametrize("page", PAGES_OF_THE_LIVE)
def test_a_page_of_a_live_story_costs_the_same_however_large_the_archive(page, desk, reporter):
    boss = a_user("releaser", is_superuser=True)
    story = a_story_with_editions(reporter, boss, 2)
    path = f"/admin/articles/story/{story.pk}/{page}"
    few = cost(desk, path)
    for number in range(3, 9):
        a_story_with_editions(reporter, boss, number)

    assert cost(desk, path) == few
