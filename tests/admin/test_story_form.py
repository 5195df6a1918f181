"""The story's form: what is posted is saved clean, or refused with a sentence and kept."""

from __future__ import annotations

import pytest

from articles.desk.attribution import Attribution
from articles.desk.byline import Byline
from articles.desk.photos.placement import Placement
from articles.desk.reply import Reply
from articles.desk.story import Story
from articles.masthead.publication import Publication
from tests.admin.page import Page
from tests.builders import (
    a_contributor,
    a_photo,
    a_ready_story,
    a_source,
    a_story,
    an_edition,
)

pytestmark = pytest.mark.django_db

CHOSEN = {"section", "urgency", "kind"}
"""Fields whose menu cannot show what it does not offer."""
ADD = "/admin/articles/story/add/"


def change(story):
    return f"/admin/articles/story/{story.pk}/change/"


def opened(client, path=ADD):
    """What the form at the path would send as it stands."""
    response = client.get(path)
    assert response.status_code == 200
    fields = Page(response).fields("story_form")
    assert fields["bylines-TOTAL_FORMS"]
    return fields


@pytest.fixture
def desk(at_desk):
    return at_desk("reporter")


def a_new_one(desk, **values):
    return desk.post(ADD, {**opened(desk), "slugline": "ferry", **values})


def test_a_story_without_a_slugline_has_one_of_its_headline(desk):
    a_new_one(desk, slugline="", headline="Night ferry to sail: an hour earlier")

    assert Story.objects.get().slugline == "night-ferry-to-sail-an-hour-earlier"


def test_a_story_needs_no_more_than_a_slugline(desk, reporter):
    response = a_new_one(desk)

    story = Story.objects.get()
    assert response.status_code == 302
    assert (story.slugline, story.created_by, story.stage) == ("ferry", reporter, "draft")


@pytest.mark.parametrize(
    ("posted", "saved"),
    [
        ("<p>One<script>alert(1)</script></p>", "<p>One</p>"),
        ('<p onclick="x()" style="color:red" id="a">One</p>', "<p>One</p>"),
        ('<p><a href="javascript:alert(1)">One</a></p>', "<p>One</p>"),
        ('<p><a href="JaVa&#10;script:alert(1)">One</a></p>', "<p>One</p>"),
        ('<p><a href="//evil.example">One</a></p>', "<p>One</p>"),
        ('<p>One<img src="x" onerror="alert(1)"></p>', "<p>One</p>"),
        ("<p>One</p><iframe src='https://evil.example'></iframe>", "<p>One</p>"),
        ("<p>One</p><svg><script>alert(1)</script></svg>", "<p>One</p>"),
        ("<p>One<x-evil></p>", "<p>One</p>"),
        ("One", "<p>One</p>"),
        ("<p>O\u202en\u200be\x07</p>", None),
        ('<figure data-photo="1 onload=x"></figure><p>One</p>', "<p>One</p>"),
        ('<p><span data-source="-1">One</span></p>', "<p>One</p>"),
        ("<p>One<", None),
        ("<!--<p>--><p>One</p>", "<p>One</p>"),
    ],
)
def test_the_body_is_saved_clean_whatever_is_posted(posted, saved, desk):
    assert a_new_one(desk, body=posted).status_code == 302

    body = Story.objects.get().body
    assert not any(bad in body for bad in ("<x-evil", "script", "\u202e", "\x07", "onerror"))
    assert saved is None or body == saved


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({"slugline": ""}, "Give the story a headline, or a slugline"),
        ({"slugline": "\u202e"}, "Give the story a headline, or a slugline"),
        ({"headline": "x" * 201}, "at most 200 characters (it has 201)"),
        ({"headline": "a\x00b"}, "Null characters are not allowed."),
        ({"standfirst": "x" * 601}, "at most 600 characters"),
        ({"language": "<b>"}, "“<b>” is not a language tag. Write it as en, en-GB or uk (BCP 47)."),
        ({"language": ""}, "This field is required."),
        ({"slug": "Not a slug"}, "Enter a valid “slug”"),
        ({"slug": '"><x-evil>'}, "Enter a valid “slug”"),
        ({"deadline": "soon"}, "Enter a valid date/time."),
        ({"planned_length": "-1"}, "greater than or equal to 0"),
        ({"section": "987654"}, "Select a valid choice."),
        ({"section": "x' OR 1=1"}, "Select a valid choice."),
        ({"urgency": "0"}, "Select a valid choice."),
        ({"urgency": "many"}, "Select a valid choice."),
        ({"kind": "gossip"}, "Select a valid choice."),
        ({"embargo": "tomorrow"}, "That is not a time."),
        ({"tags": "x" * 101}, "at most 100 characters"),
        (
            {"body": '<figure data-photo="987654"></figure>'},
            "The body mentions photo 987654, which does not exist. Remove it, or choose one.",
        ),
        (
            {"body": '<p><span data-source="987654">x</span></p>'},
            "The body mentions source 987654, which does not exist.",
        ),
        (
            {"body": '<p><a data-story="987654">x</a></p>'},
            "The body mentions story 987654, which does not exist.",
        ),
    ],
)
def test_nonsense_is_refused_with_a_sentence_and_the_words_are_kept(posted, sentence, desk):
    kept = {"standfirst": "Words of an hour.", "body": "<p>Words of a day.</p>"} | posted

    response = a_new_one(desk, **kept)

    page = Page(response)
    assert response.status_code == 200
    assert any(sentence in error for error in page.errors), page.errors
    assert page.harm == []
    assert not Story.objects.exists()
    shown = page.fields("story_form")
    for name in kept.keys() - CHOSEN:
        assert shown[name] == kept[name], name


