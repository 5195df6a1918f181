"""The readers' pages at three sizes: the same pages with 2,000, 100,000 and 1,000,000 editions.

The archive is made in the database itself: ten years of stories by 200 people in 8 sections, with
tags that one story in 10 has and such that one in 10,000 has, a fifth of them updated, corrected or
both, one in a hundred withdrawn. Each page is asked for through Django's own client.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.db import connection
from django.test import Client
from django.utils import timezone

from articles.masthead.contributor import Contributor
from articles.masthead.section import Section
from articles.site.edition import Edition, EditionQuerySet
from articles.site.search.entry import SearchEntry
from articles.vocabulary import EditionKind
from benchmarks.archive import copy_rows
from benchmarks.asking import taken
from benchmarks.preflight import a_database_of_our_own
from benchmarks.report import Report, table

SIZES = (2_000, 100_000, 1_000_000)
YEARS = 10
SECTIONS, AUTHORS = 8, 200
SHARES = (10, 50, 1000, 10_000)  # one story in so many has the tag
AT_ONCE = 50_000
WORDS_OF_ONE = 30
MIXED = "(n::bigint * 7919 % 1000003)"  # neighbours in time are not neighbours in kind
LATER = {
    EditionKind.UPDATE: (2, "n %% 5 = 0"),
    EditionKind.CORRECTION: (3, "n %% 20 = 0"),
    EditionKind.WITHDRAWAL: (4, "n %% 100 = 0"),
}
"""The further editions: their number, and which stories have one."""
EACH = 1 + 1 / 5 + 1 / 20 + 1 / 100


def readers() -> Report:
    """A row for each page: milliseconds at each size, and the largest's ratio to the smallest's."""
    found = []
    for size in SIZES:
        found.append(measure(size))
        print(f"  {size:,} editions are measured", flush=True)
    rows = [
        [name, *(f"{1000 * one[name]:.1f}" for one in found), f"{found[-1][name] / of_one:.2f}"]
        for name, of_one in found[0].items()
    ]
    columns = ["milliseconds", *(f"{size:,} editions" for size in SIZES), "ratio"]
    return Report(text=table(columns, rows))


def measure(editions: int) -> dict[str, float]:
    """Seconds of each page, the median of some, after one that is not counted."""
    with a_database_of_our_own():
        fill(editions)
        client = Client()
        return {name: taken(client, address) for name, address in addresses().items()}


def fill(editions: int) -> None:
    """About so many editions, with the indexes and statistics as they are after a vacuum."""
    for number in range(SECTIONS):
        Section.objects.create(slug=f"room-{number}", name=f"Room {number}")
    Contributor.objects.bulk_create(
        Contributor(slug=f"author-{number}", name=f"Author {number}") for number in range(AUTHORS)
    )
    stories = round(editions / EACH)
    with without_search_index():
        for first in range(0, stories, AT_ONCE):
            _stories(first, min(first + AT_ONCE, stories), of=stories)
    with connection.cursor() as cursor:
        for index in ("edition_figures", "searchword_stubs"):
            cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [index])
        cursor.execute("ANALYZE")


@contextmanager
def without_search_index() -> Iterator[None]:
    """An index that is built over what is there takes a fraction of the time."""
    index = next(one for one in SearchEntry._meta.indexes if isinstance(one, GinIndex))
    with connection.schema_editor() as editor:
        editor.remove_index(SearchEntry, index)
    yield
    with connection.schema_editor() as editor:
        editor.execute("SET LOCAL maintenance_work_mem = '256MB'")
        editor.add_index(SearchEntry, index)


def _stories(first: int, last: int, *, of: int) -> None:
    """The stories of those numbers, the newest first, each with all its editions."""
    numbers = f"FROM generate_series({first}, {last - 1}) n"
    minutes = YEARS * 365 * 24 * 60 / of
    published = f"(date_trunc('hour', now()) - (n * {minutes} + 90) * interval '1 minute')"
    for kind, (number, which) in {EditionKind.FIRST: (1, "true"), **LATER}.items():
        values = {
            "story_key": "md5(n::text)::uuid",
            "goes_live_at": f"{published} + {number - 1} * interval '20 minutes'",
            "first_published_at": published,
            "date": f"({published} AT TIME ZONE 'UTC')::date",
            "slug": "'story-' || n",
            "section_slug": f"'room-' || {MIXED} % {SECTIONS}",
            "section_name": f"'Room ' || {MIXED} % {SECTIONS}",
            "headline": f"'Harbour word' || {MIXED} % 3000 || ' of number ' || n",
            "text": _text(),
            "digest": "md5(n::text)",
        }
        if kind != EditionKind.WITHDRAWAL:
            values |= {"tags": _tags(), "bylines": _bylines()}
        percent = {name: value.replace("%", "%%") for name, value in values.items()}
        copy_rows(Edition, _row(kind, number), f"{numbers} WHERE {which}", percent)


def _row(kind: EditionKind, number: int) -> Edition:
    return Edition(
        number=number,
        kind=kind,
        language="en-GB",
        story_kind="reportage",
        urgency=5,
        standfirst="The change follows new soundings at the mouth.",
        body_html="<p>It will sail an hour earlier from Monday.</p>" * 10,
        word_count=WORDS_OF_ONE,
        note="" if kind in {EditionKind.FIRST, EditionKind.UPDATE} else "It was wrong.",
    )


def _text() -> str:
    """In all stories “harbour”, in one of a hundred `quay7`, and some of 15,000 words."""
    some = " || ' ' || ".join(
        f"'word' || (n::bigint * {71 * at + 1} + {at}) % {500 * at + 500}"
        for at in range(WORDS_OF_ONE)
    )
    in_letters = f"translate({some}, '0123456789', 'abcdefghij')"
    return f"'The harbour and quay' || {MIXED} % 100 || ' ' || {in_letters}"


def _tags() -> str:
    tags = ", ".join(
        f"jsonb_build_object('slug', 'in-{share}-' || {MIXED} % {share}, 'name', 'In {share}')"
        for share in SHARES
    )
    return f"jsonb_build_array({tags})"


def _bylines() -> str:
    """Half of the stories are by 20 of the authors."""
    who = f"(CASE n % 2 WHEN 0 THEN {MIXED} % 20 ELSE {MIXED} % {AUTHORS} END)"
    return (
        f"jsonb_build_array(jsonb_build_object('slug', 'author-' || {who}, "
        f"'name', 'Author ' || {who}, 'role', 'writer', 'role_label', 'By', "
        f"'role_text', 'Harbour correspondent'))"
    )


def addresses() -> dict[str, str]:
    """Each listing's first page and its last, a new story and the oldest, and searches."""
    live = Edition.objects.live()
    year = timezone.now().year - 1
    begins, ends = timezone.now().date().replace(year=year, month=1, day=1), timedelta(days=364)
    lists: dict[str, tuple[str, Any]] = {
        "home": ("/", live),
        "section": ("/section/room-3/", live.in_section("room-3")),
        "tag, one story in 10": ("/tag/in-10-3/", live.tagged("in-10-3")),
        "tag, one story in 50": ("/tag/in-50-3/", live.tagged("in-50-3")),
        "author": ("/by/author-3/", live.by_contributor("author-3")),
        "archive of a year": (f"/{year}/", live.dated(begins, begins + ends)),
    }
    pages: dict[str, str] = {}
    for name, (address, listed) in lists.items():
        pages[name] = address
        pages[f"{name}: last page"] = f"{address}?before={_last_place(listed)}"
    newest = live.newest_first()
    pages["story"] = newest[0].get_absolute_url()
    pages["story: the oldest"] = newest.reverse()[0].get_absolute_url()
    searches = {
        "in 1 of 100": "?q=quay7",
        "in 1 of 100, newest first": "?q=quay7&sort=newest",
        "in all": "?q=harbour",
        "in all, in a section": "?q=harbour&section=room-3",
        "a letter wrong": "?q=harbuor",
        "nothing found": "?q=nonsense",
    }
    return pages | {f"search, {name}": f"/search/{query}" for name, query in searches.items()}


def _last_place(listed: EditionQuerySet) -> str:
    """Where the last page begins: ten stories before the end."""
    return str(listed.newest_first().reverse()[10].cursor)
