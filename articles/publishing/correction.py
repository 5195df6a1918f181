"""Corrections: what was wrong with readers, what is right, and the two people who saw to it."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from articles.desk.story import Story
from articles.publishing.read_lines import Change
from articles.publishing.release import Release
from articles.vocabulary import (
    CorrectedPlace,
    CorrectionState,
    EditionKind,
    NotePlace,
    NoticedBy,
)

TOLD = (EditionKind.CORRECTION, EditionKind.CLARIFICATION)
KINDS = (*TOLD, EditionKind.WITHDRAWAL)


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def waiting(self, *kinds: EditionKind) -> CorrectionQuerySet:
        """Those of these kinds that nobody has decided on."""
        return self.filter(state=CorrectionState.WAITING, kind__in=kinds)

    def of(self, story: Story) -> CorrectionQuerySet:
        """Those of the story, with the people in them."""
        return self.filter(story=story).select_related("proposed_by", "approved_by", "release")


class Correction(models.Model):
    """A correction, clarification or withdrawal: proposed by one person, approved by another.

    Never public: readers get the note, in the edition that it becomes. `changes` has the words
    before and after, line by line, as `publishing.read_lines` tells them.
    """

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="corrections")
    kind = models.CharField(max_length=20, choices=EditionKind)
    state = models.CharField(
        max_length=12, choices=CorrectionState, default=CorrectionState.WAITING
    )
    wrong = models.TextField(blank=True, help_text="What readers were told.")
    right = models.TextField(blank=True, help_text="What they should have been told.")
    where = ArrayField(
        models.CharField(max_length=12, choices=CorrectedPlace), default=list, blank=True
    )
    noticed_by = models.CharField(max_length=8, choices=NoticedBy, default=NoticedBy.STAFF)
    noticed_note = models.CharField(
        max_length=300, blank=True, help_text="Who, when and how. Never public."
    )
    note = models.TextField(help_text="Said to readers.")
    note_place = models.CharField(max_length=3, choices=NotePlace, default=NotePlace.END)
    goes_live_at = models.DateTimeField(
        null=True, help_text="When readers are told, as it was proposed; empty is at once."
    )
    changes = models.JSONField(default=list, help_text="The words before and after.")
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(auto_now_add=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)
    alone_reason = models.TextField(
        blank=True, help_text="Why whoever proposed it also approved it, if so."
    )
    release = models.ForeignKey(Release, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["story"],
                condition=Q(state=CorrectionState.WAITING, kind__in=TOLD),
                name="correction_waits_alone",
                violation_error_message="A correction of this story waits already. Look at that.",
            ),
            models.UniqueConstraint(
                fields=["story"],
                condition=Q(state=CorrectionState.WAITING, kind=EditionKind.WITHDRAWAL),
                name="correction_withdrawal_waits_alone",
                violation_error_message="A withdrawal of this story waits already. Look at that.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=KINDS),
                name="correction_kind_known",
                violation_error_message="It is a correction, a clarification or a withdrawal.",
            ),
            models.CheckConstraint(
                condition=~Q(note=""),
                name="correction_has_a_note",
                violation_error_message="Write what readers are told.",
            ),
            models.CheckConstraint(
                condition=Q(kind=EditionKind.WITHDRAWAL) | (~Q(wrong="") & ~Q(right="")),
                name="correction_says_what_is_right",
                violation_error_message="Say what was wrong and what is right.",
            ),
            models.CheckConstraint(
                condition=~Q(state=CorrectionState.PUBLISHED)
                | (
                    Q(approved_by__isnull=False)
                    & (~Q(approved_by=F("proposed_by")) | ~Q(alone_reason=""))
                ),
                name="correction_by_two_people",
                violation_error_message="A second person approves a correction. When there is "
                "nobody else, say why.",
            ),
            models.CheckConstraint(
                condition=~Q(kind=EditionKind.WITHDRAWAL) | Q(goes_live_at=None),
                name="correction_withdrawal_goes_now",
                violation_error_message="A withdrawal goes out at once: leave the time out.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of “{self.story}”"

    @property
    def changed_lines(self) -> list[Change]:
        """The words before and after, to be read side by side."""
        return [Change(**one) for one in self.changes]

    @property
    def is_withdrawal(self) -> bool:
        return self.kind == EditionKind.WITHDRAWAL

    @property
    def time_is_past(self) -> bool:
        """Whether the time that was proposed went by before anybody decided."""
        return self.goes_live_at is not None and self.goes_live_at <= timezone.now()

    @property
    def is_to_come(self) -> bool:
        """Whether it is approved and readers have it only later."""
        release = self.release
        return bool(release and not release.called_off_at and release.goes_live_at > timezone.now())

    @property
    def was_called_off(self) -> bool:
        """Whether it was approved for later and taken back before readers had it."""
        return bool(self.release and self.release.called_off_at)

    @property
    def where_in_words(self) -> str:
        return ", ".join(CorrectedPlace(one).label for one in self.where)
