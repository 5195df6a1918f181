"""Plates: what an edition alone decides of its story's page, printed and pressed beforehand.

A page that nobody has kept is then put together from three pieces and two small ones between them,
which change by themselves: how old the story is, and what is related to it.

Only the desk's side writes plates (`publishing.plates`); PostgreSQL deletes one when its edition
goes, or words of it (migration 0048). A plate that does not fit any more is as good as none.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import NamedTuple

import psycopg
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Func
from psycopg.pq import ExecStatus, Format
from psycopg.pq.abc import PGconn

from articles.site.age import old_news, years_since
from articles.site.edition import Edition
from articles.site.freshness import look, story_tag
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


class Setting(NamedTuple):
    """What a page is put together from: a row that `story_plate` answers (migration 0048).

    `modified` is the Unix time since which the edition is live, in whole seconds.
    """

    modified: int
    mark: str
    years_old: int
    top: bytes
    middle: bytes
    bottom: bytes
    related: list[dict[str, str]]

    @property
    def tag(self) -> str:
        """The page's ETag, the same as if Django had printed it."""
        return story_tag(self.mark, self.years_old, self.related)

    def page(self) -> tuple[bytes, bytes]:
        """The page as it is, and as a gzip file."""
        age, near = press(old_news(self.years_old)), press(related(self.related))
        return joined([self.top, age, self.middle, near, self.bottom])


SQL = b"SELECT * FROM story_plate($1, $2, $3, $4)"


def setting(line: PGconn, at: datetime, day: date, slug: str) -> Setting | None:
    """Of the edition that stands at that address and instant, if it has a plate that fits.

    Asked on the bare connection of libpq: there is one question with one kind of answer, and to
    prepare it for any other takes longer than to answer it. Raises `psycopg.Error`. While templates
    are being written there is none.
    """
    if settings.DEBUG:
        return None
    given = (day.isoformat(), slug, at.isoformat(), look())
    result = line.exec_params(SQL, [one.encode() for one in given], result_format=Format.BINARY)
    if result.status != ExecStatus.TUPLES_OK:
        raise psycopg.OperationalError(result.get_error_message())
    if not result.ntuples:
        return None
    modified, mark, zone, top, middle, bottom, near = (
        result.get_value(0, column) or b"" for column in range(result.nfields)
    )
    years_old = years_since(day, at, zone.decode())
    since = int.from_bytes(modified, signed=True)
    return Setting(since, mark.decode(), years_old, top, middle, bottom, json.loads(near))
