"""The embargo at the story: who agreed it, until when, and in which zone it was given."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from articles.desk.embargo import embargo_in_words
from articles.desk.story import Story
from articles.masthead.publication import Publication, the_publication
from tests.admin.page import Page
from tests.builders import a_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def save(reporter, at_desk):
    """Posts the story's own form with these fields changed; answers the page."""
    Publication.objects.update(time_zone="Europe/London")
    story = a_story(created_by=reporter, headline="Ferry")
    address = f"/admin/articles/story/{story.pk}/change/"
    client = at_desk("reporter")

    def post(**values):
        fields = {**Page(client.get(address)).fields("story_form"), **values, "_continue": "1"}
        return client.post(address, fields)

    return post


def typed(save_page):
    return Page(save_page).fields("story_form")["embargo"]


@pytest.mark.parametrize(
    ("zone", "wall", "instant"),
    [
        ("", "2026-12-03T05:01", datetime(2026, 12, 3, 5, 1, tzinfo=UTC)),
        ("America/New_York", "2026-12-03T00:01", datetime(2026, 12, 3, 5, 1, tzinfo=UTC)),
        ("Asia/Kolkata", "2026-07-01T06:00", datetime(2026, 7, 1, 0, 30, tzinfo=UTC)),
        ("UTC", "2027-03-28T01:30", datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
    ],
)
def test_it_is_typed_in_the_zone_in_which_it_was_given(zone, wall, instant, save, at_desk):
    response = save(embargo=wall, embargo_zone=zone, embargo_note="Agreed by Ada with the trust.")

    story = Story.objects.get()
    assert response.status_code == 302
    assert (story.embargo, story.embargo_zone) == (instant, zone)
    assert story.embargo_note == "Agreed by Ada with the trust."
    page = at_desk("reporter").get(f"/admin/articles/story/{story.pk}/change/")
    assert typed(page) == wall
    save()
    assert Story.objects.get().embargo == instant


@pytest.mark.parametrize(
    ("zone", "wall", "sentence"),
    [
        ("Mars/Olympus", "2026-12-03T05:01", "“Mars/Olympus” is not a time zone."),
        ("", "2027-03-28T01:30", "does not exist in Europe/London. Say which"),
        ("", "2027-10-31T01:30", "comes twice in Europe/London. Say which"),
        ("", "9999-12-31T23:59", "The year 9999 is too far off."),
        ("America/New_York", "2027-03-14T02:30", "does not exist in America/New_York"),
    ],
)
def test_what_makes_no_sense_is_said_and_kept(zone, wall, sentence, save):
    response = save(embargo=wall, embargo_zone=zone)

    assert response.status_code == 200
    assert any(sentence in error for error in Page(response).errors), Page(response).errors
    assert typed(response) == wall
    assert Story.objects.get().embargo is None


@pytest.mark.parametrize(
    ("zone", "wall", "words", "instants"),
    [
        (
            "",
            "2027-10-31T01:30",
            ["The first passing: 01:30 BST (00:30 UTC)", "The second passing: 01:30 GMT"],
            [(2027, 10, 31, 0, 30), (2027, 10, 31, 1, 30)],
        ),
        (
            "America/New_York",
            "2027-03-14T02:30",
            ["Before the gap: 01:30 EST (06:30 UTC)", "After the gap: 03:30 EDT (07:30 UTC)"],
            [(2027, 3, 14, 6, 30), (2027, 3, 14, 7, 30)],
        ),
    ],
)
@pytest.mark.parametrize("choice", [0, 1])
def test_of_two_readings_one_is_chosen_at_the_field(zone, wall, words, instants, choice, save):
    page = Page(save(embargo=wall, embargo_zone=zone, standfirst="Typed just now."))
    labels = [one.text for one in page.all("label")]
    assert all(any(word in label for label in labels) for word in words)
    fields = page.fields("story_form")
    assert fields["standfirst"] == "Typed just now."
    radios = page.all("input", name="embargo_reading")

    save(**{**fields, "embargo_reading": radios[choice].attributes["value"]})

    story = Story.objects.get()
    instant = datetime(*instants[choice], tzinfo=UTC)
    assert (story.embargo, story.standfirst) == (instant, "Typed just now.")
    save()
    assert Story.objects.get().embargo == instant


def test_the_reading_of_a_doubled_hour_is_changed_later(save, at_desk):
    save(embargo="2027-10-31T01:30", embargo_reading="2027-10-31T00:30:00+00:00")
    story = Story.objects.get()
    page = Page(at_desk("reporter").get(f"/admin/articles/story/{story.pk}/change/"))
    first, second = page.all("input", name="embargo_reading")
    assert "checked" in first.attributes
    assert "checked" not in second.attributes

    save(embargo_reading=second.attributes["value"])

    assert Story.objects.get().embargo == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)


def test_another_day_over_there_is_said(reporter):
    story = a_story(
        created_by=reporter,
        embargo=datetime(2026, 12, 3, 2, 0, tzinfo=UTC),
        embargo_zone="America/New_York",
    )

    assert embargo_in_words(story, ours=the_publication().zone) == (
        "3 December 2026, 02:00 UTC (02:00 UTC), "
        "given as 2 December 2026, 21:00 EST (America/New_York)"
    )
