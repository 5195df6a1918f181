"""Whatever is killed, the next connection works and what was saved is there."""

from __future__ import annotations

import os
import signal
import subprocess
import time

import pytest

from tests.postgres.house import WHO_RUNS, eventually

SLOW = "select sum(sqrt(number)) from generate_series(1, 8000000) number"


def test_a_killed_server_is_started_again_with_all_that_was_saved(house):
    writer, reader = house.visitor(), house.visitor()
    saved = writer.ask("create table saved as select 'Ferry runs again' as headline")
    before = reader.ask()

    os.kill(house.server, signal.SIGKILL)

    assert saved == "done"
    assert reader.ask("select headline from saved") == "Ferry runs again"
    assert writer.ask() == reader.ask() != before


def test_it_waits_for_the_orphans_of_a_killed_server(house):
    busy, visitor = house.visitor(), house.visitor()
    before = visitor.ask()
    busy.ask()
    busy.order(f"ask {SLOW}")
    time.sleep(0.4)  # until the query runs; the orphan computes on and holds the shared memory

    os.kill(house.server, signal.SIGKILL)

    assert before != visitor.ask() != ""
    assert "shared memory block" in (house.data / "log").read_text()


@pytest.mark.parametrize("state", ["alive", "zombie"])
def test_a_number_that_another_process_has_now_stops_nobody(house, state):
    stranger = subprocess.Popen(["sleep", "60"], **_identity(house.data.stat()))
    if state == "zombie":
        stranger.send_signal(signal.SIGKILL)
    (house.data / "postmaster.pid").write_text(f"{stranger.pid}\n{house.data}\n")
    visitor = house.visitor()

    started = visitor.ask()
    visitor.leave()

    assert "refused" not in started
    assert eventually(house.is_empty)
    assert state == "zombie" or stranger.poll() is None
    stranger.kill()
    stranger.wait()


def _identity(owner: os.stat_result) -> dict[str, int]:
    return {"user": owner.st_uid, "group": owner.st_gid} if os.geteuid() == 0 else {}


def test_a_killed_making_leaves_nothing_half_made(empty_house):
    killed = empty_house.visitor()
    killed.order(f"ask {WHO_RUNS}")
    assert eventually((empty_house.var / "postgres.new" / "base").exists)

    killed.kill()

    assert "refused" not in empty_house.visitor().ask()
    assert not (empty_house.var / "postgres.new").exists()


def test_who_come_first_at_once_share_one_server(empty_house):
    visitors = [empty_house.visitor() for _ in range(4)]

    for visitor in visitors:
        visitor.order(f"ask {WHO_RUNS}")
    answers = {visitor.answer() for visitor in visitors}

    assert len(answers) == 1
    assert "refused" not in answers.pop()
    assert len(empty_house.keepers) == 1
