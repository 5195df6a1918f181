"""Asking PostgreSQL: three queries whatever the size of the archive.

The first tells what can be asked, the second which of the newest editions match, the third ranks
those that readers may read and marks the words. What is ranked is cut by time before: the newest
`BATCH` that match, then the `BATCH` before these. So the commonest word costs no more than others.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.postgres.search import SearchQueryField, SearchRank
from django.db import connection
from django.db.models import F, Func, JSONField, TextField, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from articles.masthead.publication import Publication
from articles.site.cursor import Cursor
from articles.site.edition import Edition
from articles.site.search.question import Question

BATCH = 200
PAGE = 20
PATIENCE = timedelta(seconds=1)
"""Then no further months are looked at, and the page leads on from there: a phrase of the commonest
words that nobody wrote would be looked for in every story."""
PLAIN = "simple"
SHOWN = 30_000  # characters of a text in which a snippet is looked for
OPENS, CLOSES = "\ue000", "\ue001"  # of no script: Unicode leaves them to private use
SNIPPET = f'StartSel="{OPENS}",StopSel="{CLOSES}",MaxFragments=2,MaxWords=28,MinWords=12,'
SNIPPET += 'ShortWord=2,FragmentDelimiter=" … "'
HEADLINE = f'StartSel="{OPENS}",StopSel="{CLOSES}",HighlightAll=true'
LAST_KEY = uuid.UUID(int=2**128 - 1)
EVER = datetime(1, 1, 2, tzinfo=UTC)

# The languages of the archive, each found by one look into an index.
LANGUAGES = """ARRAY(
    WITH RECURSIVE one AS (
        SELECT min(config) AS config FROM articles_searchentry
        UNION ALL
        SELECT (SELECT min(config) FROM articles_searchentry WHERE config > one.config)
        FROM one WHERE one.config IS NOT NULL
    )
    SELECT config FROM one WHERE config IS NOT NULL LIMIT 8
)"""
SPELLINGS = """(
    SELECT coalesce(jsonb_object_agg(typed, spelt), '{}') FROM (
        SELECT typed, (
            SELECT jsonb_agg(word) FROM (
                SELECT DISTINCT word, abs(length(word) - length(typed)) AS by,
                    left(word, 1) = left(typed, 1) AS begins
                FROM articles_searchword
                WHERE stubs && word_stubs(typed)::varchar[] AND word <> typed AND since <= %s
                ORDER BY begins DESC, by, word LIMIT 6
            ) alike
        ) AS spelt
        FROM unnest(%s::text[]) typed WHERE length(typed) BETWEEN 4 AND 30
    ) words WHERE spelt IS NOT NULL
)"""
# Words that say nothing, such as a bare underline, find nothing; nor does “not” alone.
MATCHES = """SELECT (wanted && but)::text, edition_id, first_published_at, story_key
    FROM (SELECT {wanted} AS wanted, {but} AS but) asked
    CROSS JOIN LATERAL search_matches(wanted && but && %s::tsquery, %s, %s, %s, %s, %s, %s)
    WHERE numnode(wanted) > 0"""
ONLY = "SELECT 1 AS turn, * FROM ({first}) first"
FIRST_OR_ELSE = """WITH first AS MATERIALIZED ({first})
    SELECT 1 AS turn, * FROM first
    UNION ALL SELECT 2, * FROM ({other}) other WHERE NOT EXISTS (SELECT FROM first)"""


@dataclass(frozen=True, kw_only=True)
class Where:
    """What the search is narrowed to, and from which place on. `at` is the moment of asking."""

    at: datetime
    section: str = ""
    author: str = ""
    since: datetime = EVER
    until: datetime | None = None
    before: Cursor | None = None

    @property
    def marks(self) -> str:
        """The lexemes that tell section and author, as a tsquery; the slugs are slugs."""
        marks = {"s": self.section, "a": self.author}
        return " & ".join(f"'={letter}={slug}'" for letter, slug in marks.items() if slug)

    @property
    def place(self) -> Cursor:
        last = Cursor(min(self.until or self.at, self.at), LAST_KEY)
        return self.before or last


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the first query tells: the masthead, the archive's languages, words spelt alike."""

    masthead: dict[str, Any]
    configs: list[str]
    spellings: dict[str, list[str]]


