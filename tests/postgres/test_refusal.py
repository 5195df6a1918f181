"""Where the server cannot be had, a sentence says why and what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.postgres.server import Server
from tests.postgres.house import ROOT

ON_WINDOWS = """
import os, sys
from pathlib import Path
sys.modules["fcntl"] = sys.modules["pwd"] = None
del os.getuid, os.geteuid
from newsroom.postgres import databases_entry
from newsroom.postgres.refusal import Refusal
from newsroom.postgres.server import Server
entry = databases_entry(Path(sys.argv[1]) / ("long" * 30))
try:
    Server(Path(entry["OPTIONS"]["embedded_data"])).hold()
except Refusal as refusal:
    print(refusal)
"""


def test_data_of_another_version_is_refused_and_the_way_out_named(copied_house):
    (copied_house.data / "PG_VERSION").write_text("14\n")

    answer = copied_house.visitor().ask()

    assert answer.startswith(
        f"refused: {copied_house.data} was made by PostgreSQL 14, but the programs"
    )
    assert "pg_dump" in answer
    assert "manage.py dbshell" in answer


def test_a_folder_that_holds_something_else_is_left_alone(empty_house):
    empty_house.data.mkdir(parents=True)
    (empty_house.data / "accounts.ods").touch()

    answer = empty_house.visitor().ask()

    assert answer.startswith(f"refused: {empty_house.data} is there, but it is no data folder")
    assert [path.name for path in empty_house.data.iterdir()] == ["accounts.ods"]


def test_a_server_that_will_not_start_is_reported_in_its_own_words_at_once(copied_house):
    with (copied_house.data / "postgresql.conf").open("a") as file:
        file.write("shared_buffers = plenty\n")

    answer = copied_house.visitor().ask()

    assert answer.startswith(
        f"refused: PostgreSQL did not start; {copied_house.data}/log says why."
    )
    assert 'invalid value for parameter "shared_buffers"' in answer


@pytest.mark.parametrize("kind", ["open to all", "a link", "a file"])
def test_a_socket_folder_prepared_by_somebody_else_is_refused(
    empty_house, finished, kind, tmp_path
):
    empty_house.data = empty_house.var / ("long" * 30) / "postgres"
    empty_house.var = empty_house.data.parent
    empty_house.var.mkdir(parents=True)
    subprocess.run(["cp", "-a", finished.data, empty_house.var], check=True)
    folder = Server(empty_house.data).socket_folder
    _prepare(folder, kind, tmp_path)

    answer = empty_house.visitor().ask()
    shutil.rmtree(folder) if kind == "open to all" else folder.unlink()

    assert answer.startswith(
        f"refused: {folder}, the folder of PostgreSQL's socket, is not private"
    )


def _prepare(folder: Path, kind: str, tmp_path: Path) -> None:
    if kind == "open to all":
        folder.mkdir()
        folder.chmod(0o755)
    elif kind == "a link":
        (tmp_path / "elsewhere").mkdir(mode=0o700)
        folder.symlink_to(tmp_path / "elsewhere")
    else:
        folder.touch(mode=0o700)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every file")
def test_data_of_another_account_is_refused_with_a_sentence(copied_house):
    (copied_house.var / "postgres.users.lock").touch()
    (copied_house.var / "postgres.users.lock").chmod(0)

    answer = copied_house.visitor().ask()

    assert "belongs to another account" in answer
    assert "NEWSROOM_VAR" in answer


def test_on_windows_the_settings_load_and_the_first_connection_says_what_to_do(tmp_path):
    told = subprocess.run(
        [sys.executable, "-c", ON_WINDOWS, tmp_path],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )

    assert told.stdout.strip().endswith("Set DATABASE_URL here.")
