"""Editions: finished, numbered, immutable snapshots of a story, self-contained."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQueryField
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q, Value
from django.db.models.functions import Cast
from django.utils import timezone

from articles.masthead.paths import path_of
from articles.masthead.publication import Publication
from articles.site.cursor import Cursor
from articles.vocabulary import EditionKind, StoryKind, Urgency

EXPLAINED = [EditionKind.WITHDRAWAL, EditionKind.CORRECTION, EditionKind.CLARIFICATION]
"""The kinds of edition that say to readers what was wrong."""


def address(day: date, slug: str) -> str:
    return path_of("story", day.year, day.month, day.day, slug)


QUESTION = Func(
    F("language"), F("headline"), function="headline_question", output_field=SearchQueryField()
)
"""The words of the headline, of which a text has more the more it is like it."""
LISTS = Func(
    F("tags"), function="lists_of", output_field=ArrayField(models.CharField(max_length=110))
)
"""The lists of its tags (see `listed`)."""


class EditionQuerySet(models.QuerySet["Edition"]):
    def standing(self, at: datetime | None = None) -> Self:
        """Of each story the edition that stands at that instant (now), withdrawals included."""
        at = at or timezone.now()
        newer = Edition.objects.filter(
            story_key=OuterRef("story_key"), number__gt=OuterRef("number"), goes_live_at__lte=at
        )
        return self.filter(~Exists(newer), goes_live_at__lte=at)

    def live(self, at: datetime | None = None) -> Self:
        """What readers may read at that instant (now): of each story the newest edition that has
        gone live, less the withdrawn. Embargo and schedule are `goes_live_at` and nothing else."""
        return self.standing(at).exclude(kind=EditionKind.WITHDRAWAL)

    def history_of(self, story_key: object, at: datetime | None = None) -> Self:
        """Every edition of one story that has gone live, the first one first."""
        at = at or timezone.now()
        return self.filter(story_key=story_key, goes_live_at__lte=at).order_by("number")

    def changed_since(self, moment: datetime) -> Self:
        """Those that are not a story's first, and went live since that moment: the latest first."""
        return self.filter(number__gt=1, goes_live_at__gte=moment).order_by(
            "-goes_live_at", "-story_key"
        )

    def withdrawals(self) -> Self:
        return self.filter(kind=EditionKind.WITHDRAWAL)

    def once_among(self, editions: models.QuerySet[Edition]) -> Self:
        """Those of whose story an earlier edition is among these; a tombstone has no tags left."""
        earlier = editions.filter(story_key=OuterRef("story_key"), number__lt=OuterRef("number"))
        return self.filter(Exists(earlier))

    def told(self, at: datetime | None = None) -> Self:
        """What readers were told was wrong, the latest first: corrections, clarifications and
        withdrawals. What was corrected in a story that is withdrawn now went with it."""
        at = at or timezone.now()
        gone = Edition.objects.standing(at).withdrawals()
        gone_since = gone.filter(story_key=OuterRef("story_key"), number__gt=OuterRef("number"))
        return self.filter(~Exists(gone_since), kind__in=EXPLAINED, goes_live_at__lte=at).order_by(
            "-goes_live_at", "-story_key"
        )

    def still_to_come(self, at: datetime | None = None) -> Self:
        """Those that have not gone live at that instant (now)."""
        return self.filter(goes_live_at__gt=at or timezone.now())

    def newest_first(self) -> Self:
        """By first publication, so that a correction does not push an old story to the top."""
        return self.order_by(*(f"-{name}" for name in self._order))

    @property
    def _order(self) -> tuple[str, str]:
        """The moment and the story: of the list that is walked, or else of the editions."""
        if "listed_at" in self.query.annotations:
            return "listed_at", "listed_key"
        return "first_published_at", "story_key"

    def by_rank(self) -> Self:
        """The best first, by the `rank` that a search has given them."""
        return self.order_by("-rank", "-first_published_at", "-story_key")

    def before(self, cursor: Cursor) -> Self:
        """Those listed after the one the cursor names."""
        moment, story_key = self._order
        begins = Q(**{f"{moment}__lte": cursor.moment})  # this alone says where an index begins
        earlier = Q(**{f"{moment}__lt": cursor.moment})
        return self.filter(begins, earlier | Q(**{f"{story_key}__lt": cursor.story_key}))

    def told_before(self, cursor: Cursor) -> Self:
        """Of what readers were told, that which stands after the cursor's place in the list."""
        moment, story_key = cursor.moment, cursor.story_key
        return self.filter(
            Q(goes_live_at__lt=moment) | Q(goes_live_at=moment, story_key__lt=story_key)
        )

    def dated(self, first: date, last: date) -> Self:
        """First published on the days from the first to the last, in the publication's own zone.

        The bounds in time, a day wider than any zone, let a listing walk its index newest first.
        """
        since = datetime.combine(first, time(), tzinfo=UTC) - timedelta(days=1)
        until = datetime.combine(last, time(), tzinfo=UTC) + timedelta(days=2)
        return self.filter(
            date__range=(first, last),
            first_published_at__gte=since,
            first_published_at__lt=until,
        )

    def first_published_since(self, moment: datetime) -> Self:
        return self.filter(first_published_at__gte=moment)

    def urgent_since(self, moment: datetime) -> Self:
        """Those of urgency 1 to 3, first published since that moment."""
        return self.first_published_since(moment).filter(urgency__lte=Urgency.URGENT)

    def in_section(self, slug: str) -> Self:
        return self.filter(section_slug=slug)

    def tagged(self, slug: str) -> Self:
        return self._listed(f"tag/{slug}")

    def by_contributor(self, slug: str) -> Self:
        return self._listed(f"by/{slug}")

    def _listed(self, place: str) -> Self:
        """By the list's own index, which has the order of `newest_first`."""
        return self.filter(listed__place=place).alias(
            listed_at=F("listed__first_published_at"), listed_key=F("listed__story_key")
        )

    def with_picture(self, photo_key: object) -> Self:
        return self.filter(figures__contains=[{"photo": str(photo_key)}])

    def for_list(self) -> Self:
        """Without the story's text, which a listing does not print."""
        return self.defer("body_html", "text", "sources", "asked", "unknowns", "corrections")

    def with_masthead(self) -> Self:
        """Adds `masthead`: the paper's name, zone and sections, as they stand at this instant."""
        return self.annotate(masthead=models.Subquery(Publication.objects.masthead()))

    def with_related(self, at: datetime | None = None) -> Self:
        """Adds headline, language, date and slug of the live stories near it that are most like its
        headline, the most alike first (migration 0048).

        Near are the newest of its tags, most tags in common first; of a story without tags, the
        newest of its section, as far as they have a word of the headline.
        """
        at = at or timezone.now()
        given = ("story_key", QUESTION, LISTS, "section_slug", Value(at))
        values = Func(*given, function="related_stories", output_field=models.JSONField())
        return self.annotate(related_values=values)

    def with_question(self) -> Self:
        """Adds `question` and `lists`, of which `related_stories` makes what is related."""
        return self.annotate(question=Cast(QUESTION, models.TextField()), lists=LISTS)


