"""The story’s history: its list, any two compared, one with the live one, and bringing back."""

from __future__ import annotations

import re
import uuid

import pytest
from django.utils import timezone

from articles.desk.keep_revision import catch_up, keep_revision
from articles.desk.photos.photo import Photo
from articles.desk.presence import Presence
from articles.desk.reply import Reply
from articles.desk.story import Story
from articles.publishing.approve import Approval, approve
from articles.publishing.as_read import as_read
from articles.publishing.photos.kill import kill
from articles.publishing.propose import Said, propose
from articles.publishing.publish import publish
from articles.publishing.withdraw import withdraw
from tests.admin.page import Page
from tests.builders import a_contributor, a_photo, a_ready_story, a_story, a_user

pytestmark = pytest.mark.django_db


def at(story, act):
    return f"/admin/articles/story/{story.pk}/{act}"


@pytest.fixture
def story(reporter):
    story = a_ready_story(created_by=reporter)
    keep_revision(story, by=reporter)
    return story


def changed(story, by, **values):
    Story.objects.filter(pk=story.pk).update(**values)
    story.refresh_from_db()
    return keep_revision(story, by=by)


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())


def marked(response, tag):
    return [one.text for one in Page(response).all(tag)]


def test_the_list_says_who_saved_what_and_how_much(story, editor, at_desk):
    changed(story, editor, body=story.body + "<p>Five words came in here.</p>")

    page = text(at_desk("reporter").get(at(story, "history/")))

    assert "+5" in page
    assert "<td>editor</td>" in page
    assert "<td>reporter</td>" in page


def test_what_was_done_alone_stands_below_the_list(editor, at_desk):
    story = a_ready_story(created_by=a_user("writer", "Reporter"))
    publish(story, by=editor)
    correction = propose(story, Said(note="At ten.", wrong="nine", right="ten"), by=editor)
    approve(correction, by=editor, approval=Approval(alone_reason="Three in the morning."))

    page = text(at_desk("editor").get(at(story, "history/")))

    assert "One person alone changed what is live" in page
    assert "Three in the morning. (Correction: At ten.)" in page


def test_the_list_says_which_readers_got(editor, at_desk):
    story = a_ready_story(created_by=editor)
    publish(story, by=editor, override_reason="A test.", new_facts="A test.")
    changed(story, editor, headline="Not out yet")
    publish(Story.objects.get(), by=editor, override_reason="A test.", new_facts="A test.")
    changed(story, editor, headline="Still a draft")

    page = Page(at_desk("editor").get(at(story, "history/")))

    assert [one.text for one in page.all("span", "released")] == ["edition 2", "edition 1"]
    assert "Compare the draft with what readers have" in {one.text for one in page.all("a")}


def test_a_long_history_comes_in_pages(story, editor, at_desk):
    for number in range(55):
        changed(story, editor, kicker=f"K {number}")

    client = at_desk("editor")

    assert "?page=2" in text(client.get(at(story, "history/")))
    assert len(Page(client.get(at(story, "history/?page=2"))).all("tr")) == 7


def test_two_revisions_are_compared(story, editor, at_desk):
    changed(story, editor, headline="Night ferry to sail an hour later", stage="filed")
    changed(story, editor, body=story.body.replace("Monday", "Friday"))

    response = at_desk("reporter").get(at(story, "compare/?a=1&b=3"))

    gone, came = "".join(marked(response, "del")), "".join(marked(response, "ins"))
    for old, new in (("earlier", "later"), ("Draft", "Filed"), ("Monday", "Friday")):
        assert old in gone
        assert new in came
    assert "taken out:" in gone  # read aloud
    assert "added:" in came


