"""Every way to the public, with each fault that blocks in turn: none gets through."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles.desk.photos.lease import Lease
from articles.desk.photos.notice import Notice
from articles.desk.photos.photo import Photo
from articles.desk.reply import Reply
from articles.desk.source import Source
from articles.desk.story import Story
from articles.masthead.section import Section
from articles.publishing.close_section import close_section
from articles.publishing.correct import correct
from articles.publishing.hold_story import hold_story
from articles.publishing.photos.follow_changes import follow_changes
from articles.publishing.photos.follow_rights import follow_rights
from articles.publishing.photos.mend import mend
from articles.publishing.publish import publish
from articles.publishing.refusal import PreflightBlocks
from articles.publishing.withdraw_source import withdraw_source
from articles.site.edition import Edition
from articles.vocabulary import EditionKind
from tests.builders import MONDAY_NOON, a_ready_story, a_user
from tests.preflight.spoils import SPOILS

pytestmark = pytest.mark.django_db

FAULTS = [
    pytest.param(rule_id, spoil, id=f"{rule_id}-{number}")
    for number, (rule_id, severity, spoil, _) in enumerate(SPOILS)
    if severity == "block"
]
LIVE_ALREADY = {"update", "correction", "clarification", "rescheduling", "mending"}


def by_the_door(story, who, **values):
    """As an editor's browser does it; answers only when it was refused."""
    client = Client()
    client.force_login(who)
    response = client.post(f"/admin/articles/story/{story.pk}/publish/", values)
    assert response.status_code == 409, response.status_code
    raise PreflightBlocks([])


def by_mending(story, who, **_reason):
    """The picture's words as they now are, put before readers; no reason passes anything over."""
    return mend(Photo.objects.get(), stories=[story], by=who)[0]


WAYS = {
    "publication": lambda story, who, **reason: publish(
        story, by=who, goes_live_at=MONDAY_NOON, **reason
    ),
    "scheduling": lambda story, who, **reason: publish(
        story, by=who, goes_live_at=timezone.now() + timedelta(hours=1), **reason
    ),
    "update": lambda story, who, **reason: publish(
        story, by=who, goes_live_at=MONDAY_NOON, new_facts="Soundings.", **reason
    ),
    "rescheduling": lambda story, who, **reason: publish(
        story,
        by=who,
        goes_live_at=timezone.now() + timedelta(hours=1),
        new_facts="Soundings.",
        **reason,
    ),
    "correction": lambda story, who, **reason: correct(
        story, by=who, at=MONDAY_NOON, note="The hour was wrong.", **reason
    ),
    "clarification": lambda story, who, **reason: correct(
        story,
        by=who,
        at=MONDAY_NOON,
        note="The hour is local.",
        kind=EditionKind.CLARIFICATION,
        **reason,
    ),
    "mending": by_mending,
    "door": by_the_door,
}
IN_TIME = {"copy.embargo": {"publication", "update", "correction", "clarification"}}
"""The embargo of the spoilt story ends on Monday noon: what goes out later keeps it."""
OF_THE_PICTURE = {
    *("rights.ground", "rights.denied", "restrictions.kept", "file_pictures.marked"),
    *("pictures.credit", "pictures.caption", "pictures.alt_text", "workflow.hold"),
}
"""All that counts when a picture is mended in what readers have, whatever the draft says."""


def is_on(way, rule_id):
    if way == "mending":
        return rule_id in OF_THE_PICTURE
    return way in IN_TIME.get(rule_id, WAYS)


def a_spoilt_story(way, rule_id, spoil, *, reporter, editor):
    writer = editor if rule_id == "workflow.two_people" else reporter
    story = a_ready_story(created_by=writer)
    if way in LIVE_ALREADY:
        publish(story, by=a_user("early", "Editor"), goes_live_at=MONDAY_NOON - timedelta(days=1))
        story.refresh_from_db()
    if way == "mending":
        Photo.objects.update(caption="The day ferry leaves the quay at Marrick on Sunday.")
    spoil(story)
    return Story.objects.get(pk=story.pk)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("rule_id", "spoil"), FAULTS)
def test_no_blocking_fault_gets_through(way, rule_id, spoil, reporter, editor):
    if not is_on(way, rule_id):
        return
    story = a_spoilt_story(way, rule_id, spoil, reporter=reporter, editor=editor)
    before = Edition.objects.count()

    with pytest.raises(PreflightBlocks):
        WAYS[way](story, editor)

    assert Edition.objects.count() == before


