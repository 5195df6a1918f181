"""The server runs from its first user's coming to its last user's going, however that one goes."""

from __future__ import annotations

import os
import signal

import pytest

from tests.postgres.house import WHO_RUNS, Visitor, eventually

WAYS_TO_GO = pytest.mark.parametrize("go", [Visitor.leave, Visitor.drop, Visitor.kill])


@WAYS_TO_GO
def test_the_server_stops_when_its_last_user_has_gone(house, go):
    first, last = house.visitor(), house.visitor()
    running = [first.ask(), last.ask()]

    go(first)

    assert [last.ask()] * 2 == running

    go(last)

    assert eventually(house.is_empty)
    assert (house.data / "log").read_text().endswith("database system is shut down\n")


def test_commands_one_after_another_meet_the_same_server(house):
    migrate = house.visitor(grace=3)
    running = migrate.ask()
    migrate.leave()

    assert house.visitor().ask() == running


def test_a_forked_child_goes_on_using_what_its_parent_used(house):
    parent = house.visitor()
    parent.ask()
    parent.order("fork 60")
    child = int(parent.answer())

    parent.kill()

    assert not eventually(house.is_empty, seconds=1)

    os.kill(child, signal.SIGKILL)

    assert eventually(house.is_empty)


def test_a_killed_keeper_is_replaced_at_the_next_connection(house):
    visitor = house.visitor()
    visitor.ask()
    os.kill(house.keepers[0], signal.SIGKILL)
    assert eventually(lambda: not house.keepers)

    visitor.ask()

    assert len(house.keepers) == 1

    visitor.kill()

    assert eventually(house.is_empty)


def test_who_comes_while_the_server_is_being_stopped_gets_a_new_one(house):
    seen = set()

    for _ in range(4):
        visitor = house.visitor(grace=0)
        seen.add(visitor.ask())
        visitor.leave()

    assert not any("refused" in answer for answer in seen)


def test_a_starter_killed_in_the_start_leaves_no_server_behind(house):
    starter = house.visitor()
    starter.order(f"ask {WHO_RUNS}")
    assert eventually((house.data / "postmaster.pid").exists)

    starter.kill()

    assert eventually(house.is_empty)


def test_a_folder_taken_away_under_a_user_is_made_anew(copied_house):
    house = copied_house
    visitor = house.visitor()
    visitor.ask("create table story (headline text)")
    os.kill(house.server, signal.SIGKILL)
    house.data.rename(house.var / "taken-away")
    for lock in house.var.glob("*.lock"):
        lock.unlink()

    answer = visitor.ask("select count(*) from pg_tables where tablename = 'story'")

    assert answer == "0"
    assert eventually(lambda: len(house.keepers) == 2)  # the old lock's and the new one's