class Edition(models.Model):
    """What readers get. PostgreSQL refuses every UPDATE of it, and its DELETE once it is live.

    `bylines`, `figures`, `sources`, `asked`, `tags` and `corrections` are copied values (see
    `publishing.compose` for their shapes); nothing here points at the desk.
    """

    story_key = models.UUIDField()
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=EditionKind)
    goes_live_at = models.DateTimeField()
    first_published_at = models.DateTimeField()
    composed_at = models.DateTimeField(auto_now_add=True)

    date = models.DateField(help_text="Day of first publication, in the publication's own zone.")
    slug = models.SlugField(max_length=80)
    language = models.CharField(max_length=35)
    story_kind = models.CharField(max_length=20, choices=StoryKind)
    urgency = models.PositiveSmallIntegerField()
    section_slug = models.SlugField(max_length=60)
    section_name = models.CharField(max_length=60)

    kicker = models.CharField(max_length=60, blank=True)
    headline = models.CharField(max_length=200)
    standfirst = models.TextField(blank=True)
    dateline = models.CharField(max_length=80, blank=True)
    body_html = models.TextField(help_text="Rendered and clean: what the page prints.")
    text = models.TextField(help_text="The words of the body, without markup.")
    word_count = models.PositiveIntegerField()
    tags = models.JSONField(default=list)
    bylines = models.JSONField(default=list)
    figures = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    asked = models.JSONField(default=list)
    unknowns = models.TextField(blank=True, help_text="What we do not know, as readers are told.")
    corrections = models.JSONField(default=list)
    note = models.TextField(
        blank=True, help_text="Said to readers: what was corrected, or why the story is gone."
    )
    digest = models.CharField(max_length=64, help_text="SHA-256 of all that readers see of it.")

    masthead: dict[str, Any]  # added by `with_masthead`
    question: str  # by `with_question`
    lists: list[str]  # likewise
    related_values: list[dict[str, Any]] = []  # by `with_related`

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-first_published_at", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["story_key", "number"],
                name="edition_number_unique",
                violation_error_message="The story already has an edition of this number.",
            ),
            models.CheckConstraint(
                condition=Q(number=1, kind=EditionKind.FIRST)
                | (Q(number__gt=1) & ~Q(kind=EditionKind.FIRST)),
                name="edition_first_is_number_1",
                violation_error_message="The first edition, and only that one, has number 1.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=EditionKind.values),
                name="edition_kind_known",
                violation_error_message="An edition is one of the known kinds.",
            ),
            models.CheckConstraint(
                condition=Q(goes_live_at__gte=F("first_published_at")),
                name="edition_not_before_the_first",
                violation_error_message="No edition goes live before the story's first one.",
            ),
            models.CheckConstraint(
                condition=~Q(headline="") & ~Q(slug="") & ~Q(section_slug=""),
                name="edition_has_headline_and_address",
                violation_error_message="An edition has a headline, an address and a section.",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=EXPLAINED) | ~Q(note=""),
                name="edition_change_is_explained",
                violation_error_message="Tell readers what was corrected, or why it is gone.",
            ),
        ]
        indexes = [
            models.Index(
                F("first_published_at").desc(), F("story_key").desc(), name="edition_newest_first"
            ),
            models.Index(
                F("section_slug"),
                F("first_published_at").desc(),
                F("story_key").desc(),
                name="edition_section_newest",
            ),
            models.Index(fields=["date", "slug"], name="edition_address"),
            models.Index(fields=["goes_live_at"], name="edition_goes_live"),
            models.Index(
                F("goes_live_at").desc(),
                F("story_key").desc(),
                condition=Q(kind__in=EXPLAINED),
                name="edition_explained",
            ),
            GinIndex(fields=["figures"], opclasses=["jsonb_path_ops"], name="edition_figures"),
        ]

    def __str__(self) -> str:
        return f"{self.headline} ({self.get_kind_display()}, edition {self.number})"

    def get_absolute_url(self) -> str:
        return address(self.date, self.slug)

    @property
    def identity(self) -> tuple[Any, ...] | None:
        """Equal where a page prints the same of two; None of a preview, which is no edition yet.

        An edition never changes, but where a court has words taken out, and its digest with them.
        A front may give it words of its own, or leave out its picture.
        """
        number: Any = self.pk
        if number is None:
            return None
        return number, self.digest, self.kicker, self.headline, bool(self.figures)

    @property
    def is_updated(self) -> bool:
        """Whether readers should be told of a later time than the first."""
        return self.number > 1 and self.goes_live_at > self.first_published_at

    @property
    def is_urgent(self) -> bool:
        return self.urgency <= Urgency.URGENT

    @property
    def cursor(self) -> Cursor:
        """This edition's place in a listing, for `?before=`."""
        return Cursor(self.first_published_at, self.story_key)
