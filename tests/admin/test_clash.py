"""Two who save one story: what does not collide is merged, what does is shown side by side."""

from __future__ import annotations

import pytest

from articles.desk.byline import Byline
from articles.desk.reply import Reply
from articles.desk.story import Story
from tests.admin.page import Page
from tests.builders import a_contributor, a_photo, a_ready_story, a_section, a_source, a_story

pytestmark = pytest.mark.django_db

TWO = "<p>The ferry sails at noon.</p><p>The quay is shut.</p>"


def change(story):
    return f"/admin/articles/story/{story.pk}/change/"


def opened(client, story):
    return Page(client.get(change(story))).fields("story_form")


@pytest.fixture
def story(reporter):
    return a_story(created_by=reporter, headline="The quay", body=TWO, section=a_section())


@pytest.fixture
def both(at_desk):
    """A save of theirs, and one of mine, both from the story as it was."""

    def act(story, theirs, mine):
        me, they = at_desk("reporter"), at_desk("editor")
        my_form, their_form = opened(me, story), opened(they, story)
        assert they.post(change(story), {**their_form, **theirs}).status_code == 302
        return me, me.post(change(story), {**my_form, **mine})

    return act


def choose(client, story, response, choice, button="_continue"):
    """The clash page's form, with one choice for all its spots."""
    page = Page(response)
    fields = page.fields()
    names = {one.attributes["name"] for one in page.all("input", type="radio")}
    return client.post(change(story), {**fields, **dict.fromkeys(names, choice), button: "1"})


@pytest.mark.parametrize(
    ("theirs", "mine", "stored"),
    [
        ({"headline": "B"}, {"standfirst": "C"}, {"headline": "B", "standfirst": "C"}),
        ({"headline": "B"}, {"headline": "B"}, {"headline": "B"}),
        ({"headline": "B"}, {}, {"headline": "B"}),
        ({"kicker": "Tides"}, {"urgency": "1"}, {"kicker": "Tides", "urgency": 1}),
        ({"embargo": "2027-01-01T10:00"}, {"language": "uk"}, {"language": "uk"}),
        ({"section": ""}, {"kicker": "K"}, {"section_id": None, "kicker": "K"}),
        (
            {"body": TWO.replace("shut", "open")},
            {"body": TWO.replace("noon", "one")},
            {"body": TWO.replace("shut", "open").replace("noon", "one")},
        ),
    ],
)
def test_what_does_not_collide_is_merged_and_saved(theirs, mine, stored, story, both):
    _, response = both(story, theirs, mine)

    assert response.status_code == 302
    assert Story.objects.values(*stored).get() == stored
    if "embargo" in theirs:
        assert Story.objects.get().embargo is not None


def test_whoever_is_merged_is_told_and_it_is_a_revision(story, both, reporter):
    me, _ = both(story, {"headline": "B"}, {"standfirst": "C"})

    newest = story.revisions.first()
    assert (newest.number, newest.made_by, newest.why) == (3, reporter, "Merged with revision 2.")
    told = me.get("/admin/articles/story/").content.decode()
    assert "Editor saved revision 2 while you were writing" in told


def test_tags_of_both_are_kept(story, both):
    story.tags.add("tides", "ferries")

    both(story, {"tags": "tides, boats"}, {"tags": "ferries, tides, quays"})

    assert set(story.tags.names()) == {"tides", "boats", "quays"}


@pytest.mark.parametrize(
    ("name", "theirs", "mine", "chosen"),
    [
        ("headline", "Theirs", "Mine", "Mine / Theirs"),
        ("standfirst", "Theirs", "Mine", "Mine / Theirs"),
        ("kicker", "Theirs", "Mine", "Mine / Theirs"),
        ("body", TWO.replace("noon", "one"), TWO.replace("noon", "two"), None),
        ("body", TWO.replace("noon", "one"), "<p>The quay is shut.</p>", None),
    ],
)
def test_what_collides_is_shown_with_both_texts_and_chosen(name, theirs, mine, chosen, story, both):
    me, response = both(story, {name: theirs}, {name: mine})

    page = response.content.decode()
    assert response.status_code == 409
    assert page.count('class="clash-spot"') == 1
    assert getattr(Story.objects.get(), name) == theirs
    assert Page(response).harm == []

    assert choose(me, story, response, "theirs").status_code == 302
    assert getattr(Story.objects.get(), name) == theirs
    assert choose(me, story, response, "mine").status_code == 302
    assert getattr(Story.objects.get(), name) == mine
    if chosen:
        Story.objects.update(**{name: theirs})
        choose(me, story, response, "both")
        assert getattr(Story.objects.get(), name) == chosen


