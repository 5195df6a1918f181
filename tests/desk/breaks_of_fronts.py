"""What breaks the constraints of fronts, their slots, their editions and the record of launches."""

from __future__ import annotations

from django.utils import timezone

from articles.desk.fronts.front import Front, Slot
from articles.publishing.fronts.launch_record import Launch
from articles.site.front_edition import FrontEdition
from tests.builders import MONDAY_NOON, a_front, a_front_edition, a_story
from tests.desk.breaks import breaks


def a_slot(story, **values):
    Slot.objects.create(**{"front": a_front(), "story": story, "position": 1, **values})


def another(story):
    return a_story(created_by=story.created_by, slugline="another")


@breaks("front_once")
def _(_story):
    Front.objects.create()
    Front.objects.create()


@breaks("slot_position_once")
def _(story):
    a_slot(story)
    a_slot(another(story))


@breaks("slot_story_once")
def _(story):
    a_slot(story)
    a_slot(story, position=2)


@breaks("slot_one_lead")
def _(story):
    a_slot(story, size="lead")
    a_slot(another(story), size="lead", position=2)


@breaks("slot_position_from_1")
def _(story):
    a_slot(story, position=0)


@breaks("slot_size_known")
def _(story):
    a_slot(story, size="huge")


@breaks("front_edition_number_unique")
def _(_story):
    a_front_edition()
    a_front_edition()


@breaks("front_edition_number_from_1")
def _(_story):
    FrontEdition.objects.create(number=0, goes_live_at=MONDAY_NOON)


@breaks("launch_called_off_by_someone")
def _(story):
    Launch.objects.create(
        front=a_front(),
        number=1,
        goes_live_at=MONDAY_NOON,
        launched_by=story.created_by,
        called_off_at=timezone.now(),
    )
