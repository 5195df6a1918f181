"""Readers' pages under the database role that `manage.py site_role` prints: all of them, and no
more."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from psycopg.errors import InsufficientPrivilege

from articles.masthead.logo import SVG, keep_logo
from articles.masthead.policy import Policy
from articles.masthead.publication import Publication
from articles.publishing.plates import cut_missing
from articles.site.cache.due import standing
from articles.site.database_role import HIDDEN, MODELS, VERSION
from articles.site.picture import PublicPicture
from articles.site.plate import setting
from articles.site.urls import urlpatterns
from tests.builders import (
    a_contributor,
    a_front_edition,
    a_picture,
    a_place,
    a_section,
    an_edition,
)

pytestmark = pytest.mark.django_db(transaction=True)

ROLE = f"newsroom_site_{os.getpid()}"  # roles are of the whole server, which others test on, too
STORY = "/2026/11/23/night-ferry/"
STEM = "0123456789abcdef0123456789abcdef"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40"/></svg>'
LISTINGS = ("", "section/harbour/", "tag/tides/", "by/ada-lumen/", "corrections/")
ADDRESSES = {
    "home": "/",
    "section": "/section/harbour/",
    "tag": "/tag/tides/",
    "author": "/by/ada-lumen/",
    "year": "/2026/",
    "month": "/2026/11/",
    "day": "/2026/11/23/",
    "story": STORY,
    "history": f"{STORY}history/",
    "edition": f"{STORY}history/2/",
    "search": "/search/?q=ferrj&section=harbour&since=2026-11-01",
    "corrections": "/corrections/",
    "abouts": "/about/",
    "about": "/about/how-we-work/",
    "colours": "/colours/96201b-x.css",
    "sitemap": "/sitemap.xml",
    "sitemap-pages": "/sitemap-pages.xml",
    "sitemap-news": "/sitemap-news.xml",
    "sitemap-month": "/sitemap-2026-11.xml",
    "media": f"/media/{STEM}-320x240.jpg",
    "robots": "/robots.txt",
    "icon": "/favicon.ico",
}
"""One of each kind; the logo's is known when there is one, the feeds have no names."""


@pytest.fixture
def paper(settings):
    """Something on every page."""
    tides = [{"slug": "tides", "name": "Tides"}]
    first = an_edition(tags=tides)
    an_edition(number=2, story_key=first.story_key, kind="correction", note="An hour.", tags=tides)
    lead = an_edition(slug="tides", headline="Tides to turn", tags=tides)
    a_section(), a_contributor()
    a_front_edition(a_place(lead, "lead"))
    Policy.objects.create(title="How we work", slug="how-we-work", kind="principles", body="<p>.")
    logo = keep_logo(DRAWING, SVG, (40, 10))
    Publication.objects.update(accent="#96201b", logo=logo)
    original = Path(settings.MEDIA_ROOT) / "ferry.jpg"
    original.parent.mkdir(parents=True, exist_ok=True)
    original.write_bytes(a_picture((640, 480)))
    PublicPicture.objects.create(
        stem=STEM,
        photo_key="0" * 32,
        source="ferry.jpg",
        sizes=[{"width": 320, "height": 240, "box": [0, 0, 640, 480], "formats": ["jpg"]}],
        public_from=timezone.now(),
    )
    yield logo
    Publication.objects.update(accent="", logo=None)
    logo.delete()


@pytest.fixture
def log_in():
    """Makes the role by the printed SQL, twice; then the tests' own connection is the role's."""
    about = connection.settings_dict
    owner = {name: about[name] for name in ("USER", "PASSWORD")}

    def as_role(printed):
        with psycopg.connect(**_address(), autocommit=True) as line:
            line.execute(printed)
            line.execute(printed)
            line.execute(f"ALTER ROLE {ROLE} PASSWORD 'for the test'")
        connection.close()
        about.update(USER=ROLE, PASSWORD="for the test")

    yield as_role
    connection.close()
    about.update(owner)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP OWNED BY {ROLE}; DROP ROLE {ROLE}")
        cursor.execute("DROP TABLE IF EXISTS articles_something_new")


def _address():
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST"}
    found = {name: connection.settings_dict[key] for name, key in names.items()}
    return {**found, "port": connection.settings_dict["PORT"] or None}


@pytest.fixture
def printed(capsys):
    call_command("site_role", role=ROLE)
    return capsys.readouterr().out


def test_every_page_for_readers_is_made_under_the_role(paper, log_in, printed, client):
    named = {one.name for one in urlpatterns if getattr(one, "name", None)}
    assert named == {*ADDRESSES, "logo"}
    feeds = [f"/{one}feed/{kind}" for one in LISTINGS for kind in ("", "rss/", "json/")]

    cut_missing()
    log_in(printed)

    for address in (*ADDRESSES.values(), paper.get_absolute_url(), *feeds, "/readyz"):
        response = client.get(address)
        response.close()
        assert response.status_code == (302 if address == "/favicon.ico" else 200), address
    connection.ensure_connection()
    assert setting(connection.connection.pgconn, timezone.now(), date(2026, 11, 23), "night-ferry")
    assert client.get("/nothing/").status_code == 404
    assert b"an hour earlier" in client.get(ADDRESSES["search"]).content
    connection.ensure_connection()
    assert standing(connection.connection, timezone.now()).number > 0
    connection.connection.execute("LISTEN newsroom_public")


def test_the_role_reads_and_writes_nothing_else(log_in, printed):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE articles_something_new (id integer)")
    tables = connection.introspection.table_names()
    readable = {*(model._meta.db_table for model in MODELS), VERSION}
    assert readable < set(tables)
    log_in(printed)

    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = off")
        for table in tables:
            column = _a_column(cursor, table)
            if table not in readable:
                _is_refused(f'SELECT FROM "{table}"')
            _is_refused(f'INSERT INTO "{table}" DEFAULT VALUES')
            _is_refused(f'UPDATE "{table}" SET "{column}" = DEFAULT WHERE false')
            _is_refused(f'DELETE FROM "{table}" WHERE false')
            _is_refused(f'TRUNCATE "{table}"')
        for table, column in HIDDEN:
            _is_refused(f'SELECT "{column}" FROM "{table}"')
        _is_refused("CREATE TABLE own (id integer)")
        _is_refused("SELECT pg_read_file('/etc/passwd')")
        _is_refused("SET ROLE newsroom")


def test_a_query_of_the_role_ends_after_two_seconds(log_in, printed):
    log_in(printed)

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('statement_timeout')")
        assert cursor.fetchone() == ("2s",)
        cursor.execute("SELECT current_setting('default_transaction_read_only')")
        assert cursor.fetchone() == ("on",)


def _a_column(cursor, table):
    cursor.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum = 1", [table]
    )
    return cursor.fetchone()[0]


def _is_refused(sql):
    with pytest.raises(InsufficientPrivilege):
        connection.connection.execute(sql)
