"""What breaks the constraints of what the desk keeps: revisions, working copies, presence."""

from __future__ import annotations

from django.utils import timezone

from articles.desk.presence import Presence
from articles.desk.preview_link import PreviewLink
from articles.desk.revision import Revision
from articles.desk.working_copy import WorkingCopy
from tests import builders
from tests.desk.breaks import breaks


def a_revision(story, **values):
    values = {"number": 1, "values": {}, "digest": "0" * 64, "made_by": story.created_by, **values}
    Revision.objects.create(story=story, **values)


@breaks("revision_number_once")
def _(story):
    a_revision(story)
    a_revision(story)


@breaks("revision_numbers_from_1")
def _(story):
    a_revision(story, number=0)


@breaks("working_copy_once_per_window")
def _(story):
    for _n in range(2):
        WorkingCopy.objects.create(
            user=story.created_by, story=story, window=builders.uuid.UUID(int=1), fields={}
        )


@breaks("presence_once_per_window")
def _(story):
    for _n in range(2):
        Presence.objects.create(
            user=story.created_by,
            story=story,
            window=builders.uuid.UUID(int=1),
            seen_at=timezone.now(),
        )


@breaks("preview_link_is_for_somebody")
def _(story):
    a_revision(story, number=9)
    PreviewLink.objects.create(
        revision=story.revisions.get(number=9),
        digest="0" * 64,
        for_whom="",
        expires_at=timezone.now(),
        made_by=story.created_by,
    )
