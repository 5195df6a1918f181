"""What breaks the constraints of corrections."""

from __future__ import annotations

from django.utils import timezone

from articles.publishing.correction import Correction
from tests.desk.breaks import breaks


def a_correction(story, **values):
    said = {"kind": "correction", "wrong": "nine", "right": "ten", "note": "It sails at ten."}
    return Correction.objects.create(
        **{"story": story, "proposed_by": story.created_by, **said, **values}
    )


@breaks("correction_waits_alone")
def _(story):
    a_correction(story)
    a_correction(story)


@breaks("correction_withdrawal_waits_alone")
def _(story):
    a_correction(story, kind="withdrawal")
    a_correction(story, kind="withdrawal")


@breaks("correction_withdrawal_goes_now")
def _(story):
    a_correction(story, kind="withdrawal", goes_live_at=timezone.now())


@breaks("correction_kind_known")
def _(story):
    a_correction(story, kind="update")


@breaks("correction_has_a_note")
def _(story):
    a_correction(story, note="")


@breaks("correction_says_what_is_right")
def _(story):
    a_correction(story, right="")


@breaks("correction_by_two_people")
def _(story):
    a_correction(story, state="published", approved_by=story.created_by)
