"""The server is this checkout's own: no network, no other account, no secrets given to it."""

from __future__ import annotations

import stat
import subprocess
from pathlib import Path

import pytest

from newsroom.postgres import databases_entry
from newsroom.postgres.server import Server
from tests.postgres.house import House

SETTINGS = "select string_agg(name || '=' || setting, ' ' order by name) from pg_settings"


def test_naming_the_database_starts_nothing_and_makes_nothing(tmp_path):
    entry = databases_entry(tmp_path / "var")

    assert entry["ENGINE"] == "newsroom.postgres"
    assert not (tmp_path / "var").exists()


def test_nobody_else_can_reach_it(house):
    visitor = house.visitor(env={"NEWSROOM_SECRET_KEY": "canary", "PGPORT": "6000"})

    settings = visitor.ask(SETTINGS)

    assert "listen_addresses= " in settings
    assert "unix_socket_permissions=0700" in settings
    assert "data_checksums=on" in settings
    assert "log_parameter_max_length=0 log_parameter_max_length_on_error=0" in settings
    assert stat.S_IMODE(Server(house.data).socket_folder.stat().st_mode) == 0o700
    assert b"canary" not in Path(f"/proc/{house.server}/environ").read_bytes()


def test_what_a_refused_statement_held_stays_out_of_the_log(house):
    visitor = house.visitor()
    made = visitor.ask("create table refused (headline text check (headline = 'dull'))")

    refused = visitor.ask("select now() from (select 'canary'::int) secret")
    visitor.ask("insert into refused values ('canary bird')")

    assert made == "done"
    assert "canary" in refused
    assert "canary bird" not in (house.data / "log").read_text()


def test_two_checkouts_side_by_side_do_not_meet(house, finished, tmp_path):
    (tmp_path / "other").mkdir()
    subprocess.run(["cp", "-a", finished.data, tmp_path / "other"], check=True)
    other = House(tmp_path / "other")

    ours, theirs = house.visitor(), other.visitor()
    ours.ask("create table if not exists ours (headline text)")
    found = theirs.ask("select count(*) from pg_tables where tablename = 'ours'")
    other.close()

    assert found == "0"
    assert "refused" not in ours.ask()


@pytest.mark.parametrize("name", ["a" * 100, "Bob's news, daily", "Überlingen"])
def test_it_works_in_a_folder_of_any_name(finished, tmp_path, name):
    (tmp_path / name).mkdir()
    subprocess.run(["cp", "-a", finished.data, tmp_path / name], check=True)
    house = House(tmp_path / name)
    socket_folder = Server(house.data).socket_folder

    answer = house.visitor().ask("select 'It works.'")
    house.close()

    assert answer == "It works."
    assert len(bytes(socket_folder)) < 100
    assert socket_folder.parent == house.data or not socket_folder.exists()


def test_the_database_shell_starts_the_server_too(house):
    visitor = house.visitor()

    visitor.order("shell select 'by hand'")

    assert [visitor.answer(), visitor.answer()] == ["by hand", "left the shell"]
