"""The story: what editors work on. It may be half-finished, wrong or secret."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from taggit.managers import TaggableManager

from articles.masthead.section import Section
from articles.vocabulary import Provenance, Stage, StoryKind, Urgency

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class StoryQuerySet(models.QuerySet["Story"]):
    def visible_to(self, user: User | AnonymousUser) -> StoryQuerySet:
        """The stories this person may see: all of them, or those they write on or have in hand.

        The one door to stories for every page, picker, preview and bulk act of the desk. A union
        and no OR: each part finds its rows by an index, however many stories there are.
        """
        if not user.is_active or not user.is_staff:
            return self.none()
        if user.has_perm("articles.see_every_story"):
            return self
        return self.own(user)

    def own(self, user: User | AnonymousUser) -> StoryQuerySet:
        """Those that this person began, stands in the byline of, or has in hand."""
        keys = Story.objects.order_by().values("pk")
        own = keys.filter(created_by=user.pk).union(
            keys.filter(assigned_to=user.pk), keys.filter(bylines__contributor__user=user.pk)
        )
        return self.filter(pk__in=own)

    def of(self, user: User | AnonymousUser) -> StoryQuerySet:
        """Those that this person began or has in hand."""
        return self.filter(models.Q(created_by=user.pk) | models.Q(assigned_to=user.pk))

    def unreleased(self) -> StoryQuerySet:
        """Those of which readers have no edition, and none is to come."""
        return self.filter(public_search=None)

    def in_stage(self, *stages: Stage) -> StoryQuerySet:
        return self.filter(stage__in=stages)

    def on_legal_hold(self) -> StoryQuerySet:
        return self.exclude(legal_hold="")

    def held(self) -> StoryQuerySet:
        """On legal hold, or laid aside at the desk."""
        return self.filter(models.Q(stage=Stage.HELD) | ~models.Q(legal_hold=""))

    def overdue(self, now: datetime) -> StoryQuerySet:
        """Those whose copy was due and is not cleared yet."""
        return self.filter(
            deadline__lt=now, stage__in=[Stage.DRAFT, Stage.FILED, Stage.SUBBED, Stage.HELD]
        )

    def for_list(self) -> StoryQuerySet:
        """Without the words, which a list does not print, and with who has it in hand."""
        rows = self.select_related("section", "assigned_to", "created_by")
        return rows.defer(
            "body", "prints", "search", "public_search", "standfirst", "provenance_note"
        )


class Story(models.Model):
    """A story as the desk has it. What readers get of it are its editions."""

    key = models.UUIDField(
        default=uuid.uuid4, editable=False, help_text="The story's permanent public key."
    )
    slugline = models.CharField(
        max_length=80, help_text="Working title of the desk, such as “ferry-timetable”. Not public."
    )
    slug = models.SlugField(
        max_length=80,
        blank=True,
        help_text="The last part of the public address. Made from the headline when left empty.",
    )
    kicker = models.CharField(
        max_length=60, blank=True, help_text="A word or two above the headline."
    )
    headline = models.CharField(max_length=200, blank=True)
    standfirst = models.TextField(
        max_length=600, blank=True, help_text="One or two sentences under the headline."
    )
    dateline = models.CharField(
        max_length=80, blank=True, help_text="Where the reporting was done, if one of us was there."
    )
    body = models.TextField(blank=True)
    unknowns = models.TextField(
        "what we do not know",
        max_length=1000,
        blank=True,
        help_text="Said to readers under “How we know this”: what is still open, and why.",
    )
    section = models.ForeignKey(Section, on_delete=models.PROTECT, null=True, blank=True)
    tags = TaggableManager(blank=True, help_text="Separated by commas.")
    language = models.CharField(
        max_length=35, default="en-GB", help_text="BCP 47 tag of the story’s language."
    )
    kind = models.CharField(max_length=20, choices=StoryKind, default=StoryKind.REPORTAGE)
    urgency = models.PositiveSmallIntegerField(choices=Urgency, default=Urgency.NORMAL)
    embargo = models.DateTimeField(
        null=True,
        blank=True,
        help_text="Promised to a source: no reader sees the story before this moment.",
    )
    provenance = models.CharField(
        max_length=10,
        choices=Provenance,
        default=Provenance.OWN,
        help_text="Where the text comes from.",
    )
    provenance_note = models.CharField(
        "from whom",
        max_length=300,
        blank=True,
        help_text="The publisher or sender, the address, what was agreed. Never public.",
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="assigned_stories",
        help_text="Who has the story in hand.",
    )
    deadline = models.DateTimeField(null=True, blank=True, help_text="When the copy is due.")
    planned_length = models.PositiveIntegerField(
        null=True, blank=True, help_text="In words, as planned."
    )
    waiting_for = models.CharField(
        max_length=200, blank=True, help_text="What keeps it back: a call, a picture, a decision."
    )
    embargo_note = models.CharField(
        "embargo agreed with",
        max_length=300,
        blank=True,
        help_text="Who agreed the embargo with whom, and for what.",
    )
    embargo_zone = models.CharField(
        "embargo given in",
        max_length=64,
        blank=True,
        help_text="The zone in which the embargo was given, when it is not ours: such as "
        "America/New_York. The moment is then typed in that zone.",
    )
    length = models.PositiveIntegerField(
        default=0, editable=False, help_text="How many words the body has."
    )
    search = SearchVectorField(
        null=True, editable=False, help_text="Headline, slugline, standfirst and body, as lexemes."
    )
    public_search = SearchVectorField(
        null=True,
        editable=False,
        help_text="Of the edition that stands and of those to come, as lexemes. None: no edition.",
    )
    written_on = models.DateField(
        "text written on",
        null=True,
        blank=True,
        help_text="The day on which “yesterday” and “on Sunday” in it are meant. Empty: the day "
        "it goes out.",
    )
    legal_hold = models.TextField(
        blank=True,
        editable=False,
        help_text="Why the story must not go out until Legal says so. Empty: no hold.",
    )
    prints = ArrayField(
        models.IntegerField(),
        default=list,
        editable=False,
        help_text="Of the body, eight words in a row each, hashed: finds what was copied.",
    )
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.DRAFT)
    stage_before = models.CharField(
        max_length=10,
        blank=True,
        editable=False,
        help_text="Where a held or spiked story was, and goes back to.",
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="stories",
        editable=False,
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "stories"
        ordering = ["-updated_at"]
        permissions = [
            ("see_every_story", "Can see stories that others write"),
            ("publish_story", "Can publish stories"),
            ("correct_story", "Can correct published stories"),
            ("propose_correction", "Can propose corrections of published stories"),
            ("withdraw_story", "Can withdraw published stories"),
            ("file_story", "Can file own stories"),
            ("sub_story", "Can sub stories and hand them back"),
            ("clear_story", "Can clear stories"),
            ("shelve_story", "Can hold and spike stories, and bring them back"),
            ("assign_story", "Can give stories to others"),
            ("hold_story", "Can put stories on legal hold"),
            ("lift_hold", "Can lift legal holds"),
            ("override_sourcing", "Can pass over what blocks for its sourcing, with a reason"),
            ("override_legal", "Can pass over what blocks for legal reasons, with a reason"),
            ("override_workflow", "Can release own copy, with a reason"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["key"], name="story_key_unique"),
            models.CheckConstraint(
                condition=~models.Q(slugline=""),
                name="story_has_a_slugline",
                violation_error_message="A story needs a slugline, its working title at the desk.",
            ),
            models.CheckConstraint(
                condition=models.Q(urgency__range=(1, 9)),
                name="story_urgency_1_to_9",
                violation_error_message="Urgency runs from 1, the highest, to 9.",
            ),
            models.CheckConstraint(
                condition=models.Q(stage__in=Stage.values),
                name="story_stage_known",
                violation_error_message="A story is in one of the desk's stages: draft, filed, "
                "subbed, cleared, held or spiked.",
            ),
        ]

        indexes = [
            GinIndex(fields=["prints"], name="story_prints"),
            GinIndex(fields=["search"], name="story_search"),
            GinIndex(fields=["public_search"], name="story_public_search"),
            models.Index(
                fields=["stage", "deadline", "-updated_at"],
                name="story_unreleased",
                condition=models.Q(public_search=None),
            ),
            models.Index(fields=["-updated_at", "-id"], name="story_newest"),
            models.Index(fields=["stage", "-updated_at", "-id"], name="story_stage_newest"),
            models.Index(fields=["section", "-updated_at", "-id"], name="story_section_newest"),
            models.Index(fields=["assigned_to", "-updated_at", "-id"], name="story_hand_newest"),
            models.Index(fields=["language", "-updated_at", "-id"], name="story_language_newest"),
            models.Index(
                fields=["deadline"],
                name="story_deadline",
                condition=models.Q(deadline__isnull=False),
            ),
            models.Index(
                fields=["embargo"], name="story_embargo", condition=models.Q(embargo__isnull=False)
            ),
            models.Index(
                fields=["-updated_at"], name="story_on_hold", condition=~models.Q(legal_hold="")
            ),
        ]

    def __str__(self) -> str:
        return self.headline or self.slugline
