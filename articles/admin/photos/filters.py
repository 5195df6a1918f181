"""The filters of the light table. What each means is said by `desk.photos.library`."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from articles.desk.photos.library import LACKING, LACKING_ANYTHING, Lack, Standing, standing_so
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.story import Story
from articles.site.edition import Edition

Choices = list[tuple[str, str]]


class StandingFilter(admin.SimpleListFilter):
    title = "whether it may be used"
    parameter_name = "rights"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return list(Standing.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Photo]) -> Any:
        if self.value() is None:
            return queryset
        photos = Photo.objects.visible_to(request.user)
        chosen = standing_so(photos, self.value() or "", at=timezone.now())
        return queryset.filter(pk__in=chosen.values("pk"))


class LackFilter(admin.SimpleListFilter):
    title = "what is missing"
    parameter_name = "missing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [("any", "Anything"), *Lack.choices]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Photo]) -> Any:
        if self.value() == "any":
            return queryset.filter(LACKING_ANYTHING)
        condition = LACKING.get(self.value())  # type: ignore[call-overload]
        return queryset if condition is None else queryset.filter(condition)


class UseFilter(admin.SimpleListFilter):
    """Of the stories that are not public, those count which the person may see."""

    title = "used in"
    parameter_name = "used"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [("live", "A live story"), ("any", "Any story"), ("none", "No story")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Photo]) -> Any:
        uses = Placement.objects.filter(photo=OuterRef("pk"))
        if self.value() == "live":
            live = Edition.objects.live().filter(story_key=OuterRef("story__key"))
            return queryset.filter(Exists(uses.filter(Exists(live))))
        seen = Exists(uses.filter(story__in=Story.objects.visible_to(request.user)))
        if self.value() == "any":
            return queryset.filter(seen)
        return queryset.filter(~seen) if self.value() == "none" else queryset