@pytest.mark.parametrize(
    ("name", "texts", "offered", "own", "stored"),
    [
        ("headline", ("Theirs", "Mine"), "Mine / Theirs", "Both", "Both"),
        (
            "body",
            (TWO.replace("noon", "one"), TWO.replace("noon", "two")),
            "<p>The ferry sails at two.</p><p>The ferry sails at one.</p>",
            "<p>It sails at one and at two.<script>x</script></p>",
            "<p>It sails at one and at two.</p><p>The quay is shut.</p>",
        ),
    ],
)
def test_one_text_may_be_written_of_both(name, texts, offered, own, stored, story, both):
    me, response = both(story, *({name: text} for text in texts))
    page = Page(response)
    (written,) = (one for one in page.fields() if one.startswith("write-"))
    assert page.fields()[written] == offered
    chosen = {written.replace("write-", "choose-"): "own", "_continue": "1"}

    without_a_text = {key: value for key, value in page.fields().items() if key != written}
    assert me.post(change(story), {**without_a_text, **chosen}).status_code == 409
    assert me.post(change(story), {**page.fields(), **chosen, written: own}).status_code == 302

    assert getattr(Story.objects.get(), name) == stored


def test_what_is_written_stays_while_another_place_is_open(story, both):
    me, response = both(story, {"headline": "A", "kicker": "B"}, {"headline": "C", "kicker": "D"})
    fields = Page(response).fields()
    (headline,) = (one for one in fields if one.startswith("write-headline"))
    fields |= {headline: "All of it", headline.replace("write-", "choose-"): "own"}

    again = me.post(change(story), {**fields, "_continue": "1"})

    assert again.status_code == 409
    assert Page(again).fields()[headline] == "All of it"


@pytest.mark.parametrize(
    "block",
    [
        "<ul><li><p>Boats at {}.</p></li><li><p>Nets at two.</p></li></ul>",
        "<blockquote><p>We sail at {}.</p><p>We do not wait.</p></blockquote>",
    ],
)
def test_a_list_or_a_quotation_is_one_place_and_both_are_kept(block, story, both):
    """They collide as a whole, though each changed another line of them."""
    Story.objects.update(body=block.format("noon"))
    theirs = block.format("noon").replace("two", "three").replace("wait", "turn back")
    me, response = both(story, {"body": theirs}, {"body": block.format("one")})
    page = response.content.decode()

    assert page.count('class="clash-spot"') == 1
    assert "one" in page
    assert "three" in page or "turn back" in page
    assert choose(me, story, response, "both").status_code == 302
    assert Story.objects.get().body == block.format("one") + theirs


def test_without_a_choice_nothing_is_saved(story, both):
    me, response = both(story, {"headline": "Theirs"}, {"headline": "Mine"})

    again = me.post(change(story), {**Page(response).fields(), "_continue": "1"})

    assert again.status_code == 409
    assert Story.objects.get().headline == "Theirs"


def test_a_choice_holds_only_for_the_texts_that_were_seen(story, both, at_desk):
    me, response = both(story, {"headline": "Theirs"}, {"headline": "Mine"})
    third = at_desk("sub-editor")
    third.post(change(story), {**opened(third, story), "headline": "Newer"})

    again = choose(me, story, response, "mine")

    assert again.status_code == 409
    assert "Newer" in again.content.decode()
    assert Story.objects.get().headline == "Newer"


def test_one_may_go_on_writing_with_the_choices(story, both):
    me, response = both(story, {"headline": "Theirs"}, {"headline": "Mine", "kicker": "K"})

    page = choose(me, story, response, "mine", button="_edit_on")

    assert page.status_code == 200
    assert Story.objects.get().headline == "Theirs"
    fields = Page(page).fields("story_form")
    assert (fields["headline"], fields["kicker"], fields["version"]) == ("Mine", "K", "2")
    assert Page(page).errors == []
    assert me.post(change(story), {**fields, "_continue": "1"}).status_code == 302
    assert Story.objects.get().headline == "Mine"