@pytest.mark.parametrize("name", ["headline", "kicker", "dateline", "slugline"])
def test_a_field_of_one_line_holds_one_line(name, desk):
    a_new_one(desk, **{name: "  Night\r\n\tferry\u2028 \u202eto sail\u0007 "})

    assert getattr(Story.objects.get(), name) == "Night ferry to sail"


def test_tags_of_other_scripts_are_taken_and_break_no_page(desk, client):
    a_new_one(desk, tags="東京, Größe, Львів")

    story = Story.objects.get()
    assert set(story.tags.names()) == {"東京", "Größe", "Львів"}
    tags = [{"slug": tag.slug, "name": tag.name} for tag in story.tags.all()]
    assert client.get(an_edition(tags=tags).get_absolute_url()).status_code == 200


def test_saving_again_what_the_page_shows_changes_nothing(reporter, desk):
    story = a_ready_story(created_by=reporter)
    story.tags.add("tides", "night ferries")
    models = (Story, Byline, Placement, Attribution)
    before = [list(model.objects.order_by("pk").values()) for model in models]

    response = desk.post(change(story), opened(desk, change(story)))

    assert response.status_code == 302
    after = [list(model.objects.order_by("pk").values()) for model in models]
    before[0][0].pop("updated_at")
    after[0][0].pop("updated_at")
    assert after == before
    assert set(story.tags.names()) == {"tides", "night ferries"}


def test_a_figure_and_a_mark_in_the_body_become_rows(desk):
    photo, source = a_photo(), a_source()
    body = (
        f'<figure data-photo="{photo.pk}"></figure>'
        f'<p><span data-source="{source.pk}">“We follow the tide,”</span> she said.</p>'
    )

    a_new_one(desk, body=body)

    story = Story.objects.get()
    assert [row.photo for row in story.placements.all()] == [photo]
    (attribution,) = story.attributions.all()
    assert (attribution.source, attribution.kind) == (source, "quote")
    assert attribution.passage == "“We follow the tide,”"


def test_a_placement_keeps_its_own_words(reporter, desk):
    story = a_ready_story(created_by=reporter)
    fields = opened(desk, change(story))

    desk.post(
        change(story), {**fields, "placements-0-caption": "Ours.", "placements-0-is_proposal": "on"}
    )

    placement = story.placements.get()
    assert (placement.caption, placement.is_proposal) == ("Ours.", True)


