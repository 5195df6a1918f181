"""Blocks that are passed over beside the copy: by whoever holds the permission, for others."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.desk.act import Act
from articles.desk.dismissal import dismiss
from articles.desk.dossier import gather
from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.desk.story import Story
from articles.masthead.contributor import Contributor
from articles.preflight.finding import RULES
from articles.preflight.run import findings
from articles.publishing.correct import correct
from articles.publishing.override import passed_over
from articles.publishing.publish import publish
from articles.publishing.recheck import recheck
from articles.publishing.refusal import NotAllowed, PreflightBlocks
from articles.publishing.release import Release
from articles.publishing.take_up import take_up_again
from articles.site.edition import Edition
from tests.builders import MONDAY_NOON, a_photo, a_ready_story
from tests.preflight.spoiling import add_to_body, change, change_all
from tests.preflight.spoils_of_sources import a_request, an_accusation

pytestmark = pytest.mark.django_db

HOME = "<p>He lives at 12 Fish Road.</p>"
LEAVE = "Leave by telephone."


def an_own_story(_story):
    Contributor.objects.update(user_id=a_user_of("editor").pk)


def a_user_of(name):
    return Group.objects.get(name=name.title()).user_set.get()


def tomorrow():
    return timezone.now() + timedelta(days=1)


def blocks_of(story, *, by=None):
    story = Story.objects.get(pk=story.pk)
    found = findings(gather(story), goes_live_at=MONDAY_NOON, released_by=by.pk if by else None)
    return [one for one in found if one.blocks]


def pass_over(story, *, by, reason=LEAVE):
    """As the page beside the copy sends it, for each block of the story."""
    for one in blocks_of(story):
        dismiss(story, key=one.key, rule=one.rule, message=one.message, reason=reason, by=by)


def a_spoilt_story(spoil, reporter):
    story = a_ready_story(created_by=reporter)
    spoil(story)
    return Story.objects.get(pk=story.pk)


NO_GROUND = ("override_rights", lambda _story: change_all(Photo, rights_category=""))
WAYS_OUT = [
    ("override_legal", add_to_body(HOME), "legal"),
    (*NO_GROUND, "photo_desk"),
    (*NO_GROUND, "editor"),
    ("override_sourcing", a_request("to_send"), "editor"),
    ("override_workflow", an_own_story, None),
]
"""The permission, a fault, and who passes it over beside the copy; None: whoever publishes."""


def test_every_override_is_among_those_that_are_tried():
    assert {way[0] for way in WAYS_OUT} == {rule.override for rule in RULES.values()} - {""}


@pytest.mark.parametrize(("permission", "spoil", "passer"), WAYS_OUT)
def test_whoever_holds_the_permission_gets_the_story_out(
    permission, spoil, passer, reporter, editor, request
):
    story = a_spoilt_story(spoil, reporter)
    assert {one.override for one in blocks_of(story, by=editor)} == {permission}
    with pytest.raises(PreflightBlocks):
        publish(story, by=editor)

    if passer is None:
        publish(story, by=editor, override_reason=LEAVE)
    else:
        pass_over(story, by=request.getfixturevalue(passer))
        publish(story, by=editor)

    assert Edition.objects.live().get(story_key=story.key)


def test_who_lacks_the_permission_passes_nothing_over(reporter, editor, photo_desk):
    story = a_spoilt_story(add_to_body(HOME), reporter)
    for somebody in (reporter, photo_desk, editor):
        pass_over(story, by=somebody)

        with pytest.raises(PreflightBlocks, match="12 Fish Road"):
            publish(story, by=editor, override_reason=LEAVE)


def test_another_rule_s_name_does_not_open_the_door(reporter, editor):
    story = a_spoilt_story(add_to_body(HOME), reporter)
    (block,) = blocks_of(story)
    dismiss(story, key=block.key, rule="claims.support", message="-", reason=LEAVE, by=editor)

    with pytest.raises(PreflightBlocks, match="12 Fish Road"):
        publish(story, by=editor)


def test_other_words_are_another_finding(reporter, editor, legal):
    story = a_spoilt_story(add_to_body(HOME), reporter)
    pass_over(story, by=legal)
    story.body = story.body.replace("12 Fish Road", "14 Fish Road")
    story.save()

    with pytest.raises(PreflightBlocks, match="14 Fish Road"):
        publish(story, by=editor)


def test_another_party_in_the_same_passage_is_another_finding(reporter, editor):
    story = a_ready_story(created_by=reporter)
    an_accusation(story, status="confirmed", about="the skipper")
    pass_over(story, by=editor)
    story.attributions.filter(kind="claim").update(about="the skipper, Cy Marl")

    with pytest.raises(PreflightBlocks, match="Cy Marl is accused") as refusal:
        publish(Story.objects.get(pk=story.pk), by=editor)
    assert "skipper is accused" not in str(refusal.value)


def test_another_picture_in_the_place_of_the_one_is_another_finding(reporter, editor, photo_desk):
    story = a_spoilt_story(NO_GROUND[1], reporter)
    pass_over(story, by=photo_desk)
    photo = a_photo(rights_category="")
    change(story, body=story.body.replace(f'"{story.placements.get().photo_id}"', f'"{photo.pk}"'))

    with pytest.raises(PreflightBlocks, match="no usage rights"):
        publish(Story.objects.get(pk=story.pk), by=editor)


@pytest.mark.parametrize(
    "leave", [lambda one: one.groups.clear(), lambda one: setattr(one, "is_active", False)]
)
def test_it_lasts_as_long_as_the_person_may(leave, reporter, editor, legal):
    story = a_spoilt_story(add_to_body(HOME), reporter)
    pass_over(story, by=legal)
    leave(legal)
    legal.save()

    with pytest.raises(PreflightBlocks, match="12 Fish Road"):
        publish(story, by=editor)


def test_what_was_passed_over_stays_so_at_a_re_check_until_it_is_taken_up(reporter, editor, legal):
    story = a_spoilt_story(add_to_body(HOME), reporter)
    pass_over(story, by=legal)
    (block,) = blocks_of(story)
    publish(story, by=editor, goes_live_at=tomorrow())
    assert recheck([story], by=editor, because="A test.") == []

    assert take_up_again(story, key=block.key, by=legal) == [story]

    assert not Edition.objects.exists()
    assert "12 Fish Road" in Act.objects.get(kind="called_off").reason
    assert Act.objects.filter(kind="restored").exists()


def test_who_may_not_pass_it_over_does_not_take_it_up(reporter, editor, legal):
    story = a_spoilt_story(add_to_body(HOME), reporter)
    pass_over(story, by=legal)
    (block,) = blocks_of(story)

    with pytest.raises(NotAllowed, match="Legal"):
        take_up_again(story, key=block.key, by=editor)

    assert story.dismissals.exists()


def test_the_photo_desk_s_word_counts_as_long_as_it_stands(reporter, editor, photo_desk):
    """The editor, who may pass over rights too, published on the photo desk's word."""
    story = a_spoilt_story(NO_GROUND[1], reporter)
    pass_over(story, by=photo_desk)
    (block,) = blocks_of(story)
    publish(story, by=editor, goes_live_at=tomorrow())

    assert take_up_again(story, key=block.key, by=photo_desk) == [story]


