"""What PostgreSQL keeps of editions so that they are found: written by its triggers, not by us.

The triggers stand in migration 0045. They follow an edition into the world and out of it, also
where a court's order takes words out of it, so that nothing here can be forgotten.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F

from articles.site.edition import Edition


class SearchEntry(models.Model):
    """The lexemes of an edition, tombstones left out: in its own language's and in plain form.

    Headline A, kicker and standfirst B, names C, text D. Some lexemes that no text can have tell
    the section (`=s=harbour`), the authors (`=a=ada-lumen`) and the month of first publication
    (`=m=202611`), so that one index answers for these too.
    """

    edition = models.OneToOneField(
        Edition,
        on_delete=models.DO_NOTHING,
        primary_key=True,
        db_constraint=False,
        related_name="search_entry",
    )
    story_key = models.UUIDField()
    first_published_at = models.DateTimeField()
    goes_live_at = models.DateTimeField()
    config = models.CharField(max_length=20, help_text="PostgreSQL's name for the language.")
    search = SearchVectorField()

    class Meta:
        verbose_name_plural = "search entries"
        default_permissions = ()
        indexes = [
            GinIndex(fields=["search"], name="searchentry_search"),
            models.Index(fields=["config"], name="searchentry_config"),
        ]

    def __str__(self) -> str:
        return f"Edition {self.edition_id} in {self.config}"


class SearchWord(models.Model):
    """A word that an edition has, so that one letter typed wrong is forgiven.

    `stubs` are the word and what is left of it when any one letter goes: two words that share a
    stub differ by a letter more, less, other or in the wrong place. `since` is when the first
    edition with it goes live. A word may stand here twice, where two stories were published at
    once: a lock would make one wait for the other.
    """

    word = models.CharField(max_length=30)
    since = models.DateTimeField()
    stubs = ArrayField(models.CharField(max_length=30))

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(F("word"), name="searchword_word"),
            GinIndex(fields=["stubs"], name="searchword_stubs"),
        ]

    def __str__(self) -> str:
        return self.word
