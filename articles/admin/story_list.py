"""The list of stories: who has what in hand, how far it is, and when it is due."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import Min
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html

from articles.admin.story_acts import StoryActs
from articles.admin.story_filters import (
    DueFilter,
    HandFilter,
    LanguageFilter,
    Tab,
    TabFilter,
    counts,
)
from articles.desk.reply import Reply
from articles.desk.search import search
from articles.desk.story import Story
from articles.publishing.findable import found_elsewhere
from articles.publishing.standing import standing_of
from articles.vocabulary import Stage

FURTHEST = 2000
"""So many rows are paged through; who looks further back narrows the list or searches."""
NOTHING = format_html('<span class="nothing">{}</span>', "–")
"""Stands in a cell of the table; where a story is a few lines instead, it is left out."""


class ShortPaginator(Paginator):  # type: ignore[type-arg]
    """Stops counting where nobody pages on: a count of all would read all."""

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list  # in their order: so the count walks the list's own index
        return int(rows[:FURTHEST].count())


class StoryChangeList(ChangeList):
    """Without the words, which a list does not print."""

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> Any:
        rows: Any = super().get_queryset(request, exclude_parameters)
        return rows.for_list()

    @property
    def is_cut_short(self) -> bool:
        return self.result_count >= FURTHEST


class StoryListPage(StoryActs):
    """What `StoryAdmin` shows as its list."""

    change_list_template = "admin/articles/story/change_list.html"
    list_display = [
        *("named", "stage_said", "section", "how_long", "hand", "due", "with_readers", "edited"),
    ]
    list_filter = [TabFilter, DueFilter, HandFilter, "section", LanguageFilter, "kind"]
    list_per_page = 50
    empty_value_display = NOTHING
    list_max_show_all = 0
    paginator = ShortPaginator
    show_full_result_count = False
    search_fields = ["headline"]  # shows the box; `get_search_results` says what it finds
    search_help_text = (
        "Words of headline, slugline, standfirst or text, here or before readers; “a phrase”; "
        "-without."
    )
    ordering = ["-updated_at", "-pk"]
    sortable_by = ()
    show_facets = admin.ShowFacets.NEVER

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return StoryChangeList

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        return search(queryset, search_term), False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        response = super().changelist_view(request, extra_context)
        changelist = getattr(response, "context_data", {}).get("cl")
        if changelist is not None:
            now = timezone.now()
            _complete(changelist.result_list)
            if changelist.query:
                found = found_elsewhere(changelist.result_list, changelist.query, now=now)
                for story in changelist.result_list:
                    story.found = found.get(story.key)
            response.context_data["tabs"] = _tabs(request, changelist, counts(request.user, now))  # type: ignore[attr-defined]
        return response

    @admin.display(description="story")
    def named(self, story: Any) -> str:
        slugline = story.slugline if story.headline else ""
        named = format_html("{} <small>{}</small>", story, slugline)
        if found := getattr(story, "found", None):
            return format_html("{} <small>{}</small>", named, found.label)
        return named

    @admin.display(description="stage")
    def stage_said(self, story: Story) -> str:
        held = " ⏸ legal" if story.legal_hold else ""
        return format_html(
            '<span class="stage-{}">{}</span>{}', story.stage, story.get_stage_display(), held
        )

    @admin.display(description="words")
    def how_long(self, story: Story) -> str:
        if not story.planned_length:
            return str(story.length)
        return format_html("{} <small>of {}</small>", story.length, story.planned_length)

    @admin.display(description="in hand")
    def hand(self, story: Story) -> Any:
        return story.assigned_to

    @admin.display(description="next deadline")
    def due(self, story: Any) -> str:
        if story.next_deadline is None:
            return NOTHING
        at, what = story.next_deadline
        late = at < timezone.now() and story.stage not in {Stage.CLEARED, Stage.SPIKED}
        return format_html(
            '<time class="{}" datetime="{}">{}</time> <small>{}</small>',
            "is-late" if late else "",
            at.isoformat(),
            _short(at),
            what,
        )

    @admin.display(description="with readers")
    def with_readers(self, story: Any) -> str:
        return str(story.standing)

    @admin.display(description="last edit")
    def edited(self, story: Story) -> str:
        return _short(story.updated_at)


def _complete(stories: Any) -> None:
    """Each story of the page with its `standing` and its `next_deadline`: two queries for all."""
    standing = standing_of([story.key for story in stories])
    asked = Reply.objects.waiting().filter(story__in=[story.pk for story in stories])
    replies = dict(asked.order_by().values_list("story").annotate(Min("deadline")))
    for story in stories:
        story.standing = standing[story.key]
        due = [(story.deadline, "copy"), (replies.get(story.pk), "reply")]
        story.next_deadline = min((one for one in due if one[0] is not None), default=None)


def _tabs(request: HttpRequest, changelist: Any, found: dict[str, str]) -> list[dict[str, Any]]:
    current = request.GET.get("tab", Tab.ALL)
    return [
        {
            "label": tab.label,
            "query": changelist.get_query_string({"tab": tab.value}, ["p"]),
            "is_current": tab == current,
            "count": found.get(tab, ""),
        }
        for tab in Tab
    ]


def _short(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j M, H:i")
