"""Every save is a revision, whole; an earlier one is brought back without losing the present."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.desk.act import Act
from articles.desk.bring_back import bring_back
from articles.desk.byline import Byline
from articles.desk.keep_revision import catch_up, keep_revision
from articles.desk.references import settle_references
from articles.desk.reply import Attempt, Reply
from articles.desk.revision import Revision
from articles.desk.snapshot import thaw, whole
from articles.desk.story import Story
from articles.intake.story import import_story
from articles.publishing.publish import publish
from tests.builders import a_contributor, a_photo, a_ready_story, a_source, a_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(reporter):
    """A story with a row of each kind."""
    story = a_ready_story(created_by=reporter, deadline=timezone.now(), planned_length=400)
    story.tags.add("tides", "ferries")
    story.placements.update(caption="A caption of ours.", fallback=a_photo())
    story.attributions.get().confirmed_by.add(a_source(name="Ada Finch"))
    reply = Reply.objects.create(story=story, party="The harbour trust", put_to_them="Why?")
    Attempt.objects.create(reply=reply, made_at=timezone.now(), made_by=reporter)
    return story


def test_a_save_is_a_revision_with_who_and_why(story, reporter):
    made = keep_revision(story, by=reporter, why="Because.")

    assert (made.number, made.made_by, made.why) == (1, reporter, "Because.")


def test_a_save_that_changes_nothing_makes_none(story, reporter):
    keep_revision(story, by=reporter)
    story.save()

    assert keep_revision(story, by=reporter) is None
    assert story.revisions.count() == 1


def change_words(story):
    story.headline = "Otherwise"
    story.save()


CHANGES = {
    "words": change_words,
    "stage": lambda story: Story.objects.filter(pk=story.pk).update(stage="filed"),
    "embargo": lambda story: Story.objects.filter(pk=story.pk).update(embargo=timezone.now()),
    "assignment": lambda s: Story.objects.filter(pk=s.pk).update(assigned_to=s.created_by),
    "deadline": lambda story: Story.objects.filter(pk=story.pk).update(deadline=None),
    "planned length": lambda story: Story.objects.filter(pk=story.pk).update(planned_length=1),
    "waiting for": lambda story: Story.objects.filter(pk=story.pk).update(waiting_for="a call"),
    "slugline": lambda story: Story.objects.filter(pk=story.pk).update(slugline="other"),
    "embargo note": lambda story: Story.objects.filter(pk=story.pk).update(embargo_note="us"),
    "tags": lambda story: story.tags.add("more"),
    "byline": lambda s: Byline.objects.create(story=s, contributor=a_contributor("jo-fell")),
    "caption": lambda story: story.placements.update(caption="Other."),
    "attribution": lambda story: story.attributions.update(verbatim="Other."),
    "confirmation": lambda story: story.attributions.get().confirmed_by.clear(),
    "request": lambda story: story.replies.update(state="open"),
    "attempt": lambda s: Attempt.objects.create(reply=s.replies.get(), made_at=timezone.now()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_anything_of_the_story_makes_one(change, story, reporter):
    keep_revision(story, by=reporter)

    CHANGES[change](story)

    assert keep_revision(story, by=reporter).number == 2


def test_what_was_changed_elsewhere_is_kept_as_nobody_s(story, reporter):
    first = catch_up(story)
    Story.objects.filter(pk=story.pk).update(stage="filed")

    second = catch_up(story)

    assert (first.number, first.made_by, second.number, second.made_by) == (1, None, 2, None)
    assert catch_up(story) == second


def test_a_revision_is_never_changed(story, reporter):
    keep_revision(story, by=reporter)

    with pytest.raises(IntegrityError, match="A revision is never changed"), transaction.atomic():
        Revision.objects.update(why="Otherwise.")


def test_a_revision_is_read_as_a_dossier(story, reporter):
    made = keep_revision(story, by=reporter)
    body = story.body
    Story.objects.filter(pk=story.pk).update(headline="Otherwise", body="<p>Gone.</p>")

    dossier = thaw(Revision.objects.get(pk=made.pk).values, Story.objects.get())

    assert dossier.story.body == body
    assert [row.role for row in dossier.bylines] == ["writer"]
    assert [row.caption for row in dossier.placements.values()] == ["A caption of ours."]
    assert [one.name for one in dossier.confirming[0]] == ["Ada Finch"]


def test_a_pasted_story_begins_with_a_revision(reporter):
    story = import_story("A headline\n\nA first paragraph of it.", by=reporter).story

    assert [(one.number, one.made_by, one.why) for one in story.revisions.all()] == [
        (1, reporter, "Pasted.")
    ]


def test_what_goes_to_readers_is_a_revision(editor):
    story = a_ready_story(created_by=editor)

    publish(story, by=editor, override_reason="A test.")

    assert story.revisions.get().why == "As it was released."


def spoil(story):
    """Words, rows and tags are gone; what the desk does with the story went on."""
    story.headline, story.body, story.stage = "Otherwise", "<p>All is new.</p>", "filed"
    story.embargo = timezone.now() + timedelta(days=1)
    story.save()
    settle_references(story)
    story.tags.set(["other"])
    story.bylines.all().delete()
    story.replies.all().delete()


def test_an_earlier_revision_is_brought_back_whole(story, reporter, editor):
    keep_revision(story, by=reporter)
    before = whole(Story.objects.get())
    spoil(story)

    made = bring_back(Revision.objects.get(number=1), by=editor)

    after = whole(Story.objects.get())
    assert after["story"] == before["story"]
    assert after["tags"] == before["tags"]
    assert after["bylines"] == before["bylines"]
    for kind in ("placements", "attributions", "replies"):
        for row in (*before[kind], *after[kind]):
            del row["id"]
        assert after[kind] == before[kind]
    assert (made.number, made.made_by) == (3, editor)


def test_the_present_one_stays_in_the_history(story, reporter, editor):
    keep_revision(story, by=reporter)
    spoil(story)

    bring_back(Revision.objects.get(number=1), by=editor)

    assert Revision.objects.get(number=2).values["story"]["headline"] == "Otherwise"
    act = Act.objects.get()
    assert (act.kind, act.reason) == ("brought_back", "Revision 1 instead of 2.")
    bring_back(Revision.objects.get(number=2), by=editor)
    assert Story.objects.get().headline == "Otherwise"


def test_what_is_true_of_the_world_stays_as_it_is(story, reporter, editor):
    keep_revision(story, by=reporter)
    embargo = timezone.now() + timedelta(days=1)
    Story.objects.filter(pk=story.pk).update(stage="cleared", embargo=embargo, headline="X")
    story.replies.update(state="answered", answer="No comment.")

    bring_back(Revision.objects.get(number=1), by=editor)

    now = Story.objects.get()
    assert (now.stage, now.embargo, now.headline) == ("cleared", embargo, story.headline)
    assert now.replies.get().answer == "No comment."


def test_bringing_back_the_newest_does_nothing(story, reporter):
    made = keep_revision(story, by=reporter)

    assert bring_back(made, by=reporter) is None
    assert not Act.objects.exists()


def test_rows_that_exist_no_more_are_left_out(story, reporter):
    keep_revision(story, by=reporter)
    photo = story.placements.get().photo
    fallback = story.placements.get().fallback
    spoil(story)
    for gone in (photo, fallback):
        gone.delete()
    a_story(created_by=reporter)

    bring_back(Revision.objects.get(number=1), by=reporter)

    assert not story.placements.exists()
    assert story.attributions.count() == 1
