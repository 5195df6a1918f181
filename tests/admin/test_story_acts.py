"""What is done with the ticked stories goes through the same doors as with one."""

from __future__ import annotations

import pytest
from django.contrib.admin.models import LogEntry
from django.db import IntegrityError, connection, transaction

from articles.admin import story_acts
from articles.desk import together
from articles.desk.byline import Byline
from articles.desk.keep_revision import keep_revision
from articles.desk.revision import Revision
from articles.desk.snapshot import whole
from articles.desk.story import Story
from articles.publishing.hold_story import hold_story
from articles.site.edition import Edition
from tests.builders import a_ready_story, a_section, a_story

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/story/"


def do(client, act, stories, *, follow=True, **values):
    ticked = [story.pk for story in stories]
    return client.post(
        LIST, {"action": act, "_selected_action": ticked, "sure": "1", **values}, follow=follow
    )


def said(response):
    return [str(one) for one in response.context["messages"]]


@pytest.fixture
def two(reporter):
    return [a_story(created_by=reporter, headline=name) for name in ("One", "Two")]


@pytest.fixture
def ready(reporter):
    return [
        a_ready_story(created_by=reporter, headline=f"Ready {name}", slug=name)
        for name in ("one", "two")
    ]


def test_first_the_list_asks(two, at_desk):
    response = at_desk("editor").post(
        LIST, {"action": "set_their_section", "_selected_action": [two[0].pk]}
    )

    assert response.status_code == 200
    assert "One" in response.content.decode()
    assert Story.objects.filter(section=None).count() == 2


def test_the_section_of_the_ticked_is_set(two, at_desk):
    port = a_section("port")

    answer = do(at_desk("editor"), "set_their_section", two, section=port.pk)

    assert set(Story.objects.values_list("section", flat=True)) == {port.pk}
    assert said(answer) == ["2 of 2 stories were changed."]
    assert LogEntry.objects.count() == 2


def test_a_tag_is_added_to_those_that_lack_it(two, at_desk):
    two[0].tags.add("Tides")

    answer = do(at_desk("editor"), "add_their_tag", two, tag=" tides ")

    assert [list(story.tags.names()) for story in two] == [["Tides"], ["Tides"]]
    assert said(answer) == ["1 of 2 stories were changed."]


@pytest.mark.parametrize("act", ["set_their_section", "add_their_tag"])
def test_each_changed_story_gets_a_revision_and_only_those(act, two, editor, at_desk):
    port = a_section("port")
    two[0].tags.add("Tides")
    Story.objects.filter(pk=two[0].pk).update(section=port)
    keep_revision(two[0], by=two[0].created_by)
    keep_revision(two[1], by=two[1].created_by)

    do(at_desk(editor), act, two, section=port.pk, tag="Tides")

    assert two[0].revisions.count() == 1
    newest, first = two[1].revisions.all()
    assert (newest.made_by, newest.why) == (editor, together.WHY)
    assert newest.values == whole(Story.objects.get(pk=two[1].pk))
    assert first.made_by == two[1].created_by


def test_what_was_changed_elsewhere_is_not_put_down_to_who_did_the_bulk_act(two, editor, at_desk):
    keep_revision(two[0], by=two[0].created_by)
    Story.objects.filter(pk=two[0].pk).update(headline="Changed by a program")

    do(at_desk(editor), "add_their_tag", two[:1], tag="tides")

    assert [one.made_by for one in two[0].revisions.all()] == [editor, None, two[0].created_by]


def test_if_the_revision_of_one_fails_none_is_changed(two, editor):
    port = a_section("port")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(
            "ALTER TABLE articles_revision ADD CONSTRAINT full_disk CHECK (story_id <> %s)",
            [two[1].pk],
        )

    with pytest.raises(IntegrityError, match="full_disk"), transaction.atomic():
        together.set_section(two, port, by=editor)

    assert Story.objects.filter(section=None).count() == 2
    assert not Revision.objects.exists()


def test_who_may_not_write_at_that_stage_does_not_change_it_together_either(two, reporter, at_desk):
    Story.objects.filter(pk=two[0].pk).update(stage="subbed")

    answer = do(at_desk(reporter), "add_their_tag", two, tag="tides")

    assert [list(story.tags.names()) for story in two] == [[], ["tides"]]
    refused, told = said(answer)
    assert refused.startswith("“One” stays as it is. The story is subbed")
    assert told == "1 of 2 stories were changed."


def test_the_act_itself_reaches_only_what_its_person_sees(two, colleague):
    done = together.add_tag(two, "tides", by=colleague)

    assert (done.changed, done.refused) == ([], [])
    assert not any(story.tags.exists() for story in two)


@pytest.mark.parametrize(
    ("act", "values"),
    [
        ("set_their_section", {"section": "99999"}),
        ("set_their_section", {}),
        ("add_their_tag", {"tag": " , "}),
        ("add_their_tag", {"tag": "x" * 101}),
    ],
)
def test_what_is_wrong_changes_nothing(act, values, two, at_desk):
    response = do(at_desk("editor"), act, two, **values)

    assert response.status_code == 422
    assert not LogEntry.objects.exists()


def test_each_of_the_ticked_is_published_or_says_why_not(ready, two, legal, at_desk):
    hold_story(ready[1], by=legal, reason="A letter came.")

    answer = do(at_desk("editor"), "publish_them", [*ready, two[0]])

    published, held, unready = said(answer)
    assert published == "“Ready one” is published as edition 1."
    assert held.startswith("“Ready two” was not published.")
    assert "A letter came." in held
    assert unready.startswith("“One” was not published.")
    assert Edition.objects.get().headline == "Ready one"


def test_who_may_not_publish_cannot_do_it_together_either(ready, at_desk):
    for who in ("reporter", "sub-editor", "photo", "legal"):
        do(at_desk(who), "publish_them", ready)

    assert not Edition.objects.exists()


def test_an_editor_s_own_copy_waits_for_four_eyes_here_too(editor, at_desk):
    story = a_ready_story(created_by=editor)
    contributor = Byline.objects.get(story=story).contributor
    contributor.user = editor
    contributor.save()

    do(at_desk("editor"), "publish_them", [story])

    assert not Edition.objects.exists()


def test_stories_of_others_are_not_changed_by_a_forged_form(two, colleague, at_desk):
    port = a_section("port")

    answer = do(at_desk(colleague), "set_their_section", two, section=port.pk)

    assert Story.objects.filter(section=None).count() == 2
    assert "One" not in answer.content.decode()


def test_too_many_at_once_are_refused(two, at_desk, monkeypatch):
    monkeypatch.setattr(story_acts, "MOST", 1)

    answer = do(at_desk("editor"), "add_their_tag", two, tag="tides")

    assert said(answer) == [story_acts.TOO_MANY]
    assert not LogEntry.objects.exists()
