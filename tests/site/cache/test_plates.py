"""Pages put together from plates: the same as Django's, as fresh, and Django's where none fits."""

from __future__ import annotations

import gzip
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from articles.masthead.logo import SVG, Logo, keep_logo
from articles.masthead.policy import Policy
from articles.masthead.publication import Publication
from articles.publishing.plates import cut_missing
from articles.site.cache.cache import PageCache
from articles.site.cache.lines import LINES
from articles.site.cache.memory import Memory
from articles.site.edition import Edition
from articles.site.freshness import look
from articles.site.plate import Plate, setting
from tests.builders import MONDAY_NOON, a_section, an_edition
from tests.site.cache.asking import NEW, OLD, STORY, Counted, ask, is_heard
from tests.site.cache.test_fresh import next_edition

pytestmark = pytest.mark.django_db(transaction=True)

TIDES = [{"slug": "tides", "name": "Tides"}]
GZIP = {"Accept-Encoding": "gzip"}
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40"/></svg>'
LEARNT = "/2026/11/23/learnt/"


class Forgetful(Memory):
    """Keeps nothing, so that each request makes its page."""

    def keep(self, name, page):
        pass


@pytest.fixture
def cache(django, watch):
    """One that makes each page anew, and has learnt what Django's answers look like."""
    an_edition(slug="learnt")
    cache = PageCache(Counted(django))
    cache.watch, cache.memory = watch, Forgetful()
    assert is_heard(watch)
    assert ask(cache, LEARNT).status == 200
    cache._django.asked.clear()
    return cache


def put_together(cache, path=STORY, **given):
    """The page, without Django."""
    cache._django.asked.clear()
    answer = ask(cache, path, **given)
    assert cache._django.asked == []
    return answer


def by_django(cache, path=STORY, **given):
    cache._django.asked.clear()
    answer = ask(cache, path, **given)
    assert cache._django.asked == [path]
    return answer


EDITIONS = {
    "plain": {},
    "with tags": {"tags": TIDES},
    "old": {
        "date": date(2019, 2, 28),
        "goes_live_at": datetime(2019, 2, 28, 12, tzinfo=UTC),
        "first_published_at": datetime(2019, 2, 28, 12, tzinfo=UTC),
    },
    "from right to left": {"language": "ar", "headline": "العبارة الليلية", "tags": TIDES},
    "with markup in its words": {
        "headline": "Ferry & <b>tide</b> {{ request }} {% now 'Y' %}",
        "standfirst": "\"quoted\" 'words' & <script>",
        "body_html": "<p>{{ masthead }} &amp; {% block x %}</p>",
        "tags": TIDES,
    },
    "corrected": {
        "corrections": [
            {
                "edition": 1,
                "kind": "correction",
                "kind_label": "Correction",
                "text": "An hour.",
                "at": "2026-11-23T12:00:00+00:00",
                "place": "top",
            }
        ]
    },
}


@pytest.mark.parametrize("values", EDITIONS.values(), ids=EDITIONS)
def test_the_page_is_the_one_that_django_prints(cache, values):
    a_section()
    an_edition(slug="near", headline="Another ferry near {{ here }} & <there>", tags=TIDES)
    path = an_edition(**values).get_absolute_url()
    assert is_heard(cache.watch)
    plain, pressed = by_django(cache, path), by_django(cache, path, headers=GZIP)
    cut_missing()

    same, same_pressed = put_together(cache, path), put_together(cache, path, headers=GZIP)

    assert (same.status, same.headers, same.body) == (200, plain.headers, plain.body)
    assert gzip.decompress(same_pressed.body) == plain.body
    pressed.headers.pop("content-length"), same_pressed.headers.pop("content-length")
    assert same_pressed.headers == pressed.headers
    assert b"Another ferry near {{ here }} &amp; &lt;there&gt;" in same.body


def test_who_has_the_page_is_told_so_whichever_way_it_was_made(cache):
    an_edition()
    assert is_heard(cache.watch)
    tag = by_django(cache).headers["etag"]
    cut_missing()

    assert put_together(cache, headers={"If-None-Match": tag}).status == 304
    assert put_together(cache, method="HEAD").headers["etag"] == tag


def test_a_page_that_outlives_a_change_elsewhere_is_kept_on(django, watch):
    an_edition()
    cache = PageCache(Counted(django))
    cache.watch = watch
    assert is_heard(watch)
    first = ask(cache, STORY)
    cut_missing()
    kept = cache.memory.get((STORY, ""))

    an_edition(slug="another", section_slug="council")
    assert is_heard(watch)

    assert ask(cache, STORY).body == first.body
    assert cache._django.asked == [STORY]
    assert cache.memory.get((STORY, "")).plain is kept.plain


def test_what_is_related_follows_though_the_plate_stays(cache):
    an_edition(tags=TIDES)
    cut_missing()
    assert b"Related stories" not in put_together(cache).body

    near = an_edition(slug="near", headline="Ferry near the quay", tags=TIDES)
    assert is_heard(cache.watch)
    assert b"Ferry near the quay" in put_together(cache).body

    an_edition(
        slug="near", story_key=near.story_key, number=2, kind="withdrawal", note="No.", tags=TIDES
    )
    assert is_heard(cache.watch)
    assert b"Ferry near the quay" not in put_together(cache).body


