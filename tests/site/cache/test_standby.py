"""A site that reads from a hot standby: no notices come there, and what comes may come late."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import psycopg
import pytest

from articles.site.cache.due import REPLICAS_FOR, standing
from tests.postgres.house import eventually
from tests.site.cache.servers import Granian, Postgres
from tests.site.cache.test_outage import STORY, all_show, next_edition, postgres

__all__ = ["postgres"]  # the fixture


class Standby(Postgres):
    how = ("--write-recovery-conf",)

    def __init__(self, primary: Postgres) -> None:
        original = SimpleNamespace(
            _account=primary.account,
            _programs=primary.programs,
            socket_folder=primary.socket_folder,
        )
        super().__init__(original, primary.database)


@pytest.fixture
def standby(postgres):
    standby = Standby(postgres)
    yield standby
    standby.remove()


@pytest.fixture
def laggard(postgres):
    standby = Standby(postgres)
    yield standby
    standby.remove()


@pytest.fixture
def granian(standby, tmp_path):
    server = Granian(standby.url, tmp_path)
    yield server
    server.stop()


def test_readers_of_a_standby_get_what_it_has_and_never_keep_less(postgres, standby, granian):
    assert eventually(all_show(granian, 1))

    postgres.run(next_edition())
    assert eventually(all_show(granian, 2), seconds=4)

    standby.run("SELECT pg_wal_replay_pause()")
    postgres.run(next_edition())
    time.sleep(2)
    assert all_show(granian, 2)()  # all that there is here; and nobody takes it for the third
    standby.run("SELECT pg_wal_replay_resume()")
    assert eventually(all_show(granian, 3), seconds=4)

    due = datetime.now(UTC) + timedelta(seconds=3)
    postgres.run(next_edition(goes_live_at=f"'{due.isoformat()}'"))
    time.sleep(2)
    assert all_show(granian, 3)() or datetime.now(UTC) >= due
    time.sleep(max(0, (due - datetime.now(UTC)).total_seconds()))
    assert all_show(granian, 4)()

    postgres.run(next_edition(kind="'withdrawal'", note="'Wrong.'"))
    assert eventually(lambda: {one.status for one in granian.everywhere(STORY)} == {410}, seconds=4)


def test_what_came_from_a_standby_further_behind_does_not_stay(
    postgres, standby, laggard, tmp_path
):
    """As behind an address that stands for several: each connection goes to any of them."""
    either = f"{standby.socket_folder},{laggard.socket_folder}"
    url = f"{standby.url.partition('?')[0]}?host={either}&load_balance_hosts=random"
    granian = Granian(url, tmp_path)
    try:
        assert eventually(all_show(granian, 1))
        laggard.run("SELECT pg_wal_replay_pause()")
        postgres.run(next_edition())
        for path in (STORY, "/"):  # which edition they get is left to chance
            assert {one.status for one in granian.everywhere(path)} == {200}
        laggard.run("SELECT pg_wal_replay_resume()")

        for path in (STORY, "/"):
            assert eventually(all_in_front_show(granian, path), seconds=REPLICAS_FOR + 5)
    finally:
        granian.stop()


def all_in_front_show(granian, path):
    return lambda: all("Headline ‘002’" in one.body for one in granian.everywhere(path))


def test_pages_from_a_standby_are_asked_for_again_soon(postgres, standby):
    noon = datetime(2036, 1, 1, 12, tzinfo=UTC)
    due = []
    for server in (postgres, standby):
        with psycopg.connect(server.url) as line:
            due.append(standing(line, noon).due - noon.timestamp())

    assert due == [timedelta(hours=12).total_seconds(), REPLICAS_FOR]