def test_a_lease_that_was_passed_over_does_not_take_the_picture_out(reporter, editor, photo_desk):
    story = a_ready_story(created_by=reporter)
    Lease.objects.create(photo=Photo.objects.get(), access="allow", ends_at=MONDAY_NOON)
    pass_over(story, by=photo_desk)

    publish(story, by=editor)

    (edition,) = Edition.objects.live()
    assert edition.figures


def test_the_record_says_what_was_passed_over_and_why(reporter, editor, legal):
    story = a_spoilt_story(add_to_body(HOME), reporter)
    Photo.objects.update(rights_category="")
    (legal_block,) = [one for one in blocks_of(story) if one.rule == "legal.protected"]
    values = {"key": legal_block.key, "rule": legal_block.rule, "message": legal_block.message}
    dismiss(story, reason="He agreed in writing.", by=legal, **values)

    publish(story, by=editor, override_reason=LEAVE)

    act = Act.objects.get(kind="passed_over")
    assert act.made_by == editor
    assert act.get_kind_display() == "Blocks were passed over"
    assert "has no usage rights on record" in act.reason
    assert act.reason.count(LEAVE) == 1
    assert "12 Fish Road" in act.reason
    assert "He agreed in writing. (legal)" in act.reason
    assert Release.objects.get().override_reason == LEAVE


def test_a_correction_leaves_the_same_record(reporter, editor):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    Photo.objects.update(rights_category="")

    correct(story, by=editor, note="The hour was wrong.", override_reason=LEAVE)

    assert Act.objects.get(kind="passed_over").reason.endswith(LEAVE)


def test_where_nothing_blocks_nothing_is_recorded(reporter, editor):
    publish(a_ready_story(created_by=reporter), by=editor, override_reason=LEAVE)

    assert not Act.objects.exists()
    assert Release.objects.get().override_reason == ""


def test_it_is_one_query_however_many_were_passed_over(reporter, legal):
    story = a_ready_story(created_by=reporter)
    for number in range(9):
        values = {"key": f"{number:024}", "rule": "legal.protected", "message": "-"}
        dismiss(story, reason=LEAVE, by=legal, **values)

    with CaptureQueriesContext(connection) as queries:
        assert len(passed_over(story)) == 9

    assert len(queries) == 1
