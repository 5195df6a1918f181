"""What breaks the constraints of readers' reports."""

from __future__ import annotations

from articles.desk.reader_report import ReaderReport
from tests.desk.breaks import breaks


@breaks("report_says_what_is_wrong")
def _(story):
    ReaderReport.objects.create(story=story, edition_number=1, wrong="")


@breaks("report_settled_by_somebody")
def _(story):
    ReaderReport.objects.create(story=story, edition_number=1, wrong="It.", state="declined")
