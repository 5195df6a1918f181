"""Readers' reports at the desk: what somebody outside says is wrong, and what came of it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from articles.admin.person import person
from articles.desk.reader_report import ReaderReport
from articles.desk.settle_report import settle_report
from articles.vocabulary import NoticedBy, ReportState


@admin.register(ReaderReport)
class ReaderReportAdmin(admin.ModelAdmin[ReaderReport]):
    """What the reader wrote stays as it is; the desk says how it stands."""

    list_display = ["wrong_in_short", "story", "made_at", "state", "settled_by"]
    list_filter = ["state"]
    list_select_related = ["story", "settled_by"]
    search_fields = ["wrong", "right", "passage", "story__headline"]
    readonly_fields = [
        *("the_story", "edition_number", "passage", "wrong", "right", "email", "made_at"),
        "settled_by",
    ]
    fields = [*readonly_fields, "state", "outcome"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ReaderReport]:
        return super().get_queryset(request) & ReaderReport.objects.visible_to(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description="what is wrong")
    def wrong_in_short(self, report: ReaderReport) -> str:
        return str(report)

    @admin.display(description="story")
    def the_story(self, report: ReaderReport) -> str:
        """The story, and the way to a correction that begins with what the reader wrote."""
        said = {
            "wrong": report.wrong[:1000],
            "right": report.right[:1000],
            "noticed_by": str(NoticedBy.READER),
            "noticed_note": f"Reader's report {report.pk}, {report.made_at:%d %B %Y}",
        }
        return format_html(
            '<a href="{}">{}</a> · <a href="{}?{}">Correct it</a>',
            reverse("admin:articles_story_change", args=[report.story_id]),
            report.story,
            reverse("admin:articles_story_correct", args=[report.story_id]),
            urlencode(said),
        )

    def save_model(self, request: HttpRequest, obj: ReaderReport, form: Any, change: Any) -> None:
        settle_report(obj, ReportState(obj.state), outcome=obj.outcome, by=person(request))
