"""Where editions are listed: under their tags and their authors, each list in its order.

Rows are written by PostgreSQL's triggers (migration 0045), as `search.entry`'s are.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F

from articles.site.edition import Edition


class Listed(models.Model):
    """An edition in the list of one tag (`tag/tides`) or of one author (`by/ada-lumen`).

    A list is walked newest first and left when its page is full, however long it is.
    """

    edition = models.ForeignKey(
        Edition, on_delete=models.DO_NOTHING, db_constraint=False, related_name="listed"
    )
    place = models.CharField(max_length=110)
    first_published_at = models.DateTimeField()
    story_key = models.UUIDField()

    class Meta:
        verbose_name_plural = "listed"
        default_permissions = ()
        indexes = [
            models.Index(
                F("place"),
                F("first_published_at").desc(),
                F("story_key").desc(),
                name="listed_newest_first",
            )
        ]

    def __str__(self) -> str:
        return f"Edition {self.edition_id} under {self.place}"