def test_what_leaves_the_body_leaves_the_rows(reporter, desk):
    story = a_ready_story(created_by=reporter)

    response = desk.post(
        change(story), {**opened(desk, change(story)), "body": "<p>All is new.</p>"}
    )

    assert response.status_code == 302
    assert not story.placements.exists()
    assert not story.attributions.exists()


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"contributor": "987654"}, "Select a valid choice"),
        ({"role": "owner"}, "Select a valid choice"),
        ({"order": "-1"}, "greater than or equal to 0"),
        ({"order": "99999"}, "less than or equal to 32767"),
    ],
)
def test_a_byline_that_makes_no_sense_is_refused(row, sentence, desk):
    posted = {"contributor": a_contributor().pk, "role": "writer", "order": "0"} | row

    response = a_new_one(desk, **{f"bylines-0-{name}": value for name, value in posted.items()})

    assert any(sentence in error for error in Page(response).errors)
    assert not Story.objects.exists()


def test_the_same_name_twice_in_one_role_is_refused(desk):
    row = {"contributor": a_contributor().pk, "role": "writer", "order": "0"}
    rows = {f"bylines-{number}-{name}": row[name] for number in (0, 1) for name in row}

    response = a_new_one(desk, **{"bylines-TOTAL_FORMS": "2"}, **rows)

    assert any("duplicate" in error.lower() for error in Page(response).errors)
    assert not Story.objects.exists()


def test_an_answer_without_words_is_refused(desk):
    response = a_new_one(
        desk,
        **{
            "replies-TOTAL_FORMS": "1",
            "replies-0-party": "The harbour trust",
            "replies-0-state": "answered",
        },
    )

    assert "Write down the answer, or choose another state." in Page(response).errors
    assert not Reply.objects.exists()


@pytest.mark.parametrize("kind", ["placements", "attributions"])
def test_rows_that_follow_the_body_cannot_be_posted_past_it(kind, reporter, desk):
    story = a_story(created_by=reporter)
    row = {"photo": a_photo().pk, "source": a_source().pk, "passage": "x", "kind": "quote"}

    response = desk.post(
        change(story),
        {
            **opened(desk, change(story)),
            f"{kind}-TOTAL_FORMS": "1",
            **{f"{kind}-0-{name}": value for name, value in row.items()},
        },
    )

    assert response.status_code in {200, 302}
    assert not getattr(story, kind).exists()


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2206-11-23"])
@pytest.mark.parametrize("name", ["embargo", "replies-0-deadline"])
def test_a_year_that_cannot_be_meant_is_refused(name, day, zone, desk):
    """One that no zone can show would break the list of stories for everybody."""
    Publication.objects.update(time_zone=zone)
    reply = {"replies-TOTAL_FORMS": "1", "replies-0-party": "X", "replies-0-state": "to_send"}

    response = a_new_one(desk, **reply, **{name: f"{day}T00:01"})

    assert any("is too far off. Give one from 1900" in error for error in Page(response).errors)
    assert not Story.objects.exists()


@pytest.mark.parametrize("name", ["created_by", "key", "id", "created_at"])
def test_what_the_form_does_not_ask_cannot_be_set(name, reporter, editor, desk):
    story = a_story(created_by=reporter)
    before = Story.objects.values(name).get(pk=story.pk)

    desk.post(change(story), {**opened(desk, change(story)), name: str(editor.pk)})

    assert Story.objects.values(name).get(pk=story.pk) == before


def test_one_who_saves_twice_in_a_row_is_not_held_up(reporter, desk):
    story = a_story(created_by=reporter)
    for words in ("<p>One.</p>", "<p>Two.</p>"):
        fields = {**opened(desk, change(story)), "body": words, "_continue": "1"}
        assert desk.post(change(story), fields).status_code == 302

    story.refresh_from_db()
    assert story.body == "<p>Two.</p>"