def test_a_form_that_is_refused_meets_the_others_all_the_same(story, both):
    _, response = both(story, {"headline": "B"}, {"standfirst": "C", "language": "<b>"})

    fields = Page(response).fields("story_form")
    assert response.status_code == 200
    assert (fields["headline"], fields["standfirst"], fields["version"]) == ("B", "C", "2")


def test_a_form_without_a_version_is_not_held_up_and_loses_nothing(story, at_desk):
    me = at_desk("reporter")
    form = opened(me, story)
    Story.objects.update(headline="Theirs")

    response = me.post(change(story), {**form, "version": "", "headline": "Mine"})

    assert response.status_code == 302
    headlines = [one.values["story"]["headline"] for one in story.revisions.all()]
    assert headlines == ["Mine", "Theirs", "The quay"]


@pytest.mark.parametrize("version", ["99", "x", "-1", "1" * 30, "1.5"])
def test_a_version_that_never_was_is_passed_over(version, story, at_desk):
    me = at_desk("reporter")

    response = me.post(change(story), {**opened(me, story), "version": version})

    assert response.status_code == 302


# Rows


@pytest.fixture
def rich(reporter):
    story = a_ready_story(created_by=reporter)
    Reply.objects.create(story=story, party="The trust")
    return story


def test_two_fields_of_one_row_are_merged(rich, both):
    _, response = both(
        rich, {"placements-0-caption": "Theirs."}, {"placements-0-alt_text": "A lit quay"}
    )

    assert response.status_code == 302
    placement = rich.placements.get()
    assert (placement.caption, placement.alt_text) == ("Theirs.", "A lit quay")


def test_two_captions_of_one_picture_are_shown(rich, both):
    me, response = both(
        rich, {"placements-0-caption": "Theirs."}, {"placements-0-caption": "Mine."}
    )

    assert response.status_code == 409
    assert "Caption of a picture in the body" in response.content.decode()
    choose(me, rich, response, "both")
    assert rich.placements.get().caption == "Mine. / Theirs."


def test_rows_that_each_put_in_are_both_there(rich, both):
    theirs, mine = a_contributor("jo-fell"), a_contributor("ina-roe")
    row = {"bylines-TOTAL_FORMS": "2", "bylines-1-role": "editor", "bylines-1-order": "1"}

    _, response = both(
        rich,
        {**row, "bylines-1-contributor": theirs.pk},
        {**row, "bylines-1-contributor": mine.pk},
    )

    assert response.status_code == 302
    assert Byline.objects.filter(contributor__in=[theirs, mine]).count() == 2


def test_a_picture_that_each_put_in_is_there(rich, both):
    theirs, mine = a_photo(), a_photo()

    _, response = both(
        rich,
        {"body": rich.body + f'<figure data-photo="{theirs.pk}"></figure>'},
        {"body": f'<figure data-photo="{mine.pk}"></figure>' + rich.body},
    )

    assert response.status_code == 302
    assert {theirs, mine} <= {row.photo for row in rich.placements.all()}


def test_a_row_that_they_took_out_is_gone_when_i_left_it_alone(rich, both):
    _, response = both(rich, {"replies-0-DELETE": "on"}, {"headline": "Mine"})

    assert response.status_code == 302
    assert not Reply.objects.exists()


def test_my_words_in_a_row_that_they_took_out_are_shown(rich, both):
    me, response = both(
        rich, {"replies-0-DELETE": "on"}, {"replies-0-put_to_them": "Why so early?"}
    )

    assert response.status_code == 409
    assert "Why so early?" in response.content.decode()
    choose(me, rich, response, "mine")
    assert Reply.objects.get().put_to_them == "Why so early?"


def test_their_words_in_a_row_that_i_took_out_are_shown(rich, both):
    me, response = both(rich, {"replies-0-answer": "No comment."}, {"replies-0-DELETE": "on"})

    assert response.status_code == 409
    assert "No comment." in response.content.decode()
    choose(me, rich, response, "theirs")
    assert Reply.objects.get().answer == "No comment."


def test_my_caption_of_a_picture_that_they_took_out_is_shown(rich, both):
    body = f'<p><span data-source="{a_source().pk}">“We follow the tide”</span></p>'

    me, response = both(rich, {"body": body}, {"placements-0-caption": "Mine for an hour."})

    assert response.status_code == 409
    assert "Mine for an hour." in response.content.decode()
    assert choose(me, rich, response, "theirs").status_code == 302
    assert not rich.placements.exists()
