"""Plates: what an edition alone decides of its story's page, printed and pressed beforehand.

A page that nobody has kept is then put together from three pieces and two small ones between them,
which change by themselves: how old the story is, and what is related to it.

Only the desk's side writes plates (`publishing.plates`); PostgreSQL deletes one when its edition
goes, or words of it (migration 0048). A plate that does not fit any more is as good as none.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Func

from articles.site.age import old_news, years_since
from articles.site.edition import Edition
from articles.site.freshness import look, story_tag
from articles.site.page import Pressed
from articles.site.pressing import joined, press
from articles.site.related import related


class Masthead(Func):
    """How often the masthead has changed (migration 0048)."""

    template = "(SELECT masthead FROM articles_public_version)"
    output_field = models.BigIntegerField()


class PlateQuerySet(models.QuerySet["Plate"]):
    def fitting(self, look: str) -> PlateQuerySet:
        """Those with that look, and with the masthead that stands."""
        return self.filter(look=look, masthead=Masthead())


class Plate(models.Model):
    """The page of one edition, all but the two pieces that change by themselves.

    It is deleted with its edition by a trigger.
    """

    edition = models.OneToOneField(
        Edition, on_delete=models.DO_NOTHING, primary_key=True, db_constraint=False
    )
    look = models.CharField(max_length=32, help_text="See `freshness.look`.")
    masthead = models.BigIntegerField(help_text="How often the masthead had changed.")
    zone = models.CharField(max_length=64, help_text="The publication's time zone.")
    mark = models.CharField(max_length=32, help_text="See `freshness.mark`.")
    question = models.TextField(help_text="The words of the headline, for `ts_rank`.")
    lists = ArrayField(
        models.CharField(max_length=110), help_text="Those of its tags, as in `listed`."
    )
    top = models.BinaryField(help_text="As far as the story's age; see `pressing.press`.")
    middle = models.BinaryField(help_text="From there to what is related.")
    bottom = models.BinaryField(help_text="The rest.")

    objects = PlateQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Plate of edition {self.edition_id}"


@dataclass(frozen=True)
class Setting:
    """A page about to be put together: what PostgreSQL has answered, and the years since then."""

    found: Found
    years_old: int

    @property
    def tag(self) -> str:
        """The page's ETag, the same as if it were printed anew."""
        return story_tag(self.found.mark, self.years_old, self.found.related)

    @property
    def goes_live_at(self) -> datetime:
        return self.found.goes_live_at

    def page(self) -> Pressed:
        return Pressed(*self.bytes())

    def bytes(self) -> tuple[bytes, bytes]:
        """The page as it is, and as a gzip file."""
        found, age, near = self.found, old_news(self.years_old), related(self.found.related)
        pieces = [found.top, press(age), found.middle, press(near), found.bottom]
        return joined(pieces)


SQL = "SELECT * FROM story_plate(%s, %s, %s, %s)"


class Found(NamedTuple):
    """A row that `story_plate` answers (migration 0048)."""

    goes_live_at: datetime
    mark: str
    zone: str
    top: bytes
    middle: bytes
    bottom: bytes
    related: list[dict[str, Any]]


def setting(cursor: Any, at: datetime, day: date, slug: str) -> Setting | None:
    """Of the edition that stands at that address and instant, if it has a plate that fits.

    `cursor` is Django's, or psycopg's of one of Django's connections. While templates are being
    written there is none.
    """
    if settings.DEBUG:
        return None
    cursor.execute(SQL, (day, slug, at, look()))
    row = cursor.fetchone()
    if row is None:
        return None
    found = Found(*row[:-1], json.loads(row[-1]))
    return Setting(found, years_since(day, at, found.zone))
