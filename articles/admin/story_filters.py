"""The story list's tabs and filters. Each walks an index of its own, however many stories."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, User
from django.db.models import CharField, Exists, OuterRef, QuerySet, TextChoices, Value
from django.http import HttpRequest
from django.utils import timezone

from articles.desk.story import Story
from articles.site.edition import Edition
from articles.vocabulary import Stage

Choices = list[tuple[str, str]]
LATEST = 500
"""Languages are gathered from so many of the newest stories: a list of all would read them all."""
SOON = timedelta(days=1)
MOST_COUNTED = 99


class Tab(TextChoices):
    """The lists that people come for."""

    MINE = "mine", "Mine"
    FILED = "filed", "Filed"
    SUBBED = "subbed", "Subbed"
    CLEARED = "cleared", "Cleared"
    SCHEDULED = "scheduled", "Scheduled"
    LIVE = "live", "Live"
    HELD = "held", "Held"
    SPIKED = "spiked", "Spiked"
    ALL = "all", "All"


STAGES = {
    Tab.FILED: Stage.FILED,
    Tab.SUBBED: Stage.SUBBED,
    Tab.CLEARED: Stage.CLEARED,
    Tab.SPIKED: Stage.SPIKED,
}
COUNTED = (Tab.FILED, Tab.SUBBED, Tab.CLEARED, Tab.HELD)


def behind(tab: str, stories: Any, user: User | AnonymousUser, now: datetime) -> Any:
    """The stories of a tab; all of them for a tab that there is none of."""
    if tab == Tab.MINE:
        return stories.of(user)
    if tab == Tab.HELD:
        return stories.held()
    if tab == Tab.SCHEDULED:
        return stories.filter(key__in=Edition.objects.still_to_come(now).values("story_key"))
    if tab == Tab.LIVE:
        return stories.filter(Exists(Edition.objects.live(now).filter(story_key=OuterRef("key"))))
    stage = STAGES.get(tab)  # type: ignore[call-overload]
    return stories if stage is None else stories.in_stage(stage)


def counts(user: User | AnonymousUser, now: datetime) -> dict[str, str]:
    """How many wait behind the tabs that are for working through, in one query that stops at 99."""
    first, *rest = (
        behind(tab, Story.objects.visible_to(user), user, now)
        .order_by()
        .values_list(Value(tab.value, output_field=CharField()), flat=True)[: MOST_COUNTED + 1]
        for tab in COUNTED
    )
    found = Counter(first.union(*rest, all=True))
    return {
        tab: f"{MOST_COUNTED}+" if found[tab] > MOST_COUNTED else str(found[tab]) for tab in COUNTED
    }


class TabFilter(admin.SimpleListFilter):
    """Drawn as tabs above the list, so nothing of it stands among the filters."""

    title = "tab"
    parameter_name = "tab"
    template = "admin/articles/story/no_filter.html"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return list(Tab.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Story]) -> Any:
        return behind(self.value() or Tab.ALL, queryset, request.user, timezone.now())


class DueFilter(admin.SimpleListFilter):
    title = "deadline"
    parameter_name = "due"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [("over", "Overdue"), ("soon", "Within 24 hours")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        now = timezone.now()
        if self.value() == "over":
            return queryset.overdue(now)
        if self.value() == "soon":
            return queryset.filter(deadline__range=(now, now + SOON))
        return queryset


class LanguageFilter(admin.SimpleListFilter):
    title = "language"
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        newest = Story.objects.visible_to(request.user).order_by("-updated_at", "-pk")
        found = sorted(set(newest.values_list("language", flat=True)[:LATEST]))
        return [(language, language) for language in found] if len(found) > 1 else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Story]) -> Any:
        return queryset.filter(language=self.value()) if self.value() else queryset


class HandFilter(admin.SimpleListFilter):
    title = "who has it in hand"
    parameter_name = "hand"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        people = User.objects.filter(is_active=True, is_staff=True).order_by("username")
        return [("nobody", "Nobody"), *((str(one.pk), str(one)) for one in people)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Story]) -> Any:
        hand = self.value() or ""
        if hand == "nobody":
            return queryset.filter(assigned_to=None)
        if hand in {value for value, _ in self.lookup_choices}:
            return queryset.filter(assigned_to=int(hand))
        return queryset