def test_rows_are_compared_by_their_names(story, reporter, at_desk):
    photo = a_photo(caption="Another quay.")
    body = story.body.replace("We follow", "We always follow") + (
        f'<figure data-photo="{photo.pk}"></figure>'
    )
    story.tags.add("tides")
    story.bylines.update(contributor=a_contributor("jo-fell"))
    Reply.objects.create(story=story, party="The trust")
    client = at_desk("reporter")
    form = Page(client.get(at(story, "change/"))).fields("story_form")
    client.post(at(story, "change/"), {**form, "body": body, "placements-0-caption": "Ours."})

    page = text(client.get(at(story, "compare/?a=1")))

    for words in ("Jo Fell", "Ada Lumen", "The trust", "tides", "Another quay.", "Ours"):
        assert words in page
    assert "always" in "".join(marked(client.get(at(story, "compare/?a=1")), "ins"))


def test_the_same_twice_says_so(story, at_desk):
    page = text(at_desk("reporter").get(at(story, "compare/?a=1&b=1")))

    assert "Both are the same, word for word." in page


def test_the_draft_is_compared_with_what_readers_have(editor, at_desk):
    story = a_ready_story(created_by=editor)
    publish(story, by=editor, override_reason="A test.", new_facts="A test.")
    client = at_desk("editor")
    assert "Both are the same" in text(client.get(at(story, "compare/?a=live")))

    changed(story, editor, headline="Night ferry to sail an hour later")

    response = client.get(at(story, "compare/?a=live&b=2"))
    assert "edition 1, live since" in text(response)
    assert "later" in "".join(marked(response, "ins"))


def test_a_picture_that_was_taken_out_is_not_what_readers_have(editor, photo_desk, at_desk):
    story = a_ready_story(created_by=editor)
    publish(story, by=editor, override_reason="A test.", new_facts="A test.")
    kill(Photo.objects.get(), by=photo_desk, origin="Northmark, 12", reason="Wrong person.")

    assert "data-photo" not in as_read(story).values["story"]["body"]
    assert as_read(story).values["placements"] == []
    assert "New picture" in text(at_desk("editor").get(at(story, "compare/?a=live")))


def test_a_story_that_readers_do_not_have_is_compared_with_nothing(editor, at_desk):
    story = a_ready_story(created_by=editor)
    client = at_desk("editor")
    assert "Readers have nothing of this story" in text(client.get(at(story, "compare/?a=live")))
    publish(story, by=editor, override_reason="A test.", new_facts="A test.")

    withdraw(story, by=editor, note="It was a hoax.")

    assert "Readers have nothing of this story" in text(client.get(at(story, "compare/?a=live")))


@pytest.mark.parametrize("query", ["a=99", "a=x", "b=-1", "a=1&b=0", "a=" + "9" * 30])
def test_a_revision_that_never_was_is_not_found(query, story, at_desk):
    assert at_desk("reporter").get(at(story, f"compare/?{query}")).status_code == 404


@pytest.mark.parametrize("page", ["history/", "compare/"])
def test_pages_of_the_history_stay_in_no_cache(page, story, at_desk):
    assert "no-store" in at_desk("reporter").get(at(story, page))["Cache-Control"]


def test_an_earlier_one_is_brought_back(story, editor, at_desk):
    changed(story, editor, headline="Otherwise")

    response = at_desk("reporter").post(at(story, "bring-back/"), {"revision": "1"}, follow=True)

    assert "Revision 1 is back, as revision 3." in text(response)
    assert Story.objects.get().headline == "Night ferry to sail an hour earlier"


@pytest.mark.parametrize(
    ("who", "status"), [("photo", 403), ("legal", 403), ("admin", 404), ("sub-editor", 302)]
)
def test_who_may_write_may_bring_back(who, status, story, editor, at_desk):
    changed(story, editor, headline="Otherwise")

    response = at_desk(who).post(at(story, "bring-back/"), {"revision": "1"})

    assert response.status_code == status
    assert (Story.objects.get().headline == "Otherwise") == (status != 302)
    if who in {"photo", "legal"}:
        assert "Bring back" not in text(at_desk(who).get(at(story, "history/"))).split("<tbody>")[1]


@pytest.mark.parametrize("sent", ["", "x", "0", "99", "9" * 30])
def test_what_never_was_is_not_brought_back(sent, story, at_desk):
    response = at_desk("reporter").post(at(story, "bring-back/"), {"revision": sent})

    assert response.status_code == 404


