"""The list of stories: its tabs, filters and search, to each what they may see."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.admin import story_list
from articles.desk.reply import Reply
from articles.desk.story import Story
from articles.publishing.hold_story import hold_story
from articles.publishing.publish import publish
from articles.publishing.withdraw import withdraw
from tests.admin.page import Page
from tests.builders import a_ready_story, a_section, a_story

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
LIST = "/admin/articles/story/"


def listed(client, **query):
    response = client.get(LIST, query)
    assert response.status_code == 200
    return {story.headline for story in response.context["cl"].result_list}


@pytest.fixture
def desk(reporter, colleague, editor, legal):
    """A story for each tab, named after it."""
    for stage in ("draft", "filed", "subbed", "cleared", "held", "spiked"):
        a_story(created_by=colleague, headline=stage, stage=stage)
    hold_story(
        a_story(created_by=colleague, headline="on legal hold"), by=legal, reason="A letter."
    )
    a_story(created_by=colleague, headline="in my hand", assigned_to=editor)
    live = a_ready_story(created_by=reporter, headline="live", slug="one")
    publish(live, by=editor)
    scheduled = a_ready_story(created_by=reporter, headline="scheduled", slug="two")
    publish(scheduled, by=editor, goes_live_at=timezone.now() + HOUR)
    gone = a_ready_story(created_by=reporter, headline="withdrawn", slug="three")
    publish(gone, by=editor)
    withdraw(gone, by=editor, note="It named the wrong person.")


@pytest.mark.parametrize(
    ("tab", "found"),
    [
        ("mine", {"in my hand"}),
        ("filed", {"filed"}),
        ("subbed", {"subbed"}),
        ("cleared", {"cleared"}),
        ("scheduled", {"scheduled"}),
        ("live", {"live"}),
        ("held", {"held", "on legal hold"}),
        ("spiked", {"spiked"}),
    ],
)
def test_each_tab_has_its_stories(tab, found, desk, at_desk):
    assert listed(at_desk("editor"), tab=tab) == found


def test_the_tabs_say_how_many_wait(desk, at_desk):
    page = Page(at_desk("editor").get(LIST))

    tabs = [one.text for one in page.all("a") if "tab=" in one.attributes.get("href", "")]
    assert {"Mine", "Filed 1", "Subbed 1", "Cleared 1", "Held 2", "Spiked", "All"} <= set(tabs)


def test_behind_a_tab_is_only_what_one_may_see(desk, at_desk, colleague, reporter):
    assert listed(at_desk(reporter), tab="filed") == set()
    assert listed(at_desk(colleague), tab="filed") == {"filed"}
    assert "Filed 0" in at_desk(reporter).get(LIST).content.decode().replace("<span>", "").replace(
        "</span>", ""
    )
    assert at_desk("admin").get(LIST).status_code == 403


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"due": "over"}, {"late"}),
        ({"due": "soon"}, {"soon"}),
        ({"hand": "nobody"}, {"late", "soon", "other"}),
        ({"language": "uk"}, {"other"}),
        (
            {"due": "nonsense", "hand": "99999", "tab": "nonsense"},
            {"late", "soon", "other", "hers"},
        ),
        ({"hand": "x"}, {"late", "soon", "other", "hers"}),
    ],
)
def test_filters_narrow_the_list(query, found, reporter, editor, at_desk):
    now = timezone.now()
    a_story(created_by=reporter, headline="late", deadline=now - HOUR)
    a_story(created_by=reporter, headline="soon", deadline=now + HOUR)
    a_story(created_by=reporter, headline="hers", assigned_to=editor)
    a_story(created_by=reporter, headline="other", language="uk")

    assert listed(at_desk("editor"), **query) == found


def test_stories_are_found_by_section_and_by_who_has_them(reporter, editor, at_desk):
    port = a_section("port")
    a_story(created_by=reporter, headline="there", section=port)
    a_story(created_by=reporter, headline="hers", assigned_to=editor)

    assert listed(at_desk("editor"), section__id__exact=port.pk) == {"there"}
    assert listed(at_desk("editor"), hand=editor.pk) == {"hers"}


WORDS = "<p>The night watchman heard the co-op's quay creak, and Grüße came from Łódź.</p>"


@pytest.mark.parametrize(
    "question",
    [
        "watchman",
        "WATCHMAN",
        "watch",  # the beginning of the last word
        "night watch",
        "quay watchman",
        '"night watchman"',
        "watchman -ferry",
        "lighthouse or quay",
        "Grüße",
        "Łódź",
        "harbour-secrets",
        "Brücke",
        "  quay  ",
        "nig",
    ],
)
def test_stories_are_found_by_their_words(question, reporter, at_desk):
    a_story(created_by=reporter, slugline="harbour-secrets", headline="Die Brücke", body=WORDS)
    a_story(created_by=reporter, headline="Another", body="<p>Nothing of it.</p>")

    assert listed(at_desk("editor"), q=question) == {"Die Brücke"}


NONSENSE = [
    *("'", '"', "&", "|", "!", "()", ":*", "a:*b", "\\", "<>", "-", "--", "or", "OR or", "%", "_"),
    *(
        "\x00",
        "a\x00b",
        "a & b | c",
        "'; DROP TABLE",
        '"unclosed',
        "𝔘𝔫𝔦",
        "🦪",
        "x" * 5000,
        "or -or",
    ),
    *("watchman:*", "!watchman", "night <-> watchman", "\u200b", "-" * 300, "a " * 300, "or x"),
]


@pytest.mark.parametrize("question", NONSENSE)
def test_nonsense_gives_a_page_and_never_an_error(question, reporter, at_desk):
    a_story(created_by=reporter, headline="Die Brücke", body=WORDS)

    listed(at_desk("editor"), q=question)


def test_what_is_not_found_is_said(reporter, at_desk):
    a_story(created_by=reporter, headline="Die Brücke", body=WORDS)

    page = at_desk("editor").get(LIST, {"q": "oystercatcher", "tab": "filed"}).content.decode()

    assert "No story here has these words." in page
    assert 'href="?q=oystercatcher"' in page


def test_the_words_of_others_are_not_found(reporter, colleague, at_desk):
    a_story(created_by=reporter, headline="Die Brücke", body=WORDS)

    assert listed(at_desk(colleague), q="watchman") == set()
    assert listed(at_desk(reporter), q="watchman") == {"Die Brücke"}


def test_a_line_says_who_has_it_how_long_it_is_and_what_is_due_next(reporter, editor, at_desk):
    story = a_story(
        created_by=reporter,
        headline="The quay is shut",
        planned_length=600,
        assigned_to=editor,
        deadline=timezone.now() + 3 * HOUR,
        body="<p>Four words of it.</p>",
    )
    Reply.objects.create(story=story, party="The trust", deadline=timezone.now() + HOUR)

    page = Page(at_desk("editor").get(LIST))

    cells = {name: page.all("td", f"field-{name}")[0].text for name in ("how_long", "hand", "due")}
    assert cells["how_long"] == "4 of 600"
    assert cells["hand"] == "editor"
    assert cells["due"].endswith("reply")


def test_paging_stops_where_nobody_pages_on(reporter, at_desk, monkeypatch):
    monkeypatch.setattr(story_list, "FURTHEST", 3)
    for number in range(5):
        a_story(created_by=reporter, headline=f"Story {number}")

    response = at_desk("editor").get(LIST)

    assert response.context["cl"].result_count == 3
    assert "The newest 3 stories." in response.content.decode()
    assert Story.objects.count() == 5
