"""Propose: somebody saw that readers have it wrong, and writes what they are to be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from articles.desk.dossier import gather
from articles.desk.notify import notify
from articles.desk.story import Story
from articles.publishing.correction import TOLD, Correction
from articles.publishing.override import BACKEND
from articles.publishing.preview import preview
from articles.publishing.read_lines import changes, read_lines
from articles.publishing.refusal import NotAllowed, NotPublic, Refused
from articles.site.edition import Edition
from articles.vocabulary import EditionKind, NotePlace, NoticedBy, NotificationKind

if TYPE_CHECKING:
    from articles.publishing.read_lines import Change

PROPOSES = {
    EditionKind.CORRECTION: "propose_correction",
    EditionKind.CLARIFICATION: "propose_correction",
    EditionKind.WITHDRAWAL: "withdraw_story",
}
APPROVES = {
    EditionKind.CORRECTION: "correct_story",
    EditionKind.CLARIFICATION: "correct_story",
    EditionKind.WITHDRAWAL: "withdraw_story",
}

AT_ONCE = "A withdrawal goes out at once: leave the time out."


@dataclass(frozen=True, kw_only=True)
class Said:
    """What is said of an error: to readers the note, to the record the rest.

    `goes_live_at` is the time that whoever proposes it has in mind; None is at once.
    """

    note: str
    kind: EditionKind = EditionKind.CORRECTION
    wrong: str = ""
    right: str = ""
    where: tuple[str, ...] = ()
    noticed_by: NoticedBy = NoticedBy.STAFF
    noticed_note: str = ""
    note_place: NotePlace = NotePlace.END
    goes_live_at: datetime | None = None


def live_edition(story: Story) -> Edition:
    """What readers have of the story; `NotPublic` where they have nothing."""
    public = Edition.objects.history_of(story.key).last()
    if public is None or public.kind == EditionKind.WITHDRAWAL:
        message = f"“{story}” is not public, so there is nothing to correct or withdraw."
        raise NotPublic(message)
    return public


def changes_at_the_desk(story: Story) -> list[Change]:
    """What readers have against what the desk has: the lines whose words differ."""
    return changes(read_lines(live_edition(story)), read_lines(preview(gather(story))))


@transaction.atomic
def propose(story: Story, said: Said, *, by: User) -> Correction:
    """Puts it before a second person, who is told; readers keep what they have until then.

    Raises `Refused` when the person may not, the story is not public, something lacks, or another
    one of the story waits.
    """
    if not (by.is_active and by.has_perm(f"articles.{PROPOSES[said.kind]}")):
        message = f"{by} may not do this. Ask an editor."
        raise NotAllowed(message)
    locked = Story.objects.select_for_update().get(pk=story.pk)
    _refuse_what_lacks(said)
    found = changes_at_the_desk(locked) if said.kind in TOLD else []
    correction = Correction(
        story=locked,
        kind=said.kind,
        wrong=said.wrong.strip(),
        right=said.right.strip(),
        where=list(said.where),
        noticed_by=said.noticed_by,
        noticed_note=said.noticed_note.strip(),
        note=said.note.strip(),
        note_place=said.note_place,
        goes_live_at=said.goes_live_at,
        changes=[one.as_values() for one in found],
        proposed_by=by,
    )
    live_edition(locked)
    try:
        with transaction.atomic():
            correction.save()
    except IntegrityError as error:
        message = "One of this story waits already. Look at that first."
        raise Refused(message) from error
    _tell(correction)
    return correction


def _refuse_what_lacks(said: Said) -> None:
    if not said.note.strip():
        message = "Write what readers are told."
        raise Refused(message)
    if said.kind in TOLD and not (said.wrong.strip() and said.right.strip()):
        message = "Say what was wrong and what is right."
        raise Refused(message)
    if said.kind not in TOLD and said.goes_live_at:
        raise Refused(AT_ONCE)


def _tell(correction: Correction) -> None:
    """Everybody else who may approve it and may see the story."""
    permission = f"articles.{APPROVES[EditionKind(correction.kind)]}"
    people = User.objects.with_perm(permission, backend=BACKEND, include_superusers=False)
    notify(
        correction.story,
        NotificationKind.CORRECTION,
        f"{correction} waits for a second person: {correction.note}",
        to=people,
        by=correction.proposed_by,
    )