def test_another_s_history_is_not_there(story, colleague, at_desk):
    client = at_desk(colleague)

    for page in ("compare/", "compare/?a=1&b=1"):
        assert client.get(at(story, page)).status_code == 404
    assert client.post(at(story, "bring-back/"), {"revision": "1"}).status_code == 404
    assert client.get(at(story, "history/")).status_code == 302


# Who is here


def beat(client, story, **values):
    values = {"window": str(uuid.uuid4()), "place": "body", "writing": "1", **values}
    return client.post(at(story, "beat/"), values)


def test_a_beat_answers_who_else_is_here_and_where(story, at_desk):
    beat(at_desk("editor"), story, place="standfirst")

    answer = beat(at_desk("reporter"), story).json()

    assert answer["others"] == [{"who": "editor", "place": "standfirst", "writing": True}]
    assert (answer["newest"], answer["saved_by"]) == (1, "reporter")


def test_one_s_own_other_window_is_told_as_such(story, at_desk):
    client = at_desk("reporter")
    beat(client, story)

    assert beat(client, story).json()["others"][0]["who"] == "You, in another window"


@pytest.mark.parametrize(("seconds", "there"), [(40, True), (46, False)])
def test_who_has_not_said_so_for_45_seconds_is_gone(seconds, there, story, at_desk):
    beat(at_desk("editor"), story)
    Presence.objects.update(seen_at=timezone.now() - timezone.timedelta(seconds=seconds))

    assert bool(beat(at_desk("reporter"), story).json()["others"]) == there


def test_a_window_that_is_closed_says_goodbye(story, at_desk):
    client, window = at_desk("reporter"), str(uuid.uuid4())
    beat(client, story, window=window)
    beat(at_desk("editor"), story, window=window, leave="1")  # of another: nothing
    assert Presence.objects.count() == 1

    assert beat(client, story, window=window, leave="1").status_code == 204
    assert not Presence.objects.exists()


@pytest.mark.parametrize("values", [{"window": "x"}, {"place": "<b>"}, {"place": "x" * 61}])
def test_a_beat_that_makes_no_sense_is_refused(values, story, at_desk):
    assert beat(at_desk("reporter"), story, **values).status_code == 400
    assert not Presence.objects.exists()


@pytest.mark.parametrize(
    ("who", "status"), [("photo", 200), ("legal", 200), ("admin", 404), ("editor", 200)]
)
def test_who_may_see_the_story_may_be_here(who, status, story, at_desk):
    assert beat(at_desk(who), story).status_code == status


def test_another_s_draft_is_not_entered(story, colleague, at_desk):
    assert beat(at_desk(colleague), story).status_code == 404
    assert not Presence.objects.exists()


# What it costs


def test_the_history_costs_the_same_however_long(
    story, editor, at_desk, django_assert_max_num_queries
):
    for number in range(30):
        changed(story, editor, kicker=f"K {number}")
    client = at_desk("editor")
    client.get(at(story, "history/"))

    with django_assert_max_num_queries(26):
        client.get(at(story, "history/"))


@pytest.mark.parametrize("size", [1, 12])
def test_a_comparison_costs_the_same_however_much_it_holds(
    size, reporter, at_desk, django_assert_max_num_queries
):
    body = "".join(f'<figure data-photo="{a_photo().pk}"></figure><p>{n}</p>' for n in range(size))
    story = a_story(created_by=reporter, body="")
    keep_revision(story, by=reporter)
    Story.objects.filter(pk=story.pk).update(body=body)
    catch_up(story)
    client = at_desk("editor")
    client.get(at(story, "compare/"))

    with django_assert_max_num_queries(24):
        client.get(at(story, "compare/"))


def test_a_beat_costs_little(story, at_desk, django_assert_max_num_queries):
    client, window = at_desk("editor"), str(uuid.uuid4())
    for _ in range(5):
        beat(at_desk(a_user(f"u{uuid.uuid4().hex[:6]}", "Editor")), story)
    beat(client, story, window=window)

    with django_assert_max_num_queries(16):
        beat(client, story, window=window)