@dataclass(frozen=True, kw_only=True)
class Matches:
    """The newest editions that match, superseded and withdrawn ones among them."""

    lexemes: str = ""
    editions: list[int] = field(default_factory=list)
    is_respelt: bool = False
    start: Cursor | None = None
    """Where this batch begins, whatever is published meanwhile; None when nothing matches."""
    end: Cursor | None = None
    """From where on nobody has looked yet; None when this is all."""


def known(question: Question, at: datetime) -> Known:
    found = (
        Publication.objects.masthead()
        .annotate(
            own=Cast(Func(F("language"), function="language_config"), TextField()),
            configs=RawSQL(LANGUAGES, []),  # noqa: S611 - both are ours, with parameters
            spellings=RawSQL(SPELLINGS, [at, question.words], JSONField()),  # noqa: S611
        )
        .get()
    )
    configs = list(dict.fromkeys([PLAIN, found["own"], *found["configs"]]))
    spellings = found["spellings"]
    return Known(masthead=dict(found["json"]), configs=configs, spellings=spellings)


def matches(question: Question, where: Where, known: Known) -> Matches:
    """The newest that match; where there are none, those with words that are spelt alike."""
    sql, parameters = _matching(question, where, known.configs)
    if known.spellings:
        other, more = _matching(question.with_spellings(known.spellings), where, known.configs)
        sql, parameters = FIRST_OR_ELSE.format(first=sql, other=other), [*parameters, *more]
    else:
        sql = ONLY.format(first=sql)
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        rows = cursor.fetchall()
    if not rows:
        return Matches()
    turn, lexemes, _, newest, story_key = rows[0]
    end = Cursor(*rows[-1][3:]) if rows[-1][2] is None or len(rows) == BATCH else None
    return Matches(
        lexemes=lexemes,
        editions=[row[2] for row in rows if row[2] is not None],
        is_respelt=turn > 1,
        start=Cursor(newest, uuid.UUID(int=min(story_key.int + 1, LAST_KEY.int))),
        end=end,
    )


def _matching(question: Question, where: Where, configs: Sequence[str]) -> tuple[str, list[Any]]:
    wanted, words = question.wanted(configs)
    but, unwanted = question.but(configs)
    place = where.place
    own = [where.marks, place.moment, place.story_key, where.since, where.at, BATCH, PATIENCE]
    return MATCHES.format(wanted=wanted, but=but), [*words, *unwanted, *own]


def live_matches(found: Matches, *, newest_first: bool, skip: int, at: datetime) -> list[Edition]:
    """A page and one more of the live ones, with `rank`, `marked_headline` and `snippet`."""
    lexemes = Cast(Value(found.lexemes), SearchQueryField())
    ranked = (
        Edition.objects.live(at)
        .filter(pk__in=found.editions)
        .annotate(rank=SearchRank(F("search_entry__search"), lexemes))
    )
    in_order = ranked.newest_first() if newest_first else ranked.by_rank()
    shown = in_order.for_list().annotate(
        marked_headline=_marked(F("headline"), lexemes, HEADLINE),
        snippet=_marked(Func(F("text"), SHOWN, function="left"), lexemes, SNIPPET),
    )
    return list(shown[skip : skip + PAGE + 1])


def _marked(text: Any, lexemes: Any, options: str) -> Func:
    """`ts_headline` in the story's language; signs like our marks leave the text before."""
    clean = Func(text, Value(OPENS + CLOSES), Value(""), function="translate")
    config = Func(F("language"), function="language_config")
    return Func(
        *(config, clean, lexemes, Value(options)), function="ts_headline", output_field=TextField()
    )
