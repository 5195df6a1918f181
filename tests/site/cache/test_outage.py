"""Granian's workers over a PostgreSQL that is stopped and started while readers go on reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from articles.site.edition import Edition
from newsroom.postgres.server import Server
from tests.builders import an_edition
from tests.postgres.house import eventually
from tests.site.cache.servers import Crowd, Granian, Postgres

STORY, OTHER, ONCE_ASKED = (f"/2026/11/23/{slug}/" for slug in ("night-ferry", "tides", "fog"))
MISSING = "/nothing/at/all/"
PUBLISH = """
INSERT INTO articles_edition ({columns}) SELECT {values} FROM articles_edition
WHERE slug = 'night-ferry' ORDER BY number DESC LIMIT 1
"""
WORDS = "‘' || to_char(number + 1, 'FM000') || '’"


def next_edition(**values: str) -> str:
    """The next edition of the ferry, as SQL: its number stands in its headline and in its text."""
    new = {
        "number": "number + 1",
        "kind": "'update'",
        "goes_live_at": "clock_timestamp()",
        "composed_at": "now()",
        "headline": f"'Headline {WORDS}'",
        "body_html": f"'<p>Body {WORDS}</p>'",
        "digest": "md5(random()::text)",
        **values,
    }
    names = [field.column for field in Edition._meta.concrete_fields if not field.primary_key]
    values = ", ".join(new.get(name, f'"{name}"') for name in names)
    return PUBLISH.format(columns=", ".join(f'"{name}"' for name in names), values=values)


@pytest.fixture
def postgres(transactional_db):
    where = connection.settings_dict["OPTIONS"].get("embedded_data")
    if where is None:
        pytest.skip("only a server of our own can be stopped: DATABASE_URL is set")
    for slug in ("night-ferry", "tides", "fog"):
        an_edition(slug=slug, headline="Headline ‘001’", body_html="<p>Body ‘001’</p>")
    copy = Postgres(Server(Path(where)), connection.settings_dict["NAME"])
    yield copy
    copy.remove()


@pytest.fixture
def granian(postgres, tmp_path):
    server = Granian(postgres.url, tmp_path)
    yield server
    server.stop()


def all_show(granian, number, path=STORY):
    words = f"Headline ‘{number:03}’"
    return lambda: all(words in one.body and not one.is_stale for one in granian.everywhere(path))


def test_readers_notice_nothing_of_an_outage_but_that_it_says_so(postgres, granian):
    """Published, stopped as by a power cut, started, published: with readers all the while."""
    for path in (STORY, OTHER, "/"):
        assert {one.status for one in granian.everywhere(path)} == {200}

    with Crowd(granian, [STORY, OTHER, "/"]) as crowd:
        postgres.run(next_edition())
        assert eventually(all_show(granian, 2), seconds=3)
        postgres.stop()
        assert eventually(
            lambda: all(one.is_stale for one in granian.everywhere(OTHER)), seconds=10
        )
        in_the_outage(granian)
        postgres.start()
        assert eventually(all_show(granian, 2), seconds=10)
        healthy = (ONCE_ASKED, MISSING, "/readyz")
        assert [granian.get(path).status for path in healthy] == [200, 404, 200]
        postgres.run(next_edition())
        assert eventually(all_show(granian, 3), seconds=3)

    assert crowd.failures == []
    assert {one.status for one in crowd.got} == {200}
    assert any(one.is_stale for one in crowd.got)
    nobody_got_a_mix(crowd.got)
    what_was_taken_back_stays_away(postgres, granian)


def in_the_outage(granian):
    """What is known is shown and says that it is old; the rest has a page of its own."""
    stale = granian.get(STORY)
    others = [granian.get(path) for path in (ONCE_ASKED, MISSING, f"{STORY}report/")]
    others.append(granian.get("/admin/", headers={"Cookie": "desk=a-session-of-somebody"}))

    assert "Headline ‘002’" in stale.body
    assert int(stale.headers["Age"]) >= 0
    for other in others:
        assert other.status == 503
        assert "Back in a moment" in other.body
        assert other.headers["Cache-Control"] == "no-store"
    assert [granian.get(path).status for path in ("/healthz", "/readyz")] == [200, 503]


def what_was_taken_back_stays_away(postgres, granian):
    """In an outage, too: whatever a worker may still have of the story is not shown."""
    withdrawal = next_edition(kind="'withdrawal'", note="'Wrong.'")
    postgres.run(withdrawal)
    assert eventually(lambda: {one.status for one in granian.everywhere(STORY)} == {410}, seconds=3)
    postgres.stop()
    assert eventually(lambda: granian.get(MISSING).status == 503, seconds=5)

    assert {one.status for one in granian.everywhere(STORY)} == {410}
    assert {one.status for one in granian.everywhere(ONCE_ASKED)} == {503}
    for path in (OTHER, "/"):  # that readers were asking for: made anew since, or not shown
        assert all(one.status == 503 or STORY not in one.body for one in granian.everywhere(path))


def nobody_got_a_mix(pages):
    for number in (1, 2, 3):
        headline, body = f"<h1>Headline ‘{number:03}’", f"Body ‘{number:03}’"
        for page in pages:
            if body in page.body:
                assert f"Headline ‘{number:03}’" in page.body
                assert f"Body ‘{number % 3 + 1:03}’" not in page.body
            assert headline not in page.body or body in page.body