NEVER = [one for one in FAULTS if one.values[0] in {"workflow.hold", "rights.denied", "copy.body"}]


@pytest.mark.parametrize("way", [way for way in WAYS if way != "door"])
@pytest.mark.parametrize(("rule_id", "spoil"), NEVER)
def test_some_are_passed_over_by_nobody_whatever_the_reason(way, rule_id, spoil, reporter, editor):
    if not is_on(way, rule_id):
        return
    story = a_spoilt_story(way, rule_id, spoil, reporter=reporter, editor=editor)
    root = a_user("root", is_superuser=True)

    with pytest.raises(PreflightBlocks):
        WAYS[way](story, root, override_reason="I know better.")


@pytest.mark.parametrize("way", [way for way in WAYS if way != "door"])
def test_without_a_fault_every_way_is_open(way, reporter, editor):
    """The test above can fail: what it refuses is refused for the fault."""
    story = a_spoilt_story(way, "", lambda _story: None, reporter=reporter, editor=editor)
    Story.objects.update(headline="Night ferry to sail two hours earlier")

    assert WAYS[way](story, editor).pk


def a_changed_lease(_story):
    """One for feeds, which says nothing of the site."""
    photo = Photo.objects.get()
    Lease.objects.create(photo=photo, access="allow", channel="feed")
    follow_rights(photo, by=a_user("desk", "Photo desk"))


def a_changed_request(story):
    """On its own page, with all that it had."""
    request = Reply.objects.create(story=story, party="The trust", state="not_possible")
    client = Client()
    client.force_login(a_user("asks", "Reporter"))
    Story.objects.filter(pk=story.pk).update(created_by=User.objects.get(username="asks"))
    values = {"party": "The trust", "state": "not_possible", "note": "Rang twice."}
    management = {f"attempts-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL")}
    path = f"/admin/articles/reply/{request.pk}/change/"
    assert client.post(path, {**values, **management}).status_code == 302


CHANGES = {
    "hold": lambda story: hold_story(story, by=a_user("law", "Legal"), reason="A writ."),
    "lease": a_changed_lease,
    "rights": lambda _story: follow_changes(
        Photo.objects.get(), ["rights_category"], by=a_user("desk", "Photo desk")
    ),
    "source": lambda _story: withdraw_source(
        Source.objects.get(), by=a_user("boss", "Editor"), reason="Misheard."
    ),
    "section": lambda _story: close_section(Section.objects.get(), by=a_user("boss", "Editor")),
    "request": a_changed_request,
}
STOPS_BY_ITSELF = {"hold", "source", "section"}
OF_THE_WORLD = {
    *("copy.stage", "copy.section", "rights.ground", "rights.denied", "restrictions.kept"),
    *("pictures.credit", "pictures.caption", "pictures.alt_text", "file_pictures.marked"),
    *("sources.withdrawn", "sources.anonymous", "sources.declined", "replies.unsent"),
    "workflow.hold",
}
"""What is true of the world and not of the words: it may change once a story is scheduled."""


def scheduled(reporter):
    story = a_ready_story(created_by=reporter)
    early = a_user("early", "Editor")
    publish(story, by=early, goes_live_at=timezone.now() + timedelta(days=1))
    story.refresh_from_db()
    return story


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize(
    ("rule_id", "spoil"), [one for one in FAULTS if one.values[0] in OF_THE_WORLD]
)
def test_no_change_leaves_a_faulty_story_scheduled(what, rule_id, spoil, reporter):
    if (what, rule_id) in {("hold", "workflow.hold"), ("source", "sources.withdrawn")}:
        return  # the same act twice is refused
    story = scheduled(reporter)
    spoil(story)
    if story.section is None:
        return  # the draft was moved, not what goes out
    for photo in Photo.objects.exclude(state="usable"):
        values = {"origin": "AFP", "reason": "Doubt.", "made_by": reporter}
        Notice.objects.create(photo=photo, kind="hold", **values)  # as none is held without one
    assert Edition.objects.still_to_come().exists()

    CHANGES[what](story)

    assert not Edition.objects.exists()


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_without_a_fault_calls_nothing_off(what, reporter):
    """The test above can fail: a story stays scheduled unless the change itself stops it."""
    CHANGES[what](scheduled(reporter))

    assert Edition.objects.exists() == (what not in STOPS_BY_ITSELF)