def test_a_story_grows_old_though_its_plate_stays():
    an_edition(date=date(2020, 11, 23))
    cut_missing()
    connection.ensure_connection()

    for year, said in ((2021, b""), (2022, b"more than 1 year old"), (2026, b"more than 5 years")):
        at = timezone.now().replace(year=year, month=11, day=22)
        found = set_at(at, date(2020, 11, 23))
        assert (found is None) if at < MONDAY_NOON else (said in found.page()[0])


def set_at(at, day=date(2026, 11, 23), slug="night-ferry"):
    return setting(connection.connection.pgconn, at, day, slug)


def test_nothing_is_set_before_its_instant_nor_after_the_next():
    soon = timezone.now() + timedelta(hours=1)
    first = an_edition(goes_live_at=soon, date=date(2026, 11, 23))
    an_edition(
        story_key=first.story_key,
        number=2,
        kind="update",
        goes_live_at=soon + timedelta(hours=1),
        first_published_at=soon,
        date=first.date,
        headline="The next one",
    )
    cut_missing()
    connection.ensure_connection()
    moment = timedelta(microseconds=1)

    assert set_at(soon - moment) is None
    assert b"Night ferry to sail" in set_at(soon).page()[0]
    assert b"The next one" not in set_at(soon + timedelta(hours=1) - moment).page()[0]
    assert b"The next one" in set_at(soon + timedelta(hours=1)).page()[0]


def test_what_moved_away_is_not_set_where_it_was():
    first = an_edition()
    an_edition(story_key=first.story_key, number=2, kind="update", slug="elsewhere")
    cut_missing()
    connection.ensure_connection()

    assert set_at(timezone.now()) is None
    assert set_at(timezone.now(), slug="elsewhere") is not None


def test_without_a_plate_that_fits_django_prints(cache):
    first = an_edition()
    assert is_heard(cache.watch)
    assert OLD in by_django(cache).body
    cut_missing()
    assert OLD in put_together(cache).body

    next_edition(first)
    assert is_heard(cache.watch)
    assert NEW in by_django(cache).body
    cut_missing()
    assert NEW in put_together(cache).body

    Plate.objects.update(look="that of an earlier release")
    assert NEW in by_django(cache).body


MASTHEAD = {
    "its name": lambda: Publication.objects.update(name="The Marrick Courier"),
    "a section": lambda: a_section("council", name="Council"),
    "a page about it": lambda: Policy.objects.create(
        title="How we work", slug="how-we-work", kind="principles", body="<p>."
    ),
    "a logo": lambda: Logo.objects.update(width=7),
}


@pytest.mark.parametrize("change", MASTHEAD.values(), ids=MASTHEAD)
def test_a_plate_with_an_older_masthead_does_not_fit(cache, change):
    if change is MASTHEAD["a logo"]:
        keep_logo(DRAWING, SVG, (40, 10))
    a_section()
    an_edition()
    cut_missing()
    assert put_together(cache).status == 200

    change()
    assert is_heard(cache.watch)

    by_django(cache)
    assert cut_missing()
    put_together(cache)
    Publication.objects.update(name="Newsroom", logo=None)
    Logo.objects.all().delete()


def test_words_that_a_court_takes_out_leave_with_the_plate(cache):
    edition = an_edition(headline="Ferry of Jon Doe sails")
    cut_missing()
    assert b"Jon Doe" in put_together(cache).body

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('newsroom.expunge', 'Order 1', true);"
            "UPDATE articles_edition SET headline = 'Ferry sails' WHERE id = %s",
            [edition.pk],
        )

    assert not Plate.objects.filter(edition=edition).exists()
    assert is_heard(cache.watch)
    assert b"Jon Doe" not in by_django(cache).body


def test_a_line_that_broke_is_replaced(cache):
    an_edition()
    cut_missing()
    assert put_together(cache).status == 200
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE query LIKE '%FROM story_plate%' AND pid <> pg_backend_pid()"
        )
        assert cursor.fetchone()[0] >= 1

    cache._django.asked.clear()
    assert {ask(cache, STORY).status for _ in range(2 * LINES)} == {200}
    assert 1 <= len(cache._django.asked) <= LINES
    assert {put_together(cache).status for _ in range(LINES)} == {200}


@pytest.mark.parametrize("path", ["/2026/02/30/night-ferry/", "/0000/01/01/night-ferry/"])
def test_no_such_day_is_djangos(cache, path):
    assert ask(cache, path).status == 404


def test_what_django_would_not_give_to_everybody_is_not_learnt_from(watch):
    def private(environ, start_response):
        start_response("200 OK", [("Cache-Control", "private"), ("X-Secret", "yes")])
        return [b"mine"]

    an_edition()
    cut_missing()
    cache = PageCache(Counted(private))
    cache.watch, cache.memory = watch, Forgetful()
    assert is_heard(watch)

    for _ in range(2):
        assert ask(cache, STORY).body == b"mine"
    assert cache._django.asked == [STORY, STORY]


def test_while_templates_are_being_written_nothing_is_set(settings):
    an_edition()
    cut_missing()
    connection.ensure_connection()
    assert set_at(timezone.now()) is not None

    settings.DEBUG = True

    assert set_at(timezone.now()) is None


def test_a_plate_tells_by_the_look_which_release_has_cut_it():
    an_edition()
    call_command("cut_plates")

    assert Plate.objects.get().look == look()
    assert Edition.objects.get().plate.edition_id == Plate.objects.get().pk
