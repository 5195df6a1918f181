"""The server as `make serve` starts it: its options, and new code taken up with no request lost."""

from __future__ import annotations

import json
import os
import signal
import socket
import threading
from pathlib import Path

import pytest
from django.db import connection

from newsroom import serve, settings
from tests.builders import an_edition
from tests.postgres.house import eventually
from tests.site.cache.servers import Crowd, Granian, database_url


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("GRANIAN_PID_FILE", str(tmp_path / "var" / "server.pid"))
    return tmp_path / "var" / "server.pid"


def test_what_a_killed_server_left_is_cleared_away(place, tmp_path, monkeypatch):
    place.parent.mkdir()
    place.write_text(str(os.getpid()))  # another program's number by now
    dead = tmp_path / "dead.sock"
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(dead))
    monkeypatch.setenv("GRANIAN_UDS", str(dead))

    serve.clear_away()

    assert not place.exists()
    assert not dead.exists()


def test_a_socket_that_somebody_listens_on_stays(place, tmp_path, monkeypatch):
    alive = tmp_path / "alive.sock"
    monkeypatch.setenv("GRANIAN_UDS", str(alive))
    with socket.socket(socket.AF_UNIX) as used:
        used.bind(str(alive))
        used.listen()

        serve.clear_away()

    assert alive.exists()


def test_pages_are_shared_in_an_empty_folder_of_this_server_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "VAR", tmp_path)
    left, ours = tmp_path / "pages" / "999999999", tmp_path / "pages" / str(os.getpid())
    for folder in (left, ours):
        folder.mkdir(parents=True)
        (folder / "7-0").write_text("a page of other settings")

    assert serve.pages() == ours

    assert list(ours.iterdir()) == []
    assert not left.exists()


def test_options_are_names_of_granian(monkeypatch):
    given = serve.options(4)

    assert given["GRANIAN_WORKERS"] == "4"
    assert all(name.startswith("GRANIAN_") for name in given)
    assert json.loads(Path(given["GRANIAN_LOG_CONFIG"]).read_text())["formatters"]


def test_no_request_fails_while_new_code_is_taken_up(transactional_db, tmp_path):
    """On a socket file; on a port it is the kernel's doing (`net.ipv4.tcp_migrate_req`)."""
    address = an_edition(headline="Ferry sinks").get_absolute_url()
    at = tmp_path / "web.sock"
    before = _connections()
    server = Granian(database_url(), tmp_path, at=at, GRANIAN_RESPAWN_INTERVAL="2.5")
    try:
        pid = int((tmp_path / "server.pid").read_text())
        with Crowd(server, [address, "/nothing/", "/healthz", f"{address}history/"]) as crowd:
            os.kill(pid, signal.SIGHUP)
            assert eventually(
                lambda: server.said.read_text().count("Stopped old worker") == 2, seconds=60
            )
            assert eventually(
                lambda: server.said.read_text().count("Started worker-") == 4, seconds=60
            )
        assert crowd.failures == []
        assert {one.status for one in crowd.got} == {200, 404}
        assert [server.get("/readyz").status, server.get(address).status] == [200, 200]
        _pool_is_in_use(server, before)
        assert list((tmp_path / "pages").glob("*/*/*-[01]"))
    finally:
        server.stop()
    assert not (tmp_path / "server.pid").exists()
    lines = server.said.read_text().splitlines()
    granian = [json.loads(line) for line in lines if line.startswith("{")]
    assert {"_granian"} <= {one["logger"] for one in granian}


def test_open_connections_on_which_nobody_asks_keep_nobody_away(transactional_db, tmp_path):
    """A proxy keeps dozens to each worker, and browsers some each."""
    server = Granian(database_url(), tmp_path, workers=1)
    idle = [server.connect() for _ in range(300)]
    try:
        for one in idle:
            one.request("GET", "/robots.txt")
            assert one.getresponse().read()
        assert server.get("/robots.txt").status == 200
    finally:
        for one in idle:
            one.close()
        server.stop()


def _pool_is_in_use(server: Granian, before: int) -> None:
    """However many ask at once, no worker has more connections than threads, and one to listen.

    One that has left the server may listen a while longer. `before` counts those that are not the
    server's: threads of other tests may have some.
    """
    readers = [threading.Thread(target=server.get, args=(f"/{n}/",)) for n in range(40)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    most = server.workers * (serve.THREADS + 2)
    assert eventually(lambda: 2 <= _connections() - before <= most, seconds=10)


def _connections() -> int:
    """A worker that has just left takes a moment to take leave of PostgreSQL."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid()"
        )
        (count,) = cursor.fetchone()
    return int(count)
