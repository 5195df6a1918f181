"""A desk on which every page has something to show, and the addresses of those pages."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import Group
from django.utils import timezone

from articles.desk.fronts.draft import save_draft
from articles.desk.house_rule import HouseRule
from articles.desk.noting import write_note
from articles.desk.reply import Reply
from articles.desk.story import Story
from articles.desk.vault.acts import seal_identity
from articles.desk.vault.secret import Secret
from articles.publishing.fronts.launch import launch
from articles.publishing.hold_story import hold_story
from articles.publishing.propose import Said, propose
from articles.publishing.publish import publish
from articles.publishing.share_preview import share_preview
from tests.builders import a_front, a_place, a_ready_story, a_section, a_source, a_story

STORY = "/admin/articles/story/"
PHOTO = "/admin/articles/photo/"
RULE = "/admin/articles/houserule/"
PAGES = {
    "start": "/admin/",
    "list": STORY,
    "search": f"{STORY}?q=nothing-of-the-kind&tab=filed",
    "writing": f"{STORY}{{story}}/change/",
    "new": f"{STORY}add/",
    "paste": f"{STORY}paste/",
    "publish": f"{STORY}{{story}}/publish/",
    "publish, with a time to come": f"{STORY}{{later}}/publish/",
    "publish, with findings": f"{STORY}{{draft}}/publish/",
    "preview": f"{STORY}{{story}}/look/?width=desktop",
    "share": f"{STORY}{{story}}/share/",
    "correct": f"{STORY}{{story}}/correct/",
    "correct, waiting": f"{STORY}{{waiting}}/correct/",
    "withdraw": f"{STORY}{{story}}/withdraw/",
    "history": f"{STORY}{{story}}/history/",
    "compare": f"{STORY}{{story}}/compare/?a=live&b=1",
    "notes": f"{STORY}{{draft}}/notes/",
    "hold": f"{STORY}{{story}}/hold/",
    "hand-over": "/admin/handover/",
    "notifications": "/admin/notifications/",
    "house rules": RULE,
    "house rule": f"{RULE}{{rule}}/change/",
    "house rule, tried": f"{RULE}{{rule}}/try/",
    "source": "/admin/articles/source/{source}/change/",
    "vault": "/admin/articles/source/{source}/identity/",
    "pictures": PHOTO,
    "picture": f"{PHOTO}{{photo}}/change/",
    "caption": f"{PHOTO}caption/?ids={{photo}}",
    "credit": f"{PHOTO}credit/?ids={{photo}}",
    "upload": f"{PHOTO}upload/",
    "kill": f"{PHOTO}{{photo}}/kill/",
    "fronts": "/admin/articles/front/",
    "front": "/admin/articles/front/{front}/compose/",
}


def a_full_desk(*, reporter, editor, legal):
    """The ids for the addresses. The editor keeps the pictures too."""
    editor.groups.add(Group.objects.get(name="Photo desk"))
    live = a_ready_story(created_by=reporter, headline="Live on the quay", slug="live")
    edition = publish(live, by=editor)
    waiting = a_ready_story(created_by=reporter, headline="Nine boats", slug="boats")
    publish(waiting, by=editor)
    Story.objects.filter(pk=waiting.pk).update(headline="Ten boats")
    said = Said(
        kind="correction", note="It was ten.", wrong="nine", right="ten", where=["headline"]
    )
    propose(waiting, said, by=reporter)
    Story.objects.filter(pk=live.pk).update(headline="Live on two quays")
    share_preview(live, by=editor, for_whom="Counsel", lasts=timedelta(days=1))
    later = a_ready_story(created_by=reporter, headline="To come", slug="to-come")
    publish(later, by=editor, goes_live_at=timezone.now() + timedelta(hours=2))
    front = save_draft(a_front(), [a_place(live, "lead")], by=editor)
    launch(front, by=editor)
    save_draft(front, [a_place(live, "lead"), a_place(later, "second")], by=editor)
    hold_story(a_story(created_by=reporter, headline="Held"), by=legal, reason="A letter came.")
    draft = _late(reporter, editor)
    noted = write_note(draft, text=f"Who says so? @{editor.username}", by=reporter)
    write_note(draft, text="The trust.", by=editor, answers=noted.note)
    Reply.objects.create(story=live, party="The trust", state="open", deadline=draft.deadline)
    return {
        "story": live.pk,
        "waiting": waiting.pk,
        "later": later.pk,
        "draft": draft.pk,
        "source": _anonymous(reporter, editor).pk,
        "photo": live.placements.get().photo_id,
        "front": front.pk,
        "rule": HouseRule.objects.order_by("pk")[0].pk,
        "address": edition.get_absolute_url(),
    }


def _late(reporter, editor):
    """A story of each stage whose deadline is over; the last is answered."""
    for stage in ("filed", "subbed", "cleared"):
        story = a_story(
            created_by=reporter,
            headline=f"Late and {stage}",
            stage=stage,
            section=a_section(),
            assigned_to=editor,
            deadline=timezone.now() - timedelta(hours=1),
            planned_length=500,
        )
    return story


def _anonymous(reporter, editor):
    source = a_source(name="", terms="anonymous", public_description="a nurse on the night shift")
    secret = Secret(
        name="Wenna Tregale",
        contact="her sister",
        organisation="Marrick Hospital",
        role="ward sister",
        reason="Her contract forbids it.",
        promised="No name.",
    )
    seal_identity(
        source,
        secret=secret,
        knowers=[editor],
        destroy_after=timezone.localdate() + timedelta(days=30),
        by=reporter,
    )
    return source
