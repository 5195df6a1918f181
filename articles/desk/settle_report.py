"""Settling a reader's report: somebody says what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from articles.desk.reader_report import ReaderReport
from articles.vocabulary import ReportState

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def settle_report(
    report: ReaderReport, state: ReportState, *, outcome: str, by: User
) -> ReaderReport:
    """The report as it is settled, or open again. The reader's address does not come back."""
    locked = ReaderReport.objects.select_for_update().get(pk=report.pk)
    locked.state, locked.outcome = state, outcome.strip()
    is_open = state == ReportState.OPEN
    locked.settled_by, locked.settled_at = (None, None) if is_open else (by, timezone.now())
    if not is_open:
        locked.email = ""
    locked.save()
    return locked
