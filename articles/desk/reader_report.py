"""Readers' reports: what somebody outside says is wrong in a story."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.db import models
from django.db.models import Q

from articles.desk.story import Story
from articles.vocabulary import ReportState

LONGEST = 2000  # characters of each thing that a reader writes


class ReaderReportQuerySet(models.QuerySet["ReaderReport"]):
    def visible_to(self, user: User | AnonymousUser) -> ReaderReportQuerySet:
        """The reports on those stories that this person may see."""
        if not user.has_perm("articles.view_readerreport"):
            return self.none()
        return self.filter(story__in=Story.objects.visible_to(user))

    def waiting(self) -> ReaderReportQuerySet:
        """Those that nobody has settled, the oldest first."""
        return self.filter(state=ReportState.OPEN).order_by("made_at", "pk")


class ReaderReport(models.Model):
    """One report of an error. Who sent it is known by the e-mail address they may have left.

    The address is forgotten when the report is settled: nothing needs it any more.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="reports")
    edition_number = models.PositiveIntegerField(help_text="Of the edition that they read.")
    passage = models.TextField(
        blank=True, help_text="The paragraph that it is about; empty: the whole story."
    )
    wrong = models.TextField("what is wrong", max_length=LONGEST)
    right = models.TextField("what is right", max_length=LONGEST, blank=True)
    email = models.EmailField("e-mail", blank=True)
    made_at = models.DateTimeField("received", auto_now_add=True)
    state = models.CharField(max_length=10, choices=ReportState, default=ReportState.OPEN)
    outcome = models.TextField(
        max_length=LONGEST, blank=True, help_text="What came of it. For the desk only."
    )
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True)

    objects = ReaderReportQuerySet.as_manager()

    class Meta:
        verbose_name = "reader's report"
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(wrong=""),
                name="report_says_what_is_wrong",
                violation_error_message="Say what is wrong.",
            ),
            models.CheckConstraint(
                condition=Q(state=ReportState.OPEN, settled_by=None, settled_at=None)
                | (
                    Q(state__in=[ReportState.TAKEN_UP, ReportState.DECLINED], email="")
                    & Q(settled_by__isnull=False, settled_at__isnull=False)
                ),
                name="report_settled_by_somebody",
                violation_error_message="Say who settled the report, and when; the reader's "
                "address is forgotten then.",
            ),
        ]
        indexes = [
            models.Index(fields=["made_at"], name="report_received"),
            models.Index(
                fields=["made_at", "id"],
                name="report_waiting",
                condition=Q(state=ReportState.OPEN),
            ),
        ]

    def __str__(self) -> str:
        return self.wrong[:60]
