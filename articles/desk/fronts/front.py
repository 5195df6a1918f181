"""Fronts: the home page and the sections' pages, as editors compose them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models

from articles.desk.story import Story
from articles.masthead.section import HOME, Section
from articles.vocabulary import SlotSize

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def may_compose(user: User | AnonymousUser) -> bool:
    """Whether this person composes fronts. They hold anybody's stories, so one must see all."""
    return user.has_perms(["articles.compose_front", "articles.see_every_story"])


class FrontQuerySet(models.QuerySet["Front"]):
    def visible_to(self, user: User | AnonymousUser) -> FrontQuerySet:
        """All of them, or none: a draft tells what is to come."""
        rows = self.select_related("section", "changed_by")
        return rows if may_compose(user) else self.none()

    def complete(self) -> None:
        """Makes the rows that are missing: the home page's, and one for each section."""
        wanted: list[int | None] = [None, *Section.objects.values_list("pk", flat=True)]
        there = set(self.values_list("section", flat=True))
        missing = [Front(section_id=pk) for pk in wanted if pk not in there]
        if missing:
            self.bulk_create(missing, ignore_conflicts=True)


class Front(models.Model):
    """One page that is composed, with its draft. `version` grows with each change of the draft."""

    section = models.ForeignKey(
        Section, on_delete=models.CASCADE, null=True, related_name="+", help_text="Empty: home."
    )
    version = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    changed_at = models.DateTimeField(null=True)

    objects = FrontQuerySet.as_manager()

    class Meta:
        ordering = [models.F("section__position").asc(nulls_first=True), "section__name"]
        default_permissions = ()
        permissions = [("compose_front", "Can compose and launch fronts")]
        constraints = [
            models.UniqueConstraint(
                fields=["section"],
                name="front_once",
                nulls_distinct=False,
                violation_error_message="The home page and each section have one front.",
            )
        ]

    def __str__(self) -> str:
        return self.section.name if self.section else "Home"

    def get_absolute_url(self) -> str:
        return self.section.get_absolute_url() if self.section else "/"

    @property
    def slug(self) -> str:
        """Of its section, or `HOME`: front editions are kept under it."""
        return self.section.slug if self.section else HOME


class SlotQuerySet(models.QuerySet["Slot"]):
    def with_keys(self) -> SlotQuerySet:
        """From the top to the foot, each with its story's key and nothing else of the story."""
        rows = self.select_related("story").order_by("front", "position")
        own = [field.name for field in Slot._meta.concrete_fields if field.name != "story"]
        return rows.only(*own, "story__key")


class Slot(models.Model):
    """A place on a front's draft, and the story that stands in it."""

    front = models.ForeignKey(Front, on_delete=models.CASCADE, related_name="slots")
    position = models.PositiveSmallIntegerField(help_text="Counted from 1, the top.")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    size = models.CharField(max_length=10, choices=SlotSize, default=SlotSize.THIRD)
    kicker = models.CharField(
        max_length=60, blank=True, help_text="In place of the story’s. Empty: the story’s own."
    )
    headline = models.CharField(
        max_length=200, blank=True, help_text="In place of the story’s. Empty: the story’s own."
    )
    shows_picture = models.BooleanField("picture", default=True)

    objects = SlotQuerySet.as_manager()

    class Meta:
        ordering = ["front", "position"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["front", "position"],
                name="slot_position_once",
                violation_error_message="Two stories stand in one place. Give them two.",
            ),
            models.UniqueConstraint(
                fields=["front", "story"],
                name="slot_story_once",
                violation_error_message="This story stands on the front already.",
            ),
            models.UniqueConstraint(
                fields=["front"],
                condition=models.Q(size=SlotSize.LEAD),
                name="slot_one_lead",
                violation_error_message="A front has one lead. Make the other one smaller.",
            ),
            models.CheckConstraint(
                condition=models.Q(position__gte=1),
                name="slot_position_from_1",
                violation_error_message="Places on a front are counted from 1.",
            ),
            models.CheckConstraint(
                condition=models.Q(size__in=SlotSize.values),
                name="slot_size_known",
                violation_error_message="A story on a front is lead, second, third or brief.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.story}"
