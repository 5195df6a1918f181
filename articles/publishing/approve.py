"""Approve and turn down: a second person decides on a correction or withdrawal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from articles.desk.act import Act
from articles.desk.dossier import gather
from articles.desk.notification import Notification
from articles.publishing.correct import print_correction
from articles.publishing.correction import TOLD, Correction
from articles.publishing.press import Press
from articles.publishing.preview import preview
from articles.publishing.propose import APPROVES, AT_ONCE, live_edition
from articles.publishing.read_lines import changes, read_lines
from articles.publishing.refusal import NotAllowed, Refused
from articles.publishing.release import Release
from articles.publishing.withdraw import print_withdrawal
from articles.site.edition import Edition
from articles.vocabulary import ActKind, CorrectionState, EditionKind, NotePlace, NotificationKind

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from articles.desk.story import Story

ALONE = ("override_workflow", "override_legal")
"""With one of these a person alone may do what needs two, with a reason: at night, in a hurry."""


@dataclass(frozen=True, kw_only=True)
class Approval:
    """How it was approved. `seen` is `copy_seen` of the story as the person looked at it.

    `goes_live_at` is the instant from which readers have it; None is now.
    """

    alone_reason: str = ""
    override_reason: str = ""
    seen: str = ""
    goes_live_at: datetime | None = None


def copy_seen(story: Story) -> str:
    """A mark of the copy as it stands at the desk: another one when any of it changed."""
    return preview(gather(story)).digest


@transaction.atomic
def approve(correction: Correction, *, by: User, approval: Approval) -> Edition:
    """Publishes it: readers get the story as it stands, with the note, or the tombstone.

    At a time to come it stands in the story's line like any scheduled edition: what is scheduled
    for an earlier moment stays, and what is scheduled for later gives way, as it was composed
    without what is put right. A withdrawal goes out at once.

    Raises `Refused` when the person may not, is the one who proposed it and gives no reason, when
    the copy was changed since they looked at it, or when the preflight blocks.
    """
    press = Press.take(
        correction.story,
        by=by,
        permission=APPROVES[EditionKind(correction.kind)],
        at=approval.goes_live_at,
        override_reason=approval.override_reason,
    )
    locked = _the_waiting(correction)
    alone = _alone(locked, by, approval.alone_reason.strip())
    if approval.seen and approval.seen != copy_seen(press.story):
        message = "The story was changed since you looked at it. Look again, then approve it."
        raise Refused(message)
    edition = _print(locked, press, approval)
    locked.state, locked.alone_reason = CorrectionState.PUBLISHED, alone
    locked.approved_by, locked.approved_at = by, timezone.now()
    locked.release = Release.objects.get(edition=edition)
    locked.save()
    _nobody_waits(locked)
    if alone:
        reason = f"{alone} ({locked.get_kind_display()}: {locked.note})"
        Act.objects.create(story=press.story, kind=ActKind.DECIDED_ALONE, reason=reason, made_by=by)
    return edition


def _print(correction: Correction, press: Press, approval: Approval) -> Edition:
    """The edition; the words before and after are those of the one that it follows."""
    kind, reason = EditionKind(correction.kind), _for_the_record(correction)
    if kind == EditionKind.WITHDRAWAL:
        if approval.goes_live_at:
            raise Refused(AT_ONCE)
        return print_withdrawal(press, correction.note, reason=reason)
    before = press.before() or live_edition(press.story)
    place = NotePlace(correction.note_place)
    edition = print_correction(press, kind, correction.note, reason=reason, place=place)
    found = changes(read_lines(before), read_lines(edition))
    correction.changes = [one.as_values() for one in found]
    return edition


@transaction.atomic
def turn_down(correction: Correction, *, by: User, reason: str) -> None:
    """It is not published; whoever proposed it may also take it back so."""
    locked = _the_waiting(correction)
    approves = by.has_perm(f"articles.{APPROVES[EditionKind(locked.kind)]}")
    if not (by.is_active and (approves or by.pk == locked.proposed_by_id)):
        message = f"{by} may not turn this down. Ask an editor."
        raise NotAllowed(message)
    if not reason.strip():
        message = "Say why it is turned down; whoever proposed it will read it."
        raise Refused(message)
    locked.state = CorrectionState.TURNED_DOWN
    locked.save(update_fields=["state"])
    _nobody_waits(locked)
    Act.objects.create(
        story=locked.story,
        kind=ActKind.TURNED_DOWN,
        reason=f"{reason.strip()} (It was: {locked.note})",
        made_by=by,
    )


def _nobody_waits(correction: Correction) -> None:
    """Whoever was told that it waits need not look any more."""
    told = Notification.objects.filter(
        story=correction.story, kind=NotificationKind.CORRECTION, read_at=None
    )
    told.update(read_at=timezone.now())


def _the_waiting(correction: Correction) -> Correction:
    locked = Correction.objects.select_for_update().get(pk=correction.pk)
    if locked.state != CorrectionState.WAITING:
        message = f"It does not wait any more: {locked.get_state_display().lower()}."
        raise Refused(message)
    return locked


def _alone(correction: Correction, by: User, reason: str) -> str:
    """The reason of who proposes and approves alone; empty where two people did."""
    if by.pk != correction.proposed_by_id:
        return ""
    if not any(by.has_perm(f"articles.{one}") for one in ALONE):
        message = "You proposed this, so somebody else approves it."
        raise NotAllowed(message)
    if not reason:
        message = (
            "You proposed this, so a second person approves it. When there is nobody else, say why."
        )
        raise Refused(message)
    return reason


def _for_the_record(correction: Correction) -> str:
    if correction.kind not in TOLD:
        return correction.noticed_note
    return f"Wrong: {correction.wrong} Right: {correction.right}"
